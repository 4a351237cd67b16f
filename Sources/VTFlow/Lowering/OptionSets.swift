import VTDiagnostics
import VTSyntax

// Members of option sets: what is not empty and has none of the others has the last one.
extension Lowerer {
  /// `events.contains(.write)`, where somebody has asked for all other members of the type, and whether there is one at all.
  mutating func lowerOption(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) -> Bool {
    guard hasDuties, let (set, name) = askedOption(node), let place = findLocal(tree.mainName(of: set)),
      case .nominal(let type, _) = locals[place].type, let key = factKey(set), let slot = factSlot(factKey(node))
    else { return false }
    let others = optionNames(of: type).subtracting([name])
    let asked = others.compactMap { askedOptions[key.hash]?[$0] }
    askedOptions[key.hash, default: [:]][name] = slot
    guard !others.isEmpty, others.count < Limits.options, asked.count == others.count, isAsked(memberKey(KnownNames.isEmpty, of: key)),
      let empty = emptyFact(of: key)
    else { return false }
    let open = builder.makeBlock()
    for (condition, decided) in [(empty, whenFalse)] + asked.map({ ($0, open) }) {
      let next = builder.makeBlock()
      builder.branch(.isTrue(condition), builder.edge(decided), builder.edge(next))
      builder.resume(at: next)
    }
    builder.jump(whenTrue)
    builder.resume(at: open)
    fork(node, whenTrue, whenFalse, .isTrue(slot))
    return true
  }

  /// `events` and `write` of `events.contains(.write)`
  private func askedOption(_ node: NodeID) -> (set: NodeID, name: Name)? {
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .memberExpr,
      tree.mainName(of: callee) == KnownNames.contains, let set = tree[callee].firstChild.present, tree.kind(set) == .identifierExpr,
      let argument = tree.child(.argument, of: node).present, let option = tree[argument].firstChild.present,
      tree.kind(option) == .memberExpr, tree[option].flags.contains(.implicitBase)
    else { return nil }
    return (set, tree.mainName(of: option))
  }

  /// The members of an option set, as its declaration lists them; none of all else.
  private mutating func optionNames(of type: Name) -> Set<Name> {
    if let known = optionNames[type] { return known }
    var names: Set<Name> = []
    let declared = index.types(named: type)
    if declared.count == 1, index.inherits(type, from: KnownNames.optionSet) {
      names = Set(
        index.files[Int(declared[0].file.index)].declarations.lazy.filter {
          $0.kind == .property && $0.parent == declared[0].index && $0.flags.contains(.isStatic) && $0.flags.contains(.isStored)
        }.map(\.name))
    }
    optionNames[type] = names
    return names
  }
}

extension Limits {
  /// Members of an option set that are asked for one after the other.
  fileprivate static let options = 8
}
