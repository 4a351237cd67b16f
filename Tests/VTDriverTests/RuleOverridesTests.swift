import Testing
import VTCatalogue
import VTDiagnostics
@testable import VTDriver

@Suite struct RuleOverridesTests {
  private func severities(
    only: [String] = [], disable: [String] = [], enable: [String] = [], severity: [String] = []
  ) throws -> RuleSeverities {
    RuleSeverities(
      catalogue: .builtIn,
      overrides: try RuleOverrides(
        only: only, disabled: disable, enabled: enable, severities: severity, catalogue: .builtIn))
  }

  @Test func rulesHaveTheirOwnSeverity() throws {
    let table = try severities()
    #expect(table["double-await"] == .warning)
    #expect(table["unchecked-token"] == .suggestion)
    #expect(table["public-value-future"] == .none)
    #expect(table.active.contains("double-await") && !table.active.contains("public-value-future"))
  }

  @Test func onlyRunsThoseRules() throws {
    #expect(try severities(only: ["unconsumed"]).active == ["unconsumed"])
    let table = try severities(only: ["public-value-future", "double-await"])
    #expect(table.active == ["public-value-future", "double-await"])
    #expect(table["public-value-future"] == .warning)
  }

  @Test func flagsSetSeverities() throws {
    let table = try severities(
      disable: ["unconsumed"], enable: ["public-value-future", "unchecked-token"],
      severity: ["double-await=ERROR", "stored-property=none", "stored-property=default", "needless-value-future=error"])
    #expect(table["unconsumed"] == .none)
    #expect(table["public-value-future"] == .warning)
    #expect(table["unchecked-token"] == .suggestion)
    #expect(table["double-await"] == .error)
    #expect(table["stored-property"] == .warning)
    #expect(table["needless-value-future"] == .error)
  }

  @Test func aTypesSeverityStandsBelowTheUsers() throws {
    let plain = try severities()
    #expect(plain.severity(of: "double-resume", typeSeverity: .suggestion) == .suggestion)
    #expect(plain.severity(of: "double-resume", typeSeverity: nil) == .warning)
    #expect(try severities(severity: ["double-resume=error"]).severity(of: "double-resume", typeSeverity: .suggestion) == .error)
    let asked = try severities(severity: ["double-resume=default"])
    #expect(asked.severity(of: "double-resume", typeSeverity: .suggestion) == .suggestion)
  }

  @Test(arguments: [
    (["double-awiat"], [], "--only double-awiat: unknown rule 'double-awiat' (did you mean 'double-await'?)"),
    ([], ["double-await=eror"], "--severity double-await=eror: unknown severity 'eror' (did you mean 'error'?)"),
    ([], ["double-await"], "--severity double-await: expected RULE=LEVEL"),
    (["\u{1B}zzzzzzzzz"], [], "--only \\u{1B}zzzzzzzzz: unknown rule '\\u{1B}zzzzzzzzz'"),
  ] as [([String], [String], String)])
  func misspeltWordsAreErrors(only: [String], severity: [String], message: String) {
    #expect(throws: UsageError(message)) { try severities(only: only, severity: severity) }
  }
}
