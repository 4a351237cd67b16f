import VTDiagnostics
import VTSyntax

// How many rounds a loop has, what its variable is in each of them, and which of them is the last, as far as the text tells.
extension Lowerer {
  /// The variable of a loop that counts stands one before its first number.
  mutating func startCounting(_ variable: SlotID?, _ sequence: NodeID) {
    let first = isEnumeration(sequence) ? 0 : bounds(sequence)?.low
    guard let variable, let before = first.flatMap({ Constant(small: $0 - 1) }) else { return }
    builder.emit(.set(variable, before))
  }

  /// Whether the variable of a loop has another number before it; nil for many rounds, or an unknown number of them.
  mutating func beforeLast(_ variable: SlotID?, _ sequence: NodeID) -> SlotID? {
    guard let variable, let (low, high) = bounds(sequence), let high, Constant.numbers.contains(low - 1),
      Constant.numbers.contains(high)
    else { return nil }
    return rangeSlot(FactKey(variable: variable), .below(high))
  }

  /// The first and the last number of a range, where they are literals.
  private func bounds(_ sequence: NodeID) -> (low: Int, high: Int?)? {
    switch tree.kind(sequence) {
    case .parenExpr: return bounds(tree[sequence].firstChild)
    case .infixExpr:
      guard isRange(sequence), let low = number(tree.child(at: 0, of: sequence)) else { return nil }
      let isClosed = Operators.name(tree, sequence) == Operators.closedRange
      return (low, number(tree.child(at: 1, of: sequence)).map { $0 - (isClosed ? 0 : 1) })
    default: return nil
    }
  }

