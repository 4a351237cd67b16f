// The `checks` of an entry of rules.yaml are the severities of its own values, for each rule about value futures; and what
// a finding advises is what the type has.
import Testing

@Suite("Severities of types") struct TypeSeverityTests {
  private static let catalogue = """
    schema: vtlint-catalogue/1
    types:
      - id: my.ticket
        kind: value-future
        match: {type: Ticket}
        operations:
          - {name: redeem, role: consume}
          - {name: peek, role: read}
          - {name: isReady, form: property, role: query, means: completed}
          - {name: detach, role: convert, yields: none}
        checks: CHECKS

    """

  private static let source = """
    struct Ticket { func redeem() async -> Int { 1 } }
    extension Ticket { func peek() -> Int { 1 }; var isReady: Bool { true }; func detach() -> Int { 1 } }
    func make() -> Ticket { Ticket() }
    func twice(_ t: Ticket) async { _ = await t.redeem(); _ = await t.redeem() }
    func beside(_ t: Ticket) async { async let a = t.redeem(); async let b = t.redeem(); _ = await (a, b) }
    func early(_ t: Ticket) -> Int { t.peek() }
    func drop() { make() }
    struct Keeper { var ticket: Ticket }
    func keep(_ t: Ticket) -> [Ticket] { var all: [Ticket] = []; all.append(t); return all }

    """

  private static let rules = ["double-await", "concurrent-await", "premature-result", "unconsumed", "stored-property"]

  private func findings(_ checks: String) throws -> [(severity: Substring, message: Substring, rule: Substring)] {
    let folder = try CommandFolder([
      "a.swift": Self.source, "rules.yaml": Self.catalogue.replacing("CHECKS", with: checks), ".editorconfig": "root = true\n",
    ])
    let run = try folder.run(["--rules", "rules.yaml", "--no-progress", "a.swift"])
    return run.output.matches(of: /(?m)^a\.swift:\d+:\d+: (\w+): (.*) \[([a-z-]+)\]$/).map { ($0.1, $0.2, $0.3) }
  }

  @Test(arguments: rules, ["error", "suggestion", "none"]) func areThoseOfTheEntry(rule: String, severity: String) throws {
    let found = try findings("{\(rule): \(severity)}")
    #expect(Set(found.map { String($0.rule) }) == Set(Self.rules).subtracting(severity == "none" ? [rule] : []))
    for finding in found { #expect(finding.severity == (finding.rule == rule ? severity : "warning"), "\(finding)") }
  }

  @Test func adviceNamesTheOperationsOfTheType() throws {
    for finding in try findings("{}") {
      #expect(finding.message.contains(finding.rule == "premature-result" ? "'isReady'" : "'detach()'"), "\(finding)")
    }
  }

  private static let handlers = """
    final class Page {
      weak var inner: PageDelegate?
      func webView(_ view: WKWebView, decidePolicyFor action: Int, decisionHandler: @escaping (Int) -> Void) {
        guard action > 0 else { return }
        decisionHandler(action)
      }
      func webView(_ view: WKWebView, didReceive challenge: Int, completionHandler: @escaping (Int) -> Void) {
        inner?.webView(view, didReceive: challenge, completionHandler: completionHandler)
      }
      func load(_ id: Int, completion: @escaping (Int) -> Void) {
        guard id > 0 else { return }
        completion(id)
      }
    }

    """

  /// What a framework hands out to be called is a warning, but for those who hand it on to somebody who may be gone; that of a
  /// function of one's own is none.
  @Test func handlersOfFrameworks() throws {
    let folder = try CommandFolder(["a.swift": Self.handlers, ".editorconfig": "root = true\n"])
    let run = try folder.run(["--no-progress", "--fail-level", "never", "a.swift"])
    let found = run.output.matches(of: /(?m)^a\.swift:(\d+):\d+: (\w+): .* \[missing-resume\]$/).map { "\($0.1) \($0.2)" }
    #expect(found == ["4 warning", "8 suggestion", "11 suggestion"])
  }
}
