import VTFlow

/// A run's use of the cache: what it knows of the islands is not looked at again, what it does not know is stored.
struct CachedIslands {
  /// nil: there is none.
  private(set) var cache: ResultCache?
  /// Files whose results came from the cache.
  private(set) var knownFiles = 0
  /// The islands of which nothing is known, with what their results will depend on.
  private var unknown: [(files: [FileID], key: ResultCache.Key?)] = []
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

  /// Takes over what was found in the islands of which nothing was known.
  mutating func store(from linted: [LintedFile]) {
    for (files, key) in unknown {
      let results = files.map { linted[Int($0.index)] }
      // A file that changed or went while it was linted: these are not the results of the texts in the key.
      if results.contains(where: { $0.notices.contains { $0.level == .error } }) { continue }
      if let key { cache?.store(results, for: key) }
    }
  }

  private func key(of island: [FileID]) -> ResultCache.Key? {
    ResultCache.Key(
      of: island.map { files[Int($0.index)] }, island.map { swept[Int($0.index)] }, standard: standard, options: options)
  }
}
