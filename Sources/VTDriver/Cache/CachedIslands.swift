import VTFlow
import VTReport

/// A run's use of the cache: what it knows of the islands is not looked at again, what it does not know is stored.
struct CachedIslands {
  /// nil: there is none.
  private(set) var cache: ResultCache?
  /// Files whose results came from the cache.
  private(set) var knownFiles = 0
  /// Why something is not known.
  private(set) var notices: [Notice] = []
  /// The islands of which nothing is known, or only how they were, with what their results will depend on.
  private var unknown: [(files: [FileID], key: ResultCache.Key?)] = []
  /// What was known of files before the run.
  private let words: KnownWords
  private let files: [SourceFile]
  private let swept: [SweptFile]
  private let standard: FileSettings
  private let options: LintOptions

  /// - Parameters:
  ///   - files: all of the run, in the order of their places; `swept` is what was found in them.
  ///   - standard: for files without settings of their own.
  init(_ cache: ResultCache?, files: [SourceFile], swept: [SweptFile], standard: FileSettings, options: LintOptions) {
    self.cache = cache
    self.files = files
    self.swept = swept
    self.standard = standard
    self.options = options
    words = cache?.words ?? KnownWords()
    self.cache?.words.take(files, swept)
  }

  /// - Parameter linted: gets the results that are known.
  /// - Returns: the islands of which nothing is known.
  mutating func restore(_ islands: [[FileID]], into linted: inout [LintedFile]) -> [[FileID]] {
    if cache == nil { return islands }
    for island in islands {
      let key = key(of: island)
      guard let key, let results = cache?.results(for: key, paths: island.map { files[Int($0.index)].path }) else {
        unknown.append((island, key))
        continue
      }
      for (id, result) in zip(island, results) { linted[Int(id.index)] = result }
      knownFiles += island.count
    }
    return unknown.map(\.files)
  }

  /// Whether an island is so large that an edit in it should not cost the whole of it.
  func isRecorded(_ island: [FileID]) -> Bool {
    cache != nil && island.reduce(0) { $0 + swept[Int($1.index)].byteCount } >= options.recordLimit
  }

  /// Lints a large island: if only some of its files have changed, those only.
  mutating func lint(_ island: [FileID], _ run: IslandRun, _ clock: inout StageClock) -> [LintedFile] {
    guard let key = key(of: island) else { return run.lint(&clock).files }
    var run = run
    run.isRecorded = true
    let known = cache?.readRecord(key.island)
    notices += [known?.notice].compactMap(\.self)
    let record = known?.found.flatMap { $0.frame == key.frame ? $0 : nil }
    let found = record.flatMap { ChangedIsland(run, record: $0, words: words)?.lint(&clock) } ?? run.lint(&clock)
    knownFiles += found.knownFiles
    if !found.files.contains(where: \.isDoubtful) {
      cache?.store(IslandRecord(of: found, run, frame: key.frame, before: record), for: key.island)
    }
    clock.lap("record")
    return found.files
  }

  /// Takes over what was found in the islands of which nothing was known.
  mutating func store(from linted: [LintedFile]) {
    for (files, key) in unknown {
      let results = files.map { linted[Int($0.index)] }
      if results.contains(where: \.isDoubtful) { continue }
      if let key { cache?.store(results, for: key) }
    }
  }

  private func key(of island: [FileID]) -> ResultCache.Key? {
    ResultCache.Key(
      of: island.map { files[Int($0.index)] }, island.map { swept[Int($0.index)] }, standard: standard, options: options)
  }
}

extension LintedFile {
  /// A file that changed or went while it was linted: these are not the results of the text that was swept.
  fileprivate var isDoubtful: Bool { notices.contains { $0.level == .error } }
}

extension IslandRecord {
  /// - Parameter before: what an earlier run knew: of files that have not changed it says the same.
  fileprivate init(of found: LintedIsland, _ run: IslandRun, frame: UInt64, before: IslandRecord?) {
    let places = Dictionary(uniqueKeysWithValues: run.files.enumerated().map { ($1.path, UInt32($0)) })
    let files = run.files.indices.map { place in
      let declared = found.declared[place]
      let result = found.files[place]
      let stamp = run.swept[place].stamp ?? ContentStamp([])
      let known = before.flatMap { $0.files[place].stamp == stamp ? $0.files[place] : nil }
      let remarks = result.diagnostics.flatMap { $0.notes + $0.steps }
      return File(
        stamp: stamp, tokens: found.tokens[place], declarations: declared.isRead ? known?.declarations ?? Self.bytes(of: declared) : nil,
        functions: found.functions[declared.file].map { Self.bytes(of: $0) }, result: Self.bytes(of: result), isConcerned: found.isConcerned[place],
        leadsTo: Set(remarks.compactMap { $0.path.flatMap { places[$0] } }).sorted())
    }
    self.init(frame: frame, interest: found.interest, files: files)
  }
}
