import VTDiagnostics
import VTSyntax

// Patterns: what they bind, and whether they fit.
extension Lowerer {
  /// Binds a pattern that always fits: `let a`, `let (a, b)`, `_`.
  mutating func bind(_ pattern: NodeID, to value: Value, isLet: Bool, initializer: NodeID = .none) {
    let row = tree[pattern]
    switch row.kind {
    case .identifierPattern: bindName(pattern, to: value, isLet: isLet, initializer: initializer)
    // `if let (a, b) = …` is read as an expression.
    case .tuplePattern, .tupleExpr:
      let elements = Array(tree.children(of: pattern))
      let types = elementTypes(of: value.type, count: elements.count)
      let sources = tupleElements(initializer)
      for (place, element) in elements.enumerated() {
        var part = Value(type: types[place], subject: value.subject)
        if case .tuple(let parts) = value.storage, place < parts.count { part.storage = parts[place] }
        let inner = tree[element].firstChild
        if !inner.isNone { bind(inner, to: part, isLet: isLet, initializer: place < sources.count ? sources[place] : .none) }
      }
    case .bindingPattern: if !row.firstChild.isNone { bind(row.firstChild, to: value, isLet: isLet) }
    case .expressionPattern: if !row.firstChild.isNone { bind(row.firstChild, to: value, isLet: isLet) }
    default: break
    }
  }

  private mutating func bindName(_ pattern: NodeID, to value: Value, isLet: Bool, initializer: NodeID = .none) {
    let name = tree.mainName(of: pattern)
    let shown = tree.text(of: tree[pattern].mainToken)
    if let guardedSubject { guards.insert(name, guardedSubject) }
    switch value.storage {
    case .closure where isLet, .function where isLet, .group:
      declare(name, value.type, value.storage, isLet: isLet)
    case .tuple(let parts):
      let types = elementTypes(of: value.type, count: parts.count)
      tupleCount += 1
      let own = zip(parts, types).map { part, type in
        copiedPart(Value(type: type, storage: part), name: shown)
      }
      declare(name, value.type, .tuple(own), isLet: isLet)
    default:
      if case .closure(let closure) = value.storage { escape(closure) }
      if isLet, let slot = value.slot, isConstant(initializer), oneShot(value.type) == nil {
        // `let number = index`: what is learned of the one is known of the other.
        return declare(name, value.type, .slot(slot), isLet: true)
      }
      let slot = copied(value, name: shown)
      noteEquality(of: slot, to: initializer, type: value.type)
      copyEqualities(from: value, to: slot)
      if isLet, let number = number(initializer) { constantNumbers[slot] = number }
      if isLet, value.slot == nil || hasOptionalChain(initializer), namesPlace(initializer), let key = factKey(initializer), key.isPlace, !isGuess(key) {
        aliases[slot] = key
      }
      if !partsGiven.isEmpty { nameParts(of: slot, named: shown) }
      declare(name, value.type, .slot(slot), isLet: isLet)
      locals[locals.count - 1].isExpected = isLet && (value.isExpected || isCastOfCopy(initializer))
    }
  }

  /// `order.total`, `order?.total`, `order.lines.count` of a constant that is a struct: while it has the name it is the same.
  /// So is a constant and one more.
  private func namesPlace(_ node: NodeID) -> Bool {
    if !node.isNone, tree.kind(node) == .infixExpr {
      return steps(Operators.name(tree, node), tree.child(at: 0, of: node), tree.child(at: 1, of: node)).map {
        isConstant($0.operand) || namesPlace($0.operand)
      } ?? false
    }
    guard !node.isNone, tree.kind(node) == .memberExpr, !tree[node].flags.contains(.implicitBase), var base = tree[node].firstChild.present
    else { return false }
    if tree.kind(base) == .memberExpr, tree.mainName(of: node) == KnownNames.count, let inner = tree[base].firstChild.present { base = inner }
    if tree.kind(base) == .optionalChainExpr, let inner = tree[base].firstChild.present { base = inner }
    guard tree.kind(base) == .identifierExpr, let place = findLocal(tree.mainName(of: base)), locals[place].isLet else { return false }
    if isCollection(locals[place].type.unwrapped) { return true }
    guard case .nominal(let name, _) = locals[place].type.unwrapped else { return false }
    let declared = index.types(named: name)
    return !declared.isEmpty && declared.allSatisfy { index.declaration($0).kind == .structType }
  }

