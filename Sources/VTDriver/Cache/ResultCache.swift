import VTReport

/// What earlier runs found, island by island: what nobody has changed, and what sees nothing that was changed, is not
/// looked at again.
///
/// An entry is good for the very texts, paths and settings it was made from, and for nothing else: nothing in it can be
/// stale, only unused.
package struct ResultCache: Sendable {
  /// Tells what the results of some files depend on.
  struct Key: Hashable {
    /// The same while the island stays the same one: one entry takes the place of another.
    let island: UInt64
    /// Of paths and settings, without the texts.
    let frame: UInt64
    /// Two hashes of all texts, paths and settings, made in different ways.
    let content: [UInt64]
  }

  private struct Entry {
    var key: Key
    /// The results, as `ByteWriter` writes them, and their number.
    var results: ArraySlice<UInt8>
    var count: Int
    var isUsed = false
  }

  /// Those that were used last come first.
  private var entries: [Entry] = []
  private var places: [UInt64: Int] = [:]
  /// Something in it is not what was read.
  private(set) var hasChanged = false

  /// What the last run swept up.
  package internal(set) var words = KnownWords()
  /// Gives what is known of a large island, by `Key.island`; why it is not known, if that is worth a word.
  var readRecord: @Sendable (UInt64) -> (found: IslandRecord?, notice: Notice?) = { _ in (nil, nil) }
  /// What is new of large islands.
  private(set) var newRecords: [UInt64: IslandRecord] = [:]

  package init() {}

  /// Entries beyond this many bytes go, those first that were not used for the longest time.
  private static let sizeLimit = 64 << 20

  // MARK: large islands

  /// Takes the place of what was known of a large island.
  mutating func store(_ record: IslandRecord, for island: UInt64) { newRecords[island] = record }

  // MARK: results

  /// What was found in an island's files, in their order; nil: that is not known.
  mutating func results(for key: Key, paths: [String]) -> [LintedFile]? {
    guard let place = places[key.island], entries[place].key == key, entries[place].count == paths.count else { return nil }
    var reader = ByteReader(entries[place].results)
    do throws(CorruptBytes) {
      var results: [LintedFile] = []
      for path in paths { results.append(try reader.lintedFile(path: path)) }
      guard reader.isAtEnd else { throw CorruptBytes() }
      entries[place].isUsed = true
      return results
    } catch {
      return nil
    }
  }

  /// Takes the place of what was known of this island.
  mutating func store(_ results: [LintedFile], for key: Key) {
    var writer = ByteWriter()
    for result in results { writer.write(result) }
    let entry = Entry(key: key, results: writer.bytes[...], count: results.count, isUsed: true)
    if let place = places[key.island] {
      entries[place] = entry
    } else {
      places[key.island] = entries.count
      entries.append(entry)
    }
    hasChanged = true
  }
}

// MARK: - bytes

extension ResultCache {
  /// - Parameter maker: who made the results, and how he was asked: others cannot use them.
  func bytes(maker: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    var size = 0
    // Entries of the same kind keep their order.
    let sorted = entries.filter(\.isUsed) + entries.filter { !$0.isUsed }
    let kept = sorted.prefix { entry in
      size += entry.results.count
      return size <= Self.sizeLimit
    }
    writer.write(Array(kept)) { writer, entry in
      writer.write(entry.key.island)
      writer.write(entry.key.frame)
      writer.write(entry.key.content) { $0.write($1) }
      writer.write(entry.count)
      writer.write(entry.results)
    }
    return CacheFrame.bytes("results", maker: maker, content: writer.bytes)
  }

  /// Reads what `bytes(maker:)` wrote.
  /// - Throws: when it is something else, or was cut or changed.
  init(_ bytes: [UInt8], maker: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(try CacheFrame.content("results", bytes, maker: maker))
    entries = try reader.list { reader throws(CorruptBytes) in
      let (island, frame) = (try reader.number(), try reader.number())
      let content = try reader.list { reader throws(CorruptBytes) in try reader.number() }
      let count = try reader.count()
      return Entry(key: Key(island: island, frame: frame, content: content), results: try reader.bytes(), count: count)
    }
    guard reader.isAtEnd else { throw CorruptBytes() }
    for (place, entry) in entries.enumerated() { places[entry.key.island] = place }
  }
}
