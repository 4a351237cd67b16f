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

  init() {}

  /// Looks at all assignments of a function: `done = true`, `state = .finished`, `count -= 1`, `flag.toggle()`.
  init(in node: NodeID, of tree: SyntaxTree) {
    let row = tree[node]
    let end = Int(row.endToken.index)
    var index = Int(row.firstToken.index)
    while index + 2 < end {
      defer { index += 1 }
      guard tree.tokens[index].kind == .identifier else { continue }
      if isFlagSet(tree, at: index) { names[tree.name(of: TokenID(UInt32(index)))] = .flag }
    }
  }

  mutating func insert(_ name: Name, _ kind: Guard) { names[name] = kind }

  var isEmpty: Bool { names.isEmpty }

  subscript(_ name: Name) -> Guard? { names[name] }

  private func isFlagSet(_ tree: SyntaxTree, at index: Int) -> Bool {
    func spells(_ place: Int, _ text: String) -> Bool {
      let range = tree.tokens[place].range
      return tree.source[Int(range.start)..<Int(range.end)].elementsEqual(text.utf8)
    }
    switch tree.tokens[index + 1].kind {
    case .op: return spells(index + 1, "+=") || spells(index + 1, "-=")
    case .period: return spells(index + 2, "toggle")
    case .equal:
      if index > 0, [.let, .var].contains(tree.tokens[index - 1].word) { return false }
      let value = tree.tokens[index + 2]
      return [.true, .false, .nil].contains(value.word) || value.kind == .integerLiteral || value.kind == .period
    default: return false
    }
  }
}

extension Lowerer {
  /// What in a condition keeps what follows from happening twice. Asked only where there is a duty.
  func guardOf(_ range: ByteRange) -> Guard? {
    guard hasDuties, range.end > range.start else { return nil }
    if let guardedSubject { return guardedSubject }
    var found: Guard?
    var index = firstToken(from: range.start)
    while index < tree.tokens.count, tree.tokens[index].start < range.end {
      let token = tree.tokens[index]
      index += 1
      guard token.kind == .identifier else { continue }
      let name = tree.name(of: TokenID(UInt32(index - 1)))
      found = found ?? guards[name] ?? (isLastFlag(name, at: index - 1) ? .flag : nil)
      let isCalled = [.leftParen, .leftBrace].contains(tree.tokens[index].kind) && tree.tokens[index].start < range.end
      // In a closure that comes again, whoever asks an object asks it for this reason.
      if isCalled, isRepeated && !isImplicitMember(index - 1) || self.index.knowledge.guardCalls.contains(name) { return .call }
    }
    return found
  }

  /// `.failed(let error)`: a case, not a call.
  private func isImplicitMember(_ place: Int) -> Bool {
    guard place > 1, tree.tokens[place - 1].kind == .period else { return false }
    switch tree.tokens[place - 2].kind {
    case .identifier, .rightParen, .rightSquare, .rightBrace, .postfixQuestion, .exclamation, .dollarIdentifier: return false
    default: return tree.tokens[place - 2].word != .selfValue
    }
  }

  /// `isFinal` or `result.isFinal` of what a callback was given.
  private func isLastFlag(_ name: Name, at place: Int) -> Bool {
    guard index.knowledge.lastFlags.contains(name) else { return false }
    if callbackParameters.contains(name) { return true }
    guard place > 1, tree.tokens[place - 1].kind == .period else { return false }
    let owner = tree.tokens[place - 2].kind == .postfixQuestion ? place - 3 : place - 2
    return owner >= 0 && callbackParameters.contains(tree.name(of: TokenID(UInt32(owner))))
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
    guard !initializer.isNone, let kind = guardOf(tree.range(of: initializer)) else { return }
    let row = tree[pattern]
    for index in row.firstToken.index..<row.endToken.index where tree.tokens[Int(index)].kind == .identifier {
      guards.insert(tree.name(of: TokenID(index)), kind)
    }
  }

  /// Compares a value with patterns, all of which are guards if the value is one.
  mutating func comparing(_ subject: NodeID, _ body: (inout Lowerer) -> Void) {
    let saved = guardedSubject
    guardedSubject = saved ?? (subject.isNone ? nil : guardOf(tree.range(of: subject)))
    body(&self)
    guardedSubject = saved
  }

  private func firstToken(from offset: UInt32) -> Int {
    var low = 0
    var high = tree.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tree.tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
