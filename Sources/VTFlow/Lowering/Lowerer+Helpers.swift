import VTDiagnostics
import VTSyntax

// Functions and properties of the same file that only answer a question:
//
//     var isPaying: Bool { self != .free }
//
// are written where they are asked, so that `tier.isPaying` is known to say something about `tier == .free`. No step of a path
// tells of what stands inside: for people it is one question.
extension Lowerer {
  /// A question, what it is asked of, and what it is given.
  private struct Helper {
    var declaration: DeclarationID
    var receiver: FactKey
    var body: NodeID
    var parameters: [(name: Name, type: Type, key: FactKey, storage: Storage)] = []
  }

  /// Branches on what a small function or computed property of this file says; false where that is not to be told.
  /// - Parameter base: what it is a member of, if that is written.
  mutating func lowerHelper(_ node: NodeID, _ base: Value?, _ whenTrue: BlockID, _ whenFalse: BlockID) -> Bool {
    guard inlineDepth < Limits.helpers, let helper = helper(node, base), let key = factKey(node),
      let answer = factSlot(key, salt: 0x6173_6B)
    else { return false }
    let (yes, no, none) = (builder.makeBlock(), builder.makeBlock(), builder.makeBlock())
    write(helper, at: tree.range(of: node), yes, no)
    // Asked once more it says the same, whatever is known of what it reads.
    builder.resume(at: yes)
    fork(node, whenTrue, none, .isTrue(answer))
    builder.resume(at: no)
    fork(node, none, whenFalse, .isTrue(answer))
    builder.resume(at: none)
    builder.finish(.exit(.never))
    return true
  }

  private mutating func helper(_ node: NodeID, _ base: Value?) -> Helper? {
    let isCall = tree.kind(node) == .callExpr
    let member = isCall ? tree[node].firstChild : node
    let name = tree.mainName(of: member)
    var candidates: [DeclarationID] = []
    var receiver = selfKey
    switch tree.kind(member) {
    case .memberExpr:
      guard !tree[member].flags.contains(.implicitBase), let place = tree[member].firstChild.present else { return nil }
      guard let type = (base ?? plainValue(place))?.type else { return nil }
      if case .metatype(.nominal(let owner, _)) = type {
        candidates = members(of: owner, named: name).filter { index.declaration($0).flags.contains(.isStatic) }
      } else {
        guard let key = factKey(place), !isGuess(key), let owner = type.memberOwner else { return nil }
        receiver = key
        candidates = members(of: owner, named: name)
      }
    case .identifierExpr where findLocal(name) == nil:
      candidates = owner == .none ? [] : members(of: owner, named: name)
      if candidates.isEmpty { candidates = globals(named: name) }
    default: return nil
    }
    guard candidates.count == 1, candidates[0].file == file, index.overrides(of: candidates[0], from: file).isEmpty,
      let body = answeringBody(candidates[0], isCall: isCall)
    else { return nil }
    var helper = Helper(declaration: candidates[0], receiver: receiver, body: body)
    return !isCall || give(node, to: &helper) ? helper : nil
  }

  /// What a name stands for that is read without doing anything.
  private mutating func plainValue(_ node: NodeID) -> Value? {
    tree.kind(node) == .identifierExpr && factKey(node) != nil ? lower(node) : nil
  }

  /// The body of something that gives a `Bool` and only looks at things.
  private func answeringBody(_ id: DeclarationID, isCall: Bool) -> NodeID? {
    let declaration = index.declaration(id)
    let forbidden: Declaration.Flags = [.isAsync, .canThrow, .isMutating, .isStored, .isRequirement, .isOverride]
    guard declaration.kind == (isCall ? .function : .property), declaration.flags.isDisjoint(with: forbidden),
      index.type(declaration.type, in: TypeScope(file: id.file, declaration: id.index)) == .nominal(KnownNames.bool, [])
    else { return nil }
    var body = tree.child(isCall ? .block : .accessorBlock, of: declaration.node)
    if !isCall, !body.isNone { body = bodyBlock(of: body) }
    if body.isNone || inlinedNodes.contains(declaration.node) { return nil }
    let row = tree[body]
    guard row.endToken.index - row.firstToken.index < Limits.tokensOfHelper else { return nil }
    // `var isEnabled: Bool { true }`: a stub, or a switch that somebody will turn.
    if tree.children(of: body).allSatisfy({ isConstantAnswer($0) }) { return nil }
    return onlyLooks(body, of: index.ownerName(of: id)) ? body : nil
  }

  private func isConstantAnswer(_ statement: NodeID) -> Bool {
    isBoolean(tree.kind(statement) == .returnStmt ? tree[statement].firstChild : statement)
  }

