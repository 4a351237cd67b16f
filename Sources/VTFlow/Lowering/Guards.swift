import VTDiagnostics
import VTSyntax

// Conditions that ask whether something has happened already:
//
//     guard !resumed else { return }     // the way out is right: somebody else has resumed
//     resumed = true
//     continuation.resume()
//
// What the graph knows of a flag it uses; but flags are shared between closures, kept in objects, or are atomic. So a
// condition is taken for a guard by its words: it names what the same function sets like a flag, or calls what tells
// the first from the others (`guard-calls` of the catalogue).

/// The names that a function and its closures set like flags.
struct GuardNames {
  private var names: [Name: Guard] = [:]
  /// Where they are set for the first time.
  private var firstPlaces: [Name: Int] = [:]
  /// Numbers and collections that a function counts with: `left -= 1`, `results.append(x)`.
  private(set) var counters: Set<Name> = []
  /// Variables to which it adds what it is given: `all.append(data)`, `all += data`.
  private(set) var collections: Set<Name> = []
  /// Variables for objects that the function has made: `let state = State()`.
  private(set) var ownObjects: Set<Name> = []
  /// Those that are made to hold a flag: `let done = Locked(false)`.
  private(set) var ownFlags: Set<Name> = []
  /// Collections that a function only takes something out of: `waiting.removeAll { $0 == id }`.
  private(set) var shrinking: Set<Name> = []
  /// Flags that are only ever set to true: where one is, what it guards has happened.
  private(set) var raised: Set<Name> = []
  /// What is put into states, where nothing else is: `state = .waiting(c)`.
  private(set) var payloads: [Name: Set<Name>] = [:]

  init() {}

  /// Looks at all assignments of a function: `done = true`, `state = .finished`, `count -= 1`, `flag.toggle()`.
  init(in node: NodeID, of tree: SyntaxTree, counting: (Name) -> Bool = { _ in false }) {
    let row = tree[node]
    let end = Int(row.endToken.index)
    var index = Int(row.firstToken.index)
    var others: Set<Name> = []
    var growing: Set<Name> = []
    var plain: Set<Name> = []
    while index + 2 < end {
      defer { index += 1 }
      guard tree.tokens[index].kind == .identifier else { continue }
      let name = tree.name(of: TokenID(UInt32(index)))
      if tree.isFlagSet(at: index) {
        if names.updateValue(.flag, forKey: name) == nil { firstPlaces[name] = index }
        if let payload = tree.payload(setAt: index) { payloads[name, default: []].insert(payload) } else { plain.insert(name) }
        if tree.tokens[index + 1].kind == .equal, tree.tokens[index + 2].word == .true { raised.insert(name) } else { others.insert(name) }
      }
      if collects(tree, at: index) { collections.insert(name) }
      if let method = tree.method(calledOn: index) {
        guard counting(method) else { continue }
        if tree.tokens[index + 3].kind == .leftParen { counters.insert(name) }
        let takesOut = KnownNames.takingOut.contains(method) && !KnownNames.additions.contains(method)
        if takesOut { shrinking.insert(name) } else { growing.insert(name) }
      } else if tree.tokens[index + 1].kind == .op, tree.isStep(at: index + 1) {
        counters.insert(name)
      }
      if isMade(tree, at: index) { ownObjects.insert(name) }
      if holdsFlag(tree, at: index) { ownFlags.insert(name) }
    }
    raised.subtract(others)
    for name in plain { payloads[name] = nil }
    shrinking.subtract(growing)
  }

  mutating func insert(_ name: Name, _ kind: Guard) {
    names[name] = kind
    firstPlaces[name] = nil
  }

  /// Whether a name is set behind a place only: who asks there asks for what other calls have left.
  func isSetOnly(_ name: Name, behind place: Int) -> Bool { firstPlaces[name].map { $0 > place } ?? false }

  var isEmpty: Bool { names.isEmpty }

  subscript(_ name: Name) -> Guard? { names[name] }

