import VTDiagnostics
import VTSyntax

/// A mention of a property in which a continuation or promise waits, and what is done to the property there.
struct ContinuationMention {
  enum Role {
    /// What waits in it is taken out: `p = nil`, `p.removeAll()`, `swap(&old, &p)`, `p.take()`.
    case clear
    /// Another value takes its place.
    case assign(value: NodeID)
    /// `p != nil` (true: there is something in it), `p == nil`
    case ask(isPresent: Bool)
    /// `if let c = p`, `if let p`
    case bind
    case other
  }
  var node: NodeID
  /// The row that does it: an assignment, a call, a condition.
  var site: NodeID
  var path: [NodeID]
  var property: ContinuationProperty
  var role: Role
  /// The way to the property's name where the mention is another one: what the closure of a lock calls it.
  var lock: [NodeID] = []

  /// The way to the property's name.
  var named: [NodeID] { lock.isEmpty ? path : lock }
}

/// `p?.resume()`: a call that completes what waits in a property, or a local value.
struct Completion {
  enum Subject {
    /// Through the property itself.
    case property(ContinuationProperty)
    /// Through a name that was bound to what is in it, declared at a row: `let c = p`, `for c in p`.
    case alias(ContinuationProperty)
    /// A name that a body declares.
    case local(NodeID)
  }
  var call: NodeID
  var path: [NodeID]
  var subject: Subject
  /// The way to the name of the property; empty for a local value.
  var mention: [NodeID] = []
  /// It is given back, and most likely completed by whoever asked for it.
  var isReturned = false
  /// A function of the file does it.
  var isByHelper = false

  var property: ContinuationProperty? {
    switch subject {
    case .property(let property), .alias(let property): property
    case .local: nil
    }
  }
}

/// All of them in one file.
struct ContinuationMentions {
  let reader: BodyReader
  private(set) var mentions: [ContinuationMention] = []
  private(set) var completions: [Completion] = []
  /// The completions of what nothing takes out of its property.
  private(set) var fixed: [Completion] = []
  /// Of completion handlers that this file's objects keep, instead of continuations.
  private let isOfHandlers: Bool
  private let helpers: CompletingHelpers
  var tree: SyntaxTree { reader.tree }
  var index: SymbolIndex { reader.index }

  init(handlers names: Set<Name>, reader: BodyReader) { self.init(of: names, states: [], isOfHandlers: true, reader) }

  init(reader: BodyReader) {
    let states = reader.index.namesOfStates(in: reader.file)
    self.init(of: reader.index.continuationNames.waiting.union(states), states: states, isOfHandlers: false, reader)
  }

  private init(of names: Set<Name>, states: Set<Name>, isOfHandlers: Bool, _ reader: BodyReader) {
    self.reader = reader
    self.isOfHandlers = isOfHandlers
    helpers = isOfHandlers ? CompletingHelpers() : CompletingHelpers(of: reader)
    for place in tree.nodes.indices {
      let node = NodeID(UInt32(place))
      switch tree.nodes[place].kind {
      case .identifierExpr, .memberExpr:
        let name = tree.mainName(of: node)
        if names.contains(name) { addMention(node) }
        if !isOfHandlers, index.knowledge.completingNames.contains(name) { addCompletion(node) }
      case .optionalBinding:
        let pattern = tree.nodes[place].firstChild
        if !pattern.isNone, names.contains(tree.mainName(of: pattern)) { addShorthand(node, pattern) }
      case .callExpr where isOfHandlers: addCall(node)
      case .callExpr where helpers.mayComplete(tree.mainName(of: tree.nodes[place].firstChild)): addHelped(node)
      case .returnStmt where !states.isEmpty: addReturned(node)
      default: break
      }
    }
    let tree = reader.tree
    mentions.sort { tree[$0.node].firstToken.index < tree[$1.node].firstToken.index }
  }

