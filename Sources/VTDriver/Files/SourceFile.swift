import VTPlatform
import VTReport
import VTSyntax

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

/// Tells whether a file changed between two readings: by its length and a hash.
struct ContentStamp: Equatable, Sendable {
  let length: Int
  let hash: UInt64

  init(length: Int, hash: UInt64) { (self.length, self.hash) = (length, hash) }

  init(_ bytes: [UInt8]) {
    length = bytes.count
    hash = contentHash(of: bytes)
  }
}