  /// `let state = State(`
  private func isMade(_ tree: SyntaxTree, at index: Int) -> Bool {
    guard index > 0, [.let, .var].contains(tree.tokens[index - 1].word), tree.tokens[index + 1].kind == .equal,
      tree.tokens[index + 2].kind == .identifier, tree.tokens[index + 3].kind == .leftParen
    else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(tree.source[Int(tree.tokens[index + 2].start)])
  }

  /// `all.append(data)`, `all.append(contentsOf: data)`, `all += data`; not `log.append("asked")`, `count += 1`
  private func collects(_ tree: SyntaxTree, at index: Int) -> Bool {
    var place = index + 2
    guard place + 4 < tree.tokens.count else { return false }
    if tree.tokens[index + 1].kind == .period {
      guard KnownNames.additions.contains(tree.name(of: TokenID(UInt32(place)))), tree.tokens[place + 1].kind == .leftParen else {
        return false
      }
      place += tree.tokens[place + 3].kind == .colon ? 4 : 2
    } else if tree.tokens[index + 1].kind != .op || tree.name(of: TokenID(UInt32(index + 1))) != Operators.plusAssign {
      return false
    }
    return [.identifier, .dollarIdentifier].contains(tree.tokens[place].kind)
  }

  /// `let done = Locked(false)`, `let done = ManagedAtomic<Bool>(false)`
  private func holdsFlag(_ tree: SyntaxTree, at index: Int) -> Bool {
    guard index > 0, [.let, .var].contains(tree.tokens[index - 1].word), tree.tokens[index + 1].kind == .equal else {
      return false
    }
    let range = index + 2..<min(index + 9, tree.tokens.count - 2)
    guard let open = range.first(where: { [.leftParen, .leftBrace].contains(tree.tokens[$0].kind) }),
      // `guard let user = reply.user else { completion(false)`
      tree.tokens[open].kind == .leftParen
    else { return false }
    return [.true, .false].contains(tree.tokens[open + 1].word) && tree.tokens[open + 2].kind == .rightParen
  }
}

extension SyntaxTree {
  /// `remove` of `waiting.remove(id)`, `removeAll` of `waiting.removeAll { $0 == id }`, at the place of `waiting`
  fileprivate func method(calledOn place: Int) -> Name? {
    guard tokens[place + 1].kind == .period else { return nil }
    let next = tokens[place + 3].kind
    return next == .leftParen || next == .leftBrace ? name(of: TokenID(UInt32(place + 2))) : nil
  }

  /// `.failed(error)`: nothing stands before the dot before a name, so it is a case or a static member.
  func isImplicitMember(at place: Int) -> Bool {
    guard place > 1, tokens[place - 1].kind == .period else { return false }
    switch tokens[place - 2].kind {
    case .identifier, .rightParen, .rightSquare, .rightBrace, .postfixQuestion, .exclamation, .dollarIdentifier: return false
    default: return tokens[place - 2].word != .selfValue
    }
  }

  /// `done = true`, `state = .finished`, `count -= 1`, `flag.toggle()` at the place of a name.
  func isFlagSet(at place: Int) -> Bool {
    guard tokens[place].kind == .identifier, place + 2 < tokens.count else { return false }
    guard tokens[place + 1].kind == .equal else { return isChangedInPlace(at: place) }
    if place > 0, [.let, .var].contains(tokens[place - 1].word) { return false }
    let value = tokens[place + 2]
    return [.true, .false, .nil].contains(value.word) || value.kind == .integerLiteral || value.kind == .period
  }

  /// `c` of `state = .waiting(c)` at the place of `state`.
  fileprivate func payload(setAt place: Int) -> Name? {
    guard place + 6 < tokens.count, tokens[place + 2].kind == .period, tokens[place + 4].kind == .leftParen,
      tokens[place + 5].kind == .identifier, tokens[place + 6].kind == .rightParen
    else { return nil }
    return name(of: TokenID(UInt32(place + 5)))
  }

  /// `+=`, `-=`, `++`, `--`
  func isStep(at place: Int) -> Bool {
    let name = name(of: TokenID(UInt32(place)))
    return [Operators.plusAssign, Operators.minusAssign, Operators.increment, Operators.decrement].contains(name)
  }

