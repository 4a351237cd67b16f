import VTDiagnostics

// Per-element accessors that cross the module border, and therefore, beside `Name` and `OneWordKey`, the only @inlinable code of the project
// (measured: a plain accessor of another module costs 1.5-1.9 times as much in a loop).
//
// Broken code lacks any part, and who asks for the part of a part need not ask each time whether it is there: `.none` is a
// missing node without children, and the empty token before the text. The check takes the place of the one for the bounds.
extension SyntaxTree {
  @inlinable package subscript(_ node: NodeID) -> Node {
    Int(node.index) < nodes.count ? nodes[Int(node.index)] : .missing
  }

  @inlinable package func kind(_ node: NodeID) -> NodeKind {
    Int(node.index) < nodes.count ? nodes[Int(node.index)].kind : .missing
  }

  @inlinable package func token(_ id: TokenID) -> Token {
    Int(id.index) < tokens.count ? tokens[Int(id.index)] : .missing
  }

  @inlinable package func children(of node: NodeID) -> Children { Children(nodes: nodes, upcoming: self[node].firstChild) }

  /// The first child of that kind, or `.none`.
  @inlinable package func child(_ kind: NodeKind, of node: NodeID) -> NodeID {
    var child = self[node].firstChild
    while !child.isNone, self[child].kind != kind { child = self[child].nextSibling }
    return child
  }

  /// The child at that place (0 is the first), or `.none`. Skipped text does not count.
  @inlinable package func child(at place: Int, of node: NodeID) -> NodeID {
    var child = self[node].firstChild
    var place = place
    while !child.isNone {
      if kind(child) != .unexpected {
        if place == 0 { return child }
        place -= 1
      }
      child = self[child].nextSibling
    }
    return .none
  }

  /// From the first byte of the first token to the last byte of the last; an empty node has an empty range.
  @inlinable package func range(of node: NodeID) -> ByteRange {
    let row = self[node]
    let start = token(row.firstToken).start
    if row.endToken == row.firstToken { return ByteRange(start: start, end: start) }
    return ByteRange(start: start, end: token(TokenID(row.endToken.index - 1)).end)
  }

  /// Where a node's name or operator stands; the whole node where broken code has none.
  package func mainRange(of node: NodeID) -> ByteRange {
    let main = self[node].mainToken
    return main.isNone ? range(of: node) : token(main).range
  }

  /// The place of the first token that begins at an offset or behind it. There always is one: the last stands at the end of
  /// the file.
  package func tokenIndex(from offset: UInt32) -> Int {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The name a token spells, without back quotes.
  package func name(of token: TokenID) -> Name {
    token.isNone ? .none : Name(in: source, nameRange(of: token))
  }

  /// The name a token spells, without back quotes; empty for no token.
  package func text(of token: TokenID) -> String {
    token.isNone ? "" : String(decoding: source[nameRange(of: token)], as: UTF8.self)
  }

  package func text(_ range: ByteRange) -> String {
    String(decoding: source[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  package func mainName(of node: NodeID) -> Name { name(of: self[node].mainToken) }

  @inlinable package func mainWord(of node: NodeID) -> Word {
    let main = self[node].mainToken
    return main.isNone ? .none : token(main).word
  }

  /// The argument label callers write for a parameter; `.none` for `_` and for a closure's parameter.
  package func outerName(of parameter: NodeID) -> Name {
    let outer = outerToken(of: parameter)
    if outer.isNone { return .none }
    return token(outer).kind == .wildcard ? .none : name(of: outer)
  }

  /// The parameters of a function or closure that writes a list of them.
  package func parameters(of function: NodeID) -> [NodeID] {
    let list = child(.parameters, of: function)
    return list.isNone ? [] : children(of: list).filter { kind($0) == .parameter }
  }

  /// The child of a node that has one only; nil for all others, and for no node.
  package func onlyChild(of node: NodeID) -> NodeID? {
    if node.isNone { return nil }
    let only = self[node].firstChild
    return only.isNone || !self[only].nextSibling.isNone ? nil : only
  }

  /// Whether the name of a node is written like a type's: with a capital letter.
  package func isTypeName(_ node: NodeID) -> Bool {
    let main = self[node].mainToken
    return !main.isNone && (0x41...0x5A).contains(source[Int(token(main).start)])
  }

  /// The token of a parameter's label; of its name if it has no other.
  package func outerToken(of parameter: NodeID) -> TokenID {
    let main = self[parameter].mainToken
    return self[parameter].flags.contains(.hasTwoNames) ? TokenID(main.index - 1) : main
  }

  private func nameRange(of id: TokenID) -> Range<Int> {
    let token = token(id)
    let quoted = token.flags.contains(.quoted) && token.length >= 2
    return Int(token.start) + (quoted ? 1 : 0)..<Int(token.end) - (quoted ? 1 : 0)
  }
}

// Other modules look for a kind or a word among several, and for a row in a set, without a call for each.

extension TokenKind {
  @inlinable package static func == (a: TokenKind, b: TokenKind) -> Bool { a.rawValue == b.rawValue }
}

extension NodeKind {
  @inlinable package static func == (a: NodeKind, b: NodeKind) -> Bool { a.rawValue == b.rawValue }
}

extension Word {
  @inlinable package static func == (a: Word, b: Word) -> Bool { a.rawValue == b.rawValue }
}

extension TokenID {
  @inlinable package var word: UInt64 { UInt64(index) }
}

extension NodeID {
  @inlinable package var word: UInt64 { UInt64(index) }
}

/// The children of a node in source order. It holds the rows only: making one costs a single retain, a step none.
package struct Children: Sequence, IteratorProtocol {
  @usableFromInline let nodes: [Node]
  @usableFromInline var upcoming: NodeID

  @inlinable init(nodes: [Node], upcoming: NodeID) {
    self.nodes = nodes
    self.upcoming = upcoming
  }

  @inlinable package mutating func next() -> NodeID? {
    if upcoming.isNone { return nil }
    let current = upcoming
    upcoming = nodes[Int(current.index)].nextSibling
    return current
  }
}
