import VTDiagnostics
import VTSyntax

// `Mutex<C?>`: continuations that wait in a lock. What a closure of the lock is given is the property, by another name.
extension ContinuationMentions {
  /// The closure that a lock runs at once, from the way to its name.
  func access(to lock: [NodeID]) -> NodeID? {
    guard lock.count > 2, case let (callee, call) = (lock[lock.count - 2], lock[lock.count - 3]),
      tree.kind(callee) == .memberExpr, tree.kind(call) == .callExpr, tree[call].firstChild == callee
    else { return nil }
    let closures = tree.children(of: call).compactMap { argument in
      tree.kind(argument) == .argument ? tree[argument].firstChild.present : nil
    }
    guard closures.count == 1, let closure = closures.first, tree.kind(closure) == .closureExpr,
      let runner = reader.callAround(reader.path(to: closure)[...]), reader.fate(of: runner) == .now
    else { return nil }
    return closure
  }

  /// The closure whose first parameter a name is.
  func input(_ local: LocalName) -> NodeID? {
    switch local.source {
    case .closureParameter(let closure, place: 0): return closure
    // `{ (place: inout C?) in … }`
    case .annotated:
      let path = reader.path(to: local.node)
      guard path.count > 2, case let closure = path[path.count - 3], tree.kind(closure) == .closureExpr,
        tree.child(at: 0, of: path[path.count - 2]) == local.node
      else { return nil }
      return closure
    default: return nil
    }
  }

  /// What a closure that a lock runs is given: the place in the lock.
  func locked(_ local: LocalName) -> Source? {
    guard let closure = input(local), let call = reader.callAround(reader.path(to: closure)[...]) else { return nil }
    let callee = tree[call.path[call.path.endIndex - 1]].firstChild
    guard tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase) else { return nil }
    let lock = Array(call.path) + [callee, tree[callee].firstChild]
    guard let property = namedProperty(at: lock[...]), property.isLocked, access(to: lock) == closure else { return nil }
    return Source(property: property, isAlias: false, mention: lock)
  }

  /// `p.withLock { $0 }`, `state.withLock { $0.p }`, `lock.withLock { p }`: what the closure of a lock gives back.
  func givenBack(by lock: [NodeID], _ depth: Int) -> Source? {
    let kept = namedProperty(at: lock[...]).flatMap { $0.isLocked ? $0.id : nil }
    guard lock.count > 1, kept != nil || KnownNames.exclusions.contains(tree.mainName(of: lock[lock.count - 2])),
      let closure = access(to: lock), let block = tree.child(.block, of: closure).present,
      let first = tree[block].firstChild.present
    else { return nil }
    var values = tree[first].nextSibling.isNone && tree.kind(first).isExpression ? [first] : []
    for node in tree.rows(inside: block) where tree.kind(node) == .returnStmt {
      let around = reader.path(to: node).last { [.closureExpr, .functionDecl].contains(tree.kind($0)) }
      if around == closure, let value = tree[node].firstChild.present { values.append(value) }
    }
    for value in values {
      guard var found = source(of: reader.path(to: value)[...], depth: depth + 1), kept == nil || found.property.id == kept else {
        continue
      }
      found.isAlias = true
      return found
    }
    return nil
  }

  private func namedProperty(at path: ArraySlice<NodeID>) -> ContinuationProperty? {
    guard let node = path.last, [.identifierExpr, .memberExpr].contains(tree.kind(node)) else { return nil }
    return property(at: path)
  }
}
