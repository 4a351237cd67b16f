import VTCatalogue
import VTDiagnostics
import VTSyntax

/// A call that blocks its thread where the catalogue says that no thread may wait.
package struct BlockingCall: Sendable {
  package enum Context: Sendable {
    case asyncFunction(ByteRange)
    case asyncClosure
    /// The name of the actor.
    case actor(ByteRange)
    /// The function of a global actor on which the task has to run that would end the wait.
    case actorOfTask(ByteRange)
    /// A closure that the function with this text runs.
    case closure(of: ByteRange)
    /// A method, and the protocol by which it is called on an event loop.
    case method(ByteRange, of: String)

    /// An event loop itself runs it.
    fileprivate var isOnEventLoop: Bool { if case .method = self { true } else { false } }
  }

  /// From the receiver to the closing parenthesis.
  package var range: ByteRange
  package var receiver: ByteRange
  /// The name of the operation.
  package var operation: ByteRange
  package var type: Knowledge.OneShotID
  package var context: Context
  /// A moment at most: for less than a second, or for a semaphore of one that the same function signals, which is a lock.
  package var isBrief = false
}

extension SymbolIndex {
  /// Whether the file calls something by the name of an operation that blocks.
  package func mayBlock(_ file: FileID) -> Bool { mentions(knowledge.blockingNames, in: file) }

  /// The blocking calls of a file whose receiver's type is known and whose thread must not wait.
  ///
  /// The synchronous read of a value future is left alone: where the value may not be there yet, that is the fault, and
  /// another rule's (`premature-result`); where it is there, nothing blocks.
  /// No more than `Limits.placesInAFile` are looked at.
  package func blockingCalls(in tree: SyntaxTree, file: FileID) -> [BlockingCall] {
    var found: [BlockingCall] = []
    var finder: BlockingCallFinder?
    var count = 0
    for place in tree.nodes.indices where tree.nodes[place].kind == .memberExpr {
      let node = NodeID(UInt32(place))
      guard knowledge.blockingNames.contains(tree.mainName(of: node)) else { continue }
      count += 1
      if count > Limits.placesInAFile { break }
      if finder == nil { finder = BlockingCallFinder(reader: BodyReader(tree: tree, file: file, index: self)) }
      if let wait = finder?.wait(at: node) { found.append(wait) }
    }
    return found
  }
}

/// The calls `name(…)` and `self.name(…)` of a file: few files ask for them.
private final class OwnCalls {
  private let tree: SyntaxTree
  private(set) lazy var byName: [Name: [NodeID]] = Dictionary(
    grouping: tree.nodes.indices.lazy.map { NodeID(UInt32($0)) }.filter { [tree] node in
      guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present else { return false }
      if tree.kind(callee) == .identifierExpr { return true }
      guard tree.kind(callee) == .memberExpr, let base = tree[callee].firstChild.present else { return false }
      return tree.kind(base) == .identifierExpr && tree.mainWord(of: base) == .selfValue
    }, by: { [tree] in tree.mainName(of: tree[$0].firstChild) })

  init(tree: SyntaxTree) { self.tree = tree }
}

private struct BlockingCallFinder {
  let reader: BodyReader
  private let calls: OwnCalls
  private var tree: SyntaxTree { reader.tree }
  private var index: SymbolIndex { reader.index }

  init(reader: BodyReader) {
    self.reader = reader
    calls = OwnCalls(tree: reader.tree)
  }

  func wait(at member: NodeID) -> BlockingCall? {
    let path = reader.path(to: member)
    guard path.count > 1, tree.kind(path[path.count - 2]) == .callExpr, tree[path[path.count - 2]].firstChild == member else {
      return nil
    }
    let type = reader.type(ofChild: 0, at: path[...]).unwrapped
    guard let id = index.oneShot(type) ?? (isOutOfSight(type, member) ? futureOutOfSight(at: path) : nil),
      let operation = index.knowledge.operations(of: id).methods[tree.mainName(of: member)],
      operation.blocks, operation.role != .read
    else { return nil }
    let call = path[path.count - 2]
    if isImmediate(call, operation) { return nil }
    var seen: Set<NodeID> = []
    let blocked = index.knowledge.type(id).blockedIn
    guard let context = context(of: path.dropLast(), blocked, &seen) ?? actorOfTask(around: path, blocked) else { return nil }
    return BlockingCall(
      range: tree.range(of: call), receiver: tree.range(of: tree[member].firstChild),
      operation: tree.mainRange(of: member), type: id, context: context,
      isBrief: isLock(at: path) || isForAMoment(call, operation))
  }

