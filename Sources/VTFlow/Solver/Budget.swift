/// What a function may still cost, counted in parts of states that are looked at, about a nanosecond each.
///
/// Everything else is bounded by the size of a graph; how often its blocks are looked at is a matter of its shape. Code that
/// people write needs a hundredth of this. Where it is spent, cutting and solving stop wherever they are, and the function is
/// left out and said so: what was found so far says nothing.
struct Budget {
  private(set) var left: Int

  init(_ left: Int = Limits.budget) { self.left = left }

  var isSpent: Bool { left <= 0 }

  /// To look at a block when a graph is cut.
  static let blockCost = 20
  /// To look at an instruction then.
  static let instructionCost = 20
  /// To look at a block for a duty: where a way out leaves it undone is looked for in the whole graph, for each anew.
  static let dutyCost = 10
  /// To keep a part of a state, which takes memory as well.
  static let storedPartCost = 40

  mutating func spend(_ count: Int) { left -= count }
}

extension Limits {
  static let budget = 100_000_000
}
