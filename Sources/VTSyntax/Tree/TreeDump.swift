extension SyntaxTree {
  /// The lines of `dump tree`: see docs/DUMPS.md.
  package func treeDump() -> String {
    var text = ""
    // A stack of our own: the tree may be deeper than a small thread's stack.
    var pending = [(node: root, depth: 0)]
    while let (node, depth) = pending.popLast() {
      let row = self[node]
      let range = range(of: node)
      text += String(repeating: "  ", count: depth) + "\(range.start)..\(range.end) \(row.kind)"
      let flags = NodeFlags.named.filter { row.flags.contains($0.flag) }.map(\.name)
      if !flags.isEmpty { text += " [" + flags.joined(separator: " ") + "]" }
      if !row.mainToken.isNone { text += " " + spelling(of: row.mainToken) }
      text += "\n"
      pending += children(of: node).reversed().map { ($0, depth + 1) }
    }
    for problem in problems { text += "\(problem.range.start)..\(problem.range.end) problem: \(problem.message)\n" }
    return text
  }

  /// A token as it is written, cut at the first line end.
  private func spelling(of id: TokenID) -> String {
    let written = text(token(id).range)
    return written.prefix { !$0.isNewline } + (written.contains(where: \.isNewline) ? "…" : "")
  }
}

extension NodeFlags {
  /// Names for dumps. Bits that mean several things have the name of the bit.
  fileprivate static let named: [(flag: NodeFlags, name: String)] = [
    (.hasQuestion, "?"), (.hasExclamation, "!"), (.hasTry, "try"), (.hasAwait, "await"), (.isAsync, "async"),
    (.throws, "throws"), (.rethrows, "rethrows"), (.isTrailing, "trailing"), (.hasParens, "parens"), (.isWeak, "weak"),
    (.isUnowned, "unowned"), (.isVariadic, "variadic"), (.implicitGetter, "getter"), (.hasTwoNames, "twoNames"),
    (.hasCondition, "condition"), (.mark, "mark"),
  ]
}
