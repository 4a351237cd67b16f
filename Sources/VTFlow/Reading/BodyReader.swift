import VTDiagnostics
import VTSyntax

/// Types of expressions that were asked for, and how deep in the question.
final class KnownTypes {
  private var types: [NodeID: (type: Type, depth: Int)] = [:]

  /// Near the limit of the depth less may have been found than would be now.
  func type(of node: NodeID, _ depth: Int) -> Type? {
    guard let known = types[node], known.depth <= depth || known.type != .unknown else { return nil }
    return known.type
  }

  func note(_ type: Type, of node: NodeID, _ depth: Int) { types[node] = (type, depth) }
}

/// Answers what the names and expressions of a file mean, by declarations alone: nothing is followed, no path is told
/// from another. For rules that look at one place and what stands around it; `Lowerer` is for values on their way.
///
/// Everything is found on demand, outwards from the place that is asked about: such places are few.
struct BodyReader {
  let tree: SyntaxTree
  let file: FileID
  let index: SymbolIndex
  /// The declarations of the file by the rows they stand in.
  private let declarations: [NodeID: Int32]
  /// The row around each row.
  private let parents: [NodeID]
  /// What was found so far: a link of a chain is asked for from several sides, and each of them would ask the whole chain again.
  let known = KnownTypes()
  let blockNames: BlockNames

  init(tree: SyntaxTree, file: FileID, index: SymbolIndex) {
    self.tree = tree
    self.file = file
    self.index = index
    var declarations: [NodeID: Int32] = [:]
    for (place, declaration) in index.files[Int(file.index)].declarations.enumerated() {
      declarations[declaration.node] = Int32(place)
    }
    self.declarations = declarations
    var parents = [NodeID](repeating: .none, count: tree.nodes.count)
    for (place, node) in tree.nodes.enumerated() {
      var child = node.firstChild
      while !child.isNone {
        parents[Int(child.index)] = NodeID(UInt32(place))
        child = tree[child].nextSibling
      }
    }
    self.parents = parents
    blockNames = BlockNames(of: tree)
  }

  /// The rows from the root down to a row, both included. What the parser read in vain has rows that no root leads to, and what
  /// is missing has none: both are taken to stand in the root, so that whatever is not the root has a row around it.
  func path(to node: NodeID) -> [NodeID] {
    var path = [node]
    while let inner = path.last, inner != tree.root {
      let outer = inner.isNone ? .none : parents[Int(inner.index)]
      path.append(outer.isNone ? tree.root : outer)
    }
    return path.reversed()
  }

  /// The innermost declaration around a place that is known to the index.
  func declaration(around path: ArraySlice<NodeID>) -> DeclarationID? {
    for node in path.reversed() { if let place = declarations[node] { return DeclarationID(file: file, index: place) } }
    return nil
  }

  /// The type or extension whose member the place belongs to, with its place in the path.
  func enclosingType(of path: ArraySlice<NodeID>) -> (id: DeclarationID, place: Int)? {
    for place in path.indices.reversed() {
      guard let found = declarations[path[place]] else { continue }
      let id = DeclarationID(file: file, index: found)
      if index.declaration(id).kind.hasMembers { return (id, place) }
    }
    return nil
  }

  /// The qualified name of the type around; `.none` outside of types.
  func owner(of path: ArraySlice<NodeID>) -> Name {
    enclosingType(of: path).map { index.qualifiedName(of: $0.id) } ?? .none
  }

  func members(of owner: Name, named name: Name) -> [DeclarationID] {
    index.visible(index.members(of: owner, named: name), from: file)
  }

  func globals(named name: Name) -> [DeclarationID] { index.visible(index.globals(named: name), from: file) }

  /// The meaning of a type that is written at a place.
  func writtenType(_ node: NodeID, at path: ArraySlice<NodeID>) -> Type {
    let scope = TypeScope(file: file, declaration: declaration(around: path)?.index ?? -1)
    return index.type(node, of: tree, in: scope)
  }

  /// Whether a word such as `static` or `nonisolated` stands before a declaration.
  func hasModifier(_ word: Name, _ node: NodeID) -> Bool {
    let modifiers = tree.child(.modifiers, of: node)
    if modifiers.isNone { return false }
    let row = tree[modifiers]
    return (row.firstToken.index..<row.endToken.index).contains { tree.name(of: TokenID($0)) == word }
  }
}

extension SyntaxTree {
  /// Whether the text of a node names something so, in whatever scope.
  func mentions(_ name: Name, in node: NodeID) -> Bool {
    let row = self[node]
    return (row.firstToken.index..<row.endToken.index).contains {
      token(TokenID($0)).kind == .identifier && self.name(of: TokenID($0)) == name
    }
  }

  /// The last child, or `.none`.
  func lastChild(of node: NodeID) -> NodeID { children(of: node).reduce(.none) { $1 } }

  /// The rows of a node, itself first: they stand together, for a row comes behind all that it holds.
  func rows(inside node: NodeID) -> some Sequence<NodeID> {
    let first = self[node].firstToken.index
    return (0...node.index).reversed().lazy.map { NodeID($0) }.prefix { self[$0].firstToken.index >= first }
  }
}
