import VTDiagnostics

/// The report for scripts: `{"version": 1, "findings": […], "summary": {…}}`, and `failures` where something could not be done. Keys are only ever added; a change of
/// meaning raises `version`. Lines and columns count from 1, columns in UTF-8 bytes; the end is the place behind.
package func jsonReport(_ report: Report) -> [UInt8] {
  var json = JSONWriter(capacity: report.resultCount * 2048)
  json.object { json in
    json.member("version", 1)
    json.array("findings") { json in
      for diagnostic in report.diagnostics { json.write(diagnostic) }
    }
    if let suppressed = report.suppressed {
      json.array("suppressed") { json in
        for diagnostic in suppressed { json.write(diagnostic) }
      }
    }
    if !report.failures.isEmpty {
      json.array("failures") { json in
        for failure in report.failures {
          json.object { json in
            json.member("message", failure.message)
            if let path = failure.path { json.member("path", path) }
            if let position = failure.position { json.member("line", Int(position.line)) }
          }
        }
      }
    }
    json.object("summary") { json in
      json.member("files", report.fileCount)
      json.member("errors", report.count(of: .error))
      json.member("warnings", report.count(of: .warning))
      json.member("suggestions", report.count(of: .suggestion))
    }
  }
  json.end()
  return json.bytes
}

extension JSONWriter {
  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    object { json in
      json.member("rule", diagnostic.rule.text)
      json.member("severity", diagnostic.severity.word)
      json.member("message", diagnostic.message)
      json.place(diagnostic.path, diagnostic.extent)
      json.array("notes") { json in json.write(diagnostic.notes, in: diagnostic.path) }
      json.array("steps") { json in json.write(diagnostic.steps, in: diagnostic.path) }
      json.array("fixes") { json in
        for fix in diagnostic.fixes {
          json.object { json in
            json.member("message", fix.summary)
            json.place(diagnostic.path, fix.extent)
            json.member("text", fix.text)
          }
        }
      }
      json.member("fingerprint", diagnostic.fingerprint)
      switch diagnostic.suppression {
      case .comment(let reason): json.member("suppressedBy", reason.isEmpty ? "comment" : "comment: \(reason)")
      case .baseline: json.member("suppressedBy", "baseline")
      case nil: break
      }
    }
  }

  fileprivate mutating func write(_ notes: [Note], in path: String) {
    for note in notes {
      object { json in
        json.member("message", note.message)
        json.place(note.path ?? path, note.extent)
      }
    }
  }

  fileprivate mutating func place(_ path: String, _ extent: Extent) {
    member("path", path)
    member("line", extent.start.line)
    member("column", extent.start.column)
    member("endLine", extent.end.line)
    member("endColumn", extent.end.column)
  }
}
