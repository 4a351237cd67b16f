import VTCatalogue
import VTDiagnostics

/// SARIF 2.1.0 for code review. What stands here beyond the schema is there because a consumer needs it:
///
/// - `columnKind` says what columns count, and they do count UTF-16 code units here, which all viewers expect.
/// - URIs are relative to `%SRCROOT%`, whose place is left to the reader: a report does not depend on the machine.
/// - Fingerprints have a key of our own; code hosts compute theirs and complain when the two differ.
/// - Silenced results are written only when asked for, because code scanning opens them as alerts.
/// - Above the limits of code scanning the least severe results are left out, and a notification says so.
package func sarifReport(_ report: Report, limits: SARIFLimits = .codeScanning) -> RenderedReport {
  let all = report.diagnostics + (report.suppressed ?? [])
  if all.count <= limits.results {
    // Written at once: to hold each result by itself until it is known that all fit would take the memory twice.
    let whole = document(report, all, leftOut: 0)
    if whole.count <= limits.bytes { return RenderedReport(bytes: whole, leftOut: 0) }
  }
  let kept = mostSevere(of: all, report, within: limits)
  let leftOut = all.count - kept.count
  return RenderedReport(bytes: document(report, kept.map { all[$0] }, leftOut: leftOut), leftOut: leftOut)
}

/// - Parameter leftOut: how many results are not among these.
private func document(_ report: Report, _ results: [Diagnostic], leftOut: Int) -> [UInt8] {
  // About what a result takes, and each place in it.
  var json = JSONWriter(capacity: results.reduce(0) { $0 + 4_096 + ($1.notes.count + $1.steps.count) * 2_048 })
  json.object { json in
    json.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.array("runs") { json in json.object { json in json.run(report, results, leftOut: leftOut) } }
  }
  json.end()
  return json.bytes
}

/// What code scanning refuses a file for.
package struct SARIFLimits: Sendable {
  package var results: Int
  /// Of all results together. The limit is one of 10 MB packed; results shrink to a thirtieth, to a tenth at the worst.
  package var bytes: Int

  package init(results: Int, bytes: Int) {
    self.results = results
    self.bytes = bytes
  }

  package static let codeScanning = SARIFLimits(results: 25_000, bytes: 100_000_000)
}

/// So many steps of a path are shown; a result with more places beside it is refused.
private let placeLimit = 1_000

/// The list of results stands so deep in the document.
private let resultDepth = 4

/// In bytes. A generated file may have its whole text on one line, and each result, and each step to it, would repeat it.
private let snippetLimit = 500

extension JSONWriter {
  fileprivate mutating func run(_ report: Report, _ results: [Diagnostic], leftOut: Int) {
    object("tool") { json in json.object("driver") { json in json.driver(report) } }
    array("invocations") { json in
      json.object { json in json.invocation(report, leftOut: leftOut) }
    }
    if let category = report.category {
      object("automationDetails") { json in json.member("id", category + "/") }
    }
    object("originalUriBaseIds") { json in
      json.object("%SRCROOT%") { json in
        json.object("description") { json in json.member("text", "The folder that vtlint was run in.") }
      }
    }
    member("columnKind", "utf16CodeUnits")
    array("newlineSequences") { json in for sequence in ["\r\n", "\n", "\r"] { json.string(sequence) } }
    let ruleIndices = report.ruleIndices
    array("results") { json in
      for result in results { json.object { json in json.result(result, ruleIndices[result.rule], report) } }
    }
  }

  // MARK: - tool

  private mutating func driver(_ report: Report) {
    member("name", "vtlint")
    member("version", report.version)
    member("semanticVersion", report.version)
    member("informationUri", informationURI)
    array("rules") { json in
      for rule in report.rules { json.object { json in json.rule(rule) } }
    }
  }

