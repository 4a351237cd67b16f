/// A rule, and the line of a function (0: its header) on which something of its kind happened or was reported.
struct Sight: Hashable, Comparable, CustomStringConvertible {
  var rule: String
  var line: Int

  static func < (a: Sight, b: Sight) -> Bool { (a.line, a.rule) < (b.line, b.rule) }
  var description: String { "\(rule) on line \(line)" }
}

/// What one function showed, and what the linter said about it.
struct Outcome: Sendable {
  var function: Function
  /// What happened for some arguments.
  var exact: Set<Sight> = []
  /// What happens when that which the analysis does not compute has every outcome.
  var relaxed: Set<Sight> = []
  var reported: Set<Sight> = []
  /// The lines on which value futures were made or used on some way.
  var reached: Set<Int> = []
  var made: Set<Int> = []
  /// The lines of calls that use their argument before, after or while they run a closure.
  var early: Set<Int> = []
  /// The lines of calls that give back their argument or a new value future.
  var perhapsMade: Set<Int> = []
  /// The lines of second uses of what such a call gave back.
  var perhapsAgain: Set<Int> = []
  /// The lines that made what a `defer` sees to which does not run, for the program ends before it.
  var deferred: Set<Int> = []
  /// The lines of second uses that show only of what an earlier round of a loop made, and other variables still hold.
  var outlived: Set<Int> = []
  /// Not all answers were tried.
  var isUnexplored = false

  init(function: Function) { self.function = function }

  /// Why the linter and the execution differ, where they do.
  enum Difference: String, CaseIterable {
    case missed, unexpected
    /// The approximations: each is documented in README.md.
    case notComputed = "a condition or a number of rounds that the analysis does not compute"
    case samePlace = "one finding per place: again on one way, at the same time or read too early on another"
    case neverRuns = "where no way leads: judged by itself"
    case order = "whether a helper uses its argument before or after it runs a closure"
    case perhapsMade = "what a call gives that may give back its argument"
    case faultyHelper = "after a helper that uses its parameter twice: what its callers see then"
    case deferred = "what a 'defer' sees to, in a program that ends before it runs"
    case delayed = "tasks of rounds that run at once: run where they start, none of them comes last"
    case outlived = "what an earlier round of a loop made, and another variable still holds"
    case unexplored = "more ways than were tried"

    var isFault: Bool { self == .missed || self == .unexpected }
  }

  var differences: [Sight: Difference] {
    var differences: [Sight: Difference] = [:]
    for sight in exact.subtracting(reported) { differences[sight] = missing(sight) }
    for sight in reported.subtracting(exact) { differences[sight] = surplus(sight) }
    return differences
  }

  var faults: [(sight: Sight, difference: Difference)] {
    differences.filter(\.value.isFault).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var hasFaultyHelper: Bool {
    let count = function.helpers.reduce(0) { $0 + $1.lineCount }
    return exact.contains { $0.line < count && ($0.rule == "double-await" || $0.rule == "concurrent-await") }
  }

  /// What happened was not reported.
  private func missing(_ sight: Sight) -> Difference {
    let stronger = ["premature-result": ["double-await", "concurrent-await"], "double-await": ["concurrent-await"]]
    for rule in stronger[sight.rule] ?? [] where reported.contains(Sight(rule: rule, line: sight.line)) { return .samePlace }
    // Of several uses in one task the last one is told.
    if sight.rule == "concurrent-await",
      exact.contains(where: { $0.rule == sight.rule && $0.line > sight.line && reported.contains($0) })
    {
      return .samePlace
    }
    if sight.rule == "unconsumed" {
      // Other ways may settle it.
      if isUnexplored { return .unexplored }
      if !relaxed.contains(sight) { return .notComputed }
      if perhapsMade.contains(sight.line) { return .perhapsMade }
      if deferred.contains(sight.line) { return .deferred }
    }
    if ["double-await", "concurrent-await"].contains(sight.rule), outlived.contains(sight.line) { return .outlived }
    if sight.rule == "double-await", perhapsAgain.contains(sight.line) { return .perhapsMade }
    if sight.rule == "double-await", early.contains(sight.line) { return .order }
    return hasFaultyHelper ? .faultyHelper : .missed
  }

  /// What was reported did not happen.
  private func surplus(_ sight: Sight) -> Difference {
    if relaxed.contains(sight) { return .notComputed }
    if isUnexplored { return .unexplored }
    if !(sight.rule == "unconsumed" ? made : reached).contains(sight.line) { return .neverRuns }
    if sight.rule == "concurrent-await", isInTaskOfRounds(sight.line),
      exact.contains(where: { $0.rule == sight.rule && $0.line > sight.line })
    {
      return .delayed
    }
    return hasFaultyHelper ? .faultyHelper : .unexpected
  }

  /// Whether a line stands in a task that a closure starts which runs several times at once.
  private func isInTaskOfRounds(_ line: Int) -> Bool {
    var depth = Int.max
    var isInTask = false
    for text in lines(of: function)[...line].reversed() {
      let indent = text.prefix { $0 == " " }.count
      guard indent < depth else { continue }
      depth = indent
      if text.contains("Task") { isInTask = true }
      if text.contains("concurrentPerform") { return isInTask }
    }
    return false
  }
}
