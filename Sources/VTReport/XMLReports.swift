import VTDiagnostics

// The two XML formats. XML 1.0 cannot hold control characters in any notation, so they are written out as people would
// see them in the text report; a line end in an attribute needs a number, or it is read as a blank.

/// Checkstyle's format: findings by file. Jenkins, reviewdog and many others read it.
package func checkstyleReport(_ report: Report) -> [UInt8] {
  var text = xmlHeading + "<checkstyle version=\"4.3\">\n"
  for (path, diagnostics) in byFile(report.diagnostics) {
    text += "  <file name=\"\(attribute(path))\">\n"
    for diagnostic in diagnostics {
      text += "    <error line=\"\(diagnostic.start.line)\" column=\"\(diagnostic.start.column)\""
      text += " severity=\"\(diagnostic.severity.checkstyleWord)\" message=\"\(attribute(diagnostic.message))\""
      text += " source=\"vtlint.\(attribute(diagnostic.rule.text))\"/>\n"
    }
    text += "  </file>\n"
  }
  for failure in report.failures {
    text += "  <file name=\"\(attribute(failure.path ?? "vtlint"))\">\n    <error line=\"\(failure.position?.line ?? 1)\""
    text += " severity=\"error\" message=\"\(attribute(failure.message))\" source=\"vtlint\"/>\n  </file>\n"
  }
  return Array((text + "</checkstyle>\n").utf8)
}

/// JUnit's format: a suite for each file, a case for each finding. What fails no build by default passes here; what could not be
/// done is an error. A run without either has one passing case, because some readers take an empty report for a broken one.
package func junitReport(_ report: Report) -> [UInt8] {
  let failures = report.diagnostics.count { $0.severity >= .warning }
  let errors = report.failures.count
  let tests = max(1, report.diagnostics.count + errors)
  var text = xmlHeading + "<testsuites name=\"vtlint\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\">\n"
  if errors > 0 {
    text += "  <testsuite name=\"vtlint\" tests=\"\(errors)\" failures=\"0\" errors=\"\(errors)\">\n"
    for failure in report.failures {
      text += "    <testcase classname=\"vtlint\" name=\"\(attribute(failure.path ?? "vtlint"))\">\n"
      text += "      <error message=\"\(attribute(failure.message))\">\(path(failure.line))</error>\n    </testcase>\n"
    }
    text += "  </testsuite>\n"
  } else if report.diagnostics.isEmpty {
    text += "  <testsuite name=\"vtlint\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
    text += "    <testcase classname=\"vtlint\" name=\"no findings\"/>\n  </testsuite>\n"
  }
  for (path, diagnostics) in byFile(report.diagnostics) {
    let failures = diagnostics.count { $0.severity >= .warning }
    text += "  <testsuite name=\"\(attribute(path))\" tests=\"\(diagnostics.count)\" failures=\"\(failures)\" errors=\"0\">\n"
    for diagnostic in diagnostics { text += testCase(diagnostic) }
    text += "  </testsuite>\n"
  }
  return Array((text + "</testsuites>\n").utf8)
}

private func testCase(_ diagnostic: Diagnostic) -> String {
  let place = "\(diagnostic.start.line):\(diagnostic.start.column)"
  var details = "\(path(diagnostic.path)):\(place): \(diagnostic.severity.word): \(attribute(diagnostic.message))"
  for note in diagnostic.notes + diagnostic.steps {
    let start = note.extent.start
    details += "\n\(path(note.path ?? diagnostic.path)):\(start.line):\(start.column): \(attribute(note.message))"
  }
  var text = "    <testcase classname=\"\(attribute(diagnostic.path))\" name=\"\(attribute(diagnostic.rule.text)) \(place)\">\n"
  if diagnostic.severity >= .warning {
    text += "      <failure type=\"\(diagnostic.severity.word)\" message=\"\(attribute(diagnostic.message))\">"
    text += "\(details)</failure>\n"
  } else {
    text += "      <system-out>\(details)</system-out>\n"
  }
  return text + "    </testcase>\n"
}

private let xmlHeading = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/// Diagnostics are sorted by path already.
private func byFile(_ diagnostics: [Diagnostic]) -> [(path: String, diagnostics: [Diagnostic])] {
  diagnostics.reduce(into: []) { groups, diagnostic in
    if groups.last?.path == diagnostic.path {
      groups[groups.count - 1].diagnostics.append(diagnostic)
    } else {
      groups.append((diagnostic.path, [diagnostic]))
    }
  }
}

/// At the start of a line.
private func path(_ text: String) -> String { escaped(printablePath(text)) }

private func attribute(_ text: String) -> String { escaped(printable(text)) }

private func escaped(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&apos;"
    case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
}

extension Severity {
  fileprivate var checkstyleWord: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    default: "info"
    }
  }
}
