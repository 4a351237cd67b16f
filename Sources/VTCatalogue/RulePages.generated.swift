// Derived by `swift run vtlint-dev generate`: edit what it is made from, not this file.
// Made from rules.yaml and Fixtures/rules/*/examples.swift.
import VTDiagnostics

extension Catalogue {
  /// The page of a built-in rule, as docs/rules has it: Markdown. Nil for a name that is no rule.
  package static func page(of rule: RuleID) -> String? {
    switch rule.text {
    case "double-await": page0
    case "stored-property": page1
    case "concurrent-await": page2
    case "premature-result": page3
    case "unconsumed": page4
    case "double-resume": page5
    case "missing-resume": page6
    case "stale-continuation": page7
    case "overwritten-continuation": page8
    case "double-iteration": page9
    case "concurrent-iteration": page10
    case "blocking-wait": page11
    case "public-value-future": page12
    case "needless-value-future": page13
    case "unchecked-token": page14
    case "unused-suppression": page15
    default: nil
    }
  }
}

private let page0 = ###"""
# double-await

A value future is consumed again after it was already used up.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

A value future stands for one result that may be taken once. When it is taken, the source behind it goes back to
its pool and is handed to another operation. A second `await` then traps, never returns, or returns the result of
that other operation: under load, one customer sees the data of another.

## What to write instead

Await once and keep the result in a constant. Where several places need it, convert once with `asTask()` and await
the task as often as you like. In a loop that retries, make a new value future in each round.

## Reported

awaited twice:

```swift
func awaitedTwice(id: Int) async throws {
  let f = store.load(id)
  let first = try await f.value
  let second = try await f.value  // double-await
  use((first, second))
}
```

a retry loop awaits what was made outside it:

```swift
func retryLoop(id: Int) async throws -> User {
  let f = store.load(id)
  for _ in 0..<3 {
    do {
      return try await f.value  // double-await
    } catch {
      continue
    }
  }
  throw StoreError.missing
}
```

a copy is another name of the same future:

```swift
func awaitedThroughACopy(id: Int) async throws {
  let f = store.load(id)
  let g = f
  _ = try await f.value
  _ = try await g.value  // double-await
}
```

used after its conversion:

```swift
func usedAfterConversion(id: Int) async throws {
  let f = store.load(id)
  let task = f.asTask()
  _ = try await f.value  // double-await
  _ = try await task.value
}
```

the closure may run more than once:

```swift
func retriedClosure(id: Int) async throws -> User {
  let f = store.load(id)
  return try await retry(3) { try await f.value }  // double-await
}
```

## Not reported

awaited once, the result kept:

```swift
func awaitedOnce(id: Int) async throws -> (User, User) {
  let f = store.load(id)
  let user = try await f.value  // ok: the only consumption
  return (user, user)
}
```

a task may be awaited again:

```swift
func convertedOnce(id: Int) async throws {
  let task = store.load(id).asTask()
  _ = try await task.value  // ok: a task is durable
  _ = try await task.value  // ok: a task is durable
}
```

one consumption in each branch:

```swift
func oneInEachBranch(id: Int, wanted: Bool) async throws -> User? {
  let f = store.load(id)
  if wanted {
    return try await f.value  // ok: this branch leaves
  } else {
    _ = f.asTask()  // ok: the other branch
    return nil
  }
}
```

made anew for each attempt:

```swift
func remadeForEachAttempt(id: Int) async throws -> User {
  for _ in 0..<3 {
    let f = store.load(id)
    do {
      return try await f.value  // ok: each turn of the loop has its own future
    } catch {
      continue
    }
  }
  throw StoreError.missing
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next double-await - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.double-await.severity = none
```
"""###

private let page1 = ###"""
# stored-property

A value future is kept in a property, a global variable or a collection.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

What is stored can be reached by anybody, at any time, any number of times. Nothing in the program then says who
consumes the value future, and the second reader gets a trap, a hang or the data of another operation.

## What to write instead

Store a `Task` (`asTask()` makes one) or the result itself, and keep the value future in the function that called.

## Reported

kept in properties:

```swift
final class Cache {
  var pending: ValueFuture<User>?  // stored-property
  var all: [Int: ValueFuture<User>] = [:]  // stored-property
  lazy var first = store.load(1)  // stored-property
}
```

