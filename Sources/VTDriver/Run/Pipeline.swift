import VTCatalogue
import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTSyntax
import VTToolchain

/// What the pipeline needs to know beside the files.
package struct LintOptions: Sendable {
  package var overrides: RuleOverrides
  package var jobs: Int
  /// Counting them takes a look at every node, so it is done only when asked for.
  package var countsFunctions: Bool
  /// Who knows types that the files do not tell.
  package var types = TypeSources()
  /// Called now and then, on any thread, with the number of files done so far in both passes.
  package var progress: @Sendable (Int) -> Void

  package init(
    overrides: RuleOverrides = RuleOverrides(), jobs: Int = 1, countsFunctions: Bool = false,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.overrides = overrides
    self.jobs = jobs
    self.countsFunctions = countsFunctions
    self.progress = progress
  }
}

/// What came of linting some files.
package struct LintResult: Sendable {
  /// Everything that was found, sorted by path, place and rule: also what is silenced or has severity `silent`.
  package var all: [Diagnostic] = []
  package var notices: [Notice] = []
  package var statistics = Statistics()
  /// What the sources of types say about their work.
  package var typeNotes: [ToolchainNote] = []

  /// What is to be shown.
  package var shown: [Diagnostic] { all.filter { $0.suppression == nil && $0.severity > .silent } }
}

/// Figures for `--statistics`.
package struct Statistics: Sendable {
  package var files = 0
  package var bytes = 0
  package var lines = 0
  /// Functions, initialisers, accessors with a body of their own, and closures.
  package var functions = 0
  /// Seconds by stage, in the order of the stages.
  package var stages: [(name: String, seconds: Double)] = []
}

/// Lints sources that are in memory: the whole pipeline without touching a file.
package func lint(
  sources: [(path: String, bytes: [UInt8])], catalogue: Catalogue = .builtIn, options: LintOptions = LintOptions()
) -> [Diagnostic] {
  let files = sources.map { SourceFile(path: $0.path, content: .bytes($0.bytes)) }
  return lint(files: files, catalogue: catalogue, options: options).shown
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

  let compilerIndex = CompilerIndex(options.types.index)
  let declared = parallelMap(count: files.count, jobs: options.jobs) { index in
    defer { countFile() }
    return declare(files[index], FileID(UInt32(index)), compilerIndex, countsFunctions: options.countsFunctions)
  }
  clock.lap("read, parse, collect declarations")

  let linted = declared.map(\.declarations)
  let foreign = ForeignDeclarations(of: options.types, linted: linted, jobs: options.jobs)
  if !foreign.notes.isEmpty { clock.lap("read declarations of others") }

  let index = SymbolIndex(merging: linted + foreign.files, catalogue: catalogue, told: compilerIndex.types)
  clock.lap("build the index")

  let summaries = summarise(files: files, index: index, jobs: options.jobs) { id, bytes in
    declared[Int(id.index)].stamp == ContentStamp(bytes)
  }
  clock.lap("summarise functions")

  let standard = FileSettings(severities: RuleSeverities(catalogue: catalogue, overrides: options.overrides))
  let examiner = Examiner(
    files: files, declared: declared, index: index, summaries: summaries, rules: catalogue.rules, standard: standard)
  let examined = parallelMap(count: files.count, jobs: options.jobs) { index in
    defer { countFile() }
    return examiner.examine(FileID(UInt32(index)))
  }
  clock.lap("analyse")

  var result = LintResult()
  result.typeNotes = foreign.notes
  for (first, second) in zip(declared, examined) {
    result.notices += first.notices + second.notices
    result.all += second.diagnostics
    result.statistics.add(first)
  }
  result.statistics.stages = clock.laps
  return result
}

// MARK: - pass 1

/// What the first pass keeps of a file.
struct DeclaredFile: Sendable {
  var declarations: FileDeclarations
  /// nil: the file could not be read, and the second pass leaves it alone.
  var stamp: ContentStamp?
  var notices: [Notice]
  var mayHoldSuppressions = false
  var byteCount = 0
  var lineCount = 0
  var functionCount = 0
}

private func declare(_ file: SourceFile, _ id: FileID, _ index: CompilerIndex, countsFunctions: Bool) -> DeclaredFile {
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
    declarations: declarations(of: tree, lines, file, id, index), stamp: ContentStamp(bytes),
    notices: file.settings?.isGenerated == true ? [] : syntaxNotices(of: tree, lines, file),
    mayHoldSuppressions: Suppressions.mayOccur(in: bytes), byteCount: bytes.count,
    // A line end at the end of the file begins no line.
    lineCount: lines.starts.count - (lines.starts.last == UInt32(bytes.count) ? 1 : 0),
    functionCount: countsFunctions ? functionCount(of: tree) : 0)
}

func unreadable(_ file: SourceFile, _ reason: String) -> Notice {
  Notice(.error, about: .gap, path: file.path, "could not be read: \(reason)")
}

/// What could not be parsed. A few per file are enough to see that a file is not what it seems.
private func syntaxNotices(of tree: SyntaxTree, _ lines: LineTable, _ file: SourceFile) -> [Notice] {
  let limit = 3
  var notices = tree.problems.prefix(limit).map { problem in
    Notice(
      .note, about: .gap, path: file.path, position: lines.position(of: problem.range.start),
      "could not parse: \(problem.message)")
  }
  if tree.problems.count > limit {
    let count = tree.problems.count - limit
    notices.append(Notice(.note, about: .gap, path: file.path, "could not parse \(count) more place\(count == 1 ? "" : "s")"))
  }
  return notices
}

// MARK: - figures

extension Statistics {
  fileprivate mutating func add(_ file: DeclaredFile) {
    files += file.stamp == nil ? 0 : 1
    bytes += file.byteCount
    lines += file.lineCount
    functions += file.functionCount
  }
}

private func functionCount(of tree: SyntaxTree) -> Int {
  tree.nodes.count { node in
    switch node.kind {
    case .functionDecl, .initDecl, .deinitDecl, .accessorDecl, .closureExpr: true
    case .accessorBlock: node.flags.contains(.implicitGetter)
    default: false
    }
  }
}

/// Tells how long each stage of a run takes.
struct StageClock {
  private var last = monotonicSeconds()
  private(set) var laps: [(name: String, seconds: Double)] = []

  mutating func lap(_ name: String) {
    let now = monotonicSeconds()
    laps.append((name, now - last))
    last = now
  }
}
