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