  /// `private let mutex = DispatchSemaphore(value: 1)`, and `mutex.wait(); defer { mutex.signal() }`.
  private func isLock(at path: [NodeID]) -> Bool {
    guard let receiver = tree[path[path.count - 1]].firstChild.present,
      let function = path.last(where: { [.functionDecl, .initDecl, .accessorDecl].contains(tree.kind($0)) }), signals(function)
    else { return false }
    return reader.members(of: reader.owner(of: path[...]), named: tree.mainName(of: receiver)).contains { id in
      guard id.file == reader.file, index.declaration(id).flags.contains(.isLet),
        let value = tree.child(.initializer, of: index.declaration(id).node).present
      else { return false }
      return tree.rows(inside: value).contains { node in
        tree.kind(node) == .argument && tree.mainName(of: node) == KnownNames.value
          && tree.text(tree.range(of: tree[node].firstChild)) == "1"
      }
    }
  }

  /// Nothing is known of the receiver: what is called there has no declaration, and is no type by the look of its name.
  private func isOutOfSight(_ type: Type, _ member: NodeID) -> Bool {
    if type == .unknown { return true }
    guard case .nominal(let name, _) = type, !index.isType(name), let receiver = tree[member].firstChild.present,
      tree.kind(receiver) == .callExpr, let callee = tree[receiver].firstChild.present, tree.kind(callee) == .identifierExpr
    else { return false }
    let first = tree.source[Int(tree.range(of: callee).start)]
    return tree.mainName(of: callee) == name && first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
  }

  /// `try client.execute(request).wait()`, where nobody here says what `execute` gives: in a file that imports its module,
  /// `try` without `await` and without an argument tells a future from other things that wait.
  private func futureOutOfSight(at path: [NodeID]) -> Knowledge.OneShotID? {
    let name = tree.mainName(of: path[path.count - 1])
    let call = path[path.count - 2]
    guard !tree.children(of: call).contains(where: { tree.kind($0) == .argument }) else { return nil }
    let around = path.dropLast(2).reversed().prefix { [.tryExpr, .awaitExpr, .parenExpr].contains(tree.kind($0)) }
    guard around.contains(where: { tree.kind($0) == .tryExpr }),
      !around.contains(where: { tree.kind($0) == .awaitExpr })
    else { return nil }
    let imports = index.files[Int(reader.file.index)].imports
    let types = index.knowledge.catalogue.types
    return types.indices.lazy.map { Knowledge.OneShotID(index: $0) }.first { id in
      types[id.index].kind == .shared && index.knowledge.operations(of: id).methods[name]?.blocks == true
        && types[id.index].modules.contains { imports.contains(Name($0)) }
    }
  }

  /// `wait(timeout: .now())`
  private func isImmediate(_ call: NodeID, _ operation: VTCatalogue.Operation) -> Bool {
    tree.children(of: call).contains { argument in
      guard tree.kind(argument) == .argument, !tree[argument].mainToken.isNone,
        let text = operation.blocksExcept[tree.text(of: tree[argument].mainToken)]
      else { return false }
      return tree.text(tree.range(of: tree[argument].firstChild)).hasSuffix(text)
    }
  }

  /// `wait(timeout: .now() + 0.1)`
  private func isForAMoment(_ call: NodeID, _ operation: VTCatalogue.Operation) -> Bool {
    tree.children(of: call).contains { argument in
      guard tree.kind(argument) == .argument, !tree[argument].mainToken.isNone,
        let now = operation.blocksExcept[tree.text(of: tree[argument].mainToken)], let sum = tree[argument].firstChild.present,
        tree.kind(sum) == .infixExpr, Operators.name(tree, sum) == Operators.plus,
        tree.text(tree.range(of: tree.child(at: 0, of: sum))).hasSuffix(now),
        let seconds = Double(tree.text(tree.range(of: tree.child(at: 1, of: sum))))
      else { return false }
      return seconds < 1
    }
  }

  // MARK: where it stands

