import VTDiagnostics
import VTSyntax

// What is known of the objects whose properties keep continuations, and of the functions that change their state.
extension ContinuationSurroundings {
  /// Each call has an object of its own: all that the file makes of the type are locals of functions, and nobody keeps one.
  func isMadePerCall(_ property: ContinuationProperty) -> Bool {
    guard let declared = index.types(named: index.ownerName(of: property.id)).first else { return false }
    let name = index.declaration(declared).name
    let made = makings(of: name)
    return !made.isEmpty && made.allSatisfy(isLocalOrUsedUp) && !index.isKept(name, index.ownerName(of: property.id))
  }

  /// The calls `T(…)` of the file, by their paths.
  func makings(of type: Name) -> [[NodeID]] {
    tree.nodes.indices.compactMap { place in
      guard tree.nodes[place].kind == .callExpr, let callee = tree.nodes[place].firstChild.present,
        tree.kind(callee) == .identifierExpr, tree.mainName(of: callee) == type
      else { return nil }
      return reader.path(to: NodeID(UInt32(place)))
    }
  }

  /// In a function or closure, `let x = T()` or `T().run()`.
  private func isLocalOrUsedUp(_ path: [NodeID]) -> Bool {
    // What an initialiser makes it makes for its object.
    if let function = function(around: path), tree.kind(function) == .initDecl { return false }
    guard path.count > 2, function(around: path) != nil || path.contains(where: { tree.kind($0) == .closureExpr }) else {
      return false
    }
    switch tree.kind(path[path.count - 2]) {
    case .memberExpr: return true
    case .initializer: return tree.kind(path[path.count - 3]) == .patternBinding
    default: return false
    }
  }

  /// What a function asks before a place: conditions, subjects, asserted expressions.
  func conditions(in node: NodeID, before place: TokenID) -> [NodeID] {
    let row = tree[node]
    return tree.nodes.indices.compactMap { index -> NodeID? in
      let candidate = tree.nodes[index]
      guard candidate.firstToken.index >= row.firstToken.index, candidate.firstToken.index < place.index,
        candidate.endToken.index <= row.endToken.index
      else { return nil }
      let id = NodeID(UInt32(index))
      switch candidate.kind {
      case .conditions: return id
      case .switchExpr, .ternaryExpr: return candidate.firstChild
      case .callExpr:
        return self.index.knowledge.assertions.contains(tree.mainName(of: candidate.firstChild)) ? id : nil
      default: return nil
      }
    }
  }

  /// `state = next` in a function: a condition that calls it may tell the first call from the next.
  func namesOfPropertySetters() -> Set<Name> {
    var found: Set<Name> = []
    for place in tree.nodes.indices where tree.nodes[place].kind == .assignExpr {
      let target = tree.nodes[place].firstChild
      guard tree.kind(target) == .identifierExpr || tree.kind(target) == .memberExpr else { continue }
      let name = tree.mainName(of: target)
      let path = reader.path(to: NodeID(UInt32(place)))
      guard !index.continuationNames.waiting.contains(name), let function = function(around: path) else { continue }
      let isProperty = reader.members(of: reader.owner(of: path[...]), named: name).contains {
        index.declaration($0).kind == .property
      }
      if isProperty { found.insert(tree.mainName(of: function)) }
    }
    return found
  }

  /// Whether a condition keeps what follows from happening twice, also by a function that changes the state it answers for.
  func isGuard(
    _ node: NodeID, _ function: Function, _ stateSetters: Set<Name>, asksForResults: Bool = true, besides state: Name = .none
  ) -> Bool {
    if isGuard(node, function, asksForResults: asksForResults, besides: state) { return true }
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      tree.tokens[Int(token)].kind == .identifier && tree.tokens[Int(token) + 1].kind == .leftParen
        && stateSetters.contains(tree.name(of: TokenID(token)))
    }
  }

  /// `let request = Request()` … `request.continuation?.resume()`: the object of this call.
  /// - Parameter mention: the way to the property's name.
  func isOfAnObjectMadeHere(_ mention: [NodeID]) -> Bool {
    var path = mention[...]
    while let node = path.last, tree.kind(node) == .memberExpr, let base = tree[node].firstChild.present { path.append(base) }
    guard let node = path.last, path.count > mention.count, tree.kind(node) == .identifierExpr,
      case .value(let value)? = reader.local(tree.mainName(of: node), at: path)?.source, tree.kind(value) == .callExpr,
      let callee = tree[value].firstChild.present, tree.kind(callee) == .identifierExpr
    else { return false }
    return index.isType(tree.mainName(of: callee))
  }
}
