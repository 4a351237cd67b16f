import SwiftSyntax

/// Prints `dump tokens` from swift-syntax's tree. swift-syntax cuts strings, regex literals and versions into smaller
/// tokens than we do; those pieces are joined here by their place in the tree, never by their text.
func tokenLines(of tree: SourceFileSyntax) -> [Line] {
  var lines: [Line] = []
  for token in tree.tokens(viewMode: .sourceAccurate) {
    if token.tokenKind == .endOfFile || token.trimmedLength.utf8Length == 0 { continue }
    if token.parent?.is(StringSegmentSyntax.self) == true { continue }
    let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = token.endPositionBeforeTrailingTrivia.utf8Offset
    if let last = lines.last, last.end == start, continuesLiteral(token) || continuesRun(token, from: last.start) {
      lines[lines.count - 1].end = end
    } else {
      lines.append(Line(start: start, end: end, text: ""))
    }
  }
  return lines
}

/// Whether the token is one piece with the token before it: the quote behind opening pounds, the pounds behind a closing
/// quote, the later parts of `\#(`, all of a regex literal but its first piece, and
/// the second number of a version.
private func continuesLiteral(_ token: TokenSyntax) -> Bool {
  switch token.keyPathInParent {
  case \StringLiteralExprSyntax.openingQuote:
    return token.parent?.as(StringLiteralExprSyntax.self)?.openingPounds != nil
  case \StringLiteralExprSyntax.closingPounds:
    return true
  case \ExpressionSegmentSyntax.pounds, \ExpressionSegmentSyntax.leftParen:
    return true
  case \RegexLiteralExprSyntax.openingSlash:
    return token.parent?.as(RegexLiteralExprSyntax.self)?.openingPounds != nil
  case \RegexLiteralExprSyntax.regex, \RegexLiteralExprSyntax.closingSlash, \RegexLiteralExprSyntax.closingPounds:
    return true
  case \VersionComponentSyntax.period, \VersionComponentSyntax.number:
    let component = token.parent
    return component?.parent?.as(VersionComponentListSyntax.self)?.first?.id == component?.id
  default:
    return false
  }
}

/// Our lexer does not know where a key path or a selector is: there, what looks like one operator or like `::` is one
/// token.
private func continuesRun(_ token: TokenSyntax, from runStart: Int) -> Bool {
  switch token.keyPathInParent {
  case \KeyPathOptionalComponentSyntax.questionOrExclamationMark, \KeyPathComponentSyntax.period:
    // `.?.` is an operator, `?.` is not.
    var first = token
    while let previous = first.previousToken(viewMode: .sourceAccurate),
      first.positionAfterSkippingLeadingTrivia.utf8Offset > runStart
    {
      first = previous
    }
    return first.text.hasPrefix(".") && first.parent?.is(KeyPathComponentSyntax.self) == true
  case \ObjCSelectorPieceSyntax.colon:
    let previous = token.previousToken(viewMode: .sourceAccurate)
    let width = token.positionAfterSkippingLeadingTrivia.utf8Offset - runStart
    return previous?.tokenKind == .colon && width == 1
  default:
    return false
  }
}
