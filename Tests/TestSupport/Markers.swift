// Expectations written as comments in Swift fixtures, and their comparison with what the linter said.
//
//     try await f.value          // expect: double-await, unconsumed
//     // expect@-1: double-await            for the line above (or further above)
//     try await f.value          // expect-note: text      some finding has a note on this line that contains the text
//     if cached {                // expect-step: text      the same for a step of its path
//     //        ^~~~~~~ double-await        the exact range of the finding in the line above
//     try await f.value          // ok: reason             silence on purpose
//     try await f.value          // expect-missing: double-await - reason     a known gap; closing it must fail here
//
// Both a missing and an unmarked finding are differences. Everything counts in UTF-8 bytes and 1-based lines.

import VTDiagnostics

/// The expectations of one text.
package struct Markers {
  /// A rule that is expected on a line, as often as it stands here.
  package struct Expectation: Hashable {
    package var line: Int
    package var rule: RuleID
  }

  package struct ExactRange: Hashable {
    package var line: Int
    package var rule: RuleID
    /// 1-based, in UTF-8 bytes.
    package var columns: Range<Int>
  }

  /// A note, or a step of a path, that says something about a line.
  package struct ExpectedRemark: Hashable {
    package var line: Int
    package var text: String
  }

  package var expected: [Expectation] = []
  package var missing: [Expectation] = []
  package var ranges: [ExactRange] = []
  package var notes: [ExpectedRemark] = []
  package var steps: [ExpectedRemark] = []
  /// Lines with a comment that looks like a marker and is none: a misspelt marker would test nothing.
  package var misspelt: [Int] = []

  /// No expectation at all: the text has to be silent.
  package static let silence = Markers()

  private init() {}

  package init(readingFrom text: String) {
    var lastCodeLine = 0
    for (index, content) in Markers.lines(of: text).enumerated() {
      let line = index + 1
      if let (columns, rule) = Markers.caretLine(content) {
        ranges.append(ExactRange(line: lastCodeLine, rule: rule, columns: columns))
        continue
      }
      lastCodeLine = line
      for comment in Markers.comments(in: content) { read(comment, line: line) }
    }
  }

  private mutating func read(_ comment: Substring, line: Int) {
    if let rules = comment.text(after: "expect: ") {
      expected += Markers.rules(rules).map { Expectation(line: line, rule: $0) }
    } else if let rest = comment.text(after: "expect@-"), let colon = rest.firstIndex(of: ":"),
      let distance = Int(rest[..<colon])
    {
      let rules = rest[rest.index(after: colon)...]
      expected += Markers.rules(rules).map { Expectation(line: line - distance, rule: $0) }
    } else if let text = comment.text(after: "expect-note: ") {
      notes.append(ExpectedRemark(line: line, text: text.trimmed))
    } else if let text = comment.text(after: "expect-step: ") {
      steps.append(ExpectedRemark(line: line, text: text.trimmed))
    } else if let gap = comment.text(after: "expect-missing: "), let dash = gap.firstRange(of: " - ") {
      missing += Markers.rules(gap[..<dash.lowerBound]).map { Expectation(line: line, rule: $0) }
    } else if comment.hasPrefix("expect") || comment.hasPrefix("ok:") && comment.trimmed == "ok:" {
      misspelt.append(line)
    }
  }

  /// `    //   ^~~~ rule-id`: the columns of the carets and the rule.
  private static func caretLine(_ content: Substring) -> (columns: Range<Int>, rule: RuleID)? {
    let bytes = Array(content.utf8)
    guard let slashes = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }), bytes[slashes...].starts(with: "//".utf8),
      let caret = bytes[(slashes + 2)...].firstIndex(where: { $0 != UInt8(ascii: " ") }), bytes[caret] == UInt8(ascii: "^")
    else { return nil }
    let end = bytes[(caret + 1)...].firstIndex { $0 != UInt8(ascii: "~") } ?? bytes.count
    let rule = Substring(decoding: bytes[end...], as: UTF8.self).trimmed
    return (caret + 1..<end + 1, RuleID(rule))
  }

  /// The texts of the `// ` comments of a line; a line may carry several.
  private static func comments(in content: Substring) -> [Substring] {
    content.split(separator: "// ", omittingEmptySubsequences: false).dropFirst().map { $0 }
  }

  private static func rules(_ list: Substring) -> [RuleID] {
    list.split(separator: ",").map { RuleID($0.trimmed) }
  }

  /// The lines without their ends, whether these are LF or CR LF.
  package static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return Substring(content)
    }
  }
}

extension Markers {
  /// What differs between the expectations and the findings, in words, in the order of lines; empty: nothing.
  /// - Parameter diagnostics: the findings of this text only.
  package func differences(from diagnostics: [Diagnostic]) -> [String] {
    var differences: [(line: Int, text: String)] = misspelt.map { ($0, "this comment looks like a marker and is none") }
    var unmatched = expected
    for diagnostic in diagnostics {
      let place = Expectation(line: diagnostic.start.line, rule: diagnostic.rule)
      if let match = unmatched.firstIndex(of: place) {
        unmatched.remove(at: match)
      } else if missing.contains(place) {
        differences.append((place.line, "a known gap is closed, make it an expectation: \(diagnostic.summary)"))
      } else {
        differences.append((place.line, "unexpected: \(diagnostic.summary)"))
      }
    }
    differences += unmatched.map { ($0.line, "missing: \($0.rule.text)") }
    differences += ranges.compactMap { $0.difference(from: diagnostics) }
    let saidNotes = diagnostics.flatMap(\.notes)
    for note in notes where !note.isFound(in: saidNotes) {
      differences.append((note.line, "no note here says \"\(note.text)\""))
    }
    let saidSteps = diagnostics.flatMap(\.steps)
    for step in steps where !step.isFound(in: saidSteps) {
      differences.append((step.line, "no step here says \"\(step.text)\""))
    }
    return differences.sorted { $0.line < $1.line }.map { "line \($0.line): \($0.text)" }
  }
}

extension Markers.ExactRange {
  fileprivate func difference(from diagnostics: [Diagnostic]) -> (line: Int, text: String)? {
    let candidates = diagnostics.filter { $0.start.line == line && $0.rule == rule }
    let isFound = candidates.contains { $0.end.line == line && $0.start.column..<$0.end.column == columns }
    // A missing finding is its expectation's to say.
    if isFound || candidates.isEmpty { return nil }
    let found = candidates.map { "\($0.start.column)..<\($0.end.column)" }.joined(separator: ", ")
    return (line, "\(rule.text) stands on columns \(found) instead of \(columns)")
  }
}

extension Markers.ExpectedRemark {
  fileprivate func isFound(in remarks: [Note]) -> Bool {
    remarks.contains { $0.path == nil && $0.extent.start.line == line && $0.message.contains(text) }
  }
}

extension Diagnostic {
  fileprivate var summary: String { "\(rule.text): \(message) (column \(start.column))" }
}

extension Substring {
  fileprivate func text(after prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  fileprivate var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
