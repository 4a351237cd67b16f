import VTDiagnostics
import VTSyntax

/// The comments of a file. They are what lies between tokens, so text in a string literal is never one.
///
/// - Parameter body: called with the range of each comment, in order, delimiters included.
func forEachComment(in tree: SyntaxTree, _ body: (ByteRange) -> Void) {
  var gapStart: UInt32 = 0
  for token in tree.tokens {
    if token.start > gapStart + 1 {
      forEachComment(in: tree.source, between: Int(gapStart), and: Int(token.start), body)
    }
    gapStart = token.end
  }
}

private func forEachComment(in source: [UInt8], between start: Int, and end: Int, _ body: (ByteRange) -> Void) {
  var place = start
  while place + 1 < end {
    guard source[place] == UInt8(ascii: "/") else {
      place += 1
      continue
    }
    let comment: Range<Int>
    switch source[place + 1] {
    case UInt8(ascii: "/"): comment = place..<endOfLine(in: source, from: place, limit: end)
    case UInt8(ascii: "*"): comment = place..<endOfBlock(in: source, from: place, limit: end)
    default: comment = place..<place + 1
    }
    if comment.count > 1 { body(ByteRange(start: UInt32(comment.lowerBound), end: UInt32(comment.upperBound))) }
    place = comment.upperBound
  }
}

private func endOfLine(in source: [UInt8], from start: Int, limit: Int) -> Int {
  source[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
}

/// Block comments nest.
private func endOfBlock(in source: [UInt8], from start: Int, limit: Int) -> Int {
  var depth = 0
  var place = start
  while place + 1 < limit {
    switch (source[place], source[place + 1]) {
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      depth += 1
      place += 2
    case (UInt8(ascii: "*"), UInt8(ascii: "/")):
      depth -= 1
      place += 2
      if depth == 0 { return place }
    default:
      place += 1
    }
  }
  return limit
}
