import VTDiagnostics

extension SyntaxTree {
  /// Lexes and parses one file. Total: any bytes give a tree; what is not Swift is named in `problems`.
  /// - Parameter source: the bytes of the file, byte order mark included.
  package static func parse(_ source: [UInt8]) -> SyntaxTree {
    fatalError("written next")
  }
}