  /// An element of a tuple that is given a name, or that of one in it.
  private mutating func copiedPart(_ value: Value, name: String) -> Storage {
    if case .tuple(let parts) = value.storage {
      let types = elementTypes(of: value.type, count: parts.count)
      return .tuple(zip(parts, types).map { copiedPart(Value(type: $1, storage: $0), name: name) })
    }
    // Nobody follows a closure in a tuple.
    if case .closure(let closure) = value.storage { escape(closure) }
    if case .slot(let slot) = value.storage, let origin = madeInSlot[slot] { builder.noteTuple(origin, tupleCount) }
    return .slot(copied(value, name: name))
  }

  /// A local constant, or a variable that is written by its loop only.
  private func isConstant(_ node: NodeID) -> Bool {
    !node.isNone && [.identifierExpr, .identifierPattern].contains(tree.kind(node))
      && findLocal(tree.mainName(of: node)).map { locals[$0].isLet && !locals[$0].isAsyncLet && !locals[$0].isComputed } ?? false
  }

  /// A new slot that holds what the value holds.
  mutating func copied(_ value: Value, name: String) -> SlotID {
    let slot = builder.makeSlot(name)
    assign(value, to: slot)
    if let source = value.slot, carriers.contains(source) { carriers.insert(slot) }
    if let failed = value.slot.flatMap({ failures[$0] }) { failures[slot] = failed }
    if let source = value.slot, timers.contains(source) { timers.insert(slot) }
    if let source = value.slot, let origin = madeInSlot[source] {
      if !name.isEmpty { builder.nameOrigin(origin, name) }
      madeInSlot[slot] = origin
    }
    return slot
  }

  /// Writes a value to a slot; whatever stood there is forgotten.
  mutating func assign(_ value: Value, to slot: SlotID) {
    switch value.storage {
    case .slot(let source) where isSurelyPresent(value) && possibleConstants[source] == nil: builder.emit(.set(slot, .present))
    case .slot(let source): builder.emit(.copy(slot, source))
    case .constant(let constant): builder.emit(.set(slot, constant))
    default:
      // A value whose type is known and not optional is not nil.
      let isPresent = value.type != .unknown && !value.type.isOptional && !value.type.isParameter
      builder.emit(.set(slot, isPresent ? .present : .unknown))
    }
  }

  /// A number, a string, or a value of a type of the sources in a slot: all that is to be known of it is that it is there.
  private func isSurelyPresent(_ value: Value) -> Bool {
    guard case .nominal(let name, _) = value.type, oneShot(value.type) == nil else { return false }
    if [KnownNames.int, KnownNames.string, KnownNames.double].contains(name) { return true }
    return !index.types(named: name).isEmpty && value.slot.map { !carriers.contains($0) } ?? true
  }

  /// Writes a value to a slot that holds one of several: a closure or the elements of a tuple go out of sight in it.
  mutating func join(_ value: Value, into slot: SlotID) {
    switch value.storage {
    case .closure, .tuple: use(value, .escape, at: value.subject)
    default: break
    }
    assign(value, to: slot)
  }

  /// A place that outlives the way on which a value was found: the slot, or one for each element of a tuple.
  mutating func kept(_ value: Value, in slot: SlotID) -> Storage {
    switch value.storage {
    case .tuple(let parts):
      let types = elementTypes(of: value.type, count: parts.count)
      return .tuple(zip(parts, types).map { kept(Value(type: $1, storage: $0, subject: value.subject), in: builder.makeSlot()) })
    case .closure(let closure): escape(closure)
    default: break
    }
    assign(value, to: slot)
    if let source = value.slot, let origin = madeInSlot[source] { madeInSlot[slot] = origin }
    return .slot(slot)
  }

  /// On another way there is nothing in it.
  mutating func clear(_ storage: Storage) {
    switch storage {
    case .slot(let slot): builder.emit(.set(slot, .nil))
    case .tuple(let parts): for part in parts { clear(part) }
    default: break
    }
  }

