import VTDiagnostics

/// One line per finding and note in the compiler's own form, `path:line:col: warning: message [rule]`, which Xcode,
/// Emacs, VS Code and the problem matchers of CI systems turn into links.
package func xcodeReport(_ report: Report) -> [UInt8] {
  var text = ""
  for diagnostic in report.diagnostics {
    text += line(
      diagnostic.path, diagnostic.start, diagnostic.severity.compilerWord, "\(diagnostic.message) [\(diagnostic.rule.text)]")
    for note in diagnostic.notes + diagnostic.steps {
      text += line(note.path ?? diagnostic.path, note.extent.start, "note", note.message)
    }
  }
  return Array(text.utf8)
}

private func line(_ path: String, _ position: LineTable.Position, _ word: String, _ message: String) -> String {
  "\(printablePath(path)):\(position.line):\(position.column): \(word): \(printable(message))\n"
}

extension Severity {
  /// The compiler knows no suggestions; a note is the nearest word that the readers of this form know.
  fileprivate var compilerWord: String { self < .warning ? "note" : word }
}
