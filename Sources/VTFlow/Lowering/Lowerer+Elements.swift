import VTDiagnostics
import VTSyntax

// The elements that one loop after the other gets out of the same collection:
//
//     for f in futures { print(try await f.value) }
//     for f in futures { print(try await f.value) }      // again
//
// One slot stands for what an earlier loop did to the elements of a collection: it holds the last of them. The first round
// of the next loop gets that one; all further rounds get elements of which nothing is known. So a loop never meets what it
// has done itself in an earlier round.
extension Lowerer {
  /// What the rounds of one loop know of the elements.
  struct LoopElements {
    /// The element of this round.
    var current: SlotID
    /// The last element of an earlier loop over the same collection.
    var earlier: SlotID
    var origin: OriginID
    var type: Type
    /// Each round does the same to its element, so that the last one speaks for all.
    var isSteady: Bool
    var collection: FactKey
  }

  /// What is known of the elements of one collection, beside what a loop knows.
  struct ElementsInPlace {
    /// Those that were asked for by their place: `futures[0]`, `futures.first`.
    var slots: [SlotID] = []
    /// The last one of a loop that did the same to all.
    var last: SlotID?
  }

  /// Written in front of a loop; nil where the elements are no value futures, or the collection is no local variable. What is lazy
  /// makes new ones for each loop.
  /// - Parameters:
  ///   - body: the block or closure that each round runs.
  ///   - byNumber: a round knows which element it has; one that decides something may well leave out what has been used.
  ///   - usesAll: each round uses its element up, whatever it decides then, and another one follows as long as there is one.
  mutating func loopElements(
    of collection: NodeID, _ element: Type, at range: ByteRange, body: NodeID, byNumber: Bool = false, usesAll: Bool = false
  ) -> LoopElements? {
    guard contract(element) == .future, let key = localPlace(inAnyOrder(collection)), !isLazy(collection),
      let made = origin(of: element, .element, at: range, isCreated: false),
      let earlier = earlierElement(of: key)
    else { return nil }
    let current = builder.makeSlot()
    let origin = builder.makeOrigin(made)
    madeInSlot[current] = origin
    let isSteady = isSteady(body)
    if !isSteady, !usesAll { letGoOfElements(of: inAnyOrder(collection)) }
    let elements = LoopElements(
      current: current, earlier: earlier, origin: origin, type: element, isSteady: isSteady, collection: key)
    if byNumber, !isSteady {
      builder.emit(.set(current, .unknown))
      return elements
    }
    // What has been asked for by its place is the element of some round.
    let next = builder.makeBlock()
    for slot in elementsInPlace[key.hash]?.slots.prefix(Limits.elementsInPlace) ?? [] {
      let (here, other) = (builder.makeBlock(), builder.makeBlock())
      builder.finish(.fork([builder.edge(here), builder.edge(other)]))
      builder.resume(at: here)
      builder.emit(.copy(current, slot))
      builder.jump(next)
      builder.resume(at: other)
    }
    builder.emit(.copy(current, earlier))
    builder.proceed(to: next)
    return elements
  }

  /// `for f in futures { if let user = try? await f.value { … } }`: where the body of a loop that is not left early uses its
  /// element up before it decides anything; nil if it does not.
  /// - Parameter length: the tokens of the expression that names the element.
  func sureUse(of element: Name, length: UInt32, in body: NodeID) -> UInt32? {
    let tokens = tree[body].firstToken.index + 1..<tree[body].endToken.index
    if tokens.contains(where: { tree.tokens[Int($0)].word == .break }) { return nil }
    var depth = 0
    for place in tokens {
      let (token, before) = (tree.tokens[Int(place)], tree.tokens[Int(place) - 1])
      switch token.word {
      case .while, .repeat, .for, .continue, .throw, .case, .catch, .else, .defer: return nil
      default: break
      }
      switch token.kind {
      case .leftParen, .leftSquare: depth += 1
      case .rightParen, .rightSquare: depth -= 1
      case .leftBrace where before.word == .do: break
      case .postfixQuestion where before.word == .try: break
      case .leftBrace, .rightBrace, .infixQuestion, .postfixQuestion: return nil
      case .comma where depth == 0: return nil
      case .op where Operators.shortCircuits.contains(tree.name(of: TokenID(place))): return nil
      case .identifier where tree.name(of: TokenID(place)) == element && usesUp(behind: place + length): return token.start
      default: break
      }
    }
    return nil
  }

