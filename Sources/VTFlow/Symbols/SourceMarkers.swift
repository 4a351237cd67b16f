import VTDiagnostics
import VTSyntax

// A type may mark itself in its source: `/// vtlint:value-future` on the lines before its declaration.

extension SyntaxTree {
  /// Whether the comments directly before a declaration's first token mark it as a value future.
  func marksValueFuture(before first: TokenID) -> Bool {
    let end = Int(token(first).start)
    let start = first.index == 0 ? 0 : Int(token(TokenID(first.index - 1)).end)
    let marker = SyntaxTree.marker
    var index = start
    while index <= end - marker.count {
      if source[index] == marker[0], source[index..<index + marker.count].elementsEqual(marker) { return true }
      index += 1
    }
    return false
  }

  private static let marker: [UInt8] = Array("vtlint:value-future".utf8)
}
