// What vtlint leaves out it says: on stderr, in SARIF, and with --strict by its exit status; the rest is linted.
import Foundation
import Testing

@Suite("What was not looked at is said") struct GapTests {
  /// In each of these texts a part is left out, and another holds a finding.
  private static let texts = [
    "func deep() { \(String(repeating: "{ ", count: 2000))f()\(String(repeating: " }", count: 2000)) }\n",
    "func wide(\((0..<1000).map { "a\($0): ValueFuture<Int>" }.joined(separator: ", "))) { _ = a1 }\n",
    "func load() -> ValueFuture<Int> { make() }\nfunc long() {\n\(String(repeating: "_ = load().asTask()\n", count: 25_000))}\n",
    "func broken() async throws { let f = store.load(1); f. ; ] ) try await f.value }\n",
  ]

  @Test(arguments: texts) func aGapIsSaidAndTheRestIsLinted(_ text: String) throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b.swift": text])
    let run = try folder.run("--no-config", "--format", "sarif")
    #expect(run.status == 1 && run.error.contains("b.swift:") && run.error.contains("note: "))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let first = try #require((document["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((first["invocations"] as? [[String: Any]])?.first)
    let notifications = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(!notifications.isEmpty && (first["results"] as? [Any])?.isEmpty == false)
    #expect(invocation["executionSuccessful"] as? Bool == true)

    let strict = try folder.run("--no-config", "--strict", "--format", "sarif")
    #expect(strict.status == 2 && strict.output.contains("\"executionSuccessful\": false"))
  }

  @Test func aFileInUTF16IsSaid() throws {
    let folder = try CommandFolder(["a.swift": "let x = 1\n"])
    let run = try folder.shell("printf '\\377\\376l\\000e\\000t\\000' > b.swift; \"$VTLINT\" --no-config; \"$VTLINT\" --no-config --strict")
    #expect(run.status == 2 && run.error.contains("b.swift: warning: not linted: it is UTF-16, and Swift reads UTF-8 only"))
    #expect(run.error.contains("no findings in 2 files"))
  }

  @Test func withoutAGapStrictChangesNothing() throws {
    let folder = try CommandFolder(["a.swift": "let x = 1\n"])
    #expect(try folder.run("--no-config", "--strict").status == 0)
    try folder.write("a.swift", sourceWithWarning)
    #expect(try folder.run("--no-config", "--strict").status == 1)
  }
}
