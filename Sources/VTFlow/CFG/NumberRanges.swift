/// The conditions that compare one thing with numbers: where all but one are known, that one may be decided:
///
///     n < 0 is false, n == 0 is false: n > 0 is true
struct NumberRanges: Sendable {
  enum Kind: Sendable {
    case number
    /// Nothing lies between two of them.
    case integer
    /// How many there are of something.
    case count
  }

  private struct Group: Sendable {
    var kind = Kind.number
    var conditions: [(condition: SlotID, numbers: Interval)] = []
  }

  private var groups: [UInt64: Group] = [:]
  private var subjects: [SlotID: UInt64] = [:]

  mutating func add(_ condition: SlotID, of subject: UInt64, holdsIn numbers: Interval, _ kind: Kind) {
    if subjects[condition] != nil { return }
    subjects[condition] = subject
    groups[subject, default: Group()].conditions.append((condition, numbers))
    if kind != .number { groups[subject]?.kind = kind }
  }

  /// The conditions that are asked about one thing, for each thing.
  var families: [[SlotID]] { groups.values.map { $0.conditions.map(\.condition) } }

  /// All conditions that are asked about what this one is about, where they may decide it together.
  func conditions(with condition: SlotID) -> [SlotID] {
    guard let subject = subjects[condition], let group = groups[subject], group.conditions.count > 2 else { return [] }
    return group.conditions.map(\.condition)
  }

  /// Whether there is a number for which everything is as it is known to be. Pairs exclude one another without this.
  func isSomeNumberLeft(asking condition: SlotID, _ known: (SlotID) -> Bool?) -> Bool {
    guard let subject = subjects[condition], let group = groups[subject], group.conditions.count > 2 else { return true }
    let answers = group.conditions.compactMap { entry in known(entry.condition).map { (numbers: entry.numbers, holds: $0) } }
    if answers.count < 3 { return true }
    // In halves: between two bounds all numbers give the same answers.
    func fits(_ half: Int) -> Bool {
      if group.kind != .number, half & 1 != 0 { return false }
      if group.kind == .count, half < 0 { return false }
      return answers.allSatisfy { $0.numbers.contains(half: half) == $0.holds }
    }
    for (numbers, _) in answers {
      for bound in [numbers.low, numbers.high] where bound > .min && bound < .max {
        if (bound - 2...bound + 2).contains(where: fits) { return true }
      }
    }
    return false
  }
}
