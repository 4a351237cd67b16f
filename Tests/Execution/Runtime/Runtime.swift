// The reference API as the generated functions execute it: every operation writes down what really happened.
// Compiled together with the generated file; the linter reads the reference API of the fixtures in its place.
//
// Whatever a function cannot know (its arguments, what a call throws, whether there is a value) is asked for with
// `choose`; the driver below runs every function again and again until all answers were given.

struct User { var id = 0 }

/// What stands behind a value future and all its copies.
final class Cell {
  /// Who used it up, on which line, and in which calls of local functions.
  var users: [(child: Child?, line: Int, calls: [Int])] = []
  /// A helper's parameter is completed when the caller's future is.
  var isCompleted: Bool {
    get { argument?.cell.isCompleted ?? isDone }
    set { if let argument { argument.cell.isCompleted = newValue } else { isDone = newValue } }
  }
  private var isDone = false
  var isSuccess: Bool?
  var result: User?
  /// A helper's parameter that it gives back: lending it to others is no end.
  var comesBack = false
  /// Just given back by a function.
  var isGift = false
  /// It went through a call that may give it back.
  var isPerhaps = false
  /// A computed property gave it: who only asks it something wastes nothing.
  var isComputed = false
  /// The line that made it; 0 for a parameter.
  var madeOn = 0
  /// For a parameter: the caller's future, the line of the call, and the task that makes it.
  let argument: (cell: Cell, line: Int, child: Child?)?

  init(argument: (cell: Cell, line: Int, child: Child?)? = nil) { self.argument = argument }

  var isUsedUp: Bool { !users.isEmpty }

  /// Uses the value up. A helper's second use is a fault of the helper; its first one may be a second one of its caller.
  func take(_ line: Int, by child: Child? = currentChild) {
    log.reached(line)
    settle()
    let isFirst = !isUsedUp
    note(line, by: child)
    if isFirst, let argument { argument.cell.take(argument.line, by: argument.child) }
  }

  /// Writes down a use, and what is wrong with it.
  func note(_ line: Int, by child: Child?) {
    if isSilent { return }
    let beside = users.filter { mayOverlap($0.child, child) }
    if !beside.isEmpty {
      let place = beside.reduce(line) { max($0, $1.line) }
      log.concurrent(place)
      noteAge(on: place)
    } else if isUsedUp {
      // The same line in another call of a local function: that call is the second use.
      let isOtherCall = users.contains { $0.line == line && $0.calls != calls }
      let place = isOtherCall ? calls.first ?? line : line
      log.again(place)
      noteAge(on: place)
      if isPerhaps { log.perhapsAgains.insert(place) }
    }
    users.append((child, line, calls))
  }

  /// A later round of a loop has made another one on the same line; this one lives on under another name.
  private func noteAge(on line: Int) {
    if madeOn > 0, newest[madeOn] !== self { log.outliveds.insert(line) } else { log.currents.insert(line) }
  }

  /// Passed to a function.
  func lend() { if !comesBack { settle() } }

  func settle() {
    noteDeferred()
    if madeOn > 0 { log.settled(madeOn) }
    argument?.cell.settle()
  }

  /// Something is done with it in a `defer` that did not run, for the program had ended before.
  func noteDeferred() { if isSilent, deferring > 0, madeOn > 0 { log.deferreds.insert(madeOn) } }
}

struct ValueFuture<Value> {
  var cell = Cell()
  /// The line of the use that is under way.
  var line = 0

  // What the generator writes between a future and its use; the linter's text has nothing there.

