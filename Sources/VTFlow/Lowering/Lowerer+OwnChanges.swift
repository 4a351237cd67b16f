import VTDiagnostics
import VTSyntax

// What functions that stand in the same file assign to: `func close() { isOpen = false }`. Behind a call what was known of such
// a property is in doubt: of code that asks for it once more nothing is claimed. Only where the function surely puts a literal
// there, or turns it, is it known what the property is. The same goes for what is given away as `&flag`.

/// What a function does to a variable that it assigns to.
enum Change {
  case unknown, toggles
  /// What a literal or the name of a case says.
  case becomes(NodeID)
  /// Something that is made there.
  case isMade
}

extension Lowerer {
  /// A function has run: properties may be others.
  mutating func noteChanges(by function: DeclarationID, calledAt call: NodeID) {
    // What nobody has asked for so far matters in the next round of a loop only, or if the function is there for it.
    let mayMatter = !facts.nameSlots.isEmpty || !loopStarts.isEmpty
    guard function.file == file else { return mayMatter ? noteChangesElsewhere(by: function, calledAt: call) : () }
    let row = tree[index.declaration(function).node]
    if !mayMatter, row.endToken.index - row.firstToken.index > Limits.tokensOfSetter { return }
    let changes = changes(of: function)
    if changes.isEmpty { return }
    let base = baseKey(ofCall: call)
    for (name, change) in changes.sorted(by: { $0.key.raw < $1.key.raw }) {
      if case .unknown = change, facts.nameSlots[name] == nil, loopStarts.isEmpty { continue }
      let slot = facts.nameSlot(name) { builder.makeSlot() }
      leave(change, in: base.map { FactKey(member: name, of: $0, read: slot) }, changed: slot)
    }
  }

  /// A function has run that was given `&flag`.
  mutating func overwrite(_ variable: NodeID, by function: DeclarationID, parameter place: Int) {
    let parameters = Array(index.parameters(of: function))
    guard function.file == file, place < parameters.count, let change = changes(of: function)[parameters[place].name],
      let key = factKey(variable), key.isPlace, let slot = key.dependencies.last
    else { return overwrite(variable) }
    leave(change, in: key, changed: slot)
  }

  /// - Parameters:
  ///   - place: what has changed, if that is known.
  ///   - slot: what conditions about it read.
  private mutating func leave(_ change: Change, in place: FactKey?, changed slot: SlotID) {
    switch (change, place) {
    case (.becomes(let source), let place?):
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

  /// The properties that a function of this file assigns to, itself or through what it calls, and what it does to
  /// them. Each function is looked at once for each body.
  private mutating func changes(of function: DeclarationID, depth: Int = 0) -> [Name: Change] {
    if let known = changesByFunction[function] { return known }
    // For a recursion.
    changesByFunction[function] = [:]
    var changes: [Name: Change] = [:]
    let row = tree[index.declaration(function).node]
    // Longer ones are rarely about one flag.
    guard row.endToken.index - row.firstToken.index < Limits.tokensOfOwnMethod else { return changes }
    var isOnce: [Name: Bool] = [:]
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) where tree.tokens[place].kind == .identifier {
      let name = tree.name(of: TokenID(UInt32(place)))
      if isChanged(at: place) {
        isOnce[name] = isOnce[name] == nil
        changes[name] = .unknown
      } else if let callee = ownCallee(at: place, of: function), depth < Limits.callsOfOwnMethod {
        for name in self.changes(of: callee, depth: depth + 1).keys {
          isOnce[name] = false
          changes[name] = .unknown
        }
      }
    }
    for (name, change) in settledChanges(of: index.declaration(function).node) where isOnce[name] == true {
      changes[name] = change
    }
    changesByFunction[function] = changes
    return changes
  }

  /// `isOpen = false` and `flag.toggle()` as statements of the body: nothing leads past them but a way out before.
  private func settledChanges(of function: NodeID) -> [(Name, Change)] {
    guard let body = tree.child(.block, of: function).present else { return [] }
    var changes: [(Name, Change)] = []
    for statement in tree.children(of: body) {
      switch tree.kind(statement) {
      case .assignExpr:
        let (target, source) = (tree.child(at: 0, of: statement), tree.child(at: 1, of: statement))
        guard Operators.name(tree, statement) == Operators.assign, isOfSelf(target) else { continue }
        if isPlainLiteral(source) || isCaseName(source) || isEmptyLiteral(source) {
          changes.append((tree.mainName(of: target), .becomes(source)))
        } else if makesObject(source) {
          changes.append((tree.mainName(of: target), .isMade))
        }
      case .callExpr:
        let callee = tree[statement].firstChild
        guard tree.kind(callee) == .memberExpr, tree.mainName(of: callee) == KnownNames.toggle,
          let target = tree[callee].firstChild.present, isOfSelf(target)
        else { continue }
        changes.append((tree.mainName(of: target), .toggles))
      case .guardStmt, .returnStmt, .throwStmt, .ifExpr, .switchExpr, .doStmt, .ifConfig: return changes
      default: break
      }
    }
    return changes
  }

  /// `Session(user)` of a type of the sources, of which every initialiser gives one.
  private func makesObject(_ node: NodeID) -> Bool {
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
  private func isOfSelf(_ target: NodeID) -> Bool {
    switch tree.kind(target) {
    case .identifierExpr: return true
    case .memberExpr:
      let base = tree[target].firstChild
      return !base.isNone && tree.kind(base) == .identifierExpr && tree.mainWord(of: base) == .selfValue
    default: return false
    }
  }

  /// A method of the same type, or a function, that is called: `close()`, `self.close()`.
  private func ownCallee(at place: Int, of function: DeclarationID) -> DeclarationID? {
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
