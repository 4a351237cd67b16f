import VTPlatform
import VTReport

/// One file to lint: the path under which it is reported, and where its bytes come from.
package struct SourceFile: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    case file(Path)
  }

  package var path: String
  package var content: Content
  /// What the configuration says about it; nil: nothing.
  package var settings: FileSettings?

  package init(path: String, content: Content, settings: FileSettings? = nil) {
    self.path = path
    self.content = content
    self.settings = settings
  }

  /// Offsets have 32 bits, and a source of this size is a mistake.
  package static let sizeLimit = 1 << 30

  package func read() throws(SystemError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .file(let path): try readFile(path, limit: Self.sizeLimit)
    }
  }
}

/// Tells whether a file changed between two readings: its length, and a hash of eight bytes at a time (a hash byte by
/// byte would take a quarter of the parser's time).
struct ContentStamp: Equatable {
  private let length: Int
  private let hash: UInt64

  init(_ bytes: [UInt8]) {
    length = bytes.count
    hash = bytes.withUnsafeBytes { bytes in
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      let wordsEnd = bytes.count & ~7
      for offset in stride(from: 0, to: wordsEnd, by: 8) {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
      }
      for byte in bytes[wordsEnd...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return hash
    }
  }
}
