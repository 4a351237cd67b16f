import VTCatalogue
import VTDiagnostics
import VTFlow
import VTReport
import VTRules
import VTSyntax

/// What the pipeline needs to know beside the files.
package struct LintOptions: Sendable {
  package var overrides: RuleOverrides
  package var jobs: Int
  /// Called now and then, on any thread, with the number of files done so far in both passes.
  package var progress: @Sendable (Int) -> Void

  package init(
    overrides: RuleOverrides = RuleOverrides(), jobs: Int = 1, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.overrides = overrides
    self.jobs = jobs
    self.progress = progress
  }
}

/// What came of linting some files.
package struct LintResult: Sendable {
  /// What is to be shown, sorted by path, place and rule.
  package var diagnostics: [Diagnostic] = []
  /// What a comment silences, in the same order.
  package var suppressed: [Diagnostic] = []
  package var notices: [Notice] = []
  package var statistics = Statistics()
}

/// Figures for `--statistics`.
package struct Statistics: Sendable {
  package var files = 0
  package var bytes = 0
  package var lines = 0
  /// Seconds by stage, in the order of the stages.
  package var stages: [(name: String, seconds: Double)] = []
}

/// Lints sources that are in memory: the whole pipeline without touching a file.
package func lint(
  sources: [(path: String, bytes: [UInt8])], catalogue: Catalogue = .builtIn, options: LintOptions = LintOptions()
) -> [Diagnostic] {
  let files = sources.map { SourceFile(path: $0.path, content: .bytes($0.bytes)) }
  return lint(files: files, catalogue: catalogue, options: options).diagnostics
}

/// Lints files in two parallel passes with one barrier between them.
///
///     pass 1, each file: bytes -> tree -> declarations (the tree is dropped)
///     barrier:           all declarations -> one index
///     rounds, the files whose functions take value futures: what each does with them, until nothing changes
///     pass 2, each file: bytes -> tree -> findings -> diagnostics (files that concern nobody are skipped)
///
/// Reading and parsing twice is cheaper than keeping every tree: the peak of memory is what the index needs.
package func lint(files unsorted: [SourceFile], catalogue: Catalogue, options: LintOptions) -> LintResult {
  let files = unsorted.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  var clock = StageClock()
  let filesDone = Locked(0)
  let countFile: @Sendable () -> Void = {
    options.progress(
      filesDone.withLock {
        $0 += 1
        return $0
      })
  }

  let declared = parallelMap(count: files.count, jobs: options.jobs) { index in
    defer { countFile() }
    return declare(files[index], FileID(UInt32(index)))
  }
  clock.lap("read, parse, collect declarations")

  let index = SymbolIndex(merging: declared.map(\.declarations), catalogue: catalogue)
  clock.lap("build the index")

  let summaries = summarise(files: files, index: index, jobs: options.jobs) { id, bytes in
    declared[Int(id.index)].stamp == ContentStamp(bytes)
  }
  clock.lap("summarise functions")

  let severities = RuleSeverities(catalogue: catalogue, overrides: options.overrides)
  let examiner = Examiner(
    files: files, declared: declared, index: index, summaries: summaries, severities: severities, rules: catalogue.rules)
  let examined = parallelMap(count: files.count, jobs: options.jobs) { index in
    defer { countFile() }
    return examiner.examine(FileID(UInt32(index)))
  }
  clock.lap("analyse")

  var result = LintResult()
  for (first, second) in zip(declared, examined) {
    result.notices += first.notices + second.notices
    result.diagnostics += second.diagnostics.filter { $0.suppression == nil }
    result.suppressed += second.diagnostics.filter { $0.suppression != nil }
    result.statistics.add(first)
  }
  result.statistics.stages = clock.laps
  return result
}

// MARK: - pass 1

/// What the first pass keeps of a file.
private struct DeclaredFile: Sendable {
  var declarations: FileDeclarations
  /// nil: the file could not be read, and the second pass leaves it alone.
  var stamp: ContentStamp?
  var notices: [Notice]
  var mayHoldSuppressions = false
  var byteCount = 0
  var lineCount = 0
}

private func declare(_ file: SourceFile, _ id: FileID) -> DeclaredFile {
  let bytes: [UInt8]
  do throws(SystemError) {
    bytes = try file.read()
  } catch {
    // The index wants an entry for every file: that of an empty one.
    let nothing = collectDeclarations(of: SyntaxTree.parse([]), file: id)
    return DeclaredFile(declarations: nothing, stamp: nil, notices: [unreadable(file, error.reason)])
  }
  let tree = SyntaxTree.parse(bytes)
  let lines = LineTable(bytes)
  return DeclaredFile(
    declarations: collectDeclarations(of: tree, file: id), stamp: ContentStamp(bytes),
    notices: syntaxNotices(of: tree, lines, file), mayHoldSuppressions: Suppressions.mayOccur(in: bytes), byteCount: bytes.count, lineCount: lines.starts.count)
}

private func unreadable(_ file: SourceFile, _ reason: String) -> Notice {
  Notice(.error, path: file.path, "could not be read: \(reason)")
}

