import VTDiagnostics
import VTSyntax

// A type may mark itself in its source: `/// vtlint:value-future` on the lines before its declaration.

extension [UInt8] {
  /// Whether the text holds `vtlint:value-future` at all: one fast scan spares the look at each declaration.
  var mentionsMarker: Bool { firstMarker(in: 0..<count) }

  fileprivate func firstMarker(in range: Range<Int>) -> Bool {
    let marker: [UInt8] = Array("vtlint:value-future".utf8)
    guard range.count >= marker.count else { return false }
    var index = range.lowerBound
    while index <= range.upperBound - marker.count {
      if self[index] == marker[0], self[index..<index + marker.count].elementsEqual(marker) { return true }
      index += 1
    }
    return false
  }
}

extension SyntaxTree {
  /// Whether the comments directly before a declaration's first token mark it as a value future.
  func marksValueFuture(before first: TokenID) -> Bool {
    let end = Int(token(first).start)
    let start = first.index == 0 ? 0 : Int(token(TokenID(first.index - 1)).end)
    return source.firstMarker(in: start..<end)
  }
}
