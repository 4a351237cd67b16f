import VTCatalogue
import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTRules
import VTSyntax

/// What the second pass makes of a file.
struct ExaminedFile: Sendable {
  var diagnostics: [Diagnostic] = []
  var notices: [Notice] = []
}

/// The second pass: finds, silences, places and weighs.
struct Examiner: Sendable {
  let files: [SourceFile]
  let declared: [DeclaredFile]
  let trees: Trees
  let index: SymbolIndex
  let summaries: Summaries
  let rules: [RuleInfo]
  /// For files without settings of their own.
  let standard: FileSettings

  func examine(_ id: FileID) -> ExaminedFile {
    let file = files[Int(id.index)]
    let first = declared[Int(id.index)]
    let settings = file.settings ?? standard
    let active = settings.severities.active
    // A file that concerns no rule can still hold suppressions, all of them unused.
    guard first.stamp != nil, !settings.isGenerated,
      first.mayHoldSuppressions || mayFindSomething(in: id, index: index, rules: active)
    else { return ExaminedFile() }
    let tree: SyntaxTree
    do throws(TreeFailure) {
      tree = try trees.tree(of: id)
    } catch {
      return ExaminedFile(notices: [error.notice(file)])
    }
    let result = findings(in: tree, file: id, index: index, summaries: summaries, rules: active)
    if result.findings.isEmpty, result.skipped.isEmpty, result.leftOut == 0, !first.mayHoldSuppressions { return ExaminedFile() }
    var examination = Examination(file: id, tree: tree, settings: settings, examiner: self)
    var examined: ExaminedFile
    if first.mayHoldSuppressions {
      examined = examination.result(of: result.findings, suppressions: Suppressions(in: tree, rules: rules.map(\.id)))
    } else {
      examined = ExaminedFile(diagnostics: examination.diagnostics(of: result.findings.map { ($0, reason: nil) }))
    }
    if !result.skipped.isEmpty { examined.notices += notices(about: result.skipped, in: file.path, LineTable(tree.source)) }
    examined.notices += examination.failures
    let leftOut = result.leftOut + examination.leftOut
    if leftOut > 0 {
      examined.notices.append(
        Notice(.warning, about: .gap, path: file.path, "\(counted(leftOut, "more finding")) in this file left out"))
    }
    return examined
  }
}

/// What was not analysed. A few of them are enough to see what is wrong with a file.
func notices(about skipped: [SkippedFunction], in path: String, _ lines: LineTable) -> [Notice] {
  let limit = 10
  var notices = skipped.prefix(limit).map { skipped in
    let position = lines.position(of: skipped.range.start)
    return switch skipped.reason {
    case .tooComplex:
      Notice(
        .note, about: .gap, path: path, position: position,
        "not analysed: this function is too deep or too large, or a part of it could not be parsed")
    case .broken:
      Notice(
        .warning, about: .gap, path: path, position: position,
        "not analysed: vtlint made a mistake with this function; please report it")
    }
  }
  if skipped.count > limit {
    notices.append(Notice(.note, about: .gap, path: path, "not analysed: \(counted(skipped.count - limit, "more function"))"))
  }
  return notices
}

/// One file of the second pass, after the rules have spoken.
private struct Examination {
  let file: FileID
  let tree: SyntaxTree
  let severities: RuleSeverities
  let requiresReasons: Bool
  let examiner: Examiner
  /// This file's places, and those of the files that remarks lead to.
  private var places: [FileID: PlaceFinder]
  private var fingerprints: FingerprintMaker
  /// Findings beyond `FileFindings.limit`.
  private(set) var leftOut = 0
  /// Files that a remark leads to and that cannot be read, or not as they were.
  private(set) var failures: [Notice] = []

  init(file: FileID, tree: SyntaxTree, settings: FileSettings, examiner: Examiner) {
    self.file = file
    self.tree = tree
    self.examiner = examiner
    severities = settings.severities
    requiresReasons = settings.options[.requireReason] != nil
    places = [file: PlaceFinder(source: tree.source)]
    fingerprints = FingerprintMaker(tree: tree)
  }

  mutating func result(of found: [Finding], suppressions: Suppressions) -> ExaminedFile {
    var suppressions = suppressions
    var weighed = found.map { ($0, suppressions.reason(forSilencing: $0.rule, at: $0.range)) }
    if severities.active.contains(Suppressions.unusedRule) {
      let ranAll = examiner.rules.allSatisfy { $0.defaultSeverity == .none || severities.active.contains($0.id) }
      let ran = severities.active.intersection(implementedRules)
      let unused = suppressions.unused(ran: ran, ranAll: ranAll, file: file)
      let unexplained = requiresReasons ? suppressions.withoutReason(file: file) : []
      weighed += (unused + unexplained).map { ($0, suppressions.reason(forSilencing: $0.rule, at: $0.range)) }
    }
    let mistakes = suppressions.mistakes.sorted { $0.range < $1.range }
    let notices = mistakes.prefix(Suppressions.mistakeLimit).map { mistake in
      Notice(
        .warning, path: examiner.files[Int(file.index)].path,
        position: places[file]!.extent(of: mistake.range).start, mistake.message)
    }
    return ExaminedFile(diagnostics: diagnostics(of: weighed), notices: notices)
  }

  /// - Parameter found: findings, each with the reason it is silenced for, if it is.
  mutating func diagnostics(of found: [(Finding, reason: String?)]) -> [Diagnostic] {
    var sorted = found.sorted { ($0.0.range, $0.0.rule, $0.0.message) < ($1.0.range, $1.0.rule, $1.0.message) }
    leftOut = max(0, sorted.count - FileFindings.limit)
    sorted.removeLast(leftOut)
    var diagnostics: [Diagnostic] = []
    for (finding, reason) in sorted {
      let extent = places[file]!.extent(of: finding.range)
      let fingerprint = fingerprints.fingerprint(rule: finding.rule, extent: extent)
      diagnostics.append(
        Diagnostic(
          rule: finding.rule,
          severity: severities.severity(of: finding.rule, typeSeverity: finding.typeSeverity), message: finding.message,
          path: examiner.files[Int(file.index)].path, extent: extent,
          notes: finding.notes.map { note(of: $0) }, steps: finding.steps.map { note(of: $0) },
          fixes: finding.fixes.map { PlacedFix(extent: places[file]!.extent(of: $0.range), text: $0.text, summary: $0.summary) },
          fingerprint: fingerprint, suppression: reason.map { .comment(reason: $0) }))
    }
    return diagnostics
  }

  /// A remark may lie in another file, which is then read once more; if that is not what was read before, it counts as empty.
  private mutating func note(of remark: Finding.Remark) -> Note {
    let other = examiner.files[Int(remark.file.index)]
    if places[remark.file] == nil {
      var source: [UInt8] = []
      do throws(TreeFailure) {
        source = try examiner.trees.source(of: remark.file)
      } catch {
        failures.append(error.notice(other))
      }
      places[remark.file] = PlaceFinder(source: source)
    }
    return Note(
      path: remark.file == file ? nil : other.path, extent: places[remark.file]!.extent(of: remark.range),
      message: remark.message)
  }
}