  /// Whether a body may end the function, so that whoever called it still has some of the elements.
  func isLeft(_ body: NodeID) -> Bool {
    let row = tree[body]
    return (row.firstToken.index..<row.endToken.index).contains { [.return, .throw].contains(tree.tokens[Int($0)].word) }
  }

  /// `.value`, `.get()`, `()`
  private func usesUp(behind end: UInt32) -> Bool {
    guard Int(end) + 1 < tree.tokens.count else { return false }
    if tree.tokens[Int(end)].kind == .leftParen { return true }
    guard tree.tokens[Int(end)].kind == .period else { return false }
    let name = tree.name(of: TokenID(end + 1))
    return index.knowledge.operations.contains { operations in
      (operations.properties[name] ?? operations.methods[name]).map { [.consume, .convert, .read].contains($0.role) } ?? false
    }
  }

  /// In front of an operation: from here on the element of the round is one that is used up.
  mutating func noteSureUse(at range: ByteRange) {
    if sureUses.isEmpty { return }
    if let elements = sureUses[range.start] { builder.emit(.copy(elements.earlier, elements.current)) }
  }

  /// The slot that stands for what earlier loops did.
  mutating func earlierElement(of collection: FactKey) -> SlotID? { factSlot(collection, salt: 0x656C_656D) }

  private func isLazy(_ collection: NodeID) -> Bool {
    findLocal(tree.mainName(of: collection)).map { locals[$0].type.isLazy } ?? false
  }

  /// What names a local variable and no more.
  mutating func localPlace(_ node: NodeID) -> FactKey? {
    guard tree.kind(node) == .identifierExpr, findLocal(tree.mainName(of: node)) != nil, let key = factKey(node), key.isPlace,
      key.dependencies.count == 1
    else { return nil }
    return key
  }

  /// Written behind a loop: what it did to all it did to those that were asked for by their place.
  mutating func finishRounds(_ elements: LoopElements) {
    guard elements.isSteady else { return }
    let key = elements.collection.hash
    if let slots = elementsInPlace[key]?.slots, slots.count == 1 { builder.emit(.copy(slots[0], elements.earlier)) }
    elementsInPlace[key, default: ElementsInPlace()].last = elements.earlier
  }

  /// An element by its place: `futures[0]`, `futures.first`.
  mutating func placedElement(_ type: Type, at node: NodeID, of collection: NodeID) -> Value {
    let range = tree.range(of: node)
    let isMember = tree.kind(node) == .memberExpr
    guard contract(type) == .future, let place = localPlace(collection), isMember || hasLiteralPlace(node),
      let key = isMember && tree.mainName(of: node) == KnownNames.first ? firstElement(of: place) : factKey(node)
    else {
      return isMember ? made(type, .element, at: range) : held(type, .element, at: range, factKey(node), mayChange: false)
    }
    var known = elementsInPlace[place.hash] ?? ElementsInPlace()
    if let slot = holder(of: key), !known.slots.contains(slot) {
      // Of several elements one only may be taken for the last one of the loop.
      if known.slots.isEmpty, let last = known.last { builder.emit(.copy(slot, last)) }
      known.slots.append(slot)
      elementsInPlace[place.hash] = known
    }
    let value = held(type, .element, at: range, key, mayChange: false)
    // What is given a name is called by that.
    if isMember, let slot = value.slot { madeInSlot[slot] = heldOrigins[slot] }
    return value
  }

  /// `futures[0]`
  private func hasLiteralPlace(_ element: NodeID) -> Bool {
    tree.child(.argument, of: element).present.flatMap { tree[$0].firstChild.present }.map(isPlainLiteral) ?? false
  }

  /// The key of `futures[0]`, for `futures.first`.
  private func firstElement(of collection: FactKey) -> FactKey {
    element(FactKey.mix(UInt64(NodeKind.literalExpr.rawValue) + 77, Name("0").raw), of: collection)
  }

  /// The key of an element, by that of its number.
  private func element(_ number: UInt64, of collection: FactKey, reads others: [SlotID] = []) -> FactKey {
    let seed = FactKey.mix(UInt64(NodeKind.subscriptExpr.rawValue) + 77, 5)
    return FactKey(hash: FactKey.mix(FactKey.mix(seed, collection.hash), number), dependencies: collection.dependencies + others)
  }

