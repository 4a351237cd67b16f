extension SyntaxTree {
  /// The lines of `dump tokens`: see docs/DUMPS.md.
  package func tokenDump() -> String {
    var text = ""
    var place = 0
    while place < tokens.count {
      let first = tokens[place]
      while tokens[place].flags.contains(.joined), place + 1 < tokens.count { place += 1 }
      if first.length > 0, first.kind != .stringText { text += "\(first.start)..\(tokens[place].end)\n" }
      place += 1
    }
    return text
  }
}
