/// The prelude and some functions as one text, and the way back from a line to its function.
struct GeneratedFile {
  private var lines: [String]
  private var functions: [Function]
  /// The first line of each function, 1-based, and one behind the last.
  private var starts: [Int] = []

  init(prelude: [String], functions: [Function]) {
    lines = prelude
    self.functions = functions
    for function in functions {
      starts.append(lines.count + 1)
      lines += execution.lines(of: function)
    }
    starts.append(lines.count + 1)
  }

  func text(for reader: Reader) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      text += render(line, for: reader, line: index + 1)
      text += "\n"
    }
    return text
  }

  /// What the driver runs; behind the functions, so that no line moves.
  var table: String {
    var text = "let cases: [Case] = [\n"
    for function in functions {
      for call in [function.call] + function.helperCalls { text += "  Case(name: \(function.name), run: { \(call) }),\n" }
    }
    return text + "]\n"
  }

  /// The function on a line, and which of its lines it is (0: its header); nil in the prelude.
  private func place(of line: Int) -> (index: Int, line: Int)? {
    guard let next = starts.firstIndex(where: { line < $0 }), next > 0 else { return nil }
    return (next - 1, line - starts[next - 1])
  }

  func byFunction(_ errors: [(line: Int, text: String)]) -> [Int: String] {
    var reasons: [Int: String] = [:]
    for error in errors {
      guard let place = place(of: error.line) else { continue }
      let line = render(lines[error.line - 1], for: .execution, line: error.line)
      reasons[functions[place.index].name, default: "\(error.text): \(line)"] += ""
    }
    return reasons
  }

  func outcomes(seen output: String, report: Report) throws -> [Outcome] {
    var outcomes = functions.map { Outcome(function: $0) }
    for text in output.split(separator: "\n") {
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 3, let number = Int(words[2]) else { throw Failure("the program printed: \(text)") }
      if words[1] == "unexplored" {
        for index in outcomes.indices where functions[index].name == number { outcomes[index].isUnexplored = true }
        continue
      }
      guard let place = place(of: number) else {
        // A fault of a helper that shows only when relaxed is none.
        let isFault = words[0] == "exact" && !["reached", "made", "deferred", "outlived"].contains(words[1])
        if isFault { throw Failure("a helper of the prelude has a fault: \(text)") }
        continue
      }
      switch words[1] {
      case "reached": outcomes[place.index].reached.insert(place.line)
      case "made": outcomes[place.index].made.insert(place.line)
      case "perhaps-made": outcomes[place.index].perhapsMade.insert(place.line)
      case "perhaps-again": outcomes[place.index].perhapsAgain.insert(place.line)
      case "early": outcomes[place.index].early.insert(place.line)
      case "outlived": if words[0] == "exact" { outcomes[place.index].outlived.insert(place.line) }
      case "deferred": outcomes[place.index].deferred.insert(place.line)
      default:
        let what = Sight(rule: words[1], line: place.line)
        if words[0] == "exact" { outcomes[place.index].exact.insert(what) } else { outcomes[place.index].relaxed.insert(what) }
      }
    }
    for finding in report.findings where finding.path.hasSuffix("Generated.swift") {
      guard let place = place(of: finding.line) else {
        throw Failure("vtlint finds fault with a helper of the prelude: \(finding.rule) on line \(finding.line)")
      }
      outcomes[place.index].reported.insert(Sight(rule: finding.rule, line: place.line))
    }
    return outcomes
  }
}