  /// The element that a round gets.
  mutating func beginRound(_ elements: LoopElements, at range: ByteRange) -> Value {
    builder.emit(.createIfUnknown(elements.current, elements.origin))
    if elements.isSteady { builder.emit(.copy(elements.earlier, elements.current)) }
    return Value(type: elements.type, storage: .slot(elements.current), subject: range)
  }

  mutating func endRound(_ elements: LoopElements) {
    builder.emit(.set(elements.current, .unknown))
  }

  /// `for f in [first, second]`: the elements as they are, if all are value futures by name; the others wait behind the next one.
  mutating func literalFutures(in array: NodeID) -> (type: Type, slots: [SlotID])? {
    guard tree.kind(array) == .arrayExpr, let first = tree[array].firstChild.present, isOneShotName(first),
      contract(locals[findLocal(tree.mainName(of: first)) ?? 0].type) == .future
    else { return nil }
    let names = Array(tree.children(of: array))
    guard names.count <= Limits.futuresOfLiteral, names.allSatisfy(isOneShotName) else { return nil }
    let values = names.map { lower($0) }
    for (value, name) in zip(values, names) { aside { $0.collect(value, name) } }
    return (values[0].type, values.map { copied($0, name: "") })
  }

  /// A way that ends at once: what happens on it is told, and what becomes of the values is seen all the same.
  mutating func aside(_ write: (inout Lowerer) -> Void) {
    let (told, next) = (builder.makeBlock(), builder.makeBlock())
    builder.finish(.fork([builder.edge(next), builder.edge(told)]))
    builder.resume(at: told)
    write(&self)
    builder.finish(.exit(.never))
    builder.resume(at: next)
  }

  /// The next one of those, in each round.
  mutating func nextFuture(_ futures: (type: Type, slots: [SlotID]), at range: ByteRange) -> Value {
    let current = builder.makeSlot()
    for (slot, next) in zip([current] + futures.slots, futures.slots) { builder.emit(.copy(slot, next)) }
    if let last = futures.slots.last { builder.emit(.set(last, .unknown)) }
    return Value(type: futures.type, storage: .slot(current), subject: range)
  }

  /// `[f, g][0]`, `[f].first`: a value future that stands in an array literal for a moment.
  mutating func literalElement(_ array: NodeID, at place: Int?) -> Value? {
    guard let place, tree.kind(array) == .arrayExpr, case let elements = Array(tree.children(of: array)),
      elements.indices.contains(place), isOneShotName(elements[place])
    else { return nil }
    var wanted: Value?
    for (number, element) in elements.enumerated() {
      let value = lower(element)
      if number == place {
        aside { $0.collect(value, element) }
        wanted = value
      } else {
        collect(value, element)
      }
    }
    return wanted
  }

  /// The same for `.first` and `.last`.
  mutating func literalEnd(_ member: NodeID) -> Value? {
    let array = tree[member].firstChild
    switch tree.mainName(of: member) {
    case KnownNames.first: return literalElement(array, at: 0).map(asOptional)
    case KnownNames.last: return literalElement(array, at: rounds(array).map { $0 - 1 }).map(asOptional)
    default: return nil
    }
  }

  /// The type of the value in `for (key, value) in dictionary` and `for (number, element) in array.enumerated()`.
  func pairedValue(_ pattern: NodeID, _ sequence: NodeID, _ collection: Type) -> Type {
    guard [.tuplePattern, .tupleExpr].contains(tree.kind(pattern)), tree.children(of: pattern).count(where: { _ in true }) == 2
    else { return .unknown }
    if case .dictionary(_, let value) = collection { return value }
    guard isEnumeration(sequence), case .tuple(let parts) = collection.element, parts.count == 2 else { return .unknown }
    return parts[1].type
  }

  /// `futures[i]` in `for i in futures.indices { … }` and `for i in 0..<futures.count { … }`.
  struct NumberedElement {
    var collection: NodeID
    var element: Type
    /// Where the body names it first.
    var range: ByteRange
  }