  /// Branches on whether a pattern fits, and binds what it names.
  mutating func match(_ pattern: NodeID, _ value: Value, _ subject: NodeID, _ fits: BlockID, _ fails: BlockID) {
    if pattern.isNone { return builder.jump(fits) }
    let row = tree[pattern]
    switch row.kind {
    case .wildcardPattern: builder.jump(fits)
    case .identifierPattern:
      bindName(pattern, to: value, isLet: true, initializer: subject)
      // `case .success(let text) where text.isEmpty`: the text of this result.
      if subject.isNone, let caughtKey, !isGuess(caughtKey), case .slot(let slot)? = locals.last?.storage, value.slot == nil {
        aliases[slot] = caughtKey
      }
      builder.jump(fits)
    case .bindingPattern: match(row.firstChild, value, subject, fits, fails)
    case .isPattern:
      let slot = typeFact(of: tree.child(at: 0, of: pattern), subject)
      forkOnPattern(pattern, subject, fits, fails, slot.map { .isTrue($0) } ?? .unknown)
    case .tuplePattern: matchTuple(pattern, value, subject, fits, fails)
    case .expressionPattern: matchExpression(row.firstChild, value, subject, fits, fails)
    case .optionalChainExpr: matchPresent(row.firstChild, value, subject, pattern, fits, fails)
    default:
      if row.kind.isExpression {
        matchExpression(pattern, value, subject, fits, fails)
      } else {
        builder.jump(fits)
      }
    }
  }

  private mutating func matchTuple(_ pattern: NodeID, _ value: Value, _ subject: NodeID, _ fits: BlockID, _ fails: BlockID) {
    let elements = Array(tree.children(of: pattern))
    let types = elementTypes(of: value.type, count: elements.count)
    let parts = tupleElements(subject)
    let key = parts.isEmpty ? subjectKey(subject) : nil
    let savedKey = caughtKey
    for (place, element) in elements.enumerated() {
      var part = Value(type: types[place])
      if case .tuple(let storages) = value.storage, place < storages.count { part.storage = storages[place] }
      let next = builder.makeBlock()
      let inner = tree.kind(element) == .patternElement || tree.kind(element) == .argument ? tree[element].firstChild : element
      caughtKey = key?.part(place)
      match(inner, part, place < parts.count ? parts[place] : .none, next, fails)
      builder.resume(at: next)
    }
    caughtKey = savedKey
    builder.jump(fits)
  }

  private func tupleElements(_ subject: NodeID) -> [NodeID] {
    guard !subject.isNone, tree.kind(subject) == .tupleExpr else { return [] }
    return tree.children(of: subject).map { tree[$0].firstChild }
  }

  private mutating func matchExpression(
    _ node: NodeID, _ value: Value, _ subject: NodeID, _ fits: BlockID, _ fails: BlockID
  ) {
    if node.isNone { return builder.jump(fits) }
    let row = tree[node]
    switch row.kind {
    case .wildcardExpr, .wildcardPattern: builder.jump(fits)
    case .identifierPattern, .bindingPattern, .isPattern, .tuplePattern: match(node, value, subject, fits, fails)
    case .parenExpr: matchExpression(row.firstChild, value, subject, fits, fails)
    case .tupleExpr: matchTuple(node, value, subject, fits, fails)
    case .literalExpr where isNil(node):
      let key = value.slot == nil ? subjectKey(subject) : nil
      branchOnNil(value, key, whenNil: fits, whenPresent: fails, text(of: subjectOr(node, subject)), at: tree.range(of: node)) {
        _ in
      }
    case .literalExpr where tree.mainWord(of: node) == .true && isPureCondition(subject): lowerCondition(subject, fits, fails)
    case .literalExpr where tree.mainWord(of: node) == .false && isPureCondition(subject): lowerCondition(subject, fails, fits)
    // `let state = (f.isCompleted, f.isFaulted)`, and a `switch` over it: what is learned of the part is known of the check.
    case .literalExpr where isBoolean(node) && value.type == .nominal(KnownNames.bool, []) && value.slot != nil:
      let condition = value.slot.map { Condition.isTrue($0) } ?? .unknown
      forkOnPattern(node, subject, fits, fails, condition, isTurned: tree.mainWord(of: node) == .false)
    case .optionalChainExpr: matchPresent(row.firstChild, value, subject, node, fits, fails)
    case .asExpr:
      let next = builder.makeBlock()
      let type = tree.child(at: 1, of: node)
      forkOnPattern(node, subject, next, fails, typeFact(of: type, subject).map { .isTrue($0) } ?? .unknown)
      builder.resume(at: next)
      var cast = value
      cast.type = writtenType(type)
      let isFollowed = oneShot(cast.type) == nil || value.slot != nil && oneShot(value.type) != nil
      // Out of something that is not followed comes a value that nobody here made.
      if case .none = cast.storage { cast = made(cast.type, .element, at: tree.range(of: node)) } else if !isFollowed {
        use(value, .escape, at: tree.range(of: node))
        cast = made(cast.type, .element, at: tree.range(of: node))
      }
      match(row.firstChild, cast, .none, fits, fails)
    case .memberExpr, .callExpr: matchCase(node, value, subject, fits, fails)
    default:
      // `switch true { case f.isCompleted: … }`
      if isLiteralTrue(subject) { return lowerCondition(node, fits, fails) }
      borrow(node)
      var slot: SlotID?
      if let a = subjectKey(subject) {
        noteInteger(a, value)
        if let interval = interval(node) {
          slot = rangeSlot(a.base, interval.moved(by: -a.offset))
        } else if let b = factKey(node) {
          slot = isPlainLiteral(node) ? equalitySlot(a, node, b) : equalitySlot(between: a, b)
          if let slot, !subject.isNone { noteConsequences(of: slot, node, a, subject) }
        }
      }
      forkOnPattern(node, subject, fits, fails, slot.map { .isTrue($0) } ?? .unknown)
    }
  }