  /// `count += 1`, `count--`, `flag.toggle()`: whether what has the name at a place is given another value without `=`.
  func isChangedInPlace(at place: Int) -> Bool {
    switch tokens[place + 1].kind {
    case .op: isStep(at: place + 1)
    case .period: name(of: TokenID(UInt32(place + 2))) == KnownNames.toggle
    default: false
    }
  }
}

extension Lowerer {
  /// What in a condition keeps what follows from happening twice. Asked only where there is a duty.
  /// - Parameter declared: the name of what is bound to it, another one than what has the name in it.
  func guardOf(_ range: ByteRange, binding declared: Name = .none) -> Guard? {
    guard hasDuties, range.end > range.start else { return nil }
    if let guardedSubject { return guardedSubject }
    if asksForANote { return nil }
    var found: Guard?
    var bound = declared
    var index = tree.tokenIndex(from: range.start)
    while index < tree.tokens.count, tree.tokens[index].start < range.end {
      let token = tree.tokens[index]
      index += 1
      if token.kind == .dollarIdentifier, isSetBehind(index - 1) { return .call }
      guard token.kind == .identifier else { continue }
      let name = tree.name(of: TokenID(UInt32(index - 1)))
      if isOfThisCall(name) || lateFlags.isTooEarly(name, at: index - 1) { continue }
      // `guard let rows = self.rows else { … }`, then `rows.insert(row)`: what has the name is about to be declared.
      if !ownCounters.isEmpty, index > 1, [.let, .var].contains(tree.tokens[index - 2].word) { bound = name }
      if isCounting && guards.counters.contains(name) || name != bound && countsItself(name) { return .count }
      if isLastOfLoop(name, at: index - 1) || isAmountLeft(name, at: index - 1) { return .count }
      found = found ?? flag(name, at: index - 1) ?? (isLastFlag(name, at: index - 1) ? isRepeated ? .flag : .last : nil)
      let isCalled = [.leftParen, .leftBrace].contains(tree.tokens[index].kind) && tree.tokens[index].start < range.end
      if isCalled, !isOutermost, asksForFirst(index - 1) { return loopStarts.isEmpty ? .first : .count }
      // In a closure that comes again, whoever asks an object asks it for this reason.
      if isCalled, isRepeated && !tree.isImplicitMember(at: index - 1) || asksOwnObject(index - 1) { return .call }
      guard isCalled, self.index.knowledge.guardCalls.contains(name) else { continue }
      // What is found among what others have left says nothing of what was made here.
      let isAboutOthers = KnownNames.takingOut.contains(name) || isOutermost && !namesDuty(range)
      if isAboutOthers, isOfSelf(index - 1) { found = found ?? .find } else { return .call }
    }
    return found
  }

  /// `box.modify { guard !$0 else { return }; $0 = true; … }`: whoever lets closures change what it keeps lets one in at a time.
  private func isSetBehind(_ place: Int) -> Bool {
    let name = tree.name(of: TokenID(UInt32(place)))
    var depth = 0
    for next in place + 1..<min(place + Limits.tokensToFlag, tree.tokens.count - 2) {
      switch tree.tokens[next].kind {
      case .leftBrace: depth += 1
      case .rightBrace: depth -= 1
      case .dollarIdentifier where tree.name(of: TokenID(UInt32(next))) == name && tree.tokens[next + 1].kind == .equal:
        return [.true, .false, .nil].contains(tree.tokens[next + 2].word) || tree.tokens[next + 2].kind == .period
      default: break
      }
      if depth < 0 { return false }
    }
    return false
  }

  /// A variable that a callback declares itself is another one whenever it is called: it says nothing of other calls.
  private func isOfThisCall(_ name: Name) -> Bool {
    isSeparate && findLocal(name).map { !locals[$0].isLet && !locals[$0].isOuter && !locals[$0].isCaptured } ?? false
  }

  /// A variable of straight code that nobody else changes: what it holds on which way the graph knows, as well as whoever asks.
  private func isPlainVariable(_ name: Name) -> Bool {
    guard let place = findLocal(name), !locals[place].isLet, !locals[place].isOuter, !locals[place].isCaptured,
      case .slot(let slot) = locals[place].storage
    else { return false }
    return builder.isOnlySeenHere(slot)
  }

