import VTDiagnostics
import VTSyntax

/// What the sweep of an earlier run found in files, by their paths: a file whose text is the same is not swept again.
package struct KnownWords: Sendable {
  struct Entry: Sendable {
    var stamp: ContentStamp
    var words: FileWords
    var mayHoldSuppressions: Bool
    /// The answer of `Seeds.mayConcern`.
    var mayConcern: Bool
  }

  private var entries: [String: Entry] = [:]
  /// Something in it is not what was read.
  private(set) var hasChanged = false

  init() {}

  /// Of so many bytes of words those stay of which this run has seen nothing.
  private static let sizeLimit = 16 << 20

  subscript(_ path: String) -> Entry? { entries[path] }

  /// Takes over what a run has found in its files.
  mutating func take(_ files: [SourceFile], _ swept: [SweptFile]) {
    for (file, found) in zip(files, swept) {
      guard let stamp = found.stamp, entries[file.path]?.stamp != stamp else { continue }
      entries[file.path] = Entry(
        stamp: stamp, words: found.words, mayHoldSuppressions: found.mayHoldSuppressions, mayConcern: found.mayConcern)
      hasChanged = true
    }
    let size = entries.values.reduce(0) { $0 + $1.words.names.bits.count * 8 }
    if size <= Self.sizeLimit { return }
    let seen = Set(files.map(\.path))
    entries = entries.filter { seen.contains($0.key) }
  }

  // MARK: bytes

  func bytes(maker: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(entries.sorted { $0.key < $1.key }) { writer, entry in
      let (path, known) = entry
      writer.write(path)
      writer.write(known.stamp.length)
      writer.write(known.stamp.hash)
      writer.write(known.mayHoldSuppressions)
      writer.write(known.mayConcern)
      writer.write(numbers: known.words.imports.map(\.raw))
      writer.write(numbers: known.words.names.bits)
    }
    return CacheFrame.bytes("words", maker: maker, content: writer.bytes)
  }

  /// - Throws: when it is something else, or was cut or changed.
  init(_ bytes: [UInt8], maker: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(try CacheFrame.content("words", bytes, maker: maker))
    for _ in 0..<(try reader.count()) {
      let path = try reader.text()
      let stamp = ContentStamp(length: try reader.count(), hash: try reader.number())
      let (mayHoldSuppressions, mayConcern) = (try reader.flag(), try reader.flag())
      let imports = try reader.numbers().map { Name(raw: $0) }
      guard let names = NameFilter(bits: try reader.numbers()) else { throw CorruptBytes() }
      entries[path] = Entry(
        stamp: stamp, words: FileWords(names: names, imports: imports), mayHoldSuppressions: mayHoldSuppressions,
        mayConcern: mayConcern)
    }
    guard reader.isAtEnd else { throw CorruptBytes() }
  }
}