put into a collection:

```swift
func collected(id: Int, box: Box) {
  box.items.append(store.load(id))  // stored-property
}
```

## Not reported

the task is kept:

```swift
final class TaskCache {
  var pending: Task<User, any Error>?  // ok: a task is durable
  var all: [Int: Task<User, any Error>] = [:]  // ok: tasks are durable

  func start(id: Int) {
    pending = store.load(id).asTask()
  }
}
```

computed, or made on demand:

```swift
struct Loader {
  var current: ValueFuture<User> { store.load(1) }  // ok: computed
  var make: () -> ValueFuture<User>  // ok: a closure that returns one
  func load(id: Int) -> ValueFuture<User> { store.load(id) }  // ok: a function
}
```

local:

```swift
func local(id: Int) async throws -> User {
  let f = store.load(id)  // ok: a local variable
  return try await f.value
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next stored-property - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.stored-property.severity = none
```
"""###

private let page2 = ###"""
# concurrent-await

A value future is consumed by two tasks that can run at the same time.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

A value future has room for one waiter. A second one that comes while the first is waiting overwrites it, so the
first task never wakes, or both read a source that is being recycled.

## What to write instead

Convert once with `asTask()` before the tasks start, and let each of them await the task's `value`.

## Reported

two child tasks:

```swift
func twoChildren(id: Int) async throws {
  let f = store.load(id)
  async let a = f.value
  async let b = f.value  // concurrent-await
  use((try await a, try await b))
}
```

a task beside its maker:

```swift
func taskBesideTheBody(id: Int) async throws {
  let f = store.load(id)
  Task { try await f.value }
  _ = try await f.value  // concurrent-await
}
```

children of a group, made in a loop:

```swift
func childrenInALoop(id: Int) async throws {
  let f = store.load(id)
  try await withThrowingTaskGroup(of: User.self) { group in
    for _ in 0..<2 {
      group.addTask { try await f.value }  // concurrent-await
    }
    try await group.waitForAll()
  }
}
```

## Not reported

one child only:

```swift
func oneChild(id: Int) async throws -> User {
  let f = store.load(id)
  async let user = f.value  // ok: the only consumption
  return try await user
}
```

a future for each child:

```swift
func oneForEachChild(id: Int) async throws {
  let f = store.load(id)
  let g = store.load(id)
  async let a = f.value  // ok: f
  async let b = g.value  // ok: g
  use((try await a, try await b))
}
```

a task may be awaited by many:

```swift
func sharedTask(id: Int) async throws {
  let task = store.load(id).asTask()
  async let a = task.value  // ok: a task is durable
  async let b = task.value  // ok: a task is durable
  use((try await a, try await b))
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next concurrent-await - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.concurrent-await.severity = none
```
"""###

private let page3 = ###"""
# premature-result

A result is read synchronously although the operation may still be running.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

A synchronous read of an operation that has not completed traps, blocks the thread, or reads memory that nobody
has written yet. It works in tests, where everything completes at once, and fails under load.

## What to write instead

Ask `isCompleted` first and read in that branch only; in the other branch `await` the value.

## Reported

read without asking whether it is complete:

```swift
func readAtOnce(id: Int) {
  let f = store.load(id)
  let r = f.result  // premature-result
  use(r)
}
```

read on the wrong side of the check:

```swift
func readWhenIncomplete(id: Int) {
  let f = store.load(id)
  if !f.isCompleted {
    use(f.result)  // premature-result
  }
}
```

## Not reported

the fast path:

```swift
func fastPath(id: Int) async throws {
  let f = store.load(id)
  if f.isCompleted {
    use(f.result)  // ok: complete on this path
  } else {
    use(try await f.asTask().value)
  }
}
```

a guard awaits what is not complete:

```swift
func guarded(id: Int) async throws -> User {
  let f = store.load(id)
  guard f.isCompletedSuccessfully else { return try await f.value }
  return try f.result.get()  // ok: complete after the guard
}
```

the check has a name:

```swift
func namedCheck(id: Int) async throws {
  let f = store.load(id)
  let done = f.isCompleted
  if done {
    use(f.result)  // ok: done says so
  } else {
    use(try await f.value)
  }
}
```

