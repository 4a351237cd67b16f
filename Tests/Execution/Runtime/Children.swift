// Code that runs beside other code: `async let`, tasks, children of groups, closures that run later.
//
// A child is executed where it starts, at once and to its end; what may overlap is known by who has not been waited for.

/// A stretch of code that runs at the same time as what follows its start.
final class Child {
  let parent: Child?
  /// Nobody has waited for its end.
  var isRunning = true
  var error: (any Error)?
  /// It has ended the program, or would have: the others run on for a moment, it does not.
  var isTrapped = false

  init(parent: Child?) { self.parent = parent }

  /// It and all around it.
  var chain: [Child] { [self] + (parent?.chain ?? []) }

  func end() { isRunning = false }
  func cancel() {}

  /// `try await task.value`, and `try await x` for an `async let`.
  func joined() throws {
    ended()
    if isRelaxed { return try perhapsFail() }
    if let error { throw error }
  }
  /// `await task.result`
  func ended() {
    end()
    // That the task never ends is not computed.
    if isTrapped, !isRelaxed { giveUp() }
  }
}

/// The child that is being executed; nil outside of all.
nonisolated(unsafe) var currentChild: Child?

/// Whether a child that used something may still run while another one, or the code around it, does something.
func mayOverlap(_ earlier: Child?, _ now: Child?) -> Bool {
  guard let earlier else { return false }
  let here = now?.chain ?? []
  return earlier.chain.contains { child in child.isRunning && !here.contains { $0 === child } }
}

/// Starts a child: executes it.
func start<Value>(_ body: () async throws -> Value) async -> Child {
  let child = Child(parent: currentChild)
  currentChild = child
  do { _ = try await body() } catch { child.error = error }
  currentChild = child.parent
  return child
}

/// The same where nothing can be awaited.
func startNow<Value>(_ body: () throws -> Value) -> Child {
  let child = Child(parent: currentChild)
  currentChild = child
  do { _ = try body() } catch { child.error = error }
  currentChild = child.parent
  return child
}

/// A closure that runs later, as often as events come, one after the other.
func onEvents(_ body: () -> Void) {
  _ = startNow { for _ in 0..<choose(3) { body() } }
}

/// A closure that runs several times at once, before the call returns.
func allAtOnce(_ body: () -> Void) {
  let children = (0..<(isRelaxed ? choose(3) : 2)).map { _ in startNow(body) }
  for child in children { child.end() }
}

/// A task group and its children.
final class Group {
  private var children: [Child] = []
  /// Rounds of its iteration without a child, which nobody counts.
  private var spare = 2
  private var delivered = 0

  func add(_ body: () async throws -> Void) async { children.append(await start(body)) }

  func endAll() { for child in children { child.ended() } }

  func waitForAll() throws {
    endAll()
    let failed = children.first { $0.error != nil }
    children = []
    if isRelaxed { return try perhapsFail() }
    if let error = failed?.error { throw error }
  }

  /// Gives the next result, if there is one: of any child, for nobody knows which one ends first.
  func next() throws -> Bool {
    if isRelaxed {
      try perhapsFail()
      spare -= 1
      if spare >= 0, choose(2) == 1 { return true }
      endAll()
      return false
    }
    if children.isEmpty || isGivenUp { return false }
    // Each round may start another child.
    delivered += 1
    if delivered > 3 { giveUp() }
    let child = children.remove(at: choose(children.count))
    child.ended()
    if let error = child.error { throw error }
    return true
  }
}

/// Runs a group and waits for its children, whichever way its body ends.
func withGroup(_ body: (Group) async throws -> Void) async throws {
  let group = Group()
  do {
    try await body(group)
    group.endAll()
  } catch {
    group.endAll()
    throw error
  }
  try perhapsFail()
}