  /// `finish(c)`, `c?.finish(1)`, `request?.finish(1)` of functions of the file: they complete what they are given.
  private mutating func addHelped(_ call: NodeID) {
    let path = reader.path(to: call)
    let callee = tree[call].firstChild
    let name = tree.mainName(of: callee)
    let isMember = tree.kind(callee) == .memberExpr && !tree[callee].flags.contains(.implicitBase)
    if isMember, let found = source(of: path[...] + [callee, tree[callee].firstChild]), helpers.completes(found, by: name, index) {
      return addCompletion(call, path, found, isByHelper: true)
    }
    for (place, argument) in tree.children(of: call).filter({ tree.kind($0) == .argument }).enumerated() {
      guard helpers.completes(argument: place, of: name), let value = tree[argument].firstChild.present,
        let found = source(of: path[...] + [argument, value]), !found.isCarrier
      else { continue }
      return addCompletion(call, path, found, isByHelper: true)
    }
  }

  private mutating func addCompletion(_ call: NodeID, _ path: [NodeID], _ found: Source, isByHelper: Bool = false) {
    let subject: Completion.Subject = found.isAlias ? .alias(found.property) : .property(found.property)
    completions.append(Completion(call: call, path: path, subject: subject, mention: found.mention, isByHelper: isByHelper))
  }

  /// `p?(…)`, `p(…)` of a name for what is in it
  private mutating func addCall(_ call: NodeID) {
    var path = reader.path(to: call)
    let around = path
    while let inner = tree[path[path.count - 1]].firstChild.present {
      path.append(inner)
      if ![.optionalChainExpr, .forceExpr, .parenExpr].contains(tree.kind(inner)) { break }
    }
    guard let callee = path.last, [.identifierExpr, .memberExpr].contains(tree.kind(callee)),
      let found = source(of: path[...])
    else { return }
    addCompletion(call, around, found)
  }

  private mutating func addMention(_ node: NodeID) {
    let path = reader.path(to: node)
    guard let property = property(at: path[...]) else { return }
    if property.isLocked { return addLocked(path, property) }
    let (role, site) = role(of: path, property)
    mentions.append(ContinuationMention(node: node, site: site, path: path, property: property, role: role))
  }

  /// `p.withLock { $0 = c }`: what the closure does to what it is given it does to the property.
  private mutating func addLocked(_ lock: [NodeID], _ property: ContinuationProperty) {
    guard let closure = access(to: lock) else {
      let site = lock[lock.count - 1]
      return mentions.append(ContinuationMention(node: site, site: site, path: lock, property: property, role: .clear))
    }
    for node in tree.rows(inside: closure) where tree.kind(node) == .identifierExpr {
      let path = reader.path(to: node)
      guard let local = reader.local(tree.mainName(of: node), at: path[...]), input(local) == closure else { continue }
      let (role, site) = role(of: path, property)
      mentions.append(ContinuationMention(node: node, site: site, path: path, property: property, role: role, lock: lock))
    }
  }

  /// `if let p`
  private mutating func addShorthand(_ binding: NodeID, _ pattern: NodeID) {
    guard tree.kind(pattern) == .identifierPattern, tree.child(.initializer, of: binding).isNone else { return }
    let path = reader.path(to: binding)
    guard let property = property(named: tree.mainName(of: pattern), at: path.dropLast()) else { return }
    mentions.append(ContinuationMention(node: binding, site: binding, path: path, property: property, role: .bind))
  }