/// What could not be parsed. A few per file are enough to see that a file is not what it seems.
private func syntaxNotices(of tree: SyntaxTree, _ lines: LineTable, _ file: SourceFile) -> [Notice] {
  let limit = 3
  var notices = tree.problems.prefix(limit).map { problem in
    Notice(
      .note, path: file.path, position: lines.position(of: problem.range.start), "could not parse: \(problem.message)")
  }
  if tree.problems.count > limit {
    let count = tree.problems.count - limit
    notices.append(Notice(.note, path: file.path, "could not parse \(count) more place\(count == 1 ? "" : "s")"))
  }
  return notices
}

// MARK: - pass 2

private struct ExaminedFile: Sendable {
  var diagnostics: [Diagnostic] = []
  var notices: [Notice] = []
}

/// The second pass: finds, silences, places and weighs.
private struct Examiner: Sendable {
  let files: [SourceFile]
  let declared: [DeclaredFile]
  let index: SymbolIndex
  let summaries: Summaries
  let severities: RuleSeverities
  let rules: [RuleInfo]

  func examine(_ id: FileID) -> ExaminedFile {
    let file = files[Int(id.index)]
    let first = declared[Int(id.index)]
    // A file without one-shot values can still hold suppressions, all of them unused.
    guard let stamp = first.stamp, index.concerns(id) || first.mayHoldSuppressions else { return ExaminedFile() }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try file.read()
    } catch {
      return ExaminedFile(notices: [unreadable(file, error.reason)])
    }
    // The index speaks of the text that the first pass saw.
    guard stamp == ContentStamp(bytes) else {
      return ExaminedFile(notices: [Notice(.error, path: file.path, "changed while it was linted; it was skipped")])
    }
    let tree = SyntaxTree.parse(bytes)
    var found = index.concerns(id) ? findings(in: tree, file: id, index: index, summaries: summaries, rules: severities.active) : []
    if !first.mayHoldSuppressions {
      return ExaminedFile(diagnostics: diagnostics(of: found.map { ($0, nil) }, tree: tree, file: id))
    }
    var suppressions = Suppressions(in: tree, rules: rules.map(\.id))
    var weighed = found.map { ($0, suppressions.reason(forSilencing: $0.rule, at: $0.range)) }
    found = suppressions.unused(ran: severities.active, ranAll: ranAll, file: id)
    if severities.active.contains(Suppressions.unusedRule) {
      weighed += found.map { ($0, suppressions.reason(forSilencing: $0.rule, at: $0.range)) }
    }
    let lines = LineTable(bytes)
    let mistakes = suppressions.mistakes.map {
      Notice(.warning, path: file.path, position: lines.position(of: $0.range.start), $0.message)
    }
    return ExaminedFile(diagnostics: diagnostics(of: weighed, tree: tree, file: id), notices: mistakes)
  }

  /// Every rule that is on by default runs.
  private var ranAll: Bool {
    rules.allSatisfy { $0.defaultSeverity == .none || severities.active.contains($0.id) }
  }

  /// - Parameter found: findings, each with the reason it is silenced for, if it is.
  private func diagnostics(of found: [(Finding, reason: String?)], tree: SyntaxTree, file: FileID) -> [Diagnostic] {
    if found.isEmpty { return [] }
    var places = [file: PlaceFinder(source: tree.source)]
    var fingerprints = FingerprintMaker(tree: tree)
    let sorted = found.sorted { ($0.0.range, $0.0.rule, $0.0.message) < ($1.0.range, $1.0.rule, $1.0.message) }
    return sorted.compactMap { finding, reason in
      let severity = severities[finding.rule]
      let extent = places[file]!.extent(of: finding.range)
      let fingerprint = fingerprints.fingerprint(rule: finding.rule, extent: extent)
      guard severity > .silent else { return nil }
      return Diagnostic(
        rule: finding.rule, severity: severity, message: finding.message, path: files[Int(file.index)].path,
        extent: extent, notes: finding.notes.map { note(of: $0, seenFrom: file, &places) },
        steps: finding.steps.map { note(of: $0, seenFrom: file, &places) },
        fixes: finding.fixes.map {
          PlacedFix(extent: places[file]!.extent(of: $0.range), text: $0.text, summary: $0.summary)
        }, fingerprint: fingerprint, suppression: reason.map { .comment(reason: $0) })
    }
  }

  /// A remark may lie in another file, which is then read once more; if that fails, it counts as empty.
  private func note(of remark: Finding.Remark, seenFrom file: FileID, _ places: inout [FileID: PlaceFinder]) -> Note {
    let other = files[Int(remark.file.index)]
    if places[remark.file] == nil { places[remark.file] = PlaceFinder(source: (try? other.read()) ?? []) }
    return Note(
      path: remark.file == file ? nil : other.path, extent: places[remark.file]!.extent(of: remark.range),
      message: remark.message)
  }
}

// MARK: - figures

extension Statistics {
  fileprivate mutating func add(_ file: DeclaredFile) {
    files += file.stamp == nil ? 0 : 1
    bytes += file.byteCount
    lines += file.lineCount
  }
}

private struct StageClock {
  private var last = monotonicSeconds()
  private(set) var laps: [(name: String, seconds: Double)] = []

  mutating func lap(_ name: String) {
    let now = monotonicSeconds()
    laps.append((name, now - last))
    last = now
  }
}