  private func subjectOr(_ node: NodeID, _ subject: NodeID) -> NodeID { subject.isNone ? node : subject }

  private func isLiteralTrue(_ node: NodeID) -> Bool {
    !node.isNone && tree.kind(node) == .literalExpr && tree.mainWord(of: node) == .true
  }

  /// Evaluating it once more does nothing: names, members, literals, comparisons.
  private mutating func isPureCondition(_ node: NodeID) -> Bool { !node.isNone && factKey(node).map { !isGuess($0) } ?? false }

  private mutating func matchPresent(
    _ inner: NodeID, _ value: Value, _ subject: NodeID, _ pattern: NodeID, _ fits: BlockID, _ fails: BlockID
  ) {
    let key = value.slot == nil ? subjectKey(subject) : nil
    let present = builder.makeBlock()
    let shown = subject.isNone ? text(of: pattern) : text(of: subject)
    branchOnNil(value, key, whenNil: fails, whenPresent: present, shown, at: tree.range(of: pattern)) { _ in }
    builder.resume(at: present)
    var unwrapped = value
    unwrapped.type = unwrappedOnce(value.type)
    match(inner, unwrapped, subject, fits, fails)
  }

  /// `.some(let x)`, `.none`, `.failure(let e)`, `Kind.a`; for a value compared by `~=` only the fact is kept.
  private mutating func matchCase(_ node: NodeID, _ value: Value, _ subject: NodeID, _ fits: BlockID, _ fails: BlockID) {
    let isCall = tree.kind(node) == .callExpr
    let member = isCall ? tree[node].firstChild : node
    let arguments = isCall ? tree.children(of: node).dropFirst().filter { tree.kind($0) == .argument } : []
    guard tree.kind(member) == .memberExpr else {
      if isLiteralTrue(subject) { return lowerCondition(node, fits, fails) }
      if !isCall { return forkOnPattern(node, subject, fits, fails, .unknown) }
      borrow(node)
      return forkOnPattern(node, subject, fits, fails, .unknown)
    }
    if isLiteralTrue(subject) { return lowerCondition(node, fits, fails) }
    let name = tree.mainName(of: member)
    let isOptional = value.type.isOptional || value.type == .unknown && tree[member].flags.contains(.implicitBase)
    if name == KnownNames.some, isOptional, let first = arguments.first {
      return matchPresent(tree[first].firstChild, value, subject, node, fits, fails)
    }
    if name == KnownNames.some, isOptional {
      return matchPresent(.none, value, subject, node, fits, fails)
    }
    if name == KnownNames.none, isOptional, arguments.isEmpty {
      let key = value.slot == nil ? subjectKey(subject) : nil
      return branchOnNil(value, key, whenNil: fits, whenPresent: fails, text(of: node), at: tree.range(of: node)) { _ in }
    }
    let next = builder.makeBlock()
    let key = subjectKey(subject)
    let slot = key.flatMap { caseSlot($0, name, of: value.type) }
    let savedKey = caughtKey
    defer { caughtKey = savedKey }
    forkOnPattern(
      node, subject, arguments.isEmpty ? fits : next, fails, slot.map { .isTrue($0) } ?? .unknown,
      isElseUnlikely: !isInSwitch && mayBeLastCase(slot, of: key))
    if arguments.isEmpty { return }
    builder.resume(at: next)
    let payload = payloadTypes(of: value.type, name, count: arguments.count)
    for (place, argument) in arguments.enumerated() {
      let following = builder.makeBlock()
      let inner = tree[argument].firstChild
      let isBinding = !inner.isNone && tree.kind(inner) == .bindingPattern && !tree[inner].firstChild.isNone
      let range = tree.range(of: isBinding ? tree[inner].firstChild : argument)
      caughtKey = savedKey
      let part = payloadValue(payload[place], place, of: subject, name, at: range)
      // What the case carries may be asked for its case, too.
      caughtKey = key?.part(place, of: name)
      match(inner, part, .none, following, fails)
      builder.resume(at: following)
    }
    builder.jump(fits)
  }