  /// Goes outwards from a call, through closures that run before anything else does, to what its thread belongs to.
  private func context(
    of path: ArraySlice<NodeID>, _ blocked: BlockedContexts, _ seen: inout Set<NodeID>
  ) -> BlockingCall.Context? {
    var place = path.endIndex - 1
    while place > path.startIndex {
      let inner = path[place]
      place -= 1
      let outer = path[place]
      let around = path[...place]
      switch tree.kind(outer) {
      case .closureExpr where tree.kind(inner) == .block:
        switch verdict(onClosure: around, blocked) {
        case .blocked(let context): return context
        case .unknown: return contextOfCalls(ofClosure: around, blocked, &seen)
        case .runsNow: break
        }
      case .functionDecl where tree.kind(inner) == .block: return context(ofFunction: around, blocked, &seen)
      case .initDecl:
        return isAsync(outer) && blocked.asyncFunctions ? .asyncFunction(tree.mainRange(of: outer)) : nil
      case .accessorDecl: return isAsync(outer) && blocked.asyncFunctions ? property(around) : inActor(around, blocked)
      case .accessorBlock where tree[outer].flags.contains(.implicitGetter): return inActor(around, blocked)
      case .deinitDecl, .memberBlock: return nil
      default: break
      }
    }
    return nil
  }

  private func context(
    ofFunction path: ArraySlice<NodeID>, _ blocked: BlockedContexts, _ seen: inout Set<NodeID>
  ) -> BlockingCall.Context? {
    let node = path[path.endIndex - 1]
    let name = tree.mainRange(of: node)
    if isAsync(node) { return blocked.asyncFunctions ? .asyncFunction(name) : nil }
    guard isMember(path) else { return contextOfCalls(of: node, body: node, blocked, &seen) }
    let isForThreads = isForThreadsOnly(node)
    if !isForThreads, let actor = inActor(path, blocked) { return actor }
    let owner = reader.owner(of: path)
    if let conformance = blocked.conformersOf.first(where: { index.inherits(owner, from: .dotted($0)) }),
      takes(blocked.parameterTypes, path)
    {
      return .method(name, of: conformance)
    }
    return isForThreads ? nil : contextOfCallers(of: node, in: owner, blocked, &seen)
  }

  /// `@available(*, noasync)`: the compiler keeps async functions from calling it.
  private func isForThreadsOnly(_ node: NodeID) -> Bool { reader.hasModifier(KnownNames.noasync, node) }

  /// A private method blocks whoever calls it; one that gives back itself what it waits for only keeps others out meanwhile.
  /// A method that others may call as well, on threads of their own, counts where its own type calls it on an event loop.
  private func contextOfCallers(
    of node: NodeID, in owner: Name, _ blocked: BlockedContexts, _ seen: inout Set<NodeID>
  ) -> BlockingCall.Context? {
    let name = tree.mainName(of: node)
    let isPrivate = reader.hasModifier(KnownNames.privateWord, node) || reader.hasModifier(KnownNames.fileprivateWord, node)
    guard isPrivate || blocked.conformersOf.contains(where: { index.inherits(owner, from: .dotted($0)) }),
      reader.members(of: owner, named: name).count == 1, seen.insert(node).inserted, !signals(node)
    else { return nil }
    for call in calls.byName[name] ?? [] {
      let path = reader.path(to: call)
      guard reader.owner(of: path[...]) == owner, reader.local(name, at: path[...]) == nil else { continue }
      if let found = context(of: path[...], blocked, &seen), isPrivate || found.isOnEventLoop { return found }
    }
    return nil
  }

  /// `let wait = { done.wait() }`
  private func contextOfCalls(
    ofClosure path: ArraySlice<NodeID>, _ blocked: BlockedContexts, _ seen: inout Set<NodeID>
  ) -> BlockingCall.Context? {
    let around = Array(path.suffix(3))
    guard around.count == 3, tree.kind(around[1]) == .initializer, tree.kind(around[0]) == .patternBinding,
      let pattern = tree[around[0]].firstChild.present, tree.kind(pattern) == .identifierPattern,
      let body = tree.child(.block, of: around[2]).present
    else { return nil }
    return contextOfCalls(of: pattern, body: body, blocked, &seen)
  }

  /// A function, or a closure under a name, that a body declares blocks whoever calls it.
  private func contextOfCalls(
    of declaration: NodeID, body: NodeID, _ blocked: BlockedContexts, _ seen: inout Set<NodeID>
  ) -> BlockingCall.Context? {
    let name = tree.mainName(of: declaration)
    guard seen.insert(declaration).inserted, let calls = calls.byName[name], !signals(body) else { return nil }
    for call in calls.prefix(Limits.overloads) where tree.kind(tree[call].firstChild) == .identifierExpr {
      let path = reader.path(to: call)
      guard reader.local(name, at: path[...])?.node == declaration else { continue }
      if let found = context(of: path[...], blocked, &seen) { return found }
    }
    return nil
  }

