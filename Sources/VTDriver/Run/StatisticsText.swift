import VTDiagnostics

/// What `--statistics` prints on stderr: how much was read, what was found by rule, and where the time went.
/// - Parameter reporting: the seconds that came after linting.
func statisticsText(of result: LintResult, reporting: [(name: String, seconds: Double)]) -> String {
  let statistics = result.statistics
  var lines = [
    "files      \(statistics.files)", "lines      \(statistics.lines)", "functions  \(statistics.functions)",
    "bytes      \(statistics.bytes)",
  ]
  if let count = statistics.filesKnown { lines.append("cached     \(count)") }
  var counts: [RuleID: Int] = [:]
  for diagnostic in result.shown { counts[diagnostic.rule, default: 0] += 1 }
  lines.append("findings   \(result.shown.count)")
  for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
    lines.append("  \(rightAligned(String(count), 6))  \(rule.text)")
  }
  lines.append("seconds")
  for (name, seconds) in statistics.stages + reporting { lines.append("  \(rightAligned(inMilliseconds(seconds), 6))  \(name)") }
  return lines.joined(separator: "\n")
}

private func rightAligned(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}

private func inMilliseconds(_ seconds: Double) -> String {
  let milliseconds = Int((seconds * 1000).rounded())
  let digits = String(milliseconds % 1000)
  return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
}