  private mutating func rule(_ rule: RuleInfo) {
    member("id", rule.id.text)
    member("name", rule.id.text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
    object("shortDescription") { json in json.member("text", rule.summary + ".") }
    member("helpUri", "\(informationURI)/blob/main/docs/rules/\(rule.id.text).md")
    object("fullDescription") { json in json.member("text", shortened(plain(rule.why))) }
    object("help") { json in
      json.member("text", plain("\(rule.summary).\n\n\(rule.why)\n\n\(rule.instead)"))
      json.member("markdown", Catalogue.page(of: rule.id) ?? "\(rule.why)\n\n\(rule.instead)")
    }
    object("defaultConfiguration") { json in
      json.member("enabled", rule.defaultSeverity > .none)
      json.member("level", rule.defaultSeverity.sarifLevel)
    }
    object("properties") { json in
      json.array("tags") { json in for tag in ["concurrency", rule.category] { json.string(tag) } }
      json.member("precision", "high")
      json.member("problem.severity", rule.defaultSeverity.problemSeverity)
    }
  }

  private mutating func invocation(_ report: Report, leftOut: Int) {
    // Not successful means that vtlint could not do its work, not that it found something.
    member("executionSuccessful", report.exitStatus != 2)
    member("exitCode", Int(report.exitStatus))
    array("toolExecutionNotifications") { json in
      if leftOut > 0 {
        json.object { json in
          json.member("level", "warning")
          json.message("\(leftOut) of the least severe results were left out: code scanning takes no more")
        }
      }
      for notice in report.notices where notice.subject != .configuration {
        json.object { json in json.notification(notice, report) }
      }
    }
    array("toolConfigurationNotifications") { json in
      for notice in report.notices where notice.subject == .configuration {
        json.object { json in json.notification(notice, report) }
      }
    }
  }

  private mutating func notification(_ notice: Notice, _ report: Report) {
    member("level", notice.level.rawValue)
    message(notice.message)
    guard let path = notice.path else { return }
    array("locations") { json in
      json.object { json in
        json.object("physicalLocation") { json in
          json.artifactLocation(path, report)
          if let position = notice.position {
            json.object("region") { json in json.member("startLine", position.line) }
          }
        }
      }
    }
  }

  // MARK: - results

  fileprivate mutating func result(_ diagnostic: Diagnostic, _ ruleIndex: Int?, _ report: Report) {
    member("ruleId", diagnostic.rule.text)
    if let ruleIndex { member("ruleIndex", ruleIndex) }
    member("level", diagnostic.severity.sarifLevel)
    message(of: diagnostic)
    array("locations") { json in
      json.object { json in json.physicalLocation(diagnostic.path, diagnostic.extent, report) }
    }
    if !diagnostic.notes.isEmpty {
      array("relatedLocations") { json in
        for (index, note) in diagnostic.notes.prefix(placeLimit).enumerated() {
          json.object { json in
            json.member("id", index + 1)
            json.physicalLocation(note.path ?? diagnostic.path, note.extent, report)
            json.message(note.message)
          }
        }
      }
    }
    if !diagnostic.steps.isEmpty { codeFlow(diagnostic, report) }
    if !diagnostic.fixes.isEmpty { fixes(diagnostic, report) }
    object("partialFingerprints") { json in json.member("vtlint/v1", diagnostic.fingerprint) }
    if report.suppressed != nil { suppressions(diagnostic.suppression) }
  }

  /// The steps, and the finding as the last of them.
  private mutating func codeFlow(_ diagnostic: Diagnostic, _ report: Report) {
    let end = Note(path: nil, extent: diagnostic.extent, message: diagnostic.message)
    array("codeFlows") { json in
      json.object { json in
        json.array("threadFlows") { json in
          json.object { json in
            json.array("locations") { json in
              for step in diagnostic.steps.prefix(placeLimit - 1) + [end] {
                json.object { json in
                  json.object("location") { json in
                    json.physicalLocation(step.path ?? diagnostic.path, step.extent, report)
                    json.message(step.message)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private mutating func fixes(_ diagnostic: Diagnostic, _ report: Report) {
    array("fixes") { json in
      for fix in diagnostic.fixes {
        json.object { json in
          json.object("description") { json in json.member("text", fix.summary) }
          json.array("artifactChanges") { json in
            json.object { json in
              json.artifactLocation(diagnostic.path, report)
              json.array("replacements") { json in
                json.object { json in
                  json.object("deletedRegion") { json in json.region(fix.extent) }
                  json.object("insertedContent") { json in json.member("text", fix.text) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Either every result has the list, or none has.
  private mutating func suppressions(_ suppression: Suppression?) {
    array("suppressions") { json in
      switch suppression {
      case nil: break
      case .baseline: json.object { json in json.member("kind", "external") }
      case .comment(let reason):
        json.object { json in
          json.member("kind", "inSource")
          if !reason.isEmpty { json.member("justification", reason) }
        }
      }
    }
  }

  // MARK: - places

  private mutating func physicalLocation(_ path: String, _ extent: Extent, _ report: Report) {
    object("physicalLocation") { json in
      json.artifactLocation(path, report)
      json.object("region") { json in
        json.region(extent)
        if let text = extent.text { json.object("snippet") { json in json.member("text", text) } }
      }
      // Only around a region on one line, because a context must hold its whole region, and only where the line is one
      // that people read.
      if extent.start.line == extent.end.line, extent.firstLine.count <= snippetLimit {
        json.object("contextRegion") { json in
          json.member("startLine", extent.start.line)
          json.object("snippet") { json in json.member("text", String(decoding: extent.firstLine, as: UTF8.self)) }
        }
      }
    }
  }

  private mutating func artifactLocation(_ path: String, _ report: Report) {
    let path = artifactPath(path, in: report)
    object("artifactLocation") { json in
      json.member("uri", artifactURI(path))
      if path.utf8.first != UInt8(ascii: "/") { json.member("uriBaseId", "%SRCROOT%") }
    }
  }

  private mutating func region(_ extent: Extent) {
    member("startLine", extent.start.line)
    member("startColumn", utf16Column(extent.start.column, in: extent.firstLine))
    member("endLine", extent.end.line)
    member("endColumn", utf16Column(extent.end.column, in: extent.lastLine))
  }

  private mutating func message(_ text: String) { object("message") { json in json.member("text", messageText(text)) } }

  /// With a link to each related location: GitHub shows none that the text does not link to.
  private mutating func message(of diagnostic: Diagnostic) {
    let links = diagnostic.notes.prefix(placeLimit).enumerated().map { place, note in
      "\n[\(messageText(note.message, isLink: true))](\(place + 1))"
    }
    object("message") { json in json.member("text", messageText(diagnostic.message) + links.joined()) }
  }
}

// MARK: - parts

/// Braces are doubled, because SARIF takes them for placeholders; brackets that would make a link are escaped.
/// - Parameter isLink: between the brackets of a link.
private func messageText(_ text: String, isLink: Bool = false) -> String {
  var text = text.replacing("{", with: "{{").replacing("}", with: "}}")
  if isLink || text.contains("](") { text = text.replacing("[", with: "\\[") }
  return isLink ? text.replacing("]", with: "\\]") : text
}

/// Where people read about the tool: the address that the project is to have. Nothing is fetched from it; it has to be
/// an address, because viewers make a link of it.
private let informationURI = "https://github.com/vtlint/vtlint"

extension Report {
  fileprivate var ruleIndices: [RuleID: Int] { Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first } }
}

/// The places of the results that fit: the most severe first, silenced ones last; then in their own order again. Of equals the
/// first are kept, so that the same ones stay from run to run.
private func mostSevere(of all: [Diagnostic], _ report: Report, within limits: SARIFLimits) -> [Int] {
  let ruleIndices = report.ruleIndices
  func rank(_ index: Int) -> (Int, Int, Int) {
    (index < report.diagnostics.count ? 0 : 1, -Int(all[index].severity.rawValue), index)
  }
  let ranked = all.indices.sorted { rank($0) < rank($1) }
  var kept: [Int] = []
  var size = 0
  for index in ranked.prefix(limits.results) {
    var json = JSONWriter(depth: resultDepth)
    json.object { json in json.result(all[index], ruleIndices[all[index].rule], report) }
    size += json.bytes.count
    if size > limits.bytes { break }
    kept.append(index)
  }
  return kept.sorted()
}

/// The column in UTF-16 code units for one in UTF-8 bytes (both from 1).
func utf16Column(_ column: Int, in line: [UInt8]) -> Int {
  let before = line.prefix(max(0, column - 1))
  if before.allSatisfy({ $0 < 0x80 }) { return column }
  return scalars(of: before).reduce(1) { $0 + ($1.scalar.map { UTF16.width($0) } ?? 1) } + max(0, column - 1 - line.count)
}

extension Extent {
  /// The text of the range, where it lies on one line.
  fileprivate var text: String? {
    guard start.line == end.line, start.column <= end.column, end.column <= firstLine.count + 1,
      end.column - start.column <= snippetLimit
    else { return nil }
    return String(decoding: firstLine[(start.column - 1)..<(end.column - 1)], as: UTF8.self)
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    default: "note"
    }
  }

  fileprivate var problemSeverity: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    default: "recommendation"
    }
  }
}

/// Markdown as plain text: without the marks for code and emphasis, and a line for each paragraph.
private func plain(_ markdown: String) -> String {
  let text = markdown.filter { $0 != "`" && $0 != "*" }
  return text.split(separator: "\n\n").map { $0.replacing("\n", with: " ") }.joined(separator: "\n\n")
}

/// At most as long as code scanning takes a description, cut after a sentence.
private func shortened(_ text: String) -> String {
  if text.count <= 1000 { return text }
  let cut = text.prefix(1000)
  return String(cut[...(cut.lastIndex(of: ".") ?? cut.index(before: cut.endIndex))])
}