asserted:

```swift
func asserted(id: Int) {
  let f = store.load(id)
  precondition(f.isCompleted)
  use(f.result)  // ok: the precondition holds
}
```

waited for in a loop:

```swift
func polled(id: Int) async {
  let f = store.load(id)
  while !f.isCompleted { await Task.yield() }
  use(f.result)  // ok: the loop ends when it is complete
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next premature-result - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.premature-result.severity = none
```
"""###

private let page4 = ###"""
# unconsumed

A value future is dropped without being consumed.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

Nobody learns whether the operation failed, and the source behind the value future is never given back to its
pool: a leak on every call.

## What to write instead

Await it. If the result really does not matter, say so with `_ = f.asTask()`.

## Reported

the result of the call is dropped:

```swift
func dropped(id: Int) {
  store.save(id)  // unconsumed
}
```

thrown away on purpose, as it seems:

```swift
func thrownAway(id: Int) {
  _ = store.save(id)  // unconsumed
}
```

bound, and never used:

```swift
func neverUsed(id: Int) {
  let f = store.save(id)  // unconsumed
}
```

only asked, never taken:

```swift
func onlyAsked(id: Int) {
  let f = store.save(id)  // unconsumed
  if f.isCompleted { print("saved") }
}
```

overwritten before anybody consumed it:

```swift
func overwritten() async throws {
  var f = store.save(1)  // unconsumed
  f = store.save(2)
  try await f.value
}
```

## Not reported

consumed:

```swift
func consumed(id: Int) async throws {
  try await store.save(id).value  // ok: consumed
}
```

handed to the caller:

```swift
func handedToTheCaller(id: Int) -> ValueFuture<Void> {
  store.save(id)  // ok: returned
}
```

somebody decided that nobody waits for it:

```swift
func detachedOnPurpose(id: Int) {
  _ = store.save(id).asTask()  // ok: converted
}
```

consumed on one path at least:

```swift
func skippedOnOnePath(id: Int, wanted: Bool) async throws {
  let f = store.save(id)  // ok: one path consumes it
  if wanted {
    try await f.value
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next unconsumed - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.unconsumed.severity = none
```
"""###

private let page5 = ###"""
# double-resume

A continuation, promise or completion handler is completed twice on one path.

Default severity: `warning`. Category: `continuation`.

## Why it matters

A checked continuation traps on the second resume, in release builds too; an unsafe one corrupts memory. A promise
ignores the second result without a sound. A completion handler that is called twice runs its caller's code twice.

## What to write instead

Return after each completion, or put the two into the branches of one `if` or `switch`. Where a callback can come
more than once, take the continuation out of its property before it is resumed.

## Reported

no return after the error:

```swift
func noReturnAfterTheError() async throws -> Int? {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error { c.resume(throwing: error) }
      c.resume(returning: value)  // double-resume
    }
  }
}
```

two conditions that can both hold:

```swift
func bothConditionsHold() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let value { c.resume(returning: value) }
      if let error { c.resume(throwing: error) }  // double-resume, missing-resume
    }
  }
}
```

a callback that comes with every event:

```swift
func resumedWithEveryState(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    connection.stateUpdateHandler = { state in
      c.resume()  // double-resume
    }
    connection.start()
  }
}
```

a completion handler that is called twice:

```swift
func callsItsHandlerTwice(id: Int, completion: @escaping (Int?) -> Void) {
  if id == 0 {
    completion(nil)
  }
  completion(id)  // double-resume
}
```

## Not reported

one completion on each path:

```swift
func oneOnEachPath() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      if let error {
        c.resume(throwing: error)
        return
      }
      c.resume(returning: value ?? 0)  // ok: the other path has returned
    }
  }
}
```

the result decides:

```swift
func theResultDecides() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.fetch { result in
      c.resume(with: result)  // ok: once, whatever the result
    }
  }
}
```

taken out before it is resumed:

```swift
func takenOutBeforeItIsResumed(_ connection: NWConnection) async {
  await withCheckedContinuation { c in
    var waiting: CheckedContinuation<Void, Never>? = c
    connection.stateUpdateHandler = { _ in
      let first = waiting
      waiting = nil
      first?.resume()  // ok: nil from the second event on
    }
    connection.start()
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next double-resume - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.double-resume.severity = none
```
"""###

private let page6 = ###"""
# missing-resume