  func at(_ line: Int) -> Self { Self(cell: cell, line: line) }
  func passed(_ line: Int) -> Self {
    log.reached(line)
    cell.lend()
    return Self(cell: Cell(argument: (cell, line, currentChild)))
  }
  /// Passed to a helper that gives it back: nobody has taken it on, unless the helper uses it up before that.
  func handed(_ line: Int) -> Self {
    log.reached(line)
    let cell = Cell(argument: (cell, line, currentChild))
    cell.comesBack = true
    return Self(cell: cell)
  }
  func handedEarly(_ line: Int) -> Self { early(handed(line), line) }
  func passedEarly(_ line: Int) -> Self {
    early(passed(line), line)
  }
  private func early(_ child: Self, _ line: Int) -> Self {
    log.earlies.insert(line)
    if isRelaxed, choose(2) == 1 {
      child.cell.users.append((currentChild, line, calls))
      cell.take(line)
    }
    return child
  }
  /// Nobody has taken it on: what comes back is the same.
  func lent() -> Self { self }
  func given(_ line: Int) -> Self {
    cell.take(line)
    let gift = Self()
    gift.cell.isGift = true
    return gift
  }
  func perhapsMade(_ line: Int) -> Self {
    log.perhapsMade(line)
    cell.isPerhaps = true
    return cell.isGift ? made(line) : self
  }
  func back(_ line: Int) -> Self {
    guard let argument = cell.argument else { return given(line) }
    log.reached(line)
    cell.note(line, by: currentChild)
    return Self(cell: argument.cell)
  }
  func computed(_ line: Int) -> Self {
    let fresh = made(line)
    fresh.cell.isComputed = true
    return fresh
  }
  func made(_ line: Int) -> Self {
    let fresh = Self()
    fresh.cell.madeOn = line
    newest[line] = fresh.cell
    log.reached(line)
    log.made(line)
    return fresh
  }

  private func read() -> Result<User, any Error> {
    if !cell.isUsedUp, !cell.isCompleted { log.premature(line) }
    cell.take(line)
    return .success(User())
  }

  private func wait() throws -> User {
    cell.take(line)
    if choose(2) == 1 { throw Trouble.one }
    // A value that is taken twice is the same value: comparing it twice gives the same answer.
    if cell.result == nil { cell.result = User(id: choose(2)) }
    return cell.result ?? User()
  }

  private func hasCompleted() -> Bool {
    cell.noteDeferred()
    if cell.isComputed { cell.settle() }
    if !cell.isCompleted, choose(2) == 1 { cell.isCompleted = true }
    return cell.isCompleted
  }

  var value: User { get async throws { try wait() } }
  func get() async throws -> User { try wait() }
  func callAsFunction() async throws -> User { try wait() }
  var result: Result<User, any Error> { read() }
  var isCompleted: Bool { hasCompleted() }
  var isCompletedSuccessfully: Bool {
    // Once it is completed, its outcome stays.
    if hasCompleted(), cell.isSuccess == nil { cell.isSuccess = choose(2) == 1 }
    return cell.isSuccess ?? false
  }
  @discardableResult func asTask() -> Durable {
    cell.take(line)
    return Durable()
  }
  @discardableResult func preserve() -> Durable {
    cell.take(line)
    return Durable()
  }
  func cancel() {}
}

extension Optional {
  func made<Value>(_ line: Int) -> ValueFuture<Value>? where Wrapped == ValueFuture<Value> {
    // Whether it has made one is asked behind the call.
    if case .none = self { newest[line] = Cell() }
    return self?.made(line)
  }
  /// A closure gets it, whatever that does.
  func lent<Value>() -> Self where Wrapped == ValueFuture<Value> {
    self?.cell.settle()
    return self
  }
  func given<Value>(_ line: Int) -> ValueFuture<Value>? where Wrapped == ValueFuture<Value> { self?.given(line) }
}

/// A task, or a preserved future: may be used many times.
struct Durable {
  var value: User { get async throws { User() } }
}

struct Store {
  var newest: ValueFuture<User> { ValueFuture() }
  func load(_ id: Int) -> ValueFuture<User> { ValueFuture() }
  func find(_ id: Int) -> ValueFuture<User>? { choose(2) == 1 ? ValueFuture() : nil }
  func open(_ id: Int) throws -> ValueFuture<User> {
    try risk()
    return ValueFuture()
  }
  func connect(_ id: Int) async throws -> ValueFuture<User> {
    try risk()
    return ValueFuture()
  }
}

