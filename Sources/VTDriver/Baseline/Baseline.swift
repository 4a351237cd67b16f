import VTDiagnostics
import VTReport

/// The findings that a team has accepted for now. A text file, one finding a line, sorted, so that a review shows what
/// came and went:
///
///     # vtlint baseline 1
///     9c1185a5c5e9fc54 double-await Sources/Store.swift
///
/// Only the fingerprint counts. Rule and path are there for the reader, so a moved file or a renamed folder keeps its
/// accepted findings; several equal fingerprints stand for as many findings.
package struct Baseline {
  package struct Entry: Hashable {
    package var fingerprint: String
    package var rule: String
    package var path: String
  }

  package private(set) var entries: [Entry] = []

  private static let heading = "# vtlint baseline 1"

  package init(of diagnostics: [Diagnostic]) {
    entries = diagnostics.map { Entry(fingerprint: $0.fingerprint, rule: $0.rule.text, path: printable($0.path)) }
    entries.sort { ($0.path, $0.rule, $0.fingerprint) < ($1.path, $1.rule, $1.fingerprint) }
  }

  /// Reads the file's text; an error names the line.
  package init(text: [UInt8], path: String) throws(UsageError) {
    let lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first.map(String.init) == Self.heading else {
      throw UsageError("\(printable(path)):1: expected '\(Self.heading)'; write a baseline with --write-baseline")
    }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, words[0].utf8.count == 16, words[0].allSatisfy(\.isHexDigit) else {
        throw UsageError("\(printable(path)):\(index + 1): expected a fingerprint, a rule and a path")
      }
      entries.append(Entry(fingerprint: words[0], rule: words[1], path: words[2]))
    }
  }

  package var text: [UInt8] {
    Array((Self.heading + "\n" + entries.map { "\($0.fingerprint) \($0.rule) \($0.path)\n" }.joined()).utf8)
  }

  /// Marks the findings that are accepted, and tells which entries met none.
  package func apply(to diagnostics: inout [Diagnostic]) -> [Entry] {
    // Places in `entries`, the first of each fingerprint last.
    var unmet: [String: [Int]] = [:]
    for index in entries.indices.reversed() { unmet[entries[index].fingerprint, default: []].append(index) }
    for index in diagnostics.indices where diagnostics[index].suppression == nil {
      if unmet[diagnostics[index].fingerprint]?.popLast() != nil { diagnostics[index].suppression = .baseline }
    }
    return unmet.values.joined().sorted().map { entries[$0] }
  }
}
