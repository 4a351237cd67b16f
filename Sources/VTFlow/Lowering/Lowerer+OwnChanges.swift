import VTDiagnostics
import VTSyntax

// What functions that stand in the same file assign to: `func close() { isOpen = false }`. Behind a call what was known of such
// a property is in doubt: of code that asks for it once more nothing is claimed. Only where the function surely puts a literal
// there, or turns it, is it known what the property is. The same goes for what is given away as `&flag`.

extension Lowerer {
  /// A function has run: properties may be others.
  mutating func noteChanges(by function: DeclarationID, calledAt call: NodeID) {
    // What nobody has asked for so far matters in the next round of a loop only, or if the function is there for it.
    let mayMatter = !facts.nameSlots.isEmpty || !loopStarts.isEmpty
    guard function.file == file else { return mayMatter ? noteChangesElsewhere(by: function, calledAt: call) : () }
    let row = tree[index.declaration(function).node]
    if !mayMatter, row.endToken.index - row.firstToken.index > Limits.tokensOfSetter { return }
    let changes = changes(of: function).sorted
    if changes.isEmpty { return }
    let base = index.ownerName(of: function) == .none ? selfKey : baseKey(ofCall: call)
    let arguments = arguments(of: call, for: function)
    for (place, change) in changes {
      guard let name = place.names.last else { continue }
      if change == .unknown, facts.nameSlots[name] == nil, loopStarts.isEmpty { continue }
      let slot = facts.nameSlot(name) { builder.makeSlot() }
      var key = place.parameter.map { arguments[$0].flatMap { factKey($0) } } ?? base
      for name in place.names {
        let read = facts.nameSlot(name) { builder.makeSlot() }
        key = key.map { FactKey(member: name, of: $0, read: read) }
      }
      leave(given(change, arguments), in: key, changed: slot)
    }
  }

  /// A function may throw when it has changed something already.
  mutating func doubtChanges(by function: DeclarationID) {
    guard function.file == file, !facts.nameSlots.isEmpty else { return }
    let known = changes(of: function).thrown.compactMap { facts.nameSlots[$0] }
    for slot in known.sorted() { builder.emit(.set(slot, .doubtful)) }
  }

  /// A function has run that was given `&flag`.
  mutating func overwrite(_ variable: NodeID, by function: DeclarationID, parameter place: Int, calledAt call: NodeID) {
    guard function.file == file, let change = changes(of: function).places[ChangedPlace(parameter: place, names: [])],
      let key = factKey(variable), key.isPlace, let slot = key.dependencies.last
    else { return overwrite(variable) }
    leave(given(change, arguments(of: call, for: function)), in: key, changed: slot)
  }

  /// What becomes of a place that a function puts its argument in.
  private func given(_ change: Change, _ arguments: [Int: NodeID]) -> Change {
    guard case .becomesParameter(let place) = change else { return change }
    guard let argument = arguments[place] else { return .unknown }
    let isKnown = isPlainLiteral(argument) || isCaseName(argument) || isEmptyLiteral(argument)
    return isKnown || isFlagVariable(argument) ? .becomes(argument, text: .none) : .unknown
  }