  /// What a case carries: of the same unchanged value the same each time.
  mutating func payloadValue(
    _ type: Type, _ place: Int, of subject: NodeID, _ name: Name, at range: ByteRange
  ) -> Value {
    guard oneShot(type) != nil, let key = subjectKey(subject) else { return made(type, .element, at: range) }
    let own = !subject.isNone && tree.kind(subject) == .identifierExpr ? findLocal(tree.mainName(of: subject)) : nil
    // What comes in with a case was given to this function, and nobody else has it; whether one of two is there the other may
    // tell.
    let isGiven = !type.isOptional && own.map { isParameterTakenApart($0) } ?? false
    let value = held(type, isGiven ? .parameter : .element, at: range, payloadKey(of: key, name, place), mayChange: own == nil)
    if hasDuties, let slot = value.slot { payloadHolders[key.hash, default: []].insert(slot) }
    return value
  }

  /// `switch order { … }`, `if case .fail(let promise) = order` of a parameter of the function: nobody gets the whole.
  private mutating func isParameterTakenApart(_ place: Int) -> Bool {
    if isForSummary || root.isNone || locals[place].isOuter || locals[place].isCaptured || !locals[place].isLet { return false }
    let name = locals[place].name
    if let known = takenApart[name] { return known }
    let parameters = tree.parameters(of: root)
    let isParameter = place < parameters.count && tree.mainName(of: parameters[place]) == name
    let body = isParameter ? tree.child(.block, of: root) : .none
    var isOnly = !body.isNone && tree[body].endToken.index - tree[body].firstToken.index < Limits.tokensTakenApart
    if isOnly {
      for place in Int(tree[body].firstToken.index)..<Int(tree[body].endToken.index)
      where tree.tokens[place].kind == .identifier && tree.name(of: TokenID(UInt32(place))) == name {
        let isBound = [.let, .var].contains(tree.tokens[place - 3].word)
        isOnly = isOnly && (tree.tokens[place - 1].word == .switch || tree.tokens[place - 1].kind == .equal && !isBound)
      }
    }
    takenApart[name] = isOnly
    return isOnly
  }

  /// What the place is remembered by of which a case makes a payload.
  func payloadKey(of whole: FactKey, _ name: Name, _ place: Int) -> FactKey {
    FactKey(hash: FactKey.mix(FactKey.mix(whole.hash, name.raw), UInt64(place)), dependencies: whole.dependencies)
  }

  private mutating func typeFact(of type: NodeID, _ subject: NodeID) -> SlotID? {
    guard !type.isNone, tree.kind(type) == .namedType, let key = subjectKey(subject) else { return nil }
    return typeSlot(key, tree.mainName(of: type))
  }

  /// What the subject of a pattern is remembered by; in a `catch` that is the error.
  private mutating func subjectKey(_ subject: NodeID) -> FactKey? { subject.isNone ? caughtKey : factKey(subject) }

