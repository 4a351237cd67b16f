import VTPlatform
import VTReport
import VTSyntax

/// The folder that holds what earlier runs found, a file for each maker: another build of vtlint, another catalogue.
///
/// Nothing about it is an error: without it a run takes longer, that is all.
package struct CacheFolder {
  /// In the current folder, unless the user names another one.
  package static let standardPath = ".vtlint-cache"

  /// The kinds of files, as their names begin.
  private enum Kind: String, CaseIterable { case results, words, island }
  /// So many files are kept, of so many bytes together.
  private static let fileLimit = 64
  private static let sizeLimit = 256 << 20

  private let folder: Path
  private let maker: [UInt8]
  private let makerHash: String

  /// - Parameter additions: the hashes of the texts that were merged over the built-in catalogue.
  init(_ path: String, additions: [UInt64]) {
    folder = Path(path)
    var writer = ByteWriter()
    writer.write(toolVersion)
    // Of two builds of one version only one may be right. Nobody who commits a cache can know these, either.
    let program = ownProgram().flatMap { try? fileStatus($0) }
    writer.write(UInt64(truncatingIfNeeded: program?.size ?? 0))
    writer.write(UInt64(bitPattern: program?.modified ?? 0))
    writer.write(additions) { $0.write($1) }
    maker = writer.bytes
    var hash = StableHash()
    hash.combine(maker)
    makerHash = hash.hexadecimal
  }

  private func file(_ kind: Kind) -> Path { folder.appending("\(kind.rawValue)-\(makerHash)".utf8) }

  private func file(ofIsland island: UInt64) -> Path {
    let digits = String(island, radix: 16)
    return folder.appending("\(Kind.island.rawValue)-\(makerHash)-\(digits)".utf8)
  }

  /// - Returns: an empty cache when there is none, or none that can be used; why, if that is worth a word.
  func read() -> (cache: ResultCache, notices: [Notice]) {
    let results = content(of: file(.results)) { bytes throws(CorruptBytes) in try ResultCache(bytes, maker: maker) }
    let words = content(of: file(.words)) { bytes throws(CorruptBytes) in try KnownWords(bytes, maker: maker) }
    var cache = results.found ?? ResultCache()
    cache.words = words.found ?? KnownWords()
    cache.readRecord = { island in
      content(of: file(ofIsland: island)) { bytes throws(CorruptBytes) in try IslandRecord(bytes, maker: maker) }
    }
    return (cache, [results.notice, words.notice].compactMap(\.self))
  }

  /// - Returns: nil for what is not there, or cannot be used; why, if that is worth a word.
  private func content<Content>(
    of path: Path, _ read: ([UInt8]) throws(CorruptBytes) -> Content
  ) -> (found: Content?, notice: Notice?) {
    guard (try? fileStatus(path)) != nil else { return (nil, nil) }
    do throws(SystemError) {
      let bytes = try readFile(path, limit: Self.sizeLimit)
      guard let content = try? read(bytes) else { return (nil, note(path, "is damaged; it was not used")) }
      return (content, nil)
    } catch {
      return (nil, note(path, "could not be read: \(error.reason)"))
    }
  }

  /// Writes what has changed; runs at the same time cannot harm each other, since each writes whole files.
  /// - Returns: why that could not be done.
  func write(_ cache: ResultCache) -> Notice? {
    var files: [(path: Path, bytes: [UInt8])] = []
    if cache.hasChanged { files.append((file(.results), cache.bytes(maker: maker))) }
    if cache.words.hasChanged { files.append((file(.words), cache.words.bytes(maker: maker))) }
    for (island, record) in cache.newRecords.sorted(by: { $0.key < $1.key }) {
      files.append((file(ofIsland: island), record.bytes(maker: maker)))
    }
    if files.isEmpty { return nil }
    var path = folder
    do throws(SystemError) {
      if (try? fileStatus(folder)) == nil { try makeFolder() }
      for file in files {
        path = file.path
        try writeFile(file.path, file.bytes)
      }
      removeOldFiles()
      return nil
    } catch {
      return note(path, "could not be written: \(error.reason)")
    }
  }

  private func note(_ path: Path, _ what: String) -> Notice { Notice(.note, path: path.text, what) }

  /// A cache is never committed, and never part of a backup.
  private func makeFolder() throws(SystemError) {
    try createFolder(folder)
    try writeFile(folder.appending(".gitignore".utf8), Array("*\n".utf8))
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by vtlint --cache; it may be deleted at any time.\n"
    try writeFile(folder.appending("CACHEDIR.TAG".utf8), Array(tag.utf8))
  }

  /// Those of other makers, and of islands that nobody asks about any more, go when there are too many.
  private func removeOldFiles() {
    guard let entries = try? folderEntries(folder) else { return }
    let paths = entries.filter { entry in
      Kind.allCases.contains { entry.name.starts(with: "\($0.rawValue)-".utf8) }
    }.map { folder.appending($0.name) }
    let known = paths.compactMap { path in (try? fileStatus(path, ofLink: true)).map { (path: path, status: $0) } }
    var (count, size) = (0, 0)
    for file in known.sorted(by: { $0.status.modified > $1.status.modified }) {
      count += 1
      size += file.status.size
      if count <= Self.fileLimit && size <= Self.sizeLimit || file.path == self.file(.results) { continue }
      removeFile(file.path)
    }
  }
}
