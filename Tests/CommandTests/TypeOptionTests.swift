// --typed, --dependency and --index-store: what is wrong with what they name is said, and findings are still reported.
import Foundation
import Testing

@Suite("Options for types") struct TypeOptionTests {
  private static let dependency = "public struct Client { public func fetch() -> ValueFuture<Int> { ValueFuture(1) } }\n"
  private static let source = """
    func twice(_ client: Client) async throws {
      let user = client.fetch()
      _ = try await user.value
      _ = try await user.value
    }

    """
  private static let warning = "Sources/App/a.swift:4:17: warning: "

  private func folder(_ more: [String: String] = [:]) throws -> CommandFolder {
    try CommandFolder(["Sources/App/a.swift": Self.source].merging(more) { $1 })
  }

  @Test("--dependency PATH: a folder or a file, which is not linted") func dependency() throws {
    let folder = try folder(["Dep/b.swift": Self.dependency + sourceWithWarning])
    #expect(try folder.run("Sources").status == 0)
    for path in ["Dep", "Dep/b.swift"] {
      let run = try folder.run("Sources", "--dependency", path, "--format", "xcode")
      #expect(run.status == 1 && run.output.hasPrefix(Self.warning) && run.error == "vtlint: 1 warning in 1 file\n")
    }
    let missing = try folder.run("Sources", "--dependency", "Nowhere", "--dependency", "Dep", "--format", "xcode")
    #expect(missing.status == 2 && missing.output.hasPrefix(Self.warning) && missing.error.contains("Nowhere: error: could not be read"))
  }

  /// Only what others see: everything else would be taken for something of the linted files.
  @Test func whatADependencyHidesIsNotSeen() throws {
    let hidden = Self.dependency.replacing("public func", with: "func")
    #expect(try folder(["Dep/b.swift": hidden]).run("Sources", "--dependency", "Dep").status == 0)
    let other = Self.source + "struct Client { func fetch() -> Task<Int, Never> { Task { 1 } } }\n"
    let own = try CommandFolder(["Sources/App/a.swift": other, "Dep/b.swift": Self.dependency])
    #expect(try own.run("Sources", "--dependency", "Dep").status == 0)
  }

  /// A function of somebody's that is called like one of the language is meant only where it is imported.
  @Test func globalFunctionsAreSeenByThoseWhoImportThem() throws {
    let folder = try CommandFolder([
      "Sources/App/a.swift": "import Clients\nfunc user() { _ = load() }\n", "Sources/App/b.swift": "func other() { _ = load() }\n",
      "Dep/Sources/Clients/b.swift": "public func load() -> ValueFuture<Int> { ValueFuture(1) }\n",
    ])
    let run = try folder.run("Sources", "--dependency", "Dep", "--format", "xcode")
    #expect(run.output.hasPrefix("Sources/App/a.swift:2:19: warning: ") && run.error == "vtlint: 1 warning in 2 files\n")
  }

  @Test func modulesThatNobodyImportsAreNotRead() throws {
    let folder = try folder([
      "Dep/Sources/Clients/b.swift": Self.dependency, "Dep/Sources/More/c.swift": "import Clients\n", "Dep/d.swift": "import More\n",
    ])
    #expect(try folder.run("Sources", "--dependency", "Dep").status == 0)
    try folder.write("Sources/App/b.swift", "import More\n")
    #expect(try folder.run("Sources", "--dependency", "Dep").status == 1)
  }

  @Test("--typed: .build/checkouts and paths of Package.swift, without a build") func typed() throws {
    for path in [".build/checkouts/dep", "../Dep", "Local"] {
      let folder = try CommandFolder([
        "App/Sources/App/a.swift": "import Clients\n" + Self.source, "App/\(path)/Sources/Clients/b.swift": Self.dependency,
        "App/Package.swift": "let package = Package(dependencies: [.package(name: \"dep\", path: \"\(path)\")])\n",
        "App/\(path)/Package.swift": "let package = Package()\n",
      ])
      let run = try folder.shell("cd App && \"$VTLINT\" Sources --format xcode --typed")
      #expect(run.status == 1 && run.output.hasPrefix("Sources/App/a.swift:5:17: warning: "), "\(path) \(run.error)")
      #expect(try folder.shell("cd App && \"$VTLINT\" Sources").status == 0)
    }
  }

  /// What it did without is said to those who ask.
  @Test func withoutAToolchainSourcesAreStillRead() throws {
    let folder = try folder([
      "Package.swift": "", ".build/checkouts/dep/Sources/Clients/b.swift": Self.dependency, "Sources/App/b.swift": "import Clients\n",
    ])
    let run = try folder.run(["Sources", "--typed", "--format", "xcode", "--verbose"], environment: ["PATH": "/nowhere"])
    #expect(run.status == 1 && run.output.hasPrefix(Self.warning))
    for words in ["no toolchain was found: interfaces", "there is no index store in .build/debug", "declarations of 1 of 1 file"] {
      #expect(run.error.contains("vtlint: \(words)"), "\(words)")
    }
    let quiet = try folder.run(["Sources", "--typed", "--format", "xcode"], environment: ["PATH": "/nowhere"])
    #expect(quiet.output == run.output && quiet.error == "vtlint: 1 warning in 2 files\n")
  }