  private func onlyLooks(_ node: NodeID, of owner: Name) -> Bool {
    switch tree.kind(node) {
    case .assignExpr, .inoutExpr, .callExpr, .closureExpr, .awaitExpr, .tryExpr, .throwStmt, .forStmt, .whileStmt, .repeatStmt,
      .deferStmt, .variableDecl, .functionDecl, .macroExpr, .ifConfig:
      return false
    case .identifierExpr, .memberExpr:
      let name = tree.mainName(of: node)
      if index.knowledge.isOperation(name), members(of: owner, named: name).isEmpty { return false }
    case .expressionPattern: return tree[node].firstChild.present.map { onlyCompares($0, of: owner) } ?? true
    default: break
    }
    return tree.children(of: node).allSatisfy { onlyLooks($0, of: owner) }
  }

  /// `case .appending(let part)`, `case .open(.idle)`: written like a call.
  private func onlyCompares(_ pattern: NodeID, of owner: Name) -> Bool {
    guard tree.kind(pattern) == .callExpr else { return onlyLooks(pattern, of: owner) }
    return tree.children(of: pattern).dropFirst().allSatisfy { argument in
      tree[argument].firstChild.present.map { onlyCompares($0, of: owner) } ?? true
    }
  }

  /// Whether each argument can be named inside.
  private mutating func give(_ call: NodeID, to helper: inout Helper) -> Bool {
    let parameters = Array(index.parameters(of: helper.declaration))
    let arguments = tree.children(of: call).dropFirst().filter { tree.kind($0) == .argument }
    guard parameters.count == arguments.count else { return false }
    let scope = TypeScope(file: helper.declaration.file, declaration: helper.declaration.index)
    for (parameter, argument) in zip(parameters, arguments) {
      let type = index.type(parameter.type, in: scope)
      guard parameter.label == tree.mainName(of: argument), !parameter.isVariadic, oneShot(type) == nil,
        let value = tree[argument].firstChild.present, let key = factKey(value), !isGuess(key)
      else { return false }
      var storage = Storage.none
      if tree.kind(value) == .identifierExpr, let place = findLocal(tree.mainName(of: value)) { storage = self.storage(ofLocal: place) }
      if case .none = storage {} else if type.isOptional != locals[findLocal(tree.mainName(of: value)) ?? 0].type.isOptional { return false }
      helper.parameters.append((parameter.name, type, key, storage))
    }
    return true
  }

  private mutating func write(_ helper: Helper, at range: ByteRange, _ yes: BlockID, _ no: BlockID) {
    let outer = (owner: owner, isStatic: isStatic, scope: scope)
    let outerSelf = (key: selfKey, storage: selfStorage, standIn: selfStandIn)
    let context = (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot, fallthroughTarget, pendingLabel)
    let outerQuestion = builder.question
    builder.question = outerQuestion ?? range
    inlineDepth += 1
    inlinedNodes.append(index.declaration(helper.declaration).node)
    frames.append(Frame(start: locals.count, visibleBelow: 0))
    owner = index.ownerName(of: helper.declaration)
    isStatic = index.declaration(helper.declaration).flags.contains(.isStatic)
    scope = TypeScope(file: file, declaration: helper.declaration.index)
    (selfKey, selfStorage, selfStandIn) = (helper.receiver, .none, nil)
    (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot, fallthroughTarget, pendingLabel) = (0, 0, [], [], nil, nil, .none)
    let count = locals.count
    for parameter in helper.parameters {
      if case .none = parameter.storage {
        let slot = builder.makeSlot()
        aliases[slot] = parameter.key
        declare(parameter.name, parameter.type, .slot(slot))
      } else {
        declare(parameter.name, parameter.type, parameter.storage)
      }
    }
    let answer = builder.makeSlot()
    let end = builder.makeBlock()
    returnTargets.append(
      ReturnTarget(
        block: end, slot: answer, cleanupCount: cleanups.count, firstOrigin: builder.graph.origins.count, node: helper.body))
    let items = Array(tree.children(of: helper.body))
    if let asked = onlyExpression(items) {
      lowerCondition(asked, yes, no)
      builder.resume(at: end)
      builder.finish(.exit(.never))
    } else {
      lowerItems(items)
      builder.resume(at: end)
      builder.branch(.isTrue(answer), builder.edge(yes), builder.edge(no))
    }
    returnTargets.removeLast()
    locals.removeSubrange(count...)
    frames.removeLast()
    inlinedNodes.removeLast()
    inlineDepth -= 1
    (owner, isStatic, scope) = (outer.owner, outer.isStatic, outer.scope)
    (selfKey, selfStorage, selfStandIn) = outerSelf
    (awaitDepth, tryDepth, jumpTargets, chainEnds, chainRoot, fallthroughTarget, pendingLabel) = context
    builder.question = outerQuestion
  }

  /// `total > 100`, `return total > 100`, or a `switch` that gives a value.
  private func onlyExpression(_ items: [NodeID]) -> NodeID? {
    guard items.count == 1 else { return nil }
    if tree.kind(items[0]) == .returnStmt { return tree[items[0]].firstChild.present }
    guard tree.kind(items[0]).isExpression else { return nil }
    let row = tree[items[0]]
    let returns = (row.firstToken.index..<row.endToken.index).contains { tree.token(TokenID($0)).word == .return }
    return returns ? nil : items[0]
  }
}