  private func payloadTypes(of type: Type, _ name: Name, count: Int) -> [Type] {
    guard case .nominal(let owner, let arguments) = type.unwrapped else { return Array(repeating: .unknown, count: count) }
    if owner == KnownNames.result, arguments.count == 2, count == 1 {
      return [name == KnownNames.success ? arguments[0] : name == KnownNames.failure ? arguments[1] : .unknown]
    }
    for id in members(of: owner, named: name) where index.declaration(id).kind == .enumCase {
      let bindings = Dictionary(zip(index.genericNames(of: owner), arguments), uniquingKeysWith: { first, _ in first })
      let types = index.parameters(of: id).map {
        index.type($0.type, in: TypeScope(file: id.file, declaration: id.index)).substituting(bindings)
      }
      if types.count == count { return types }
      if count == 1 { return [.tuple(types.map { Type.Element(label: .none, type: $0) })] }
    }
    return Array(repeating: .unknown, count: count)
  }

  // MARK: loops

  /// The slots of a loop's variables: one of its own, or one for each element of a tuple.
  mutating func loopVariables(of pattern: NodeID) -> [SlotID] {
    let pattern = insideCase(pattern)
    switch tree.kind(pattern) {
    case .identifierPattern: return [roundVariable(of: pattern)]
    case .tuplePattern, .tupleExpr:
      return tree.children(of: pattern).map { element in
        let name = tree[element].firstChild
        return builder.makeSlot(name.isNone || tree.kind(name) != .identifierPattern ? "" : tree.text(of: tree[name].mainToken))
      }
    default: return []
    }
  }

  /// The variable of a loop; `_` has one without a name.
  mutating func roundVariable(of pattern: NodeID) -> SlotID {
    builder.makeSlot(tree.kind(pattern) == .identifierPattern ? tree.text(of: tree[pattern].mainToken) : "")
  }

  /// - Parameter held: what is known of the value in a dictionary's pair.
  mutating func bindLoopVariable(
    _ pattern: NodeID, _ sequence: Value, _ node: NodeID, _ variables: [SlotID], _ next: BlockID, holding held: Value? = nil
  ) {
    let element = sequence.type.element
    if tree.kind(pattern) == .wildcardPattern, let slot = variables.first { return builder.emit(.step(slot, by: 1)) }
    if tree.kind(pattern) == .identifierPattern, let slot = variables.first, !holdsOneShot(element) {
      if isDistinct(node, sequence.type) {
        builder.emit(isRange(node) ? .step(slot, by: 1) : .advance(slot))
      } else if distinctParts(of: node, sequence.type).contains(0), tree[node].firstChild.present.map(tree.mainName) != KnownNames.zip {
        // `element.offset`, `entry.key`
        let part = sequence.type.isDictionary ? KnownNames.key : KnownNames.offset
        builder.emit(.advance(slot, of: facts.nameSlot(part) { builder.makeSlot() }))
      } else {
        builder.emit(.set(slot, .unknown))
      }
      declare(tree.mainName(of: pattern), element, .slot(slot))
      return
    }
    var value = made(element, .element, at: tree.range(of: pattern))
    if let held, case .tuple(var parts) = value.storage, parts.count == 2 {
      parts[1] = held.storage
      value.storage = .tuple(parts)
    }
    if [.tuplePattern, .tupleExpr].contains(tree.kind(insideCase(pattern))) {
      return bindLoopTuple(
        insideCase(pattern), value, variables, distinctParts(of: node, sequence.type), isCounted: isEnumeration(node), next)
    }
    if tree.kind(pattern) == .expressionPattern || tree.kind(pattern) == .isPattern || containsExpression(pattern) {
      let fits = builder.makeBlock()
      match(pattern, value, .none, fits, next)
      builder.resume(at: fits)
    } else {
      bind(pattern, to: value, isLet: true)
    }
  }

  /// A one-shot value, or a tuple with one in it.
  func holdsOneShot(_ type: Type) -> Bool {
    if case .tuple(let elements) = type.unwrapped { return elements.contains { holdsOneShot($0.type) } }
    return oneShot(type) != nil
  }

  /// What `case (0, let item)` is read as in a loop.
  private func insideCase(_ pattern: NodeID) -> NodeID {
    tree.kind(pattern) == .expressionPattern && !tree[pattern].firstChild.isNone ? tree[pattern].firstChild : pattern
  }

