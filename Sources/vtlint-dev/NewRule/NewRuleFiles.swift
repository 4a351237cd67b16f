// The two files that a rule begins with.

/// The logic, and the page of examples, with an example that fails until the rule is written.
func newRuleFiles(id: String) -> [DerivedFile] {
  let name = ruleTypeName(of: id)
  return [
    DerivedFile(path: "Sources/VTRules/Rules/\(name).swift", text: ruleText(id: id, name: name)),
    DerivedFile(path: "Fixtures/rules/\(id)/examples.swift", text: examplesText(id: id)),
  ]
}

private func ruleText(id: String, name: String) -> String {
  """
  import VTDiagnostics
  import VTFlow

  /// Reports …
  enum \(name): Rule {
    static let id: RuleID = "\(id)"

    static func check(_ facts: FileFacts) -> [Finding] {
      []
    }
  }

  """
}

private func examplesText(id: String) -> String {
  """
  // MARK: bad - what the rule finds

  func badExample(id: Int) async throws {
    let f = store.load(id)
    _ = try await f.value  // expect: \(id)
  }

  // MARK: good - what to write instead

  func goodExample(id: Int) async throws {
    let f = store.load(id)
    _ = try await f.value  // ok: why this is right
  }

  """
}