  /// `0..<count`, `1...3`
  func isRange(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .parenExpr: isRange(tree[node].firstChild)
    case .infixExpr: [Operators.halfOpenRange, Operators.closedRange].contains(Operators.name(tree, node))
    default: false
    }
  }

  /// `items.enumerated()`
  func isEnumeration(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .memberExpr else { return false }
    return tree.mainName(of: callee) == KnownNames.enumerated && !tree[callee].firstChild.isNone
  }

  /// How often a loop over a literal range or array literal runs; nil when nobody knows.
  func rounds(_ sequence: NodeID) -> Int? {
    switch tree.kind(sequence) {
    case .parenExpr: return rounds(tree[sequence].firstChild)
    case .arrayExpr: return tree.children(of: sequence).reduce(0) { count, _ in count + 1 }
    case .callExpr: return steps(of: sequence) ?? copies(madeBy: sequence)
    case .subscriptExpr:
      // `ids[0..<1]`
      guard let part = onlyArgument(of: sequence), isRange(part) else { return nil }
      return rounds(part)
    default:
      guard let (low, high) = bounds(sequence), let high else { return nil }
      return max(0, high - low + 1)
    }
  }

  /// The same for `stride(from: 0, to: 6, by: 2)` with literals.
  private func steps(of call: NodeID) -> Int? {
    guard let callee = tree[call].firstChild.present, tree.kind(callee) == .identifierExpr,
      tree.mainName(of: callee) == KnownNames.stride, findLocal(KnownNames.stride) == nil, globals(named: KnownNames.stride).isEmpty
    else { return nil }
    let arguments = tree.children(of: call).dropFirst().map { (tree.mainName(of: $0), number(tree[$0].firstChild)) }
    guard arguments.count == 3, arguments[0].0 == KnownNames.from, arguments[2].0 == KnownNames.by, let from = arguments[0].1,
      let to = arguments[1].1, let by = arguments[2].1, by != 0
    else { return nil }
    let distance = by > 0 ? to - from : from - to
    switch arguments[1].0 {
    case KnownNames.to: return max(0, (distance + abs(by) - 1) / abs(by))
    case KnownNames.through: return distance < 0 ? 0 : distance / abs(by) + 1
    default: return nil
    }
  }

  /// `CollectionOfOne(id)`, `repeatElement(id, count: 2)`
  private func copies(madeBy call: NodeID) -> Int? {
    guard let callee = tree[call].firstChild.present, tree.kind(callee) == .identifierExpr,
      case let name = tree.mainName(of: callee), findLocal(name) == nil, globals(named: name).isEmpty
    else { return nil }
    let arguments = tree.children(of: call).dropFirst()
    switch name {
    case KnownNames.collectionOfOne: return arguments.count { _ in true } == 1 ? 1 : nil
    case KnownNames.repeatElement:
      return arguments.first { tree.mainName(of: $0) == KnownNames.count }.flatMap { number(tree[$0].firstChild) }
    default: return nil
    }
  }

  /// `ids.prefix(1)`, `id.map { [$0] } ?? []`: there may be none.
  private func hasAtMostOne(_ sequence: NodeID) -> Bool {
    switch tree.kind(sequence) {
    case .parenExpr: return hasAtMostOne(tree[sequence].firstChild)
    case .infixExpr:
      return Operators.name(tree, sequence) == Operators.coalesce && makesOne(tree.child(at: 0, of: sequence))
        && (rounds(tree.child(at: 1, of: sequence)) ?? .max) < 2
    case .callExpr:
      guard let callee = tree[sequence].firstChild.present, tree.kind(callee) == .memberExpr,
        [KnownNames.prefix, KnownNames.suffix].contains(tree.mainName(of: callee)), let length = onlyArgument(of: sequence)
      else { return false }
      return number(length) == 1
    default: return false
    }
  }

  /// `id.map { [$0] }`: `nil`, or one element.
  private func makesOne(_ call: NodeID) -> Bool {
    guard tree.kind(call) == .callExpr, let callee = tree[call].firstChild.present, tree.kind(callee) == .memberExpr,
      tree.mainName(of: callee) == KnownNames.map, let closure = onlyArgument(of: call), tree.kind(closure) == .closureExpr,
      let only = tree.onlyChild(of: tree.child(.block, of: closure))
    else { return false }
    return tree.kind(only) == .arrayExpr && rounds(only) == 1
  }

  /// `for _ in 0..<2 { …; (f, g) = (g, f) }`: which round it is tells what stands in a variable.
  func countsRounds(_ pattern: NodeID, _ sequence: NodeID, _ body: NodeID) -> Bool {
    guard tree.kind(pattern) == .wildcardPattern, let count = rounds(sequence), isRange(sequence), Constant.numbers.contains(count)
    else { return false }
    let row = tree[body]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      guard tree.tokens[Int(token)].kind == .identifier, let local = findLocal(tree.name(of: TokenID(token))) else { return false }
      return !locals[local].isLet && oneShot(ofLocal: local) != nil
    }
  }

  // MARK: the last round

  /// `i` and `count` of `for i in 0..<count`: in each round the one is less than the other.
  struct RoundCounter {
    var variable: FactKey
    var end: FactKey
  }

  mutating func roundCounter(of sequence: NodeID, _ variable: SlotID?) -> RoundCounter? {
    guard let variable, isRange(sequence) || isIndices(sequence) || isEnumeration(sequence), let (end, _) = length(of: sequence) else {
      return nil
    }
    return RoundCounter(variable: FactKey(variable: variable), end: end)
  }

  /// What the variable is in a round: not beyond the last one.
  mutating func noteRound(_ counter: RoundCounter) {
    facts.integers.insert(counter.variable.hash)
    facts.integers.insert(counter.end.base.hash)
    if let isInside = orderSlot(counter.variable, counter.end) { builder.emit(.set(isInside, .true)) }
  }

  /// Written behind a round: back to the head, or out of the loop where something that is asked about in it tells that this
  /// round was the last.
  /// - Parameter body: behind the head, where a counter tells that there is another round.
  mutating func comeAgain(
    to head: BlockID, body: BlockID? = nil, or end: BlockID, over sequence: NodeID, counter: RoundCounter? = nil, _ step: PathStep
  ) {
    // A literal count of one never comes around.
    if rounds(sequence) == 1 || hasAtMostOne(sequence) { return builder.jump(end) }
    if let counter, isCompared(difference(counter.variable, counter.end).subject, besides: 1),
      let isLast = equalitySlot(between: counter.variable.adding(1), counter.end)
    {
      leaveLoop(where: isLast, is: true, to: end, step.range)
      if let body { return builder.jump(body, step) }
    }
    if let (length, low) = length(of: sequence), isCompared(length.base, besides: isRange(sequence) ? 0 : 1),
      let isLong = rangeSlot(length.base, .above(low &+ 1 &- length.offset))
    {
      leaveLoop(where: isLong, is: false, to: end, step.range)
    }
    builder.jump(head, step)
  }

  private mutating func leaveLoop(where condition: SlotID, is answer: Bool, to end: BlockID, _ range: ByteRange) {
    let next = builder.makeBlock()
    let (ends, goesOn) = (builder.edge(end, PathStep(range: range, text: "the loop ends")), builder.edge(next))
    builder.branch(.isTrue(condition), answer ? ends : goesOn, answer ? goesOn : ends)
    builder.resume(at: next)
  }

  /// Whether the text compares it with numbers.
  /// - Parameter count: how many such conditions every loop writes.
  private func isCompared(_ subject: FactKey, besides count: Int) -> Bool {
    (facts.intervals[subject.hash]?.count ?? 0) > count
  }

  /// A sequence has an element for each number from `low` up to what the key stands for.
  private mutating func length(of sequence: NodeID) -> (end: FactKey, low: Int)? {
    switch tree.kind(sequence) {
    case .parenExpr: return length(of: tree[sequence].firstChild)
    case .infixExpr:
      guard isRange(sequence), let low = number(tree.child(at: 0, of: sequence)), number(tree.child(at: 1, of: sequence)) == nil,
        let last = factKey(tree.child(at: 1, of: sequence)), !isGuess(last)
      else { return nil }
      return (Operators.name(tree, sequence) == Operators.closedRange ? last.adding(1) : last, low)
    default:
      guard let key = factKey(elementsOf(sequence)), !isGuess(key) else { return nil }
      return (memberKey(KnownNames.count, of: key), 0)
    }
  }

  // MARK: literal elements

  /// `for mode in [Mode.fast, .safe]`: each round has its own.
  struct LiteralElements {
    /// Counts the rounds.
    var place: SlotID
    /// For each element the condition that it is the one of this round.
    var isPlace: [SlotID]
    var isOneLeft: SlotID
    var nodes: [NodeID]
    var variable: SlotID
  }

  /// Written in front of a loop; nil for other elements.
  mutating func literalElements(of sequence: NodeID, for variable: SlotID?) -> LiteralElements? {
    guard let variable, tree.kind(sequence) == .arrayExpr else { return nil }
    let nodes = Array(tree.children(of: sequence))
    guard nodes.count > 1, Constant.numbers.contains(nodes.count),
      nodes.allSatisfy({ isPlainLiteral($0) && !isNil($0) || isCaseName($0) })
    else { return nil }
    let place = builder.makeSlot()
    let key = FactKey(variable: place)
    let conditions = nodes.indices.compactMap { rangeSlot(key, .equal(to: $0)) }
    guard conditions.count == nodes.count, let isOneLeft = rangeSlot(key, .below(nodes.count)) else { return nil }
    builder.emit(.set(place, .number(0)))
    return LiteralElements(place: place, isPlace: conditions, isOneLeft: isOneLeft, nodes: nodes, variable: variable)
  }

  /// The variable has the element of this round.
  mutating func chooseElement(_ elements: LiteralElements) {
    let chosen = builder.makeBlock()
    for (node, isMeant) in zip(elements.nodes, elements.isPlace) {
      let (here, next) = (builder.makeBlock(), builder.makeBlock())
      builder.branch(.isTrue(isMeant), builder.edge(here), builder.edge(next))
      builder.resume(at: here)
      if isBoolean(node) { builder.emit(.set(elements.variable, tree.mainWord(of: node) == .true ? .true : .false)) }
      noteEquality(of: elements.variable, to: node)
      builder.jump(chosen)
      builder.resume(at: next)
    }
    builder.finish(.exit(.never))
    builder.resume(at: chosen)
  }
}
