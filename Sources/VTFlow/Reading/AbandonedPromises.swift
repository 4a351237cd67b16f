import VTDiagnostics
import VTSyntax

/// A property in which a channel handler keeps promises or continuations, and that it never looks at when the channel goes away.
package struct AbandonedPromise: Sendable {
  /// The property's name.
  package var range: ByteRange
  package var type: Knowledge.OneShotID
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
      guard isOfHandler, let type = promise(in: propertyType(id)) else { continue }
      kept.append((id, AbandonedPromise(range: declaration.nameRange, type: type)))
    }
    if kept.isEmpty || kept.count > Limits.placesInAFile { return [] }
    let methods = HandlerMethods(BodyReader(tree: tree, file: file, index: self))
    return kept.filter { methods.abandon($0.id, $0.promise.type) }.map(\.promise)
  }

  private func isChannelHandler(_ type: Name) -> Bool {
    KnownNames.channelHandlers.contains { inherits(type, from: $0) }
  }

  /// The promise or continuation that a type holds, itself or in collections and tuples.
  private func promise(in type: Type, depth: Int = 0) -> Knowledge.OneShotID? {
    if depth > 8 { return nil }
    switch type {
    case .optional(let inner), .array(let inner), .dictionary(_, let inner): return promise(in: inner, depth: depth + 1)
    case .tuple(let elements): return elements.lazy.compactMap { self.promise(in: $0.type, depth: depth + 1) }.first
    default:
      if let id = oneShot(type) { return [.promise, .continuation].contains(knowledge.type(id).kind) ? id : nil }
      guard case .nominal(_, let arguments) = type, let last = arguments.last else { return nil }
      return promise(in: last, depth: depth + 1)
    }
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
  func abandon(_ id: DeclarationID, _ type: Knowledge.OneShotID) -> Bool {
    let (owner, property) = (index.ownerName(of: id), index.declaration(id).name)
    let methods = bodies[owner] ?? [:]
    let hasOtherParts = KnownNames.endsOfHandlers.contains { methods[$0] == nil && !index.members(of: owner, named: $0).isEmpty }
    if hasOtherParts || !methods.values.joined().contains(where: { completes(property, type, $0) }) { return false }
    var pending = Array(KnownNames.endsOfHandlers)
    var seen = Set(pending)
    while let name = pending.popLast() {
      for body in methods[name] ?? [] {
        if tree.mentions(property, in: body) { return false }
        pending += callees(in: body, among: methods).filter { seen.insert($0).inserted }
      }
    }
    return true
  }

  /// `waiting.removeFirst().succeed(value)`, `for promise in waiting { promise.fail(error) }`
  private func completes(_ property: Name, _ type: Knowledge.OneShotID, _ body: NodeID) -> Bool {
    guard tree.mentions(property, in: body) else { return false }
    let row = tree[body]
    return (Int(row.firstToken.index)..<Int(row.endToken.index)).dropFirst().contains { place in
      tree.tokens[place - 1].kind == .period && tree.tokens[place + 1].kind == .leftParen
        && index.knowledge.operations(of: type).methods[tree.name(of: TokenID(UInt32(place)))]?.role == .complete
    }
  }

  private func callees(in body: NodeID, among methods: [Name: [NodeID]]) -> Set<Name> {
    let row = tree[body]
    let called = (Int(row.firstToken.index)..<Int(row.endToken.index)).filter { place in
      tree.tokens[place].kind == .identifier && tree.tokens[place + 1].kind == .leftParen
    }
    return Set(called.map { tree.name(of: TokenID(UInt32($0))) }).filter { methods[$0] != nil }
  }
}