  /// `for (number, item) in items.enumerated()`: each name is bound by itself, and the number never comes again.
  private mutating func bindLoopTuple(
    _ pattern: NodeID, _ value: Value, _ variables: [SlotID], _ distinct: Set<Int>, isCounted: Bool, _ next: BlockID
  ) {
    let elements = Array(tree.children(of: pattern))
    let types = elementTypes(of: value.type, count: elements.count)
    for (place, element) in elements.enumerated() {
      let name = tree[element].firstChild
      if name.isNone { continue }
      if distinct.contains(place), place < variables.count, tree.kind(name) == .identifierPattern, oneShot(types[place]) == nil {
        builder.emit(place == 0 && isCounted ? .step(variables[place], by: 1) : .advance(variables[place]))
        declare(tree.mainName(of: name), types[place], .slot(variables[place]))
        continue
      }
      let literal = tree.kind(name) == .expressionPattern ? tree[name].firstChild : name
      if distinct.contains(place), place < variables.count, isPlainLiteral(literal), let key = factKey(literal) {
        // `for case (0, let item) in items.enumerated()`
        let slot = variables[place]
        builder.emit(.advance(slot))
        let number = FactKey(variable: slot)
        let fits = builder.makeBlock()
        fork(name, fits, next, equalitySlot(number, literal, key).map { .isTrue($0) } ?? .unknown)
        builder.resume(at: fits)
        continue
      }
      var part = Value(type: types[place], subject: value.subject)
      if case .tuple(let parts) = value.storage, place < parts.count { part.storage = parts[place] }
      if tree.kind(name).isExpression || containsExpression(name) || tree.kind(name) == .isPattern {
        let fits = builder.makeBlock()
        match(name, part, .none, fits, next)
        builder.resume(at: fits)
      } else {
        bind(name, to: part, isLet: true)
      }
    }
  }

  /// Whether a sequence never gives a value twice: ranges, indices, keys, the cases of an enum, and the same in another
  /// order or in part.
  func isDistinct(_ node: NodeID, _ type: Type = .unknown) -> Bool {
    if case .nominal(KnownNames.set, _) = type { return true }
    switch tree.kind(node) {
    case .infixExpr:
      let name = Operators.name(tree, node)
      return name == Operators.halfOpenRange || name == Operators.closedRange
    case .postfixExpr: return Operators.name(tree, node) == Operators.closedRange
    case .arrayExpr:
      let elements = Array(tree.children(of: node))
      return elements.allSatisfy { isPlainLiteral($0) || isCaseName($0) } && Set(elements.map { text(of: $0) }).count == elements.count
    case .memberExpr: return KnownNames.distinctCollections.contains(tree.mainName(of: node))
    case .parenExpr: return isDistinct(tree[node].firstChild)
    case .callExpr:
      let callee = tree[node].firstChild
      if tree.kind(callee) == .identifierExpr { return [KnownNames.stride, KnownNames.set].contains(tree.mainName(of: callee)) }
      return tree.kind(callee) == .memberExpr && !tree[callee].firstChild.isNone
        && KnownNames.selections.contains(tree.mainName(of: callee)) && isDistinct(tree[callee].firstChild)
    default: return false
    }
  }

  /// The parts of a sequence's elements that never come again: the numbers of `enumerated()`, the keys of a dictionary.
  func distinctParts(of node: NodeID, _ type: Type = .unknown) -> Set<Int> {
    if case .dictionary = type { return [0] }
    guard tree.kind(node) == .callExpr else { return [] }
    let callee = tree[node].firstChild
    switch tree.kind(callee) {
    case .memberExpr:
      if tree[callee].firstChild.isNone { return [] }
      let name = tree.mainName(of: callee)
      if name == KnownNames.enumerated { return isDistinct(tree[callee].firstChild) ? [0, 1] : [0] }
      return KnownNames.selections.contains(name) ? distinctParts(of: tree[callee].firstChild) : []
    case .identifierExpr where tree.mainName(of: callee) == KnownNames.zip:
      let arguments = tree.children(of: node).filter { tree.kind($0) == .argument }
      return Set(arguments.indices.filter { isDistinct(tree[arguments[$0]].firstChild) })
    default: return []
    }
  }

  private func containsExpression(_ pattern: NodeID) -> Bool {
    if tree.kind(pattern) == .expressionPattern { return true }
    for child in tree.children(of: pattern) where containsExpression(child) { return true }
    return false
  }
}

extension Limits {
  /// A parameter is looked for in a body that has fewer tokens, to see whether anybody gets the whole of it.
  fileprivate static let tokensTakenApart = 8_192
}