let store = Store()

// MARK: what the linter does not see

func random() -> Bool { choose(2) == 1 }
func risk() throws { if choose(2) == 1 { throw choose(2) == 1 ? Trouble.one : Trouble.two } }
func use(_ value: Any) {}
func takeOver(_ value: Any) {}
/// Stands for what never returns: the rest of the run does not count.
func giveUp() { isGivenUp = true }
/// What was made last on each line.
nonisolated(unsafe) var newest: [Int: Cell] = [:]
/// How many `defer` blocks are being run, one inside the other.
nonisolated(unsafe) var deferring = 0
/// What runs beside may trap later: what follows has run by then.
func trap() { if let currentChild { currentChild.isTrapped = true } else { giveUp() } }
func precondition(_ condition: @autoclosure () -> Bool) { if !condition() { trap() } }
func assert(_ condition: @autoclosure () -> Bool) { precondition(condition()) }
func accepts(_ value: Any) -> Bool { random() }

struct Lock {
  func withLock<Value>(_ body: () throws -> Value) rethrows -> Value { try body() }
}

let lock = Lock()

/// The lines of the calls of local functions that are under way, outermost first.
nonisolated(unsafe) var calls: [Int] = []
func called<Value>(_ line: Int, _ body: () throws -> Value) rethrows -> Value {
  log.reached(line)
  calls.append(line)
  defer { calls.removeLast() }
  return try body()
}
func called<Value>(_ line: Int, _ body: () async throws -> Value) async rethrows -> Value {
  log.reached(line)
  calls.append(line)
  defer { calls.removeLast() }
  return try await body()
}

// MARK: approximations

/// Set in the second run: what the analysis does not follow on purpose then has every outcome.
nonisolated(unsafe) var isRelaxed = false

/// A condition whose exact value the analysis does not compute.
func relaxed(_ exact: @autoclosure () -> Bool) -> Bool { isRelaxed ? choose(2) == 1 : exact() }
/// A closure that runs twice runs many times, as far as the analysis knows.
func onceMore() -> Bool { isRelaxed && choose(2) == 1 }
/// The same for a call of the function in itself, which has to end.
func recurses(_ exact: Bool) -> Bool { isRelaxed ? position < longest / 3 && choose(2) == 1 : exact }
/// A loop that runs at least so many times, and as often as it likes.
func trips(_ range: Range<Int>, _ least: Int = 1) -> Range<Int> { isRelaxed ? 0..<least + choose(3) : range }
func perhapsFail() throws { if isRelaxed, choose(2) == 1 { throw choose(2) == 1 ? Trouble.one : Trouble.two } }
/// The numbers of a loop: each comes once.
func indices(_ range: Range<Int>) -> [Int] {
  if !isRelaxed || range.isEmpty { return Array(range) }
  var rest = [0, 1, 2]
  return (0...choose(3)).map { round in
    let next = choose(rest.count + 1)
    return next < rest.count ? rest.remove(at: next) : 10 + round
  }
}
func mayThrow(_ error: any Error) throws { if !isRelaxed || choose(2) == 1 { throw error } }

// MARK: answers

/// The answers of the current run, and how many there were to each question.
nonisolated(unsafe) var answers: [(chosen: Int, of: Int)] = []
nonisolated(unsafe) var position = 0
/// How often `isDone` was asked, by line.
nonisolated(unsafe) var rounds: [Int: Int] = [:]
/// The rest of the run does not count; all its loops end.
nonisolated(unsafe) var isGivenUp = false
/// It was given up for its many questions.
nonisolated(unsafe) var isTooLong = false
nonisolated(unsafe) var isRandom = false
nonisolated(unsafe) var noise: UInt64 = 1
let longest = 48
let mostRuns = 4000

