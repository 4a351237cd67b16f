/// A path as the bytes that the system knows it by: a name need not be UTF-8. Parts are separated by `/`.
package struct Path: Hashable, Comparable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  package static func < (a: Path, b: Path) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// For people and reports; bytes that are not UTF-8 become replacement characters.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var isAbsolute: Bool { bytes.first == slash }

  package var parts: [ArraySlice<UInt8>] { bytes.split(separator: slash) }

  /// The last part; empty for `/`.
  package var name: ArraySlice<UInt8> { parts.last ?? [] }

  /// Without empty parts, `.` parts and a slash at the end; the current folder is `.`. A `..` stays, because what it
  /// means depends on links.
  package var tidied: Path {
    let kept = Path.joined(parts.filter { !$0.elementsEqual(".".utf8) })
    if isAbsolute { return Path(bytes: [slash] + kept) }
    return kept.isEmpty ? Path(".") : Path(bytes: kept)
  }

  /// This path seen from a folder; an absolute path stays itself.
  package func absolute(from folder: Path) -> Path {
    var kept: [ArraySlice<UInt8>] = []
    for part in (isAbsolute ? parts : folder.parts + parts) {
      if part.elementsEqual("..".utf8) {
        _ = kept.popLast()
      } else if !part.elementsEqual(".".utf8) {
        kept.append(part)
      }
    }
    return Path(bytes: [slash] + Path.joined(kept))
  }

  private static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      if !bytes.isEmpty { bytes.append(slash) }
      bytes += part
    }
    return bytes
  }

  /// An entry of this folder. The current folder's own name is left out: `a.swift`, not `./a.swift`.
  package func appending(_ name: some Collection<UInt8>) -> Path {
    if bytes.elementsEqual(".".utf8) { return Path(bytes: Array(name)) }
    return Path(bytes: bytes.last == slash ? bytes + name : bytes + [slash] + name)
  }

  /// The folder that holds this (absolute, tidied) path; nil for `/`.
  package var parent: Path? {
    guard let last = bytes.lastIndex(of: slash), bytes.count > 1 else { return nil }
    return Path(bytes: last == 0 ? [slash] : Array(bytes[..<last]))
  }

  /// The module whose source this is, by the layout of packages: the folder below the last `Sources` or `Tests`.
  package var module: ArraySlice<UInt8>? {
    let parts = parts
    let root = parts.lastIndex { $0.elementsEqual("Sources".utf8) || $0.elementsEqual("Tests".utf8) }
    // A file that stands in `Sources` itself belongs to the only module there is.
    guard let root, root + 2 < parts.count else { return nil }
    return parts[root + 1]
  }

  /// What follows a folder's path in this one; nil when this does not lie in the folder. Both absolute and tidied.
  package func relative(to folder: Path) -> ArraySlice<UInt8>? {
    let prefix = folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]
    return bytes.starts(with: prefix) ? bytes[prefix.count...] : nil
  }
}

private let slash = UInt8(ascii: "/")
