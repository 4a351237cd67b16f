import VTCatalogue
import VTDiagnostics
import VTSyntax

// A type may mark itself in its source: `/// vtlint:value-future`, `vtlint:single-pass` or `vtlint:continuation` on the
// lines before its declaration; `vtlint:shared` or `vtlint:ignore` says that it is none of these, whatever its name. A closure
// parameter is marked by `/* vtlint:called-once */` before its label: it is called exactly once, but not before the function
// returns.

extension Declaration.Flags {
  /// What a mark says, by the kind of the entry whose operations the type then has.
  static let marks: [(flag: Declaration.Flags, kind: OneShotType.Kind)] = [
    (.isMarkedValueFuture, .valueFuture), (.isMarkedSinglePass, .singlePass), (.isMarkedContinuation, .continuation),
  ]
  static let marked: Declaration.Flags = [.isMarkedValueFuture, .isMarkedSinglePass, .isMarkedContinuation, .isMarkedShared]
}

extension SyntaxTree {
  /// What may follow `vtlint:` where a type, or a closure parameter, marks itself.
  package static let marksOfTypes = Declaration.Flags.marks.map(\.kind.rawValue) + [shared, ignore, calledOnce]
  private static let shared = "shared"
  private static let ignore = "ignore"
  private static let calledOnce = "called-once"

  /// The mark in the comments directly before a declaration's first token.
  func mark(before first: TokenID) -> Declaration.Flags {
    for word in marks(before: first) {
      for (flag, kind) in Declaration.Flags.marks where word.starts(with: kind.rawValue.utf8) { return flag }
      if word.starts(with: SyntaxTree.shared.utf8) || word.starts(with: SyntaxTree.ignore.utf8) { return .isMarkedShared }
    }
    return []
  }

  /// Whether a parameter's mark says that the closure is called exactly once.
  func isCalledOnce(before first: TokenID) -> Bool { marks(before: first).contains { $0.starts(with: SyntaxTree.calledOnce.utf8) } }

  /// What follows each `vtlint:` in the comments between a token and the one before it.
  private func marks(before first: TokenID) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    let end = Int(token(first).start)
    let start = first.index == 0 ? 0 : Int(token(TokenID(first.index - 1)).end)
    let prefix = SyntaxTree.markPrefix
    var index = start
    while index + prefix.count < end {
      defer { index += 1 }
      guard source[index] == prefix[0], source[index..<index + prefix.count].elementsEqual(prefix) else { continue }
      found.append(source[(index + prefix.count)..<end])
    }
    return found
  }

  private static let markPrefix: [UInt8] = Array("vtlint:".utf8)
}