func choose(_ count: Int) -> Int {
  if position >= longest || isRandom || isSilent {
    if position >= longest {
      isGivenUp = true
      isTooLong = true
    }
    // What a trapped child asks is no question.
    if isRandom || isGivenUp { position += 1 }
    noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(noise >> 33) % count
  }
  if position == answers.count { answers.append((0, count)) }
  position += 1
  return answers[position - 1].chosen
}

/// Whether a loop ends that has no end of its own.
func isDone(_ line: Int) -> Bool {
  rounds[line, default: 0] += 1
  return rounds[line, default: 0] > 3 || choose(2) == 1
}

/// Turns to the next answers; false when all were given.
func nextAnswers() -> Bool {
  while let last = answers.popLast() {
    if last.chosen + 1 < last.of {
      answers.append((last.chosen + 1, last.of))
      return true
    }
  }
  return false
}

/// What was seen, by line.
final class Log {
  var agains: Set<Int> = []
  var concurrents: Set<Int> = []
  var prematures: Set<Int> = []
  var mades: Set<Int> = []
  var settleds: Set<Int> = []
  var reacheds: Set<Int> = []
  var perhapsMades: Set<Int> = []
  var perhapsAgains: Set<Int> = []
  var earlies: Set<Int> = []
  var deferreds: Set<Int> = []
  /// Lines of second uses of what an earlier round made, and of all else.
  var outliveds: Set<Int> = []
  var currents: Set<Int> = []

  func again(_ line: Int) { if !isSilent { agains.insert(line) } }
  func concurrent(_ line: Int) { if !isSilent { concurrents.insert(line) } }
  func premature(_ line: Int) { if !isSilent { prematures.insert(line) } }
  func made(_ line: Int) { if !isSilent { mades.insert(line) } }
  func reached(_ line: Int) { if !isSilent { reacheds.insert(line) } }
  func perhapsMade(_ line: Int) { perhapsMades.insert(line) }
  func settled(_ line: Int) { if !isSilent { settleds.insert(line) } }
}

nonisolated(unsafe) var log = Log()

/// What is done now does not count.
var isSilent: Bool { isGivenUp || currentChild?.chain.contains { $0.isTrapped } == true }

struct Case {
  var name: Int
  var run: () async throws -> Void
}

/// Runs every function with all answers, first exactly, then relaxed, and prints a line for each thing seen.
@main
struct Driver {
  static func main() async {
    // Away from the main actor, so that calls do not hop.
    await Task.detached {
      for relaxing in [false, true] {
        isRelaxed = relaxing
        log = Log()
        let word = relaxing ? "relaxed" : "exact"
        for item in cases where await !explore(item) { print(word, "unexplored", item.name) }
        for line in log.agains { print(word, "double-await", line) }
        for line in log.concurrents { print(word, "concurrent-await", line) }
        for line in log.prematures { print(word, "premature-result", line) }
        for line in log.perhapsMades { print(word, "perhaps-made", line) }
        for line in log.perhapsAgains { print(word, "perhaps-again", line) }
        for line in log.mades { print(word, "made", line) }
        for line in log.earlies { print(word, "early", line) }
        for line in log.outliveds.subtracting(log.currents) { print(word, "outlived", line) }
        for line in log.deferreds { print(word, "deferred", line) }
        for line in log.reacheds { print(word, "reached", line) }
        for line in log.mades.subtracting(log.settleds) { print(word, "unconsumed", line) }
      }
    }.value
  }

  /// Whether all answers were given.
  static func explore(_ item: Case) async -> Bool {
    answers = []
    isRandom = false
    isTooLong = false
    for _ in 0..<mostRuns {
      await run(item)
      if !nextAnswers() { return !isTooLong }
    }
    // Too many: the last questions had all answers, the first ones need some too.
    isRandom = true
    for _ in 0..<mostRuns { await run(item) }
    return false
  }

  static func run(_ item: Case) async {
    position = 0
    rounds = [:]
    newest = [:]
    isGivenUp = false
    currentChild = nil
    calls = []
    try? await item.run()
  }
}
