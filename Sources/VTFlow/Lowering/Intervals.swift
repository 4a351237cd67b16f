import VTDiagnostics
import VTSyntax

// Comparisons of one value with number literals: `x < 0` and `x > 10` exclude one another, `x > 10` implies `x > 0`.
// Of arithmetic only what counters need: a variable that holds a small number, or goes up or down by one.

/// The numbers for which a comparison with a literal holds, in halves, so that the open end of `x < 3` is a bound too.
package struct Interval: Sendable, Hashable {
  var low: Int
  var high: Int

  private static func halves(_ value: Int) -> Int { value &* 2 }
  static func equal(to value: Int) -> Interval { Interval(low: halves(value), high: halves(value)) }
  static func below(_ value: Int) -> Interval { Interval(low: .min, high: halves(value) &- 1) }
  static func above(_ value: Int) -> Interval { Interval(low: halves(value) &+ 1, high: .max) }
  /// `1...3`, `1..<3`, `1...`, `...3`, `..<3`.
  static func range(from low: Int?, to high: Int?, isClosed: Bool) -> Interval {
    Interval(low: low.map(halves) ?? .min, high: high.map { halves($0) - (isClosed ? 0 : 1) } ?? .max)
  }

  func moved(by distance: Int) -> Interval {
    Interval(low: low == .min ? low : low &+ Self.halves(distance), high: high == .max ? high : high &+ Self.halves(distance))
  }

  func contains(_ other: Interval) -> Bool { low <= other.low && other.high <= high }
  func isDisjoint(with other: Interval) -> Bool { other.high < low || high < other.low }
  func contains(half: Int) -> Bool { low <= half && half <= high }
  func contains(_ value: Int) -> Bool { low <= Self.halves(value) && Self.halves(value) <= high }
  /// Whether it is one number.
  var isPoint: Bool { low > .min && high < .max && high - low <= 1 }
  /// The same where there are integers only: nothing lies between two of them.
  var overIntegers: Interval {
    Interval(low: low == .min ? low : low + (low & 1), high: high == .max ? high : high | 1)
  }
  /// Whether a number that has come here by steps in one direction has passed it.
  func isBehind(_ value: Int, _ step: Int) -> Bool { step > 0 ? high < Self.halves(value) : low > Self.halves(value) }
  /// Whether what is known of a number in it stays so when that goes on in one direction.
  func stays(_ isIn: Bool, _ step: Int) -> Bool {
    let isOpenAhead = step > 0 ? high == .max && low > .min : low == .min && high < .max
    let isOpenBehind = step > 0 ? low == .min && high < .max : high == .max && low > .min
    return isIn ? isOpenAhead : isOpenBehind
  }

  /// Whether every number is in one of the two.
  func completes(_ other: Interval) -> Bool {
    low == .min && other.high == .max && other.low <= high &+ 1 || other.low == .min && high == .max && low <= other.high &+ 1
  }
}

extension Lowerer {
  /// Remembers for which numbers a condition holds, and what follows from it for the others about the same value.
  mutating func note(_ slot: SlotID, holdsIn interval: Interval, of subject: FactKey) {
    let interval = facts.integers.contains(subject.hash) ? interval.overIntegers : interval
    let known = facts.intervals[subject.hash] ?? []
    if known.count >= Limits.intervals || known.contains(where: { $0.slot == slot }) { return }
    facts.intervals[subject.hash] = known + [(slot, interval)]
    noteQuestion(slot, .isIn(interval), about: subject)
    builder.addRange(
      slot, of: subject.hash, holdsIn: interval,
      facts.counts.contains(subject.hash) ? .count : facts.integers.contains(subject.hash) ? .integer : .number)
    if let variable = subject.variable { builder.addComparison(slot, of: variable, holdsIn: interval) }
    for (other, numbers) in known {
      relate(slot, interval, other, numbers)
      relate(other, numbers, slot, interval)
    }
  }

  private mutating func relate(_ slot: SlotID, _ numbers: Interval, _ other: SlotID, _ others: Interval) {
    if others.contains(numbers) { builder.addImplication(slot, is: true, other, is: true) }
    if others.isDisjoint(with: numbers) { builder.addImplication(slot, is: true, other, is: false) }
    if numbers.contains(others) { builder.addImplication(slot, is: false, other, is: false) }
    if numbers.completes(others) { builder.addImplication(slot, is: false, other, is: true) }
  }

  /// The number that a literal stands for, with its sign.
  func number(_ node: NodeID) -> Int? {
    if node.isNone { return nil }
    switch tree.kind(node) {
    case .parenExpr: return number(tree[node].firstChild)
    case .prefixExpr:
      guard tree.text(of: tree[node].mainToken) == "-" else { return nil }
      return number(tree[node].firstChild).map { -$0 }
    case .literalExpr:
      guard tree.token(tree[node].mainToken).kind == .integerLiteral else { return nil }
      var value = 0
      for byte in tree.source[Int(tree.range(of: node).start)..<Int(tree.range(of: node).end)] where byte != UInt8(ascii: "_") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < 1 << 50 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    case .identifierExpr:
      guard let place = findLocal(tree.mainName(of: node)), case .slot(let slot) = locals[place].storage else { return nil }
      return constantNumbers[slot]
    default: return nil
    }
  }

  /// The numbers of a range of literals.
  func interval(_ node: NodeID) -> Interval? {
    if node.isNone { return nil }
    switch tree.kind(node) {
    case .parenExpr: return interval(tree[node].firstChild)
    case .infixExpr, .prefixExpr, .postfixExpr:
      let name = Operators.name(tree, node)
      guard name == Operators.closedRange || name == Operators.halfOpenRange else { return nil }
      let isClosed = name == Operators.closedRange
      let first = number(tree.child(at: 0, of: node))
      guard let first else { return nil }
      switch tree.kind(node) {
      case .prefixExpr: return .range(from: nil, to: first, isClosed: isClosed)
      case .postfixExpr: return .range(from: first, to: nil, isClosed: true)
      default: return number(tree.child(at: 1, of: node)).map { .range(from: first, to: $0, isClosed: isClosed) }
      }
    default: return nil
    }
  }
}
