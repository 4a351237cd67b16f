import VTPlatform
import VTReport
import VTSyntax

/// The folder that holds what earlier runs found, a file for each maker: another build of vtlint, another catalogue.
///
/// Nothing about it is an error: without it a run takes longer, that is all.
package struct CacheFolder {
  /// In the current folder, unless the user names another one.
  package static let standardPath = ".vtlint-cache"

  private static let prefix = "results-"
  /// Of so many makers the files are kept.
  private static let fileLimit = 8
  private static let sizeLimit = 256 << 20

  private let folder: Path
  private let maker: [UInt8]
  private let file: Path

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
    file = folder.appending((Self.prefix + hash.hexadecimal).utf8)
  }

  /// - Returns: an empty cache when there is none, or none that can be used; why, if that is worth a word.
  func read() -> (cache: ResultCache, notice: Notice?) {
    guard (try? fileStatus(file)) != nil else { return (ResultCache(), nil) }
    do throws(SystemError) {
      let bytes = try readFile(file, limit: Self.sizeLimit)
      guard let cache = try? ResultCache(bytes, maker: maker) else {
        return (ResultCache(), note("is damaged; it was not used"))
      }
      return (cache, nil)
    } catch {
      return (ResultCache(), note("could not be read: \(error.reason)"))
    }
  }

  /// Writes what has changed; runs at the same time cannot harm each other, since each writes a whole file.
  /// - Returns: why that could not be done.
  func write(_ cache: ResultCache) -> Notice? {
    guard cache.hasChanged else { return nil }
    do throws(SystemError) {
      if (try? fileStatus(folder)) == nil { try makeFolder() }
      try writeFile(file, cache.bytes(maker: maker))
      removeOldFiles()
      return nil
    } catch {
      return note("could not be written: \(error.reason)")
    }
  }

  private func note(_ what: String) -> Notice { Notice(.note, path: file.text, what) }

  /// A cache is never committed, and never part of a backup.
  private func makeFolder() throws(SystemError) {
    try createFolder(folder)
    try writeFile(folder.appending(".gitignore".utf8), Array("*\n".utf8))
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by vtlint --cache; it may be deleted at any time.\n"
    try writeFile(folder.appending("CACHEDIR.TAG".utf8), Array(tag.utf8))
  }

  private func removeOldFiles() {
    guard let entries = try? folderEntries(folder) else { return }
    let files = entries.filter { $0.name.starts(with: Self.prefix.utf8) }.map { folder.appending($0.name) }
    if files.count <= Self.fileLimit { return }
    let dated = files.compactMap { path in (try? fileStatus(path, ofLink: true)).map { (path, $0.modified) } }
    for (path, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.fileLimit) where path != file { removeFile(path) }
  }
}
