import VTDiagnostics
import VTSyntax

/// A property in which a channel handler keeps promises or continuations, and that it never looks at when the channel goes away.
package struct AbandonedPromise: Sendable {
  /// The property's name.
  package var range: ByteRange
  package var type: Knowledge.OneShotID
  /// What the property keeps has it under this name: `request.promise`.
  var member: Name?
}

extension SymbolIndex {
  /// The properties of the file's channel handlers with what some method completes, but none that is called when the
  /// channel is closed or the handler removed. Where parts of the handler stand in other files nothing is said.
  package func abandonedPromises(in tree: SyntaxTree, file: FileID) -> [AbandonedPromise] {
    let declared = files[Int(file.index)]
    guard declared.names.mightContain(anyOf: KnownNames.channelHandlers) else { return [] }
    // Who waits in a test fails with it.
    if declared.imports.contains(where: KnownNames.testLibraries.contains) { return [] }
    var areHandlers: [Int32: Bool] = [:]
    var kept: [(id: DeclarationID, promise: AbandonedPromise)] = []
    for (place, declaration) in declared.declarations.enumerated()
    where declaration.kind == .property && declaration.parent >= 0 && declaration.flags.contains(.isStored)
      && !declaration.flags.contains(.isStatic)
    {
      let id = DeclarationID(file: file, index: Int32(place))
      let isOfHandler = areHandlers[declaration.parent] ?? isChannelHandler(ownerName(of: id))
      areHandlers[declaration.parent] = isOfHandler
      guard isOfHandler, let found = promise(in: propertyType(id)) else { continue }
      kept.append((id, AbandonedPromise(range: declaration.nameRange, type: found.type, member: found.member)))
    }
    if kept.isEmpty || kept.count > Limits.placesInAFile { return [] }
    let methods = HandlerMethods(BodyReader(tree: tree, file: file, index: self))
    return kept.filter { methods.abandon($0.id, $0.promise) }.map(\.promise)
  }

  private func isChannelHandler(_ type: Name) -> Bool {
    KnownNames.channelHandlers.contains { inherits(type, from: $0) }
  }

  /// The promise or continuation that a type holds, itself, in collections and tuples, or in a property of what it is.
  private func promise(in type: Type, depth: Int = 0) -> (type: Knowledge.OneShotID, member: Name?)? {
    if depth > 8 { return nil }
    switch type {
    case .optional(let inner), .array(let inner), .dictionary(_, let inner): return promise(in: inner, depth: depth + 1)
    case .tuple(let elements): return elements.lazy.compactMap { self.promise(in: $0.type, depth: depth + 1) }.first
    default:
      if let id = oneShot(type) { return [.promise, .continuation].contains(knowledge.type(id).kind) ? (id, nil) : nil }
      guard case .nominal(let name, let arguments) = type else { return nil }
      if let last = arguments.last { return promise(in: last, depth: depth + 1) }
      return carriedPromise(by: name)
    }
  }

  /// `promise` of a class or struct `Request` of the sources.
  private func carriedPromise(by type: Name) -> (type: Knowledge.OneShotID, member: Name?)? {
    guard let declared = types(named: type).first, types(named: type).count == 1,
      [.structType, .classType].contains(declaration(declared).kind), !isChannelHandler(type)
    else { return nil }
    let file = files[Int(declared.file.index)]
    for (place, member) in file.declarations.enumerated()
    where member.kind == .property && member.parent == declared.index && member.flags.contains(.isStored) {
      let type = propertyType(DeclarationID(file: file.file, index: Int32(place))).unwrapped
      if let id = oneShot(type), knowledge.type(id).kind == .promise { return (id, member.name) }
    }
    return nil
  }
}

/// The methods of the types of one file.
private struct HandlerMethods {
  private let tree: SyntaxTree
  private let index: SymbolIndex
  private var bodies: [Name: [Name: [NodeID]]] = [:]

  init(_ reader: BodyReader) {
    tree = reader.tree
    index = reader.index
    for place in tree.nodes.indices where [.functionDecl, .deinitDecl].contains(tree.nodes[place].kind) {
      let node = NodeID(UInt32(place))
      let name = tree.kind(node) == .deinitDecl ? KnownNames.deinitializer : tree.mainName(of: node)
      bodies[reader.owner(of: reader.path(to: node)[...]), default: [:]][name, default: []].append(node)
    }
  }

