import VTCatalogue
import VTDiagnostics

/// Everything a report may say about one run. The driver makes it once; each format prints from it, and none of them
/// opens a file, looks at a clock or knows the machine: the same report gives the same bytes everywhere.
package struct Report: Sendable {
  /// What is shown, sorted by path, place and rule.
  package var diagnostics: [Diagnostic]
  /// What a comment or the baseline silences, for the formats that can say so; nil: nobody asked.
  package var suppressed: [Diagnostic]?
  /// What went wrong beside the findings: files that could not be read, parts that could not be parsed.
  package var notices: [Notice]
  /// The rules that exist, for formats that describe them.
  package var rules: [RuleInfo]
  /// How many files were read.
  package var fileCount: Int
  /// The tool's version, `1.2.3`.
  package var version: String
  /// What the process will exit with.
  package var exitStatus: Int32
  /// What tells this run from others over the same sources.
  package var category: String?
  /// The folder that relative paths are relative to; absolute. Absolute paths in it become relative in formats that ask
  /// for that.
  package var folder: String
  /// The same folder by another name, if it was come to through a link.
  package var otherFolder: String?

  /// What could not be done: with these nobody may take the report for a clean one.
  var failures: [Notice] { notices.filter { $0.level == .error } }

  package init(
    diagnostics: [Diagnostic], suppressed: [Diagnostic]? = nil, notices: [Notice] = [], rules: [RuleInfo] = [],
    fileCount: Int = 0, version: String = "", exitStatus: Int32 = 0, category: String? = nil, folder: String = "/"
  ) {
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.notices = notices
    self.rules = rules
    self.fileCount = fileCount
    self.version = version
    self.exitStatus = exitStatus
    self.category = category
    self.folder = folder
  }

  var resultCount: Int { diagnostics.count + (suppressed?.count ?? 0) }

  package func count(of severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

/// Something the tool says about its own work, not about the code: one line on stderr.
package struct Notice: Hashable, Sendable {
  package enum Level: String, Sendable {
    /// Something that was asked for could not be done: the run exits with 2.
    case error
    /// Probably a mistake of the user's, but the run is whole.
    case warning
    /// Good to know.
    case note
  }

  package enum Subject: String, Sendable {
    /// What the user asked for or configured.
    case configuration
    /// A part of the sources that no rule has seen.
    case gap
    case run
  }

  package var level: Level
  package var subject: Subject
  /// The file it is about, as it is reported; nil for none.
  package var path: String?
  package var position: LineTable.Position?
  package var message: String

  package init(
    _ level: Level, about subject: Subject = .run, path: String? = nil, position: LineTable.Position? = nil, _ message: String
  ) {
    self.level = level
    self.subject = subject
    self.path = path
    self.position = position
    self.message = message
  }

  /// `path:line:col: level: message`, without control characters and without a line end.
  package var line: String {
    let place = [path, position.map { "\($0.line)" }, position.map { "\($0.column)" }].compactMap(\.self)
    return printablePath(place.isEmpty ? "vtlint: " : place.joined(separator: ":") + ": ") + "\(level.rawValue): "
      + printable(message)
  }
}

/// The forms in which a report can be written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, xcode, json, sarif, github, gitlab, checkstyle, junit

  /// - Parameter colored: only `text` has colours.
  package func render(_ report: Report, colored: Bool) -> RenderedReport {
    switch self {
    case .text: RenderedReport(bytes: textReport(report, colored: colored))
    case .xcode: RenderedReport(bytes: xcodeReport(report))
    case .json: RenderedReport(bytes: jsonReport(report))
    case .sarif: sarifReport(report)
    case .github: RenderedReport(bytes: githubReport(report))
    case .gitlab: RenderedReport(bytes: gitlabReport(report))
    case .checkstyle: RenderedReport(bytes: checkstyleReport(report))
    case .junit: RenderedReport(bytes: junitReport(report))
    }
  }
}

/// A report as it goes to its file.
package struct RenderedReport: Sendable {
  package var bytes: [UInt8]
  /// How many results have no place in it, because its reader would refuse it with them.
  package var leftOut = 0
}