  /// What each round of a loop over the numbers of a local array's elements names by its number; nil where the body changes
  /// the array, or names nothing so.
  func numberedElement(by pattern: NodeID, in sequence: NodeID, _ body: NodeID) -> NumberedElement? {
    guard tree.kind(pattern) == .identifierPattern, let collection = numberedCollection(sequence),
      tree.kind(collection) == .identifierExpr, case let name = tree.mainName(of: collection), let place = findLocal(name),
      let element = locals[place].type.elementOfArray, contract(element) == .future
    else { return nil }
    let (row, number) = (tree[body], tree.mainName(of: pattern))
    let named = (row.firstToken.index..<row.endToken.index).first { token in
      token + 3 < row.endToken.index && tree.name(of: TokenID(token)) == name && tree.tokens[Int(token) + 1].kind == .leftSquare
        && tree.name(of: TokenID(token + 2)) == number && tree.tokens[Int(token) + 3].kind == .rightSquare
    }
    guard let named, !assigns(to: name, in: body) else { return nil }
    let range = ByteRange(start: tree.token(TokenID(named)).range.start, end: tree.token(TokenID(named + 3)).range.end)
    return NumberedElement(collection: collection, element: element, range: range)
  }

  /// `futures` in `futures.indices` and `0..<futures.count`.
  private func numberedCollection(_ sequence: NodeID) -> NodeID? {
    switch tree.kind(sequence) {
    case .parenExpr: return numberedCollection(tree[sequence].firstChild)
    case .memberExpr: return tree.mainName(of: sequence) == KnownNames.indices ? tree[sequence].firstChild.present : nil
    case .infixExpr:
      let end = tree.child(at: 1, of: sequence)
      guard Operators.name(tree, sequence) == Operators.halfOpenRange, number(tree.child(at: 0, of: sequence)) == 0,
        tree.kind(end) == .memberExpr, tree.mainName(of: end) == KnownNames.count
      else { return nil }
      return tree[end].firstChild.present
    default: return nil
    }
  }

  /// In a round: what its number names is the element that the round gets.
  mutating func nameByNumber(_ elements: LoopElements, _ variable: SlotID) {
    let key = element(FactKey(variable: variable).hash, of: elements.collection, reads: [variable])
    guard let slot = holder(of: key) else { return }
    heldOrigins[slot] = elements.origin
    builder.emit(.copy(slot, elements.current))
  }

  /// `futures` in `futures.reversed()`, `futures.sorted { … }`, `futures.enumerated()`; of a dictionary in `futures.values`.
  private func inAnyOrder(_ node: NodeID) -> NodeID {
    if tree.kind(node) == .memberExpr, tree.mainName(of: node) == KnownNames.values, let base = tree[node].firstChild.present,
      tree.kind(base) == .identifierExpr, let place = findLocal(tree.mainName(of: base)), locals[place].type.isDictionary
    {
      return base
    }
    guard tree.kind(node) == .callExpr, case let callee = tree[node].firstChild, tree.kind(callee) == .memberExpr,
      !tree[callee].firstChild.isNone, KnownNames.sameCount.contains(tree.mainName(of: callee))
    else { return node }
    return inAnyOrder(tree[callee].firstChild)
  }

  /// No statement or operator in it decides anything.
  func isSteady(_ body: NodeID) -> Bool {
    let row = tree[body]
    for place in row.firstToken.index..<row.endToken.index {
      let token = tree.tokens[Int(place)]
      switch token.word {
      case .if, .guard, .switch, .while, .repeat, .for, .break, .continue, .return, .throw, .catch, .case: return false
      default: break
      }
      switch token.kind {
      case .infixQuestion: return false
      case .postfixQuestion: if place == 0 || tree.tokens[Int(place) - 1].word != .try { return false }
      case .op: if Operators.shortCircuits.contains(tree.name(of: TokenID(place))) { return false }
      default: break
      }
    }
    return true
  }

  /// `futures.filter { $0.isCompleted }`, `futures.firstIndex(where: \.isCompleted)`: which of them are completed is known then to
  /// somebody, and nobody here follows what he does with it.
  mutating func noteAskedElements(_ arguments: [Argument], of collection: Type) {
    guard !asksElements, !arguments.isEmpty, index.keepsValueFuture(collection) || contract(collection.element) == .future
    else { return }
    asksElements = arguments.contains { asksCompletion($0.expression) }
  }

  /// Whether a key path, or a closure of one expression, names what tells whether a value is completed.
  private func asksCompletion(_ node: NodeID) -> Bool {
    if node.isNone { return false }
    switch tree.kind(node) {
    case .closureExpr: if tree.onlyChild(of: tree.child(.block, of: node)) == nil { return false }
    case .keyPathExpr: break
    default: return false
    }
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains { place in
      let name = tree.name(of: TokenID(place))
      return index.knowledge.operations.contains { $0.properties[name]?.meansCompleted == true }
    }
  }
}
