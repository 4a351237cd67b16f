import VTDiagnostics

/// The index of a token in `SyntaxTree.tokens`.
package struct TokenID: OneWordKey, Sendable {
  package var index: UInt32
  package init(_ index: UInt32) { self.index = index }
  package static let none = TokenID(.max)
  package var isNone: Bool { index == .max }
}

/// The index of a row in `SyntaxTree.nodes`.
package struct NodeID: OneWordKey, Sendable {
  package var index: UInt32
  package init(_ index: UInt32) { self.index = index }
  package static let none = NodeID(.max)
  package var isNone: Bool { index == .max }
}

/// One construct: 24 bytes. Rows stand in the order in which the parser finished or wrapped them, not in preorder:
/// a postfix such as `.value` wraps the row before it in constant time. `firstChild`/`nextSibling` give the order.
package struct Node: Sendable {
  package var kind: NodeKind
  package var flags: NodeFlags
  /// The first token, and the one after the last; equal for an empty node.
  package var firstToken: TokenID
  package var endToken: TokenID
  package var mainToken: TokenID
  package var firstChild: NodeID
  package var nextSibling: NodeID

  package init(
    kind: NodeKind, flags: NodeFlags, firstToken: TokenID, endToken: TokenID, mainToken: TokenID,
    firstChild: NodeID, nextSibling: NodeID
  ) {
    self.kind = kind
    self.flags = flags
    self.firstToken = firstToken
    self.endToken = endToken
    self.mainToken = mainToken
    self.firstChild = firstChild
    self.nextSibling = nextSibling
  }
}

extension Node {
  /// What stands for a node that is not there.
  @usableFromInline package static let missing = Node(
    kind: .missing, flags: [], firstToken: .none, endToken: .none, mainToken: .none, firstChild: .none, nextSibling: .none)
}

extension Token {
  /// What stands for a token that is not there.
  @usableFromInline package static let missing = Token(start: 0, length: 0, kind: .endOfFile, flags: [], word: .none)
}

/// Something in the text that is not Swift, or that was skipped: data beside the tree, never an error.
package struct SyntaxProblem: Hashable, Sendable {
  package var range: ByteRange
  /// For people: what was expected or skipped.
  package var message: String
  package init(range: ByteRange, message: String) {
    self.range = range
    self.message = message
  }
}

/// One parsed file: the text, its tokens, the rows, and what was wrong. Immutable after parsing. A class, because every
/// stage passes it on: five arrays to count references of cost more than what is asked of it.
package final class SyntaxTree: Sendable {
  package let source: [UInt8]
  package let tokens: [Token]
  package let nodes: [Node]
  package let root: NodeID
  package let problems: [SyntaxProblem]
  /// Which names occur, approximately, or every name (`parse`): a file that mentions no catalogued name needs no further look.
  package let names: NameFilter

  package init(
    source: [UInt8], tokens: [Token], nodes: [Node], root: NodeID, problems: [SyntaxProblem], names: NameFilter
  ) {
    self.source = source
    self.tokens = tokens
    self.nodes = nodes
    self.root = root
    self.problems = problems
    self.names = names
  }
}