  /// Whether some method completes what a property keeps, and none of those that are called at the end, with all that they call,
  /// so much as names it. Of methods in other files nothing is known.
  func abandon(_ id: DeclarationID, _ promise: AbandonedPromise) -> Bool {
    let (owner, property, type) = (index.ownerName(of: id), index.declaration(id).name, promise.type)
    let methods = bodies[owner] ?? [:]
    if isGiven(id, promise, methods) { return false }
    let hasOtherParts = KnownNames.endsOfHandlers.contains { methods[$0] == nil && !index.members(of: owner, named: $0).isEmpty }
    let isCompleted = methods.values.joined().contains { body in
      completes(property, type, body) && promise.member.map { tree.mentions($0, in: body) } ?? true
    }
    if hasOtherParts || !isCompleted { return false }
    if methods.values.joined().contains(where: { isSeenTo(property, type, $0) }) { return false }
    // `channel.closeFuture.whenComplete { … }` of some method runs at the end, too.
    let waiting = methods.filter { $0.value.contains { tree.mentions(KnownNames.closeFuture, in: $0) } }.map(\.key)
    var pending = Array(KnownNames.endsOfHandlers) + waiting
    var seen = Set(pending)
    while let name = pending.popLast() {
      for body in methods[name] ?? [] {
        if tree.mentions(property, in: body) { return false }
        pending += callees(in: body, among: methods).filter { seen.insert($0).inserted }
      }
    }
    return true
  }

  /// One promise that the handler has been given, and does not make: whoever made it may see to it.
  private func isGiven(_ id: DeclarationID, _ promise: AbandonedPromise, _ methods: [Name: [NodeID]]) -> Bool {
    guard promise.member == nil, index.oneShot(index.propertyType(id).unwrapped) != nil else { return false }
    let name = index.declaration(id).name
    return !methods.values.joined().contains { body in
      let row = tree[body]
      return tree.mentions(KnownNames.makePromise, in: body)
        && (Int(row.firstToken.index)..<Int(row.endToken.index)).contains { place in
          tree.tokens[place].kind == .identifier && tree.tokens[place + 1].kind == .equal
            && tree.name(of: TokenID(UInt32(place))) == name
        }
    }
  }

  /// `handshake = promise`, and beside it `scheduleTask { promise.fail(…) }`: it does not depend on the property.
  private func isSeenTo(_ property: Name, _ type: Knowledge.OneShotID, _ body: NodeID) -> Bool {
    let row = tree[body]
    let places = Int(row.firstToken.index)..<Int(row.endToken.index)
    let stored = Set(places.dropLast(2).compactMap { place -> Name? in
      guard tree.tokens[place + 1].kind == .equal, tree.tokens[place + 2].kind == .identifier,
        tree.tokens[place].kind == .identifier, tree.name(of: TokenID(UInt32(place))) == property
      else { return nil }
      return tree.name(of: TokenID(UInt32(place + 2)))
    })
    return !stored.isEmpty && places.dropFirst(2).contains { place in
      completes(type, at: place) && stored.contains(tree.name(of: TokenID(UInt32(place - 2)))) && beginsClosure(at: place - 2)
    }
  }

  /// `{ promise.fail(…) }`, `{ _ in promise.fail(…) }`; not in a branch.
  private func beginsClosure(at place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = tree.tokens[place - 1]
    return before.word == .in || before.kind == .leftBrace && !tree.opensBranch(at: place - 1)
  }

  /// `waiting.removeFirst().succeed(value)`, `for promise in waiting { promise.fail(error) }`
  private func completes(_ property: Name, _ type: Knowledge.OneShotID, _ body: NodeID) -> Bool {
    guard tree.mentions(property, in: body) else { return false }
    let row = tree[body]
    return (Int(row.firstToken.index)..<Int(row.endToken.index)).dropFirst().contains { completes(type, at: $0) }
  }

  /// `.succeed(`
  private func completes(_ type: Knowledge.OneShotID, at place: Int) -> Bool {
    tree.tokens[place - 1].kind == .period && tree.tokens[place + 1].kind == .leftParen
      && index.knowledge.operations(of: type).methods[tree.name(of: TokenID(UInt32(place)))]?.role == .complete
  }

  private func callees(in body: NodeID, among methods: [Name: [NodeID]]) -> Set<Name> {
    let row = tree[body]
    let called = (Int(row.firstToken.index)..<Int(row.endToken.index)).filter { place in
      tree.tokens[place].kind == .identifier && tree.tokens[place + 1].kind == .leftParen
    }
    return Set(called.map { tree.name(of: TokenID(UInt32($0))) }).filter { methods[$0] != nil }
  }
}