  /// The name of a local variable that is true or false.
  private func isFlagVariable(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)) else { return false }
    return locals[place].type == .nominal(KnownNames.bool, []) && !locals[place].isComputed && !locals[place].isAsyncLet
  }

  /// The arguments of a call by the places of their parameters, without `&`; nothing where some are left out.
  func arguments(of call: NodeID, for function: DeclarationID) -> [Int: NodeID] {
    guard tree.kind(call) == .callExpr else { return [:] }
    let parameters = index.parameters(of: function)
    let arguments = tree.children(of: call).filter { tree.kind($0) == .argument }
    let fits = zip(arguments, parameters).allSatisfy { argument, parameter in
      tree[argument].flags.contains(.isTrailing) || tree.mainName(of: argument) == parameter.label && !parameter.isVariadic
    }
    guard fits, arguments.count == parameters.count else { return [:] }
    var places: [Int: NodeID] = [:]
    for (place, argument) in arguments.enumerated() {
      guard let expression = tree[argument].firstChild.present else { continue }
      places[place] = tree.kind(expression) == .inoutExpr ? tree[expression].firstChild : expression
    }
    return places
  }

  /// - Parameters:
  ///   - place: what has changed, if that is known.
  ///   - slot: what conditions about it read.
  private mutating func leave(_ change: Change, in place: FactKey?, changed slot: SlotID) {
    switch (change, place) {
    case (.becomes(let source, _), let place?):
      builder.emit(.set(slot, .doubtful))
      let value = tree.kind(source) == .memberExpr ? Value.unknown : lower(source)
      if let variable = place.variable {
        assign(value, to: variable)
        noteEquality(of: variable, to: source)
      } else {
        noteStored(value, in: place, source)
      }
    case (.isMade, let place?) where place.variable == nil:
      builder.emit(.set(slot, .doubtful))
      if let isNil = nilFact(place) { builder.emit(.set(isNil, .present)) }
    case (.toggles, let place?) where place.variable != nil || isAsked(place):
      guard let flag = place.variable ?? factSlot(place) else { return builder.emit(.set(slot, .doubtful)) }
      let (wasOn, wasOff, end) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
      builder.branch(.isTrue(flag), builder.edge(wasOn), builder.edge(wasOff))
      for (block, answer) in [(wasOn, Constant.false), (wasOff, .true)] {
        builder.resume(at: block)
        builder.emit(.set(slot, .doubtful))
        builder.emit(.set(flag, answer))
        builder.jump(end)
      }
      builder.resume(at: end)
    default: builder.emit(.set(slot, .doubtful))
    }
  }

  /// A method of `self` whose body stands in another file: any variable may be another one behind it.
  private mutating func noteChangesElsewhere(by function: DeclarationID, calledAt call: NodeID) {
    let declaration = index.declaration(function)
    guard owner != .none, declaration.kind == .function, !declaration.flags.contains(.isStatic), isCallOfSelf(call),
      index.ownerName(of: function) == owner
    else { return }
    for (name, slot) in facts.nameSlots.sorted(by: { $0.value < $1.value }) {
      let isVariable = members(of: owner, named: name).contains {
        let found = index.declaration($0)
        return found.kind == .property && found.flags.contains(.isStored) && !found.flags.contains(.isLet)
      }
      if isVariable { builder.emit(.set(slot, .doubtful)) }
    }
  }

  /// What a function of this file leaves behind, itself or through what it calls. Each function is looked at once for each body.
  mutating func changes(of function: DeclarationID, depth: Int = 0) -> Changes {
    if let known = changesByFunction[function] { return known }
    // For a recursion.
    changesByFunction[function] = Changes(isPartial: true)
    let row = tree[index.declaration(function).node]
    // Longer ones are rarely about one flag.
    guard row.endToken.index - row.firstToken.index < Limits.tokensOfOwnMethod else { return Changes(isPartial: true) }
    var walk = ChangeWalk(function, parameters: index.parameters(of: function).map(\.name), depth: depth)
    var changes = walk.changes(&self)
    // Another type may do otherwise.
    if !changes.places.isEmpty, implementations(of: function).count > 1 {
      changes.places = changes.places.mapValues { _ in .unknown }
    }
    changesByFunction[function] = changes
    return changes
  }

  /// `Session(user)` of a type of the sources, of which every initialiser gives one.
  func makesObject(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .identifierExpr else {
      return false
    }
    let name = tree.mainName(of: callee)
    return index.types(named: name).contains { index.declaration($0).kind.isNominal }
      && members(of: name, named: KnownNames.initializer).allSatisfy {
        !index.type(index.declaration($0).type, in: TypeScope(file: $0.file, declaration: $0.index)).isOptional
      }
  }

  /// `isOpen`, `self.isOpen`
  func isOfSelf(_ target: NodeID) -> Bool {
    switch tree.kind(target) {
    case .identifierExpr: return true
    case .memberExpr:
      let base = tree[target].firstChild
      return !base.isNone && tree.kind(base) == .identifierExpr && tree.mainWord(of: base) == .selfValue
    default: return false
    }
  }

  /// A method of the same type, or a function, that is called: `close()`, `self.close()`.
  func ownCallee(at place: Int, of function: DeclarationID) -> DeclarationID? {
    guard tree.tokens[place + 1].kind == .leftParen, place > 0 else { return nil }
    if tree.tokens[place - 1].word == .func { return nil }
    if tree.tokens[place - 1].kind == .period, place < 2 || tree.tokens[place - 2].word != .selfValue { return nil }
    let name = tree.name(of: TokenID(UInt32(place)))
    let type = index.ownerName(of: function)
    var candidates = type == .none ? [] : members(of: type, named: name)
    if candidates.isEmpty { candidates = globals(named: name) }
    guard candidates.count == 1, candidates[0].file == file, index.declaration(candidates[0]).kind == .function else { return nil }
    return candidates[0]
  }

  private func isCallOfSelf(_ call: NodeID) -> Bool {
    guard tree.kind(call) == .callExpr else { return false }
    return isOfSelf(tree[call].firstChild)
  }

  /// What the properties are read through that a method assigns to as its own; nil where nobody knows.
  private mutating func baseKey(ofCall call: NodeID) -> FactKey? {
    guard tree.kind(call) == .callExpr else { return nil }
    let callee = tree[call].firstChild
    if tree.kind(callee) == .identifierExpr { return owner == .none ? nil : selfKey }
    guard tree.kind(callee) == .memberExpr, let base = tree[callee].firstChild.present else { return nil }
    return factKey(base)
  }

  /// `isOpen = false`, `self.count += 1`, `flag.toggle()`, `items.append(item)`, `table[key] = value`, `&flag`
  func isChanged(at place: Int) -> Bool {
    guard place > 1, place + 1 < tree.tokens.count else { return false }
    let before = tree.tokens[place - 1]
    if [.let, .var].contains(before.word) { return false }
    if before.kind == .prefixAmpersand { return true }
    switch tree.tokens[place + 1].kind {
    case .equal: return true
    case .leftSquare: return isElementAssigned(at: place + 1)
    case .period where place + 3 < tree.tokens.count && tree.tokens[place + 3].kind == .leftParen:
      let name = tree.name(of: TokenID(UInt32(place + 2)))
      return name == KnownNames.toggle || KnownNames.takingOut.contains(name) || KnownNames.additions.contains(name)
    default: return tree.isChangedInPlace(at: place)
    }
  }

  /// `[key] = value` from its bracket on.
  private func isElementAssigned(at bracket: Int) -> Bool {
    var depth = 0
    for place in bracket..<min(bracket + Limits.tokensOfIndex, tree.tokens.count - 1) {
      switch tree.tokens[place].kind {
      case .leftSquare: depth += 1
      case .rightSquare:
        depth -= 1
        if depth == 0 { return tree.tokens[place + 1].kind == .equal || tree.isStep(at: place + 1) }
      default: break
      }
    }
    return false
  }
}