  /// `latch.tryFire()`, where the function has made the latch for its closures: with nothing else to go by, such an object
  /// tells them who comes first.
  private func asksOwnObject(_ place: Int) -> Bool {
    guard tree.tokens[place + 1].kind == .leftParen, place > 1, tree.tokens[place - 1].kind == .period else { return false }
    let owner = tree.name(of: TokenID(UInt32(place - 2)))
    guard guards.ownObjects.contains(owner), let local = findLocal(owner) else { return false }
    guard tree.tokens[place + 2].kind == .rightParen || isActor(locals[local].type) else { return false }
    return builder.region != nil || locals[local].isOuter || locals[local].isCaptured
  }

  /// The function's own code, as opposed to that of tasks and callbacks, which others may have been before.
  private var isOutermost: Bool { builder.region == nil && !isSeparate }

  /// Whether a variable for a duty is named: `lock.withLock { waiters.append(continuation) }`.
  private func namesDuty(_ range: ByteRange) -> Bool {
    var place = tree.tokenIndex(from: range.start)
    while place < tree.tokens.count, tree.tokens[place].start < range.end {
      if tree.tokens[place].kind == .identifier, let local = findLocal(tree.name(of: TokenID(UInt32(place)))),
        contract(ofLocal: local) == .duty
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// An actor answers one after the other: `if await gate.first(result)`.
  private func isActor(_ type: Type) -> Bool {
    guard case .nominal(let name, _) = type else { return false }
    return index.types(named: name).contains { index.declaration($0).kind == .actorType }
  }

  /// Tasks and callbacks that a loop has started run beside one another, and may count how many of them have ended.
  private var isCounting: Bool { builder.region != nil && !loopStarts.isEmpty }

  /// `received.append(next)`, then `received.count == 3`: whoever asks his own collection so is called once for each.
  private func countsItself(_ name: Name) -> Bool {
    ownCounters.contains(name) && findLocal(name).map { locals[$0].isOuter || locals[$0].isCaptured } ?? true
  }

  /// `waiting.isEmpty`, where each round of a loop takes its own element out: the last one only finds nothing left.
  private func isAmountLeft(_ name: Name, at place: Int) -> Bool {
    guard !loopStarts.isEmpty, guards.shrinking.contains(name), tree.tokens[place + 1].kind == .period else { return false }
    return [KnownNames.isEmpty, KnownNames.count].contains(tree.name(of: TokenID(UInt32(place + 2))))
  }

  private func flag(_ name: Name, at place: Int) -> Guard? {
    if guards.ownFlags.contains(name), findLocal(name) != nil { return .ownFlag }
    // What only ever gets a duty to keep says nothing of the one that comes now.
    if let payloads = guards.payloads[name], payloads.allSatisfy({ findLocal($0).map { contract(locals[$0].type) == .duty } ?? false }) {
      return nil
    }
    guard guards[name] == .flag else { return guards[name] }
    if place > 1, tree.tokens[place - 1].kind == .period {
      let owner = tree.name(of: TokenID(UInt32(place - 2)))
      if guards.ownObjects.contains(owner), findLocal(owner) != nil { return .ownFlag }
    }
    if !isOutermost { return .flag }
    if isPlainVariable(name) { return nil }
    // A handler is told what earlier calls have left, and then what there is now: on purpose.
    return loopStarts.isEmpty && !hasHandlers && guards.isSetOnly(name, behind: place) ? .earlier : .flag
  }

  /// Whether the function that is called at a place tells the first who asks from all others, as its body shows.
  func asksForFirst(_ place: Int) -> Bool {
    let name = tree.name(of: TokenID(UInt32(place)))
    var candidates: [DeclarationID] = []
    if place > 1, tree.tokens[place - 1].kind == .period {
      guard let owner = typeOfOwner(place - 2) else { return false }
      candidates = members(of: owner, named: name)
    } else {
      if findLocal(name) != nil { return false }
      candidates = owner == .none ? [] : members(of: owner, named: name)
      if candidates.isEmpty { candidates = globals(named: name) }
    }
    return !candidates.isEmpty && candidates.allSatisfy { index.declaration($0).flags.contains(.tellsFirstComers) }
  }

  /// The type of what stands before the dot of a member, where that is one name.
  private func typeOfOwner(_ place: Int) -> Name? {
    if tree.tokens[place].word == .selfValue { return owner == .none ? nil : owner }
    guard tree.tokens[place].kind == .identifier else { return nil }
    let name = tree.name(of: TokenID(UInt32(place)))
    if let local = findLocal(name) { return locals[local].type.memberOwner }
    if owner != .none, let property = index.resolveProperty(members(of: owner, named: name), on: index.selfType(owner)) {
      return property.result.memberOwner
    }
    return nil
  }

  /// Whether a member is one of `self`, or of one of its properties: `idle.popLast`, `self.idle.popLast`.
  private func isOfSelf(_ place: Int) -> Bool {
    var first = place
    while first > 1, tree.tokens[first - 1].kind == .period, [.identifier, .keyword].contains(tree.tokens[first - 2].kind) {
      first -= 2
    }
    if first == place { return false }
    return tree.tokens[first].word == .selfValue || findLocal(tree.name(of: TokenID(UInt32(first)))) == nil
  }

  /// `progress.isFinished` of what the rounds of a loop count with.
  private func isLastOfLoop(_ name: Name, at place: Int) -> Bool {
    guard index.knowledge.lastFlags.contains(name), !loopStarts.isEmpty, place > 1, tree.tokens[place - 1].kind == .period else {
      return false
    }
    return guards.ownObjects.contains(tree.name(of: TokenID(UInt32(place - 2))))
  }

  /// `isFinal`, `result.isFinal` or `info?[isFinal]` of what a callback was given.
  private func isLastFlag(_ name: Name, at place: Int) -> Bool {
    if !index.knowledge.lastFlags.contains(name) { return endsCollecting(name, at: place) }
    if callbackParameters.contains(name) { return true }
    guard place > 1, [.period, .leftSquare].contains(tree.tokens[place - 1].kind) else { return false }
    let owner = tree.tokens[place - 2].kind == .postfixQuestion ? place - 3 : place - 2
    guard owner >= 0 else { return false }
    let ownerName = tree.name(of: TokenID(UInt32(owner)))
    return callbackParameters.contains(ownerName) || madeOfInputs.contains(ownerName)
  }

  /// `{ data, eof in all.append(data); if eof { … } }`: a callback that adds what it is given to what is not its own, and is told
  /// something that is true or false, comes again until that says otherwise.
  private func endsCollecting(_ name: Name, at place: Int) -> Bool {
    let before = tree.tokens[place - 1]
    guard callbackParameters.contains(name), !index.knowledge.successFlags.contains(name),
      ![.period, .equal].contains(before.kind), ![.let, .var, .switch].contains(before.word)
    else { return false }
    let behind = tree.tokens[place + 1]
    if [.is, .as].contains(behind.word) { return false }
    switch behind.kind {
    case .period, .leftParen, .leftSquare, .postfixQuestion: return false
    case .op where !Operators.isShortCircuit(tree.name(of: TokenID(UInt32(place + 1)))): return false
    default: break
    }
    return ownCollections.contains { findLocal($0).map { locals[$0].isOuter || locals[$0].isCaptured } ?? false }
  }

  /// Whether a closure that comes again sees to it that it does not: it cancels a subscription, removes an observer,
  /// sets a handler to something else.
  func endsItself(_ closure: ClosureValue) -> Bool {
    let row = tree[closure.node]
    for index in Int(row.firstToken.index)..<Int(row.endToken.index) where tree.tokens[index].kind == .identifier {
      let name = tree.name(of: TokenID(UInt32(index)))
      let next = tree.tokens[index + 1].kind
      if next == .leftParen, self.index.knowledge.endingCalls.contains(name) { return true }
      if next == .equal, tree.tokens[index + 2].word == .nil || self.index.knowledge.propertyRunners[name] != nil { return true }
    }
    return false
  }

  /// Constants whose value comes from a guard are guards themselves: `let action = state.withLock { … }`.
  mutating func noteGuards(in pattern: NodeID, _ initializer: NodeID) {
    if initializer.isNone { return }
    let kind = guardOf(tree.range(of: initializer), binding: tree.mainName(of: pattern))
    let isOfInputs = isMadeOfInputs(initializer)
    if kind == nil, !isOfInputs { return }
    let row = tree[pattern]
    for index in row.firstToken.index..<row.endToken.index where tree.tokens[Int(index)].kind == .identifier {
      let name = tree.name(of: TokenID(index))
      if let kind { guards.insert(name, kind) }
      if isOfInputs { madeOfInputs.insert(name) }
    }
  }

  /// `ResultInfo(info)`, `info.flatMap(ResultInfo.init)`: another form of what a callback was given.
  private func isMadeOfInputs(_ initializer: NodeID) -> Bool {
    guard hasDuties, !callbackParameters.isEmpty, tree.kind(initializer) == .callExpr else { return false }
    let callee = tree[initializer].firstChild
    let receiver = tree.kind(callee) == .memberExpr ? tree[callee].firstChild : .none
    let arguments = tree.children(of: initializer).dropFirst().filter { tree.kind($0) == .argument }
    return ([receiver] + arguments.map { tree[$0].firstChild }).contains { node in
      guard var operand = node.present else { return false }
      if tree.kind(operand) == .optionalChainExpr, let inner = tree[operand].firstChild.present { operand = inner }
      return tree.kind(operand) == .identifierExpr && callbackParameters.contains(tree.mainName(of: operand))
    }
  }

  /// Compares a value with patterns, all of which are guards if the value is one.
  mutating func comparing(_ subject: NodeID, _ body: (inout Lowerer) -> Void) {
    let saved = guardedSubject
    guardedSubject = saved ?? (subject.isNone ? nil : guardOf(tree.range(of: subject)))
    body(&self)
    guardedSubject = saved
  }

  /// Whether what a question decides is only what is noted, or what others are told: the block neither leaves nor is about a duty,
  /// so that the question tells nothing apart that matters for one.
  func onlyNotes(_ block: NodeID) -> Bool { onlyNotes(in: tree[block]) }

  /// The same for all cases of a `switch`.
  func onlyNotes(inCases cases: [NodeID]) -> Bool {
    cases.allSatisfy { item in
      let statements = tree.children(of: item).filter { ![.modifiers, .caseItem].contains(tree.kind($0)) }
      return statements.allSatisfy { tree.isPlainBreak($0) || onlyNotes(in: tree[$0]) }
    }
  }

  private func onlyNotes(in row: Node) -> Bool {
    let places = Int(row.firstToken.index)..<Int(row.endToken.index)
    var (calls, assigns) = (false, false)
    for place in places {
      let token = tree.tokens[place]
      switch token.kind {
      case .leftBrace where place > places.lowerBound: return false
      case .equal: assigns = true
      case .op where tree.isStep(at: place): assigns = true
      case .leftParen where place > 0 && tree.tokens[place - 1].kind == .identifier && !tree.isImplicitMember(at: place - 1):
        if mayMatter(calledAt: place - 1) { return false }
        calls = true
      case .identifier:
        if let local = findLocal(tree.name(of: TokenID(UInt32(place)))), contract(locals[local].type) == .duty { return false }
      default: if [.return, .throw, .try, .break, .continue, .fallthrough].contains(token.word) { return false }
      }
    }
    return !(calls && assigns)
  }

  /// Whether a function that is called by its name may do something to a duty, or never return; what is called on an object is
  /// given none.
  private func mayMatter(calledAt place: Int) -> Bool {
    let name = tree.name(of: TokenID(UInt32(place)))
    if index.knowledge.neverReturning.contains(name) || index.knowledge.testFailures.contains(name) { return true }
    if place > 1, tree.tokens[place - 1].kind == .period { return tree.tokens[place - 2].word == .selfValue }
    return findLocal(name) != nil || owner != .none && !members(of: owner, named: name).isEmpty
  }
}

extension Limits {
  /// How far behind a question somebody looks for the flag that it asks to be set.
  fileprivate static let tokensToFlag = 64
}