  private mutating func addCompletion(_ callee: NodeID) {
    guard tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase) else { return }
    let path = reader.path(to: callee)
    guard path.count > 1, tree.kind(path[path.count - 2]) == .callExpr, tree[path[path.count - 2]].firstChild == callee else {
      return
    }
    let call = path[path.count - 2]
    let base = path[...] + [tree[callee].firstChild]
    let name = tree.mainName(of: callee)
    if let found = source(of: base) {
      guard !found.isCarrier, index.knowledge.operations(of: found.property.type).methods[name]?.role == .complete else { return }
      addCompletion(call, path.dropLast(), found)
    } else if let local = localName(of: base) {
      completions.append(Completion(call: call, path: path.dropLast(), subject: .local(local)))
    } else if let property = fixed(at: base), index.knowledge.operations(of: property.type).methods[name]?.role == .complete {
      fixed.append(Completion(call: call, path: path.dropLast(), subject: .property(property), mention: Array(base)))
    }
  }

  /// `c`, `self.c`
  private func fixed(at path: ArraySlice<NodeID>) -> ContinuationProperty? {
    let node = path[path.endIndex - 1]
    let name = tree.mainName(of: node)
    guard index.continuationNames.fixed.contains(name) else { return nil }
    if tree.kind(node) == .memberExpr, tree.mainName(of: tree[node].firstChild) != KnownNames.selfValue { return nil }
    let candidates = reader.members(of: reader.owner(of: path), named: name)
    return candidates.count == 1 ? index.fixedContinuation(candidates[0]) : nil
  }

  /// `return .resume(c)`, `return c` in a function that changes a state machine: its caller completes what came out of the state.
  private mutating func addReturned(_ node: NodeID) {
    guard let value = tree[node].firstChild.present, [.callExpr, .identifierExpr].contains(tree.kind(value)) else { return }
    let parts = tree.kind(value) == .callExpr ? tree.children(of: value).dropFirst().map { tree[$0].firstChild } : [value]
    for part in parts where !part.isNone && tree.kind(part) == .identifierExpr {
      let path = reader.path(to: part)
      guard let function = path.last(where: { tree.kind($0) == .functionDecl }),
        reader.hasModifier(KnownNames.mutating, function), let found = source(of: path[...]), found.isAlias, !found.isCarrier,
        case .payload? = found.property.carrier
      else { continue }
      let around = path.firstIndex(of: value).map { Array(path[..<$0]) } ?? path
      completions.append(
        Completion(call: value, path: around, subject: .alias(found.property), mention: found.mention, isReturned: true))
    }
  }

  /// The declaration of the local name that an expression is, behind `?` and `!`.
  func localName(of path: ArraySlice<NodeID>) -> NodeID? {
    let node = path[path.endIndex - 1]
    switch tree.kind(node) {
    case .parenExpr, .forceExpr, .optionalChainExpr: return localName(of: path + [tree[node].firstChild])
    case .identifierExpr: return reader.local(tree.mainName(of: node), at: path)?.node
    default: return nil
    }
  }

  // MARK: which property

  func property(at path: ArraySlice<NodeID>) -> ContinuationProperty? {
    let node = path[path.endIndex - 1]
    if tree.kind(node) == .identifierExpr { return property(named: tree.mainName(of: node), at: path) }
    guard !tree[node].flags.contains(.implicitBase) else { return nil }
    var base = reader.type(ofChild: 0, at: path).unwrapped
    if case .metatype(let inner) = base { base = inner }
    guard let owner = base.memberOwner else { return nil }
    return continuation(reader.members(of: owner, named: tree.mainName(of: node)))
  }

  private func property(named name: Name, at path: ArraySlice<NodeID>) -> ContinuationProperty? {
    if reader.local(name, at: path) != nil { return nil }
    let owner = reader.owner(of: path)
    let own = owner == .none ? [] : reader.members(of: owner, named: name)
    return continuation(own.isEmpty ? reader.globals(named: name) : own)
  }

  private func continuation(_ candidates: [DeclarationID]) -> ContinuationProperty? {
    guard candidates.count == 1 else { return nil }
    guard isOfHandlers else { return index.continuationProperty(candidates[0]) }
    return candidates[0].file == reader.file ? index.keptHandler(candidates[0]) : nil
  }

  struct Source {
    var property: ContinuationProperty
    var isAlias: Bool
    /// The way to the property's name.
    var mention: [NodeID]
    /// What is named holds the continuation, and is not it.
    var isCarrier: Bool

    init(property: ContinuationProperty, isAlias: Bool, mention: [NodeID]) {
      (self.property, self.isAlias, self.mention) = (property, isAlias, mention)
      isCarrier = property.carrier != nil
    }
  }

  /// The property that an expression names, directly or by a local name for what is in it.
  func source(of path: ArraySlice<NodeID>, depth: Int = 0) -> Source? {
    guard depth < 12, let node = path.last, !node.isNone else { return nil }
    switch tree.kind(node) {
    case .parenExpr, .forceExpr, .optionalChainExpr, .tryExpr, .awaitExpr:
      return source(of: path + [tree[node].firstChild], depth: depth + 1)
    case .identifierExpr:
      let name = tree.mainName(of: node)
      if let local = reader.local(name, at: path) { return source(of: local, name, depth) }
      return unlocked(at: path)
    case .memberExpr:
      if let named = unlocked(at: path) { return named }
      if let carried = carried(at: path, depth) { return carried }
      guard ContinuationMentions.views.contains(tree.mainName(of: node)) else { return nil }
      return collection(of: path + [tree[node].firstChild], depth)
    case .subscriptExpr: return collection(of: path + [tree[node].firstChild], depth)
    case .callExpr:
      let callee = tree[node].firstChild
      guard tree.kind(callee) == .memberExpr, !tree[callee].flags.contains(.implicitBase) else { return nil }
      let base = path + [callee, tree[callee].firstChild]
      if let given = givenBack(by: Array(base), depth) { return given }
      return ContinuationMentions.views.contains(tree.mainName(of: callee)) ? collection(of: base, depth) : nil
    default: return nil
    }
  }

  /// A property by its name; what stands in a lock has none.
  private func unlocked(at path: ArraySlice<NodeID>) -> Source? {
    guard let property = property(at: path), !property.isLocked else { return nil }
    return Source(property: property, isAlias: false, mention: Array(path))
  }

  /// `waiter.continuation`, where `waiter` is an element of a property.
  private func carried(at path: ArraySlice<NodeID>, _ depth: Int) -> Source? {
    let node = path[path.endIndex - 1]
    guard let base = tree[node].firstChild.present, !tree[node].flags.contains(.implicitBase) else { return nil }
    guard var found = source(of: path + [base], depth: depth + 1), found.isCarrier,
      case .member(let name, _)? = found.property.carrier, name == tree.mainName(of: node)
    else { return nil }
    found.isCarrier = false
    return found
  }

  private func collection(of path: ArraySlice<NodeID>, _ depth: Int) -> Source? {
    guard let found = source(of: path, depth: depth + 1) else { return nil }
    // `case .waiting(let waiters)`
    if case .payload? = found.property.carrier, !found.property.isCollection { return found.isAlias ? found : nil }
    return found.property.isCollection ? found : nil
  }

  /// The same for a local name.
  func source(of local: LocalName, _ name: Name, _ depth: Int) -> Source? {
    if let place = locked(local) { return place }
    var found: Source?
    switch local.source {
    case .value(let value), .unwrapped(let value): found = source(of: reader.path(to: value)[...], depth: depth + 1)
    case .shadowed:
      let outside = reader.path(to: local.node).dropLast(2)
      if let further = reader.local(name, at: outside) { return source(of: further, name, depth + 1) }
      found = property(named: name, at: outside).map {
        Source(property: $0, isAlias: true, mention: reader.path(to: local.node))
      }
    case .element(let value): found = collection(of: reader.path(to: value)[...], depth)
    case .partOfElement(let value):
      found = collection(of: reader.path(to: value)[...], depth)
      guard let property = found?.property, let carrier = property.carrier, found?.isCarrier == true else { break }
      // `for (c, id) in waiting` of an array of tuples: of a dictionary it is the key and what stands under it.
      guard case .array = index.propertyType(property.id), isContinuation(local.node, of: carrier) else { return nil }
      found?.isCarrier = false
    case .part(let value):
      found = source(of: reader.path(to: value)[...], depth: depth + 1)
      guard let carrier = found?.property.carrier, isContinuation(local.node, of: carrier) else { return nil }
      found?.isCarrier = false
    case .closureParameter(let closure, _):
      guard let call = reader.callAround(reader.path(to: closure)[...]) else { return nil }
      let callee = tree[call.path[call.path.endIndex - 1]].firstChild
      guard tree.kind(callee) == .memberExpr, KnownNames.elementWise.contains(tree.mainName(of: callee)) else { return nil }
      found = source(of: call.path + [callee, tree[callee].firstChild], depth: depth + 1)
    case .annotated, .parameter, .function, .casePart, .other: return nil
    }
    found?.isAlias = true
    return found
  }

  /// `c` in the pattern `.waiting(let c)`, or `(_, c)`: what stands in the place of the continuation.
  private func isContinuation(_ name: NodeID, of carrier: ContinuationProperty.Carrier) -> Bool {
    let path = reader.path(to: name)
    guard let argument = path.lastIndex(where: { [.argument, .patternElement].contains(tree.kind($0)) }), argument > 0 else {
      return false
    }
    let around = path[argument - 1]
    switch carrier {
    case .member(_, let place):
      guard let place, [.tupleExpr, .tuplePattern].contains(tree.kind(around)) else { return false }
      return tree.child(at: place, of: around) == path[argument]
    case .payload(let cases):
      guard tree.kind(around) == .callExpr, let place = cases[tree.mainName(of: tree[around].firstChild)] else { return false }
      return tree.child(at: place + 1, of: around) == path[argument]
    }
  }

  /// Members of collections that show what is in them and leave it there.
  private static let views: Set<Name> = [
    Name("first"), Name("last"), Name("values"), Name("enumerated"), Name("sorted"), Name("reversed"), Name("filter"),
    Name("prefix"), Name("suffix"), Name("dropFirst"), Name("dropLast"), Name("lazy"), Name("shuffled"),
  ]

  /// Members that look at a collection without taking anything out of it.
  private static let looks: Set<Name> = views.union([
    Name("isEmpty"), Name("count"), Name("keys"), Name("contains"), Name("forEach"), Name("map"), Name("compactMap"),
    Name("flatMap"), Name("allSatisfy"), Name("firstIndex"), Name("reduce"), Name("index"), Name("indices"), Name("mapValues"),
    Name("reserveCapacity"),
  ])

  // MARK: what is done to it

  private func role(of path: [NodeID], _ property: ContinuationProperty) -> (ContinuationMention.Role, site: NodeID) {
    var place = path.count - 1
    while place > 0 {
      let node = path[place]
      let parent = path[place - 1]
      let isFirst = tree.child(at: 0, of: parent) == node
      switch tree.kind(parent) {
      case .parenExpr, .forceExpr, .optionalChainExpr: break
      case .memberExpr: return (memberRole(path, place - 1, property), path[max(0, place - 2)])
      case .subscriptExpr where isFirst && property.isCollection: return elementRole(path, place - 1)
      case .assignExpr where isFirst:
        guard Operators.name(tree, parent) == Operators.assign else { return (.other, parent) }
        let value = tree.child(at: 1, of: parent)
        if isNothing(value) { return (.clear, parent) }
        guard let carrier = property.carrier, !property.isCollection else { return (.assign(value: value), parent) }
        return (continuation(in: value, of: carrier).map { .assign(value: $0) } ?? .clear, parent)
      case .argument where isTargetOfTuple(path, place - 1): return (.clear, path[place - 3])
      case .inoutExpr: return (.clear, parent)
      case .infixExpr: return (comparison(parent), parent)
      case .initializer where place > 1 && tree.kind(path[place - 2]) == .optionalBinding: return (.bind, path[place - 2])
      default: return (.other, node)
      }
      place -= 1
    }
    return (.other, path[path.count - 1])
  }

  /// What a mention puts into its property: `p = c`, `all.append(c)`, `byID[id] = c`.
  func stored(by mention: ContinuationMention) -> NodeID? {
    switch mention.role {
    case .assign(let value): return value
    case .other where mention.property.isCollection && !mention.site.isNone:
      if tree.kind(mention.site) == .assignExpr { return tree.child(at: 1, of: mention.site) }
      guard tree.kind(mention.site) == .callExpr, index.knowledge.insertions.contains(tree.mainName(of: tree[mention.site].firstChild)),
        let argument = tree.child(.argument, of: mention.site).present
      else { return nil }
      return tree[argument].firstChild.present
    default: return nil
    }
  }

  /// What `.waiting(c)`, `Waiter(continuation: c)` or `(1, c)` gives to wait; nil where nothing does, or nobody sees it.
  private func continuation(in value: NodeID, of carrier: ContinuationProperty.Carrier) -> NodeID? {
    let isTuple = tree.kind(value) == .tupleExpr
    guard isTuple || tree.kind(value) == .callExpr else { return nil }
    let arguments = tree.children(of: value).filter { tree.kind($0) == .argument }
    let found: NodeID?
    switch carrier {
    case .member(let name, let place):
      let unnamed = isTuple ? place.flatMap { arguments.dropFirst($0).first } : nil
      found = arguments.first { tree.mainName(of: $0) == name } ?? unnamed
    case .payload(let cases):
      found = cases[tree.mainName(of: tree[value].firstChild)].flatMap { arguments.dropFirst($0).first }
    }
    return found.flatMap { tree[$0].firstChild.present }
  }

  /// `(old, p) = (p, nil)`
  private func isTargetOfTuple(_ path: [NodeID], _ place: Int) -> Bool {
    place > 1 && tree.kind(path[place - 1]) == .tupleExpr && tree.kind(path[place - 2]) == .assignExpr
      && tree.child(at: 0, of: path[place - 2]) == path[place - 1]
  }

  /// A call of an unknown method may change the property; what only looks, puts in or completes does not.
  private func memberRole(_ path: [NodeID], _ place: Int, _ property: ContinuationProperty) -> ContinuationMention.Role {
    let name = tree.mainName(of: path[place])
    let isCalled = place > 0 && tree.kind(path[place - 1]) == .callExpr && tree[path[place - 1]].firstChild == path[place]
    guard isCalled else { return .other }
    if property.carrier != nil, !property.isCollection {
      return KnownNames.elementWise.contains(name) || helpers.completes(property, by: name, index) ? .other : .clear
    }
    let isHarmless =
      property.isCollection
      ? ContinuationMentions.looks.contains(name) || index.knowledge.insertions.contains(name)
      : index.knowledge.operations(of: property.type).methods[name] != nil || KnownNames.elementWise.contains(name)
    return isHarmless ? .other : .clear
  }

  /// `p[id] = nil` takes out, `p[id] = c` puts in; and of a collection of collections `p[url]?.removeValue(forKey: id)` takes out.
  private func elementRole(_ path: [NodeID], _ element: Int) -> (ContinuationMention.Role, site: NodeID) {
    var place = element
    while place > 0 {
      let parent = path[place - 1]
      let isFirst = tree.child(at: 0, of: parent) == path[place]
      switch tree.kind(parent) {
      case .parenExpr, .forceExpr, .optionalChainExpr: place -= 1
      case .subscriptExpr where isFirst: place -= 1
      case .memberExpr where takesOut(tree.mainName(of: parent)): return (.clear, path[max(0, place - 2)])
      case .assignExpr where isFirst: return (isNothing(tree.child(at: 1, of: parent)) ? .clear : .other, parent)
      default: return (.other, path[element])
      }
    }
    return (.other, path[element])
  }

  private func takesOut(_ method: Name) -> Bool { KnownNames.takingOut.contains(method) && !KnownNames.additions.contains(method) }

  private func comparison(_ node: NodeID) -> ContinuationMention.Role {
    let name = Operators.name(tree, node)
    guard name == Operators.equal || name == Operators.notEqual,
      [0, 1].contains(where: { isNothing(tree.child(at: $0, of: node)) })
    else { return .other }
    return .ask(isPresent: name == Operators.notEqual)
  }

  /// `nil`, `.none`, `[]`, `[:]`
  private func isNothing(_ node: NodeID) -> Bool {
    if node.isNone { return false }
    switch tree.kind(node) {
    case .literalExpr: return tree.mainWord(of: node) == .nil
    case .arrayExpr, .dictionaryExpr: return tree[node].firstChild.isNone
    case .memberExpr: return tree[node].flags.contains(.implicitBase) && tree.mainName(of: node) == KnownNames.none
    default: return false
    }
  }
}
