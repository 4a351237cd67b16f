extension Array {
  /// The same without the room that it has grown, for what is kept. Room for very many comes from the system page by page;
  /// there it is no memory as long as nobody touches it.
  package var fitted: [Element] {
    if count > 1 << 14 || capacity - count <= count / 8 { return self }
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted.append(contentsOf: self)
    return fitted
  }
}

extension SyntaxTree {
  /// The same without room for more tokens and rows.
  package var fitted: SyntaxTree {
    SyntaxTree(
      source: source.fitted, tokens: tokens.fitted, nodes: nodes.fitted, root: root, problems: problems, names: names)
  }
}