A path ends without completing a continuation, promise or completion handler.

Default severity: `warning`. Category: `continuation`.

## Why it matters

The task that awaits the continuation stays suspended for ever, with all that it holds: a request without an
answer, a screen that loads until it is closed.

## What to write instead

Complete it on every path, also where `self` is gone and where an error is thrown, or hand it to somebody who does.

## Reported

an early exit that forgets:

```swift
final class Loader: @unchecked Sendable {
  func forgetsWhenItIsGone() async -> Int {
    await withCheckedContinuation { c in
      api.load { [weak self] value, _ in
        guard let self else { return }  // missing-resume
        c.resume(returning: self.doubled(value ?? 0))
      }
    }
  }

  private func doubled(_ value: Int) -> Int { value * 2 }
}
```

the only completion behind an optional chain:

```swift
func behindAnOptionalChain(_ service: API?) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    service?.fetch { result in  // missing-resume
      c.resume(with: result)
    }
  }
}
```

a catch that only logs:

```swift
func aCatchThatOnlyLogs() async -> Int {
  await withCheckedContinuation { c in
    do {
      try risk()
      c.resume(returning: 1)
    } catch {  // missing-resume
      print(error)
    }
  }
}
```

a promise that leaks:

```swift
func leaksItsPromise(_ ready: Bool) -> EventLoopFuture<Int> {
  let promise = eventLoop.makePromise(of: Int.self)
  guard ready else {
    return eventLoop.makeFailedFuture(StoreError.closed)  // missing-resume
  }
  promise.succeed(1)
  return promise.futureResult
}
```

## Not reported

every exit completes:

```swift
func everyExitCompletes() async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    api.load { value, error in
      guard let value else {
        c.resume(throwing: error ?? StoreError.missing)  // ok: this exit too
        return
      }
      c.resume(returning: value)  // ok: once
    }
  }
}
```

handed to somebody else:

```swift
func handedToSomebodyElse() async -> Int {
  await withCheckedContinuation { c in
    api.keep(c)  // ok: unknown code completes it
  }
}
```

the catch fails it:

```swift
func theCatchFailsIt() -> EventLoopFuture<Void> {
  let promise = eventLoop.makePromise(of: Void.self)
  do {
    try risk()
    promise.succeed()
  } catch {
    promise.fail(error)  // ok: the way of the error
  }
  return promise.futureResult
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next missing-resume - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.missing-resume.severity = none
```
"""###

private let page7 = ###"""
# stale-continuation

A stored continuation is completed but stays in its property.

Default severity: `suggestion`. Category: `continuation`.

## Why it matters

The next event finds the continuation still there and completes it a second time, which traps.

## What to write instead

Take it out first: `let waiting = continuation; continuation = nil; waiting?.resume()`.

## Reported

left in its property:

```swift
final class StaleLocator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func didUpdate(_ place: Int) {
    continuation?.resume(returning: place)  // stale-continuation
  }

  func didFail(_ error: any Error) {
    guard let continuation else { return }
    continuation.resume(throwing: error)  // stale-continuation
  }
}
```

another property is cleared:

```swift
final class Connection: @unchecked Sendable {
  private var opening: CheckedContinuation<Void, Never>?
  private var closing: CheckedContinuation<Void, Never>?

  func didOpen() {
    opening?.resume()  // stale-continuation
    closing = nil
  }
}
```

completed where it was just stored:

```swift
final class Session: @unchecked Sendable {
  private var continuation: CheckedContinuation<Bool, Never>?
  private var isReady = false

  func start() async -> Bool {
    guard continuation == nil else { return false }
    return await withCheckedContinuation { waiting in
      continuation = waiting
      if isReady { waiting.resume(returning: true) }  // stale-continuation
    }
  }

  func didEnd() {
    continuation?.resume(returning: false)  // ok: cleared in the next line
    continuation = nil
  }
}
```

## Not reported

taken out, then completed:

```swift
final class Locator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func didUpdate(_ place: Int) {
    let waiting = continuation
    continuation = nil
    waiting?.resume(returning: place)  // ok: the next event finds nothing
  }

  func didFail(_ error: any Error) {
    continuation?.resume(throwing: error)  // ok: cleared in the next line
    continuation = nil
  }
}
```

taken out of a collection:

```swift
actor Waiters {
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  func answer(_ id: Int) {
    waiting.removeValue(forKey: id)?.resume()  // ok: it is no longer in there
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next stale-continuation - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.stale-continuation.severity = none
```
"""###

private let page8 = ###"""
# overwritten-continuation

A stored continuation is replaced while an earlier one may still be waiting.

Default severity: `suggestion`. Category: `continuation`.

## Why it matters

The property has room for one waiter. The one that is overwritten is never resumed, so its task never wakes.

## What to write instead

Ask first whether somebody is waiting and fail or join them, or keep the waiters in an array.

## Reported

replaced:

```swift
final class StrandingLocator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func place() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      continuation = waiting  // overwritten-continuation
    }
  }
}
```

an actor does not help: it takes the next call while the first one waits:

```swift
actor Gate {
  private var continuation: CheckedContinuation<Void, Never>?

  func pass() async {
    await withCheckedContinuation { continuation = $0 }  // overwritten-continuation
  }
}
```

## Not reported

asked first:

```swift
final class Locator: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func place() async throws -> Int {
    guard continuation == nil else { throw StoreError.closed }
    return try await withCheckedThrowingContinuation { continuation = $0 }  // ok: nobody waits in it
  }
}
```

the earlier one is completed:

```swift
final class LastOneWins: @unchecked Sendable {
  private var continuation: CheckedContinuation<Int, any Error>?

  func place() async throws -> Int {
    try await withCheckedThrowingContinuation { waiting in
      continuation?.resume(throwing: CancellationError())
      continuation = waiting  // ok: the earlier one has its answer
    }
  }
}
```

room for all:

```swift
actor Waiters {
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var byID: [Int: CheckedContinuation<Void, Never>] = [:]

  func wait() async {
    await withCheckedContinuation { waiting.append($0) }  // ok: an array
  }

  func wait(for id: Int) async {
    await withCheckedContinuation { byID[id] = $0 }  // ok: a key for each
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next overwritten-continuation - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.overwritten-continuation.severity = none
```
"""###

private let page9 = ###"""
# double-iteration

A single-pass sequence is iterated again after it was iterated.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

A single-pass sequence has one iterator. A second loop traps, throws, or finds nothing and looks like an empty
answer, depending on the library.

## What to write instead

Collect the elements once and work on the array, or do all the work in one loop.

## Reported

a second loop over a response:

```swift
func secondLoop(_ response: HTTPClientResponse) async throws {
  for try await byte in response.body { print(byte) }
  for try await byte in response.body { print(byte) }  // double-iteration
}
```

the first element, then the rest:

```swift
func firstThenTheRest(_ requests: GRPCAsyncRequestStream<Int>) async throws {
  let first = try await requests.first(where: { $0 > 0 })
  print(first ?? 0)
  for try await request in requests {  // double-iteration
    print(request)
  }
}
```

read again for the error message:

```swift
func readAgainForTheMessage(_ response: HTTPClientResponse) async throws -> [UInt8] {
  do {
    return try await response.body.collect(upTo: 1024)
  } catch {
    print(try await response.body.collect(upTo: 64))  // double-iteration
    throw error
  }
}
```

## Not reported

collected once:

```swift
func collectedOnce(_ response: HTTPClientResponse) async throws -> Int {
  let bytes = try await response.body.collect(upTo: 1024)  // ok: once, then an array
  for byte in bytes { print(byte) }
  return bytes.count
}
```

one loop in each branch:

```swift
func oneLoopInEachBranch(_ response: HTTPClientResponse) async throws {
  if response.status == 200 {
    for try await byte in response.body { print(byte) }
  } else {
    print(try await response.body.collect(upTo: 64))  // ok: the other branch
  }
}
```

one iterator by hand:

```swift
func oneIteratorByHand(_ response: HTTPClientResponse) async throws {
  var iterator = response.body.makeAsyncIterator()
  let first = try await iterator.next()
  print(first ?? 0)
  while let byte = try await iterator.next() {  // ok: the same iterator goes on
    print(byte)
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next double-iteration - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.double-iteration.severity = none
```
"""###

private let page10 = ###"""
# concurrent-iteration

A single-pass sequence is iterated by two tasks that can run at the same time.

Default severity: `warning`. Category: `one-shot`.

## Why it matters

Two loops over one sequence trap, or share the elements between them so that each sees only a part.

## What to write instead

Give each consumer a stream of its own, or share the sequence explicitly (`share()` of AsyncAlgorithms).

## Reported

two tasks over one stream:

```swift
func twoTasks(_ stream: AsyncThrowingStream<Int, any Error>) {
  Task { for try await element in stream { print(element) } }
  Task { for try await element in stream { print(element) } }  // concurrent-iteration
}
```

a task beside its maker:

```swift
func taskBesideItsMaker(_ requests: GRPCAsyncRequestStream<Int>) async throws {
  Task { for try await request in requests { print(request) } }
  for try await request in requests {  // concurrent-iteration
    print(request)
  }
}
```

children of a group:

```swift
func childrenOfAGroup(_ rows: PostgresRowSequence) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<2 {
      group.addTask {
        for try await row in rows { print(row) }  // concurrent-iteration
      }
    }
    try await group.waitForAll()
  }
}
```

## Not reported

one consumer:

```swift
func oneConsumer(_ stream: AsyncThrowingStream<Int, any Error>) {
  Task {
    for try await element in stream { print(element) }  // ok: the only one
  }
}
```

a stream for each:

```swift
func aStreamForEach(_ first: AsyncThrowingStream<Int, any Error>, _ second: AsyncThrowingStream<Int, any Error>) {
  Task { for try await element in first { print(element) } }
  Task { for try await element in second { print(element) } }  // ok: another stream
}
```

shared on purpose:

```swift
func sharedOnPurpose(_ rows: PostgresRowSequence) {
  let shared = rows.share()
  Task { for try await row in shared { print(row) } }
  Task { for try await row in shared { print(row) } }  // ok: made to be shared
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next concurrent-iteration - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.concurrent-iteration.severity = none
```
"""###

private let page11 = ###"""
# blocking-wait

A thread that must not block waits for a result.

Default severity: `warning`. Category: `blocking`.

## Why it matters

The threads of the concurrency pool and of an event loop are few. One that waits cannot run the work it waits for:
the program slows down under load, and with as many waits as threads it stops for ever.

## What to write instead

Use the asynchronous form: `try await future.get()`, an `AsyncStream`, or a continuation.

## Reported

a thread of the concurrency pool:

```swift
func semaphoreInAsyncCode(_ semaphore: DispatchSemaphore) async {
  semaphore.wait()  // blocking-wait
}

actor Loader {
  private let group = DispatchGroup()

  func finish() {
    group.wait()  // blocking-wait
  }
}
```

a thread of an event loop:

```swift
func waitInCallback(_ first: EventLoopFuture<User>, _ second: EventLoopFuture<Int>) {
  first.whenComplete { _ in
    use((try? second.wait()) as Any)  // blocking-wait
  }
}

final class Handler: ChannelInboundHandler {
  var answer: EventLoopFuture<User>?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) throws {
    use(try answer?.wait() as Any)  // blocking-wait
  }
}
```

## Not reported

waiting without blocking:

```swift
func awaited(_ future: EventLoopFuture<User>) async throws -> User {
  try await future.get()  // ok: the thread is free meanwhile
}
```

a thread of one's own:

```swift
func blockedElsewhere(_ semaphore: DispatchSemaphore) async {
  DispatchQueue.global().async {
    semaphore.wait()  // ok: a thread of the queue
  }
}
```

synchronous code:

```swift
func load(_ future: EventLoopFuture<User>) throws -> User {
  try future.wait()  // ok: nothing says that this runs on an event loop
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next blocking-wait - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.blocking-wait.severity = none
```
"""###

private let page12 = ###"""
# public-value-future

A public function returns a value future.

Default severity: `none`. Category: `design`.

## Why it matters

Everybody who calls the function takes on the contract of a value future, and nothing in the language reminds them.