  @Test("--typed with nothing to ask: 2, and what to do") func nothingToAsk() throws {
    let folder = try folder()
    let outside = try folder.run("Sources", "--typed")
    #expect(outside.status == 2 && outside.error.contains("no Package.swift around the linted paths"))
    try folder.write("Package.swift", "")
    let bare = try folder.run(["Sources", "--typed"], environment: ["PATH": "/nowhere"])
    #expect(bare.status == 2 && bare.output == "")
    for word in ["swift package resolve", "swift build", "VTLINT_TOOLCHAIN"] { #expect(bare.error.contains(word)) }
  }

  /// A compiler that fails, writes what is no Swift, is not there, or never ends.
  @Test("--typed: a compiler that does not tell an interface is said, and the run goes on", arguments: [
    ("echo 'no such module' >&2; exit 1", "did not tell the interface of Clients: no such module"),
    ("kill -9 $$", "did not tell the interface of Clients: it crashed"),
    ("sleep 1000 & sleep 1000", "did not tell the interface of Clients: did not end within 0.3 seconds"),
    ("echo ') struct {{'", "vtlint: "),
  ])
  func interfaces(script: String, note: String) throws {
    let folder = try folder([
      "Package.swift": "", "Sources/App/b.swift": "import Clients\nimport Others\n" + sourceWithWarning,
      ".build/debug/Modules/Clients.swiftmodule": "", ".build/debug/Modules/Others.swiftmodule": "",
      "toolchain/bin/swift-synthesize-interface": "#!/bin/sh\n[ $2 = Clients ] || exit 0\n\(script)\n",
    ])
    _ = try folder.shell("chmod +x toolchain/bin/*")
    let run = try folder.run(
      ["Sources", "--typed", "--format", "xcode"], environment: ["VTLINT_TOOLCHAIN": "toolchain", "VTLINT_TIMEOUT": "0.3"])
    #expect(run.status == 1 && run.output.hasPrefix("Sources/App/b.swift:5:17: warning: ") && run.error.contains(note))
  }

  @Test("--typed: an interface is kept until the module changes") func keptInterfaces() throws {
    let folder = try folder([
      "Package.swift": "", "Sources/App/b.swift": "import Clients\n", ".build/debug/Modules/Clients.swiftmodule": "",
      "toolchain/bin/swift-synthesize-interface": "#!/bin/sh\necho x >> asked\ncat interface\n", "interface": Self.dependency,
    ])
    _ = try folder.shell("chmod +x toolchain/bin/*")
    func run() throws -> CommandFolder.Outcome {
      try folder.run(["Sources", "--typed", "--format", "xcode"], environment: ["VTLINT_TOOLCHAIN": "toolchain"])
    }
    for _ in 1...3 { #expect(try run().output.hasPrefix(Self.warning)) }
    #expect(try folder.read("asked") == "x\n")
    try folder.write(".build/debug/Modules/Clients.swiftmodule", "another")
    try folder.write("interface", "")
    #expect(try run().status == 0)
    #expect(try folder.read("asked") == "x\nx\n")
    // Without a place to keep it, it is asked for each time.
    _ = try folder.shell("rm -r .build/vtlint; echo > .build/vtlint")
    for _ in 1...2 { #expect(try run().status == 0) }
    #expect(try folder.read("asked") == "x\nx\nx\nx\n")
  }

  @Test("--index-store PATH: what cannot be read is said, and the run goes on") func indexStore() throws {
    let folder = try folder(["a.swift": sourceWithWarning, "store/v5/units/a.o-1": "no unit", "lib/libm.so": ""])
    let missing = try folder.run("a.swift", "--index-store", "nowhere")
    #expect(missing.status == 2 && missing.error == "vtlint: error: --index-store nowhere: there is no such folder\n")
    func run(_ store: String, _ environment: [String: String]) throws -> String {
      let run = try folder.run(["a.swift", "--format", "xcode", "--index-store", store], environment: environment)
      #expect(run.status == 1 && run.output.hasPrefix("a.swift:3:17: warning: "))
      return run.error
    }
    #expect(try run("store", ["PATH": "/nowhere"]).contains("no toolchain was found"))
    #expect(try run("store", ["VTLINT_TOOLCHAIN": "/nowhere"]).contains("no toolchain was found"))
    #expect(try run("store", ["VTLINT_TOOLCHAIN": "/"]).contains("could not be loaded"))
    #expect(try run("lib", [:]).contains("the index store lib "))
    #expect(try run("store", [:]).contains("could not be read"))
    // A library that is none of the kind.
    let name = "lib/libIndexStore.so"
    try folder.write(name, "not a library")
    #expect(try run("store", ["VTLINT_TOOLCHAIN": folder.url.path]).contains("could not be loaded"))
    let other = try #require(["/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6", "/lib64/libm.so.6"].first {
      FileManager.default.fileExists(atPath: $0)
    })
    try FileManager.default.removeItem(at: folder.url.appending(path: name))
    try FileManager.default.createSymbolicLink(at: folder.url.appending(path: name), withDestinationURL: URL(filePath: other))
    #expect(try run("store", ["VTLINT_TOOLCHAIN": folder.url.path]).contains("has no function indexstore_version"))
  }
}
