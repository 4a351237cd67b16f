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
  /// Threads; 0 for none but the caller's (`parallelMap`).
  package var jobs: Int
  /// Counting them takes a look at every node, so it is done only when asked for.
  package var countsFunctions: Bool
  /// Every file is parsed, though it names nothing of interest: what cannot be parsed in it is to be said, too.
  package var readsAll = false
  /// Trees are kept for the second pass while their sources have no more bytes than that: a tree takes about four times its
  /// source.
  package var keptBytes = 1 << 19
  /// The tops of the repositories that the files were found in: what belongs to no package in there belongs together.
  package var repositories: [Path] = []
  /// Who knows types that the files do not tell.
  package var types = TypeSources()
  /// What earlier runs found; nil: that does not matter. What others know of types may change without a word: with them it
  /// does not matter either.
  package var cache: ResultCache?
  /// Of islands with so many bytes of sources the cache keeps what an edit in them does not change.
  package var recordLimit = 1 << 20
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
  /// What was known before, and what has been found now; nil if no cache was used.
  package var cache: ResultCache?

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
  /// Files of which a cache told what is found in them; nil without a cache.
  package var filesKnown: Int?
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
///     sweep, each file:  bytes -> words
///     islands:           files that no import leads to from the others; each of them then by itself:
///     pass 1, each file: those that matter: bytes -> tree -> declarations
///     barrier:           all declarations -> one index
///     rounds, the files whose functions take value futures: what each does with them, until nothing changes
///     pass 2, each file: tree -> findings -> diagnostics (files that concern nobody are skipped)
///
/// Reading and parsing twice is cheaper than keeping every tree: the peak of memory is what the index needs. Some trees are
/// kept, within bounds.
package func lint(files: [SourceFile], catalogue: Catalogue, options: LintOptions) -> LintResult {
  lint(files: files, knowledge: Knowledge(catalogue), options: options)
}

/// The same for whoever lints many times with one catalogue: its tables take longer than a small file.
package func lint(files unsorted: [SourceFile], knowledge: Knowledge, options: LintOptions) -> LintResult {
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
  let sweep = FileSweep(of: files, seeds: knowledge.seeds, compilerIndex: compilerIndex, options: options)
  let swept = parallelMap(count: files.count, jobs: options.jobs) { index in
    defer { countFile() }
    return sweep.sweep(files[index])
  }
  let words = swept.enumerated().map { $1.declarations(FileID(UInt32($0))) }
  clock.lap("read, find words")

  let foreign = ForeignDeclarations(of: options.types, linted: words, jobs: options.jobs)
  if !foreign.notes.isEmpty { clock.lap("read declarations of others") }

  // Who knows types of his own may lead from anywhere to anywhere.
  let hasOthers = !compilerIndex.isEmpty || !foreign.files.isEmpty
  var standard = FileSettings(severities: RuleSeverities(catalogue: knowledge.catalogue, overrides: options.overrides))
  standard.stamp = standard.digest(knowledge.catalogue.rules)
  var cached = CachedIslands(hasOthers ? nil : options.cache, files: files, swept: swept, standard: standard, options: options)
  var linted = [LintedFile](repeating: LintedFile(), count: files.count)
  let unknown = hasOthers ? [words.map(\.file)] : cached.restore(islands(of: words), into: &linted)
  func run(_ part: [FileID]) -> IslandRun {
    IslandRun(
      files: part.map { files[Int($0.index)] }, swept: part.map { swept[Int($0.index)] }, knowledge: knowledge, options: options,
      standard: standard, compilerIndex: compilerIndex, foreign: foreign.files, countFile: countFile)
  }
  for island in unknown where cached.isRecorded(island) {
    for (id, result) in zip(island, cached.lint(island, run(island), &clock)) { linted[Int(id.index)] = result }
  }
  let others = unknown.filter { !cached.isRecorded($0) }
  for part in hasOthers ? others : runs(of: others, swept) {
    for (id, result) in zip(part, run(part).lint(&clock).files) { linted[Int(id.index)] = result }
  }
  cached.store(from: linted)

  var result = LintResult()
  result.typeNotes = foreign.notes
  result.cache = cached.cache
  result.notices = cached.notices
  result.statistics.filesKnown = cached.cache == nil ? nil : cached.knownFiles
  for (swept, file) in zip(swept, linted) {
    result.notices += file.notices
    result.all += file.diagnostics
    result.statistics.add(swept, file)
  }
  result.statistics.stages = clock.laps
  return result
}

/// Small islands are looked at together: each run has its own cost. Not too many of them: copies of one package would be
/// taken for each other's at each look at a name, and turned down.
private func runs(of islands: [[FileID]], _ swept: [SweptFile]) -> [[FileID]] {
  let (enough, most) = (1 << 20, 16)
  var runs: [[FileID]] = []
  var open: [FileID] = []
  var size = 0
  var count = 0
  for island in islands {
    open += island
    count += 1
    size += island.reduce(0) { $0 + swept[Int($1.index)].byteCount }
    if size < enough, count < most { continue }
    runs.append(open.sorted())
    (open, size, count) = ([], 0, 0)
  }
  return open.isEmpty ? runs : runs + [open.sorted()]
}

// MARK: - figures

extension Statistics {
  fileprivate mutating func add(_ swept: SweptFile, _ file: LintedFile) {
    files += swept.stamp == nil ? 0 : 1
    bytes += swept.byteCount
    lines += file.lineCount
    functions += file.functionCount
  }
}

/// Tells how long each stage of a run takes.
struct StageClock {
  private var last = monotonicSeconds()
  private(set) var laps: [(name: String, seconds: Double)] = []

  mutating func lap(_ name: String) {
    let now = monotonicSeconds()
    if let known = laps.firstIndex(where: { $0.name == name }) {
      laps[known].seconds += now - last
    } else {
      laps.append((name, now - last))
    }
    last = now
  }
}
