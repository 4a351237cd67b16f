// The examples of a rule, cut out of its fixture: `// MARK: bad - title` and `// MARK: good - title` begin a section each.

package struct RuleExample: Hashable, Sendable {
  package var isBad: Bool
  package var title: String
  /// Without the markers of the tests; what a marker expects is left as a plain comment.
  package var code: String

  package init(isBad: Bool, title: String, code: String) {
    self.isBad = isBad
    self.title = title
    self.code = code
  }
}

package func ruleExamples(in source: String) -> [RuleExample] {
  var examples: [RuleExample] = []
  var isInside = false
  for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
    if let heading = line.dropPrefix("// MARK: ") {
      let words = heading.split(separator: " - ", maxSplits: 1).map(String.init)
      isInside = words.count == 2 && (words[0] == "bad" || words[0] == "good")
      if isInside { examples.append(RuleExample(isBad: words[0] == "bad", title: words[1], code: "")) }
    } else if isInside, let shown = shownLine(line) {
      examples[examples.count - 1].code += shown + "\n"
    }
  }
  for index in examples.indices { examples[index].code = withoutOuterBlankLines(examples[index].code) }
  return examples
}

/// The line as a page shows it; nil when it holds nothing but a marker.
private func shownLine(_ line: Substring) -> String? {
  guard let comment = line.firstRange(of: "//") else { return String(line) }
  let code = line[..<comment.lowerBound]
  let words = line[comment.upperBound...].drop { $0 == " " }
  if words.hasPrefix("expect-note") || words.hasPrefix("expect@") || words.hasPrefix("^") {
    let bare = code.trimmedEnd()
    return bare.isEmpty ? nil : bare
  }
  if let rule = words.dropPrefix("expect: ") { return "\(code)// \(rule)" }
  return String(line)
}

private func withoutOuterBlankLines(_ text: String) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  while let first = lines.first, first.isEmpty { lines.removeFirst() }
  while let last = lines.last, last.isEmpty { lines.removeLast() }
  return lines.joined(separator: "\n")
}

extension Substring {
  fileprivate func dropPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  fileprivate func trimmedEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
