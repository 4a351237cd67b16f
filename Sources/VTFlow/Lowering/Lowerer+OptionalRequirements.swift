import VTDiagnostics
import VTSyntax

// `delegate.urlSession?(session, task: task)`: optional requirements (a closure would have no labels), and what tells that
// they are there.
extension Lowerer {
  /// The `?` of such a call that is no way: `responds(to:)` is asked in the function, or each object that can be meant has it.
  enum RequirementAnswer { case unknown, asked, present }

  mutating func requirementAnswer(_ call: NodeID, _ callee: NodeID) -> RequirementAnswer {
    guard hasDuties else { return .unknown }
    let isLabelled = tree.children(of: call).contains { argument in
      tree.kind(argument) == .argument && tree.mainName(of: argument) != .none && !tree[argument].flags.contains(.isTrailing)
    }
    if !isLabelled { return .unknown }
    if isImplemented(tree[callee].firstChild) { return .present }
    return mentions()?.asksForResponse == true ? .asked : .unknown
  }

  /// - Parameter member: `delegate.urlSession`.
  private func isImplemented(_ member: NodeID) -> Bool {
    guard tree.kind(member) == .memberExpr, let base = tree[member].firstChild.present else { return false }
    let method = tree.mainName(of: member)
    let name = tree.mainName(of: base)
    if tree.kind(base) == .identifierExpr, let place = findLocal(name) { return allHave(method, locals[place].type) }
    guard namesMemberOfSelf(base),
      let found = index.resolveProperty(members(of: owner, named: name), on: index.selfType(owner))
    else { return false }
    return allHave(method, found.result) || isOnlyGivenWhatHas(method, found.first)
  }

  private func namesMemberOfSelf(_ node: NodeID) -> Bool {
    if owner == .none { return false }
    if tree.kind(node) == .identifierExpr { return true }
    return tree.kind(node) == .memberExpr && tree.mainName(of: tree[node].firstChild) == KnownNames.selfValue
  }

  /// A protocol that nobody else can conform to, and each type in sight that does has the method.
  private func allHave(_ method: Name, _ type: Type) -> Bool {
    guard case .nominal(let name, _) = type else { return false }
    let declared = index.types(named: name)
    let conformers = index.conformers(of: name).filter { !index.visible(index.types(named: $0), from: file).isEmpty }
    return !declared.isEmpty && !conformers.isEmpty
      && declared.allSatisfy { id in
        let declaration = index.declaration(id)
        return declaration.kind == .protocolType && !declaration.flags.contains(.isPublic) && index.source(of: id) == .linted
      }
      && conformers.allSatisfy { has(method, $0) }
  }

  private func has(_ method: Name, _ type: Name) -> Bool {
    members(of: type, named: method).contains { !index.declaration($0).flags.contains(.isRequirement) }
  }

  /// A constant of a type in this file whose only value is a new object of a class that has the method.
  private func isOnlyGivenWhatHas(_ method: Name, _ property: DeclarationID) -> Bool {
    let declaration = index.declaration(property)
    guard property.file == file, declaration.flags.contains(.isLet), declaration.parent >= 0 else { return false }
    var values: [NodeID] = []
    for binding in tree.children(of: declaration.node)
    where tree.mainName(of: tree.child(.identifierPattern, of: binding)) == declaration.name {
      if let value = tree[tree.child(.initializer, of: binding)].firstChild.present { values.append(value) }
    }
    for (place, other) in index.files[Int(file.index)].declarations.enumerated() where other.kind == .initializer {
      guard index.ownerName(of: DeclarationID(file: file, index: Int32(place))) == index.ownerName(of: property) else { continue }
      collectValues(of: declaration.name, in: other.node, into: &values, nesting: 0)
    }
    return !values.isEmpty
      && values.allSatisfy { value in
        let callee = tree[value].firstChild
        guard tree.kind(value) == .callExpr, tree.kind(callee) == .identifierExpr,
          case .nominal(let made, _) = index.named(tree.mainName(of: callee), arguments: [], in: scope)
        else { return false }
        return has(method, made)
      }
  }

  /// `name = value`, `self.name = value`
  private func collectValues(of name: Name, in node: NodeID, into values: inout [NodeID], nesting: Int) {
    if nesting > 200 { return }
    if tree.kind(node) == .assignExpr, let target = tree.child(at: 0, of: node).present, tree.mainName(of: target) == name {
      values.append(tree.child(at: 1, of: node))
    }
    for child in tree.children(of: node) { collectValues(of: name, in: child, into: &values, nesting: nesting + 1) }
  }
}
