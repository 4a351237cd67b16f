import VTDiagnostics
import VTSyntax

/// Which items of a block declare a name. A look-up that passes all items of a block takes too long where there are
/// thousands of items and of look-ups.
struct BlockNames {
  private struct Entry {
    var block: NodeID
    /// `.none` for an `#if`, which may declare anything.
    var name: Name
    var item: NodeID
    /// Its first token.
    var place: UInt32

    var key: (UInt32, UInt64, UInt32) { (block.index, name.raw, place) }
  }

  /// By block and name, then in the order of the text.
  private var entries: [Entry] = []

  init(of tree: SyntaxTree) {
    for place in tree.nodes.indices {
      switch tree.nodes[place].kind {
      case .block, .ifConfigClause, .accessorBlock, .switchCase:
        let block = NodeID(UInt32(place))
        for item in tree.children(of: block) { add(item, of: block, tree) }
      default: break
      }
    }
    entries.sort { $0.key < $1.key }
  }

  /// In the order of the text; an `#if` among them may declare the name or not.
  func items(of block: NodeID, declaring name: Name) -> [NodeID] {
    let (named, others) = (entries(of: block, name), entries(of: block, .none))
    if others.isEmpty { return named.map(\.item) }
    return (named + others).sorted { $0.place < $1.place }.map(\.item)
  }

  private func entries(of block: NodeID, _ name: Name) -> ArraySlice<Entry> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < (block.index, name.raw, 0) { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix { $0.block == block && $0.name == name }
  }

  private mutating func add(_ item: NodeID, of block: NodeID, _ tree: SyntaxTree) {
    func note(_ name: Name) {
      entries.append(Entry(block: block, name: name, item: item, place: tree[item].firstToken.index))
    }
    func noteNames(of pattern: NodeID) {
      if tree.kind(pattern) == .identifierPattern { return note(tree.mainName(of: pattern)) }
      for part in tree.children(of: pattern) { noteNames(of: part) }
    }
    switch tree.kind(item) {
    case .functionDecl: note(tree.mainName(of: item))
    case .variableDecl:
      for binding in tree.children(of: item) where tree.kind(binding) == .patternBinding {
        noteNames(of: tree.child(at: 0, of: binding))
      }
    case .guardStmt:
      for condition in tree.children(of: tree.child(.conditions, of: item))
      where [.optionalBinding, .matchingPattern].contains(tree.kind(condition)) {
        noteNames(of: tree[condition].firstChild)
      }
    case .ifConfig: note(.none)
    default: break
    }
  }
}
