import VTDiagnostics

/// GitLab's Code Quality report: a JSON array. GitLab merges entries with equal fingerprints into one, so the path is part
/// of the fingerprint here, and equal ones are numbered.
package func gitlabReport(_ report: Report) -> [UInt8] {
  var json = JSONWriter(capacity: report.resultCount * 2048)
  var occurrences: [String: Int] = [:]
  json.array { json in
    for diagnostic in report.diagnostics {
      let path = artifactPath(diagnostic.path, in: report)
      let base = "\(diagnostic.fingerprint)-\(pathHash(path))"
      let occurrence = occurrences[base, default: 0]
      occurrences[base] = occurrence + 1
      json.object { json in
        json.member("description", diagnostic.message)
        json.member("check_name", diagnostic.rule.text)
        json.member("fingerprint", occurrence == 0 ? base : "\(base)-\(occurrence)")
        json.member("severity", diagnostic.severity.gitlabWord)
        json.object("location") { json in
          json.member("path", path)
          json.object("lines") { json in
            json.member("begin", diagnostic.start.line)
            json.member("end", diagnostic.end.line)
          }
        }
      }
    }
  }
  json.end()
  return json.bytes
}

/// FNV-1a, in hexadecimal.
private func pathHash(_ path: String) -> String {
  String(path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, radix: 16)
}

extension Severity {
  fileprivate var gitlabWord: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    default: "info"
    }
  }
}
