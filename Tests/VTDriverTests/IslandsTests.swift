// Files of packages that have nothing to do with each other are linted apart, and those that have are not.

import Testing
import VTCatalogue
import VTDiagnostics
import VTDriver
import VTFlow
import VTSyntax

@Suite struct IslandsTests {
  private static let twice = "func use() async throws { let f = load(); _ = try await f.value; _ = try await f.value }"
  private static let future = "public func load() -> ValueFuture<Int> { fatalError() }"
  private static let number = "public func load() -> Task<Int, any Error> { fatalError() }"

  private func pathsWithFindings(_ sources: [(path: String, text: String)]) -> [String] {
    let found = lint(sources: sources.map { ($0.path, Array($0.text.utf8)) }).filter { $0.rule.text == "double-await" }
    return found.map(\.path)
  }

  @Test func aNameMeansTheModuleOfTheOwnPackage() {
    let sources = [
      ("a/Package.swift", ""), ("b/Package.swift", ""),
      ("a/Sources/Core/Core.swift", Self.future), ("b/Sources/Core/Core.swift", Self.number),
      ("a/Sources/App/App.swift", "import Core\n" + Self.twice), ("b/Sources/App/App.swift", "import Core\n" + Self.twice),
    ]
    #expect(pathsWithFindings(sources) == ["a/Sources/App/App.swift"])
  }

  @Test func anActorOfTheSameNameIsAnotherModules() {
    let waiting = "import NIOCore\npublic final class Bot {\n  func stop(_ f: EventLoopFuture<Int>) throws { _ = try f.wait() }\n}"
    let actor = "import Core\npublic actor Bot {}"
    let inActor = "import NIOCore\nextension Bot {\n  func stop(_ f: EventLoopFuture<Int>) throws { _ = try f.wait() }\n}"
    let sources = [
      ("Package.swift", ""), ("Sources/Core/Bot.swift", waiting), ("Sources/App/Bot.swift", actor),
      ("Sources/App/More.swift", inActor),
    ]
    let found = lint(sources: sources.map { ($0.0, Array($0.1.utf8)) }).filter { $0.rule.text == "blocking-wait" }
    #expect(found.map(\.path) == ["Sources/App/More.swift"])
  }

  @Test func aNameMeansTheNearestPackage() {
    let sources = [
      ("old/core/Package.swift", ""), ("old/app/Package.swift", ""), ("new/core/Package.swift", ""), ("new/app/Package.swift", ""),
      ("old/core/Sources/Core/Core.swift", Self.future), ("new/core/Sources/Core/Core.swift", Self.number),
      ("old/app/Sources/App/App.swift", "import Core\n" + Self.twice),
      ("new/app/Sources/App/App.swift", "import Core\n" + Self.twice),
    ]
    #expect(pathsWithFindings(sources) == ["old/app/Sources/App/App.swift"])
  }

  @Test(arguments: [".target(name: \"Core\", path: \"Sources/Impl\")", ".executableTarget(\n  name: \"Core\",\n  path: \"Sources/Impl\")"])
  func aTargetMayHaveAFolderOfAnotherName(_ target: String) {
    let sources = [
      ("core/Package.swift", "let package = Package(name: \"core\", targets: [\(target)])"), ("app/Package.swift", ""),
      ("core/Sources/Impl/Core.swift", Self.future), ("app/Sources/App/App.swift", "import Core\n" + Self.twice),
    ]
    #expect(pathsWithFindings(sources) == ["app/Sources/App/App.swift"])
  }

  @Test func looseFilesAreSeenByTheirPackageOnly() {
    let sources = [
      ("Loose.swift", Self.future), ("Sources/Feature/Feature.swift", Self.twice),
      ("lib/Package.swift", ""), ("lib/Sources/Lib/Lib.swift", Self.twice),
      ("own/Package.swift", ""), ("own/Shared/Loose.swift", Self.future), ("own/Sources/Own/Own.swift", Self.twice),
    ]
    #expect(pathsWithFindings(sources) == ["Sources/Feature/Feature.swift", "own/Sources/Own/Own.swift"])
  }

  @Test func foldersThatNobodyImportsAreOneModuleWhereNoManifestSaysOtherwise() {
    let sources = [
      ("a/Sources/Core/Core.swift", Self.future), ("a/Sources/App/App.swift", Self.twice),
      ("a/Tests/AppTests/Tests.swift", Self.twice),
    ]
    #expect(pathsWithFindings(sources) == ["a/Sources/App/App.swift"])
    #expect(pathsWithFindings([("a/Package.swift", "")] + sources) == [])
    #expect(pathsWithFindings(sources + [("a/Sources/Cli/main.swift", "import Core\n")]) == [])
  }

  /// Whatever belongs together, findings come in the order of the paths.
  @Test func findingsStandInTheOrderOfThePaths() {
    let file = "import Core\n" + Self.twice
    var sources = [("Package.swift", ""), ("Sources/Core/Core.swift", Self.future), ("Sources/App/App.swift", file)]
    for name in ["A", "Z"] {
      sources += [
        ("\(name)/Package.swift", ""), ("\(name)/Sources/Core/Core.swift", Self.future), ("\(name)/Sources/App/App.swift", file),
      ]
    }
    #expect(pathsWithFindings(sources) == ["A/Sources/App/App.swift", "Sources/App/App.swift", "Z/Sources/App/App.swift"])
  }

  @Test func whatImportsEachOtherIsOneIsland() {
    func file(_ place: UInt32, _ module: String, in package: String, imports: String) -> FileDeclarations {
      FileDeclarations(
        unread: FileWords(of: Array(imports.utf8)), file: FileID(place), module: ModuleName(Name(module), package: [Name(package)]))
    }
    let files = [
      file(0, "A", in: "a", imports: ""), file(1, "B", in: "b", imports: "import C"), file(2, "A", in: "d", imports: "import B"),
      file(3, "C", in: "c", imports: "import Foundation"), file(4, "A", in: "a", imports: ""),
    ]
    #expect(islands(of: files).map { $0.map(\.index) } == [[0, 4], [1, 2, 3]])
    #expect(islands(of: []).isEmpty)
  }
}
