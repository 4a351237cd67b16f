import Foundation
import Testing
import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTRules
@testable import VTDriver

@Suite struct PipelineTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String) -> SourceFile {
    SourceFile(path: name, content: .file(Path("\(folder.path)/\(name)")))
  }

  private static let suppression = "// vtlint:disable:next double-await\n"

  /// Between the passes the file becomes shorter, longer, unreadable, or another of the same length.
  @Test(arguments: ["", "let x = 1\n" + suppression + suppression, "\0", suppression.uppercased()])
  func aFileThatChangesMeanwhileIsSaidAndSkipped(newText: String) throws {
    try folder.write("a.swift", Self.suppression)
    let path = "\(folder.path)/a.swift"
    var options = LintOptions(progress: { done in
      guard done == 1 else { return }
      try? FileManager.default.removeItem(atPath: path)
      if newText != "\0" { try? Data(newText.utf8).write(to: URL(filePath: path)) }
    })
    // What is kept is not read again.
    options.keptBytes = 0
    let result = lint(files: [file("a.swift")], catalogue: .builtIn, options: options)
    #expect(result.all.isEmpty)
    let reason = newText == "\0" ? "could not be read: No such file or directory" : "changed while it was linted; it was skipped"
    #expect(result.notices.map(\.line) == ["a.swift: error: \(reason)"])
  }

  @Test func anUnreadableFileLeavesTheOthersAlone() throws {
    try folder.write("b.swift", Self.suppression)
    let result = lint(files: [file("missing.swift"), file("b.swift")], catalogue: .builtIn, options: LintOptions())
    #expect(result.all.map(\.path) == ["b.swift"])
    #expect(result.notices.map(\.line) == ["missing.swift: error: could not be read: No such file or directory"])
    #expect(result.statistics.files == 1)
  }

  @Test func sortsByPathPlaceAndRule() {
    let bytes = Array((Self.suppression + "\n" + Self.suppression).utf8)
    let sources = ["b.swift", "a/z.swift", "a.swift", "B.swift"].map { (path: $0, bytes: bytes) }
    for jobs in [1, 4] {
      let found = lint(sources: sources, options: LintOptions(jobs: jobs))
      #expect(found.map(\.path) == ["B.swift", "B.swift", "a.swift", "a.swift", "a/z.swift", "a/z.swift", "b.swift", "b.swift"])
      #expect(found.map(\.start.line) == [1, 3, 1, 3, 1, 3, 1, 3])
    }
  }

  @Test(arguments: [
    [], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("\r\r\n\n".utf8), Array("/* vtlint:disable".utf8), Array("// vtlint:".utf8),
    Array("// vtlint:disable:next all".utf8) + [0xFF], Array("\"\\(\"\\(// vtlint:disable:this all\n".utf8),
  ] as [[UInt8]])
  func anyBytesAreLinted(bytes: [UInt8]) {
    let found = lint(sources: [("a.swift", bytes)])
    #expect(found.allSatisfy { $0.rule == "unused-suppression" })
  }

  @Test func aByteOrderMarkCountsForNothing() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.suppression.utf8)
    let found = try #require(lint(sources: [("a.swift", bytes)]).first)
    #expect(found.start == .init(line: 1, column: 24))
    #expect(found.extent.firstLine == Array(Self.suppression.dropLast().utf8))
  }

  @Test func everyRuleWithCodeIsInTheCatalogue() {
    #expect(implementedRules.contains("double-await"))
    #expect(implementedRules.isSubset(of: Catalogue.builtIn.rules.map(\.id)))
  }

  @Test func silentFindingsAreFoundButNotShown() {
    let options = LintOptions(overrides: RuleOverrides(severities: ["unused-suppression": .severity(.silent)]))
    let files = [SourceFile(path: "a.swift", content: .bytes(Array(Self.suppression.utf8)))]
    let result = lint(files: files, catalogue: .builtIn, options: options)
    #expect(result.all.count == 1 && result.shown.isEmpty)
  }
}

@Suite struct ProgressLineTests {
  @Test func countsFilesAndCleansUp() {
    let said = Locked("")
    let console = Console(
      write: { _, bytes in
        said.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        return true
      }, isTerminal: { _ in true }, environment: { _ in nil }, standardInput: { [] })
    let line = ProgressLine(total: 20, console: console, secondsBetween: 0)
    line.update(3)
    line.update(20)
    line.clear()
    line.clear()
    #expect(said.withLock(\.self) == "\r\u{1B}[Kvtlint: 1 of 10 files\r\u{1B}[Kvtlint: 10 of 10 files\r\u{1B}[K")
  }
}
