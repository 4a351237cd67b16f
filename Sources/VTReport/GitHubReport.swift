import VTDiagnostics

/// Workflow commands that GitHub Actions turns into annotations: `::warning file=…,line=…,title=…::message`.
package func githubReport(_ report: Report) -> [UInt8] {
  var text = ""
  for diagnostic in report.diagnostics {
    var properties = [
      "file=" + property(artifactPath(diagnostic.path, in: report)), "line=\(diagnostic.start.line)",
      "endLine=\(diagnostic.end.line)",
    ]
    // Columns are only understood within one line.
    if diagnostic.start.line == diagnostic.end.line {
      properties += ["col=\(diagnostic.start.column)", "endColumn=\(diagnostic.end.column)"]
    }
    properties.append("title=" + property(diagnostic.rule.text))
    let notes = (diagnostic.notes + diagnostic.steps).map { note in
      "\(printable(note.path ?? diagnostic.path)):\(note.extent.start.line): \(printable(note.message))"
    }
    let message = data(([printable(diagnostic.message)] + notes).joined(separator: "\n"))
    text += "::\(diagnostic.severity.command) \(properties.joined(separator: ","))::\(message)\n"
  }
  for failure in report.failures {
    let properties = [
      failure.path.map { "file=" + property(artifactPath($0, in: report)) }, failure.position.map { "line=\($0.line)" }, "title=vtlint",
    ]
    text += "::error \(properties.compactMap(\.self).joined(separator: ","))::\(data(printable(failure.message)))\n"
  }
  return Array(text.utf8)
}

/// What a line end or a percent sign in the text would do to the command.
private func data(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    default: result.unicodeScalars.append(scalar)
    }
  }
}

/// A line end in a path stays one; other control characters are written out, because the command stands in a log.
private func property(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case ":": result += "%3A"
    case ",": result += "%2C"
    case "%", "\r", "\n": result += data(String(scalar))
    default: result += printable(String(scalar))
    }
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    default: "notice"
    }
  }
}