## What to write instead

Return a `Task` or make the function `async`, and keep value futures inside the module.

## Reported

everybody's contract:

```swift
public struct Client {
  public func open(_ id: Int) -> ValueTask<Int> { ValueTask(id) }  // public-value-future
  public var newest: ValueTask<Int> { ValueTask(1) }  // public-value-future
  public subscript(id: Int) -> ValueTask<Int>? { ValueTask(id) }  // public-value-future
}

public protocol Source {
  func read() -> ValueTask<Int>  // public-value-future
}
```

## Not reported

inside the module:

```swift
struct Prices {
  func price(of id: Int) -> ValueTask<Int> { ValueTask(id) }  // ok: only this module calls it
}
```

a durable result:

```swift
public struct Catalogue {
  public func find(_ id: Int) -> Task<Int, any Error> { Task { id } }  // ok: a task may be awaited many times
  public func load(_ id: Int) async throws -> Int { id }  // ok: nothing that has to be consumed
  func price(of id: Int) -> ValueTask<Int> { ValueTask(id) }  // ok: not public itself
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next public-value-future - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.public-value-future.severity = none
```
"""###

private let page13 = ###"""
# needless-value-future

A function returns a value future although every path suspends.

Default severity: `none`. Category: `design`.

## Why it matters

A value future saves an allocation where the result is often there already. Where it never is, callers pay for the
contract and get nothing for it.

## What to write instead

Make the function `async`, or return a `Task`.

## Reported

every path starts a task:

```swift
func load(_ id: Int) -> ValueFuture<Int> {  // needless-value-future
  ValueFuture(Task { id })
}

func loadNewest(_ isFast: Bool) -> ValueFuture<Int> {  // needless-value-future
  if isFast { return ValueFuture(Task { 1 }) }
  let task = Task<Int, any Error> { 2 }
  return ValueFuture(task)
}
```

## Not reported

the result may be there already:

```swift
func price(_ id: Int, _ cache: [Int: Int]) -> ValueFuture<Int> {
  if let known = cache[id] { return ValueFuture(known) }  // ok: no task on this path
  return ValueFuture(Task { id })
}
```

a pooled source:

```swift
func pooled(_ source: PooledSource<Int>) -> ValueFuture<Int> {
  ValueFuture(source: source, token: 1)  // ok: no task is started
}
```

the task itself:

```swift
func find(_ id: Int) -> Task<Int, any Error> { Task { id } }  // ok: nothing to be consumed once
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next needless-value-future - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.needless-value-future.severity = none
```
"""###

private let page14 = ###"""
# unchecked-token

A pooled source hands out its result without comparing the token.

Default severity: `suggestion`. Category: `design`.

## Why it matters

The token tells one use of a pooled source from the next. A source that does not compare it gives a late reader
the result of somebody else, where it should have trapped.

## What to write instead

Compare the token with the current one first, in each requirement that takes it, and trap when they differ.

## Reported

any token will do:

```swift
final class Unchecked: FutureSource, @unchecked Sendable {
  private var current = 0
  private var result = 0

  func getResult(_ token: Int) throws -> Int {  // unchecked-token
    current += 1
    return result
  }
}
```

## Not reported

compared first:

```swift
final class Checked: FutureSource, @unchecked Sendable {
  private var current = 0
  private var result = 0

  func getResult(_ token: Int) throws -> Int {
    precondition(token == current, "consumed twice")  // ok: a late reader traps
    current += 1
    return result
  }
}
```

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next unchecked-token - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.unchecked-token.severity = none
```
"""###

private let page15 = ###"""
# unused-suppression

A suppression comment silences nothing.

Default severity: `suggestion`. Category: `suppression`.

## Why it matters

The finding it was written for is gone. Left in place, the comment will hide the next one at this place, and its
reason misleads whoever reads it.

## What to write instead

Delete the comment, or the rule's name from its list.

## On purpose

For one line, with the reason for whoever reads it:

```swift
// vtlint:disable:next unused-suppression - why this is right here
```

For some files, in `.editorconfig` (`error`, `warning`, `suggestion`, `silent`, `none`):

```ini
[Tests/**.swift]
swift_diagnostic.unused-suppression.severity = none
```
"""###