  /// `done.signal()`, in the function itself.
  private func signals(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .closureExpr: false
    case .memberExpr: tree.mainName(of: node) == KnownNames.signal
    default: tree.children(of: node).contains { signals($0) }
    }
  }

  private func takes(_ types: [String], _ function: ArraySlice<NodeID>) -> Bool {
    if types.isEmpty { return true }
    guard let id = reader.declaration(around: function) else { return false }
    let scope = TypeScope(file: id.file, declaration: id.index)
    return index.parameters(of: id).contains { parameter in
      guard case .nominal(let name, _) = index.type(parameter.type, in: scope).unwrapped else { return false }
      return types.contains { Name.dotted($0) == name }
    }
  }

  private func isMember(_ path: ArraySlice<NodeID>) -> Bool {
    // `#if` around a member stands between it and the block.
    for node in path.dropLast().reversed() {
      switch tree.kind(node) {
      case .memberBlock: return true
      case .ifConfig, .ifConfigClause, .variableDecl, .patternBinding, .accessorBlock: continue
      default: return false
      }
    }
    return false
  }

  /// The actor whose member the end of the path is, if nothing takes it out of its isolation.
  private func inActor(_ path: ArraySlice<NodeID>, _ blocked: BlockedContexts) -> BlockingCall.Context? {
    guard blocked.asyncFunctions, isMember(path), let type = reader.enclosingType(of: path) else { return nil }
    let isFree = path[type.place...].contains { node in
      reader.hasModifier(KnownNames.nonisolated, node) || reader.hasModifier(KnownNames.staticWord, node)
    }
    guard !isFree else { return nil }
    // An extension does not say what it extends.
    let isWritten = index.declaration(type.id).kind.isNominal
    let meant = isWritten ? [type.id] : index.visible(index.types(named: index.qualifiedName(of: type.id)), from: reader.file)
    return meant.contains { index.declaration($0).kind == .actorType } ? .actor(index.declaration(type.id).nameRange) : nil
  }

  /// `Task { …; done.signal() }; done.wait()` in a function of the main actor: the task begins when the actor is free.
  private func actorOfTask(around path: [NodeID], _ blocked: BlockedContexts) -> BlockingCall.Context? {
    guard blocked.asyncFunctions, let waited = tree[path[path.count - 1]].firstChild.present,
      tree.kind(waited) == .identifierExpr, let local = reader.local(tree.mainName(of: waited), at: path[...]),
      let place = path.lastIndex(where: { [.closureExpr, .functionDecl].contains(tree.kind($0)) }),
      tree.kind(path[place]) == .functionDecl, isOnGlobalActor(path[...place])
    else { return nil }
    let name = tree.mainName(of: waited)
    let signals = tree.rows(inside: path[place]).filter { node in
      tree.kind(node) == .memberExpr && KnownNames.signals.contains(tree.mainName(of: node))
        && tree.kind(tree[node].firstChild) == .identifierExpr && tree.mainName(of: tree[node].firstChild) == name
    }.map { reader.path(to: $0) }
    let areInTasks = signals.allSatisfy { reader.local(name, at: $0[...])?.node == local.node && isInTask($0) }
    return !signals.isEmpty && areInTasks ? .actorOfTask(tree.mainRange(of: path[place])) : nil
  }

  /// In `Task { … }`, which inherits the actor, as opposed to `Task.detached`.
  private func isInTask(_ path: [NodeID]) -> Bool {
    guard let closure = path.lastIndex(where: { tree.kind($0) == .closureExpr }), let call = reader.callAround(path[...closure]),
      let callee = tree[call.path[call.path.endIndex - 1]].firstChild.present
    else { return false }
    return tree.kind(callee) == .identifierExpr && tree.mainName(of: callee) == KnownNames.task
  }

  /// `@MainActor` on the function, or on the type around it.
  private func isOnGlobalActor(_ path: ArraySlice<NodeID>) -> Bool {
    for node in path.reversed() {
      switch tree.kind(node) {
      case .functionDecl, .structDecl, .classDecl, .enumDecl, .extensionDecl:
        if reader.hasModifier(KnownNames.nonisolated, node) { return false }
        guard let modifiers = tree.child(.modifiers, of: node).present else { continue }
        let names = tree.children(of: modifiers).filter { tree.kind($0) == .attribute }.map { tree.text(tree.range(of: $0)) }
        if names.contains(where: { $0.hasSuffix("Actor") }) { return true }
      default: continue
      }
    }
    return false
  }

  private func property(_ path: ArraySlice<NodeID>) -> BlockingCall.Context? {
    for node in path.reversed() where tree.kind(node) == .patternBinding || tree.kind(node) == .subscriptDecl {
      let name = tree.kind(node) == .subscriptDecl ? node : tree.child(at: 0, of: node)
      let main = tree[name].mainToken
      return main.isNone ? nil : .asyncFunction(tree.token(main).range)
    }
    return nil
  }

  // MARK: closures

  private enum Verdict {
    case blocked(BlockingCall.Context)
    /// Part of what stands around it.
    case runsNow
    case unknown
  }

  private func verdict(onClosure path: ArraySlice<NodeID>, _ blocked: BlockedContexts) -> Verdict {
    let closure = path[path.endIndex - 1]
    guard let call = reader.callAround(path) else {
      // `{ … }()`
      let outer = path[path.endIndex - 2]
      if tree.kind(outer) == .callExpr, tree[outer].firstChild == closure { return .runsNow }
      return blocked.asyncFunctions && (isAsync(closure) || isWrittenAsync(path)) ? .blocked(.asyncClosure) : .unknown
    }
    if let name = forbiddenRunner(of: call, blocked) { return .blocked(.closure(of: name)) }
    if isAsync(closure) || isPassedAsAsync(call) { return blocked.asyncFunctions ? .blocked(.asyncClosure) : .unknown }
    return reader.fate(of: call) == .now ? .runsNow : .unknown
  }

  /// The name of the callee if the catalogue lists it among those whose closures must not block.
  private func forbiddenRunner(of call: BodyReader.ClosureCall, _ blocked: BlockedContexts) -> ByteRange? {
    let callee = tree[call.path[call.path.endIndex - 1]].firstChild
    guard !tree[callee].mainToken.isNone else { return nil }
    let name = tree.text(of: tree[callee].mainToken)
    var receiver: Type?
    for listed in blocked.closuresOf {
      let parts = listed.split(separator: ".")
      guard parts.last.map({ $0 == name }) ?? false else { continue }
      if parts.count == 1 { return tree.mainRange(of: callee) }
      guard tree.kind(callee) == .memberExpr else { continue }
      let type = receiver ?? reader.type(ofChild: 0, at: call.path + [callee])
      receiver = type
      let owner = Name.dotted(parts.dropLast().joined(separator: "."))
      if let known = instance(type).memberOwner, index.inherits(known, from: owner) {
        return tree.range(of: callee)
      }
    }
    return nil
  }

  private func instance(_ type: Type) -> Type {
    if case .metatype(let inner) = type { return inner }
    // `map` of an optional future is the optional's own.
    return type
  }

  private func isPassedAsAsync(_ call: BodyReader.ClosureCall) -> Bool {
    guard let target = reader.parameter(for: call) else { return false }
    let type = index.parameters(of: target.function)[target.place].type
    return !type.isNone && index.files[Int(target.function.file.index)].types[type].flags.contains(.isAsync)
  }

  /// `let save: @Sendable () async -> Void = { … }`
  private func isWrittenAsync(_ path: ArraySlice<NodeID>) -> Bool {
    let around = path.suffix(3)
    guard around.count == 3, tree.kind(around[around.startIndex + 1]) == .initializer,
      let annotation = tree.child(.typeAnnotation, of: around[around.startIndex]).present
    else { return false }
    let row = tree[annotation]
    var depth = 0
    for token in tree.tokens[Int(row.firstToken.index)..<Int(row.endToken.index)] {
      switch token.kind {
      case .leftParen: depth += 1
      case .rightParen: depth -= 1
      default: if depth == 0, token.word == .async { return true }
      }
    }
    return false
  }

  /// Whether a function, accessor or closure says `async`, or a closure awaits something.
  private func isAsync(_ node: NodeID) -> Bool {
    let effects = tree.child(.effects, of: node)
    if !effects.isNone, tree[effects].flags.contains(.isAsync) { return true }
    guard tree.kind(node) == .closureExpr else { return false }
    let block = tree.child(.block, of: node)
    return !block.isNone && awaits(block, nesting: 0)
  }

  private func awaits(_ node: NodeID, nesting: Int) -> Bool {
    if nesting > 400 { return false }
    switch tree.kind(node) {
    case .awaitExpr: return true
    case .forStmt where tree[node].flags.contains(.hasAwait): return true
    case .variableDecl where tree[node].flags.contains(.isAsync): return true
    case .closureExpr, .functionDecl, .structDecl, .classDecl, .enumDecl, .actorDecl: return false
    default: return tree.children(of: node).contains { awaits($0, nesting: nesting + 1) }
    }
  }
}
