// Files that name nothing of interest are not parsed. Nothing may be lost by that.

import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTDriver

@Suite struct FilesOfInterestTests {
  private func expectSame(_ sources: [(path: String, text: String)]) {
    func findings(readsAll: Bool) -> [String] {
      var options = LintOptions()
      options.readsAll = readsAll
      return lint(sources: sources.map { ($0.path, Array($0.text.utf8)) }, options: options).map {
        "\($0.path):\($0.extent.start.line):\($0.extent.start.column) \($0.rule.text) \($0.message)"
      }
    }
    #expect(findings(readsAll: false) == findings(readsAll: true))
  }

  @Test(arguments: RuleFixture.rules)
  func nothingIsLostInFixtures(of rule: String) {
    let fixtures = RuleFixture.all.filter { $0.rule == rule }.map { (path: $0.name, text: $0.text) }
    expectSame([("Support/ReferenceAPI.swift", RuleFixture.referenceAPI)] + fixtures)
  }

  @Test(arguments: ProjectFixture.all)
  func nothingIsLostInProjects(in project: ProjectFixture) {
    expectSame([("ReferenceAPI.swift", RuleFixture.referenceAPI)] + project.files)
  }

  /// The type, what makes it, what leads to that, and who uses it stand in modules of their own; only the first names
  /// something of the catalogue.
  @Test func whatIsNeededIsFoundThroughModules() {
    let sources = [
      ("Sources/Core/Reply.swift", "public typealias Reply = ValueFuture<Int>"),
      ("Sources/Client/Client.swift", "import Core\npublic struct Client { public func load() -> Reply { fatalError() } }"),
      ("Sources/Store/Store.swift", "import Client\npublic struct Store { public let client: Client }"),
      (
        "Sources/App/App.swift",
        "import Store\nfunc use(_ store: Store) async throws { let f = store.client.load(); _ = try await f.value; _ = try await f.value }"
      ),
      ("Sources/Other/Other.swift", "func use(_ store: Store) async throws { let f = store.client.load(); _ = try await f.value; _ = try await f.value }"),
    ]
    expectSame(sources)
    let found = lint(sources: sources.map { ($0.0, Array($0.1.utf8)) })
    #expect(found.map(\.path) == ["Sources/App/App.swift"], "a module that imports nothing sees nothing")
  }
}
