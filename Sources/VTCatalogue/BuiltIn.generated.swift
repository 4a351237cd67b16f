// Derived by `swift run vtlint-dev generate`: edit what it is made from, not this file.
// Made from rules.yaml.
import VTDiagnostics

extension Catalogue {
  /// What vtlint knows before any file of a team is read.
  package static let builtIn = Catalogue(
    rules: [rule0, rule1, rule2, rule3, rule4, rule5, rule6, rule7, rule8, rule9, rule10, rule11, rule12, rule13, rule14, rule15],
    templates: [template0, template1, template2, template3, template4],
    types: [type0, type1, type2, type3, type4, type5, type6, type7, type8, type9, type10, type11, type12, type13, type14, type15, type16, type17, type18, type19, type20, type21, type22, type23, type24, type25, type26, type27, type28, type29, type30, type31, type32, type33, type34, type35, type36, type37, type38, type39, type40, type41, type42, type43, type44, type45, type46, type47],
    closureRunners: [runner0, runner1, runner2, runner3, runner4, runner5, runner6, runner7, runner8, runner9, runner10, runner11, runner12, runner13, runner14, runner15, runner16, runner17, runner18, runner19, runner20, runner21, runner22, runner23, runner24, runner25, runner26, runner27, runner28, runner29, runner30, runner31, runner32, runner33, runner34, runner35, runner36, runner37, runner38, runner39],
    borrowingFunctions: ["print", "debugPrint", "dump", "type", "assert", "assertionFailure", "precondition", "preconditionFailure", "fatalError", "withExtendedLifetime", "isKnownUniquelyReferenced", "ObjectIdentifier", "MemoryLayout", "Mirror", "String", "fixLifetime", "_fixLifetime", "withUnsafePointer", "withUnsafeBytes", "XCTAssert", "XCTAssertTrue", "XCTAssertFalse", "XCTAssertNil", "XCTAssertNotNil", "XCTAssertEqual", "XCTAssertNotEqual", "XCTAssertIdentical", "XCTAssertNotIdentical", "expect", "require", "NSLog", "os_log"],
    neverReturning: ["fatalError", "preconditionFailure", "exit", "_exit", "quick_exit", "abort", "dispatchMain", "unreachable"],
    assertions: ["assert", "precondition", "XCTAssert", "XCTAssertTrue"],
    collectionInsertions: ["append", "insert", "updateValue", "prepend", "updateOrAppend", "updateOrInsert"],
    onceGuards: ["OnceGuard", "OnceContinuation", "OnceFlag", "ResumeLatch", "SafeContinuation"],
    guardCalls: ["exchange", "compareExchange", "weakCompareExchange", "testAndSet", "tryLock", "withLock", "withLockedValue", "withLockUnchecked", "withLockVoid", "withCriticalRegion", "withValue", "sync", "take", "swap", "insert", "remove", "removeValue", "removeAll", "popFirst", "popLast", "setIfUnset", "tryResume", "tryComplete", "tryClaim", "claim", "tryAcquire", "tryTake", "tryFire", "tryFinish", "trySet", "tryMark", "increment", "wrappingIncrementThenLoad", "loadThenWrappingIncrement", "responds", "markCompleted", "markResumed", "shouldResume", "complete", "finish"],
    repeatingPrefixes: ["on", "observe", "subscribe", "watch", "listen", "monitor", "progress", "addObserver", "addListener", "addHandler", "each", "forEach", "poll", "tap", "bind"],
    repeatingSuffixes: ["Listener", "Observer", "Subscriber", "Delegate", "EventTap"],
    eventPrefixes: ["observe", "addObserver", "addListener"],
    outcomeSuffixes: ["success", "failure", "error", "result", "done", "cancel", "finish", "complete", "completion", "Success", "Failure", "Error", "Result", "Done", "Cancel", "Cancelled", "Finish", "Finished", "Complete", "Completed", "Completion", "CompletionHandler", "CompletionBlock", "Failed", "Succeeded"],
    failureSuffixes: ["failure", "error", "Failure", "Error", "Failed", "errorCallback", "errorHandler", "errorBlock", "failureCallback", "failureHandler", "failureBlock"],
    lastFlags: ["done", "isDone", "complete", "isComplete", "finished", "isFinished", "isFinal", "isLast", "isEnd", "endOfStream", "isDegraded", "PHImageResultIsDegradedKey", "PHLivePhotoInfoIsDegradedKey", "isPartial", "hasMore"],
    eventTypes: ["Event", "Events", "Progress"],
    onceWords: ["Single", "Once", "once", "First", "OnComplete", "OnSuccess", "OnFailure", "remove", "unregister"],
    successFlags: ["success", "granted", "succeeded", "isSuccess", "isGranted", "authorized", "isAuthorized", "ok"],
    sequenceMethods: ["map", "flatMap", "compactMap", "filter", "reduce", "first", "last", "count", "min", "max", "contains", "drop", "prefix", "merge", "split", "sort", "sorted", "starts", "removeAll", "partition", "sequence", "merging", "grouping"],
    soleClosureMethods: ["map", "flatMap", "compactMap", "filter", "first", "last", "count", "min", "max", "contains", "drop", "removeAll", "sort", "sorted", "partition"],
    runnersOfVoid: ["forEach", "async", "asyncAfter", "addOperation", "scheduledTimer", "sink"],
    endingCalls: ["cancel", "invalidate", "removeObserver", "removeListener", "unsubscribe", "dispose", "stop", "markAsFinished"],
    catching: ["XCTAssert", "XCTAssertTrue", "XCTAssertFalse", "XCTAssertNil", "XCTAssertNotNil", "XCTAssertEqual", "XCTAssertNotEqual", "XCTAssertIdentical", "XCTAssertNotIdentical", "XCTAssertGreaterThan", "XCTAssertLessThan", "XCTAssertGreaterThanOrEqual", "XCTAssertLessThanOrEqual", "XCTAssertNoThrow", "XCTAssertThrowsError", "measure"],
    testFailures: ["XCTFail"],
    markerProtocols: [MarkerProtocol(name: "VTValueFuture", template: "user.value-future"), MarkerProtocol(name: "VTSinglePass", template: "user.single-pass"), MarkerProtocol(name: "VTCompleteOnce", template: "user.continuation")])
}

private let rule0 = RuleInfo(
  id: "double-await",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A value future is consumed again after it was already used up",
  why: "A value future stands for one result that may be taken once. When it is taken, the source behind it goes back to\nits pool and is handed to another operation. A second `await` then traps, never returns, or returns the result of\nthat other operation: under load, one customer sees the data of another.",
  instead: "Await once and keep the result in a constant. Where several places need it, convert once with `asTask()` and await\nthe task as often as you like. In a loop that retries, make a new value future in each round.")

private let rule1 = RuleInfo(
  id: "stored-property",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A value future is kept in a property, a global variable or a collection",
  why: "What is stored can be reached by anybody, at any time, any number of times. Nothing in the program then says who\nconsumes the value future, and the second reader gets a trap, a hang or the data of another operation.",
  instead: "Store a `Task` (`asTask()` makes one) or the result itself, and keep the value future in the function that called.")

private let rule2 = RuleInfo(
  id: "concurrent-await",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A value future is consumed by two tasks that can run at the same time",
  why: "A value future has room for one waiter. A second one that comes while the first is waiting overwrites it, so the\nfirst task never wakes, or both read a source that is being recycled.",
  instead: "Convert once with `asTask()` before the tasks start, and let each of them await the task's `value`.")

private let rule3 = RuleInfo(
  id: "premature-result",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A result is read synchronously although the operation may still be running",
  why: "A synchronous read of an operation that has not completed traps, blocks the thread, or reads memory that nobody\nhas written yet. It works in tests, where everything completes at once, and fails under load.",
  instead: "Ask `isCompleted` first and read in that branch only; in the other branch `await` the value.")

private let rule4 = RuleInfo(
  id: "unconsumed",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A value future is dropped without being consumed",
  why: "Nobody learns whether the operation failed, and the source behind the value future is never given back to its\npool: a leak on every call.",
  instead: "Await it. If the result really does not matter, say so with `_ = f.asTask()`.")

private let rule5 = RuleInfo(
  id: "double-resume",
  category: "continuation",
  defaultSeverity: .warning,
  summary: "A continuation, promise or completion handler is completed twice on one path",
  why: "A checked continuation traps on the second resume, in release builds too; an unsafe one corrupts memory. A promise\nignores the second result without a sound. A completion handler that is called twice runs its caller's code twice.",
  instead: "Return after each completion, or put the two into the branches of one `if` or `switch`. Where a callback can come\nmore than once, take the continuation out of its property before it is resumed.")

private let rule6 = RuleInfo(
  id: "missing-resume",
  category: "continuation",
  defaultSeverity: .warning,
  summary: "A path ends without completing a continuation, promise or completion handler",
  why: "The task that awaits the continuation stays suspended for ever, with all that it holds: a request without an\nanswer, a screen that loads until it is closed.",
  instead: "Complete it on every path, also where `self` is gone and where an error is thrown, or hand it to somebody who does.")

private let rule7 = RuleInfo(
  id: "stale-continuation",
  category: "continuation",
  defaultSeverity: .suggestion,
  summary: "A stored continuation is completed but stays in its property",
  why: "The next event finds the continuation still there and completes it a second time, which traps.",
  instead: "Take it out first: `let waiting = continuation; continuation = nil; waiting?.resume()`.")

private let rule8 = RuleInfo(
  id: "overwritten-continuation",
  category: "continuation",
  defaultSeverity: .suggestion,
  summary: "A stored continuation is replaced while an earlier one may still be waiting",
  why: "The property has room for one waiter. The one that is overwritten is never resumed, so its task never wakes.",
  instead: "Ask first whether somebody is waiting and fail or join them, or keep the waiters in an array.")

private let rule9 = RuleInfo(
  id: "double-iteration",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A single-pass sequence is iterated again after it was iterated",
  why: "A single-pass sequence has one iterator. A second loop traps, throws, or finds nothing and looks like an empty\nanswer, depending on the library.",
  instead: "Collect the elements once and work on the array, or do all the work in one loop.")

private let rule10 = RuleInfo(
  id: "concurrent-iteration",
  category: "one-shot",
  defaultSeverity: .warning,
  summary: "A single-pass sequence is iterated by two tasks that can run at the same time",
  why: "Two loops over one sequence trap, or share the elements between them so that each sees only a part.",
  instead: "Give each consumer a stream of its own, or share the sequence explicitly (`share()` of AsyncAlgorithms).")

private let rule11 = RuleInfo(
  id: "blocking-wait",
  category: "blocking",
  defaultSeverity: .warning,
  summary: "A thread that must not block waits for a result",
  why: "The threads of the concurrency pool and of an event loop are few. One that waits cannot run the work it waits for:\nthe program slows down under load, and with as many waits as threads it stops for ever.",
  instead: "Use the asynchronous form: `try await future.get()`, an `AsyncStream`, or a continuation.")

private let rule12 = RuleInfo(
  id: "public-value-future",
  category: "design",
  defaultSeverity: .none,
  summary: "A public function returns a value future",
  why: "Everybody who calls the function takes on the contract of a value future, and nothing in the language reminds them.",
  instead: "Return a `Task` or make the function `async`, and keep value futures inside the module.")

private let rule13 = RuleInfo(
  id: "needless-value-future",
  category: "design",
  defaultSeverity: .none,
  summary: "A function returns a value future although every path suspends",
  why: "A value future saves an allocation where the result is often there already. Where it never is, callers pay for the\ncontract and get nothing for it.",
  instead: "Make the function `async`, or return a `Task`.")

private let rule14 = RuleInfo(
  id: "unchecked-token",
  category: "design",
  defaultSeverity: .suggestion,
  summary: "A pooled source hands out its result without comparing the token",
  why: "The token tells one use of a pooled source from the next. A source that does not compare it gives a late reader\nthe result of somebody else, where it should have trapped.",
  instead: "Compare the token with the current one first, in each requirement that takes it, and trap when they differ.")

private let rule15 = RuleInfo(
  id: "unused-suppression",
  category: "suppression",
  defaultSeverity: .suggestion,
  summary: "A suppression comment silences nothing",
  why: "The finding it was written for is gone. Left in place, the comment will hide the next one at this place, and its\nreason misleads whoever reads it.",
  instead: "Delete the comment, or the rule's name from its list.")

private let template0 = OneShotType(
  id: "value-future",
  kind: .valueFuture,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["value"], form: .property, role: .consume),
    Operation(names: ["get"], form: .method, role: .consume),
    Operation(names: ["callAsFunction"], form: .call, role: .consume),
    Operation(names: ["result"], form: .property, role: .read),
    Operation(names: ["wait"], form: .method, role: .read, blocks: true),
    Operation(names: ["isCompleted", "isReady", "isDone"], form: .property, role: .query, meansCompleted: true),
    Operation(names: ["isCompletedSuccessfully", "isFaulted", "isCancelled"], form: .property, role: .query, meansCompleted: true, isOutcome: true),
    Operation(names: ["asTask"], form: .method, role: .convert),
    Operation(names: ["preserve"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["cancel"], form: .method, role: .cancel),
  ],
  source: TokenSource(argument: "source", token: "token", results: ["getResult", "result", "takeResult"]),
  severities: [:],
  consequence: "")

private let template1 = OneShotType(
  id: "single-pass",
  kind: .singlePass,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "")

private let template2 = OneShotType(
  id: "continuation",
  kind: .continuation,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["resume"], form: .method, role: .complete),
  ],
  severities: [:],
  consequence: "")

private let template3 = OneShotType(
  id: "promise",
  kind: .promise,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["succeed", "fail", "complete", "completeWith"], form: .method, role: .complete),
  ],
  severities: [:],
  consequence: "")

private let template4 = OneShotType(
  id: "completion",
  kind: .completion,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: [:],
  consequence: "")

private let type0 = OneShotType(
  id: "user.value-future",
  kind: .valueFuture,
  typeNames: ["ValueFuture", "ValueTask", "OneShotFuture", "SingleUseFuture"],
  modules: [],
  operations: [
    Operation(names: ["value"], form: .property, role: .consume),
    Operation(names: ["get"], form: .method, role: .consume),
    Operation(names: ["callAsFunction"], form: .call, role: .consume),
    Operation(names: ["result"], form: .property, role: .read),
    Operation(names: ["wait"], form: .method, role: .read, blocks: true),
    Operation(names: ["isCompleted", "isReady", "isDone"], form: .property, role: .query, meansCompleted: true),
    Operation(names: ["isCompletedSuccessfully", "isFaulted", "isCancelled"], form: .property, role: .query, meansCompleted: true, isOutcome: true),
    Operation(names: ["asTask"], form: .method, role: .convert),
    Operation(names: ["preserve"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["cancel"], form: .method, role: .cancel),
  ],
  source: TokenSource(argument: "source", token: "token", results: ["getResult", "result", "takeResult"]),
  severities: [:],
  consequence: "a trap, a hang, or the data of another operation")

private let type1 = OneShotType(
  id: "cxx.future",
  kind: .valueFuture,
  typeNames: [],
  modules: [],
  match: Match(importedNames: ["std::future", "std::__1::future"]),
  copies: .noncopyable,
  operations: [
    Operation(names: ["get"], form: .method, role: .consume, blocks: true),
    Operation(names: ["wait"], form: .method, role: .wait, blocks: true),
    Operation(names: ["valid"], form: .method, role: .borrow),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: ["blocking-wait": .suggestion],
  compilerRules: ["stored-property"],
  consequence: "the process aborts: std::future_error crosses into Swift")

private let type2 = OneShotType(
  id: "cxx.shared-future",
  kind: .shared,
  typeNames: [],
  modules: [],
  match: Match(importedNames: ["std::shared_future"]),
  operations: [],
  severities: [:],
  consequence: "")

private let type3 = OneShotType(
  id: "user.single-pass",
  kind: .singlePass,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "")

private let type4 = OneShotType(
  id: "swift.async-throwing-stream",
  kind: .singlePass,
  typeNames: ["AsyncThrowingStream"],
  modules: ["_Concurrency"],
  creations: [
    Creation(form: .initializer, names: ["*"]),
    Creation(form: .function, names: ["AsyncThrowingStream.makeStream"], element: "stream"),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: ["double-iteration": .suggestion],
  consequence: "",
  consequences: ["concurrent-iteration": "fatal error: attempt to await next() on more than one task", "double-iteration": "after the end nothing comes, and a thrown error comes only once"])

private let type5 = OneShotType(
  id: "swift.async-stream",
  kind: .singlePass,
  typeNames: ["AsyncStream"],
  modules: ["_Concurrency"],
  creations: [
    Creation(form: .initializer, names: ["*"]),
    Creation(form: .function, names: ["AsyncStream.makeStream"], element: "stream"),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: ["concurrent-iteration": .suggestion, "double-iteration": .suggestion],
  consequence: "",
  consequences: ["concurrent-iteration": "each element goes to only one of the loops", "double-iteration": "the second loop gets what is left, and nothing once the stream has finished"])

private let type6 = OneShotType(
  id: "nio.sequence-producer",
  kind: .singlePass,
  typeNames: ["NIOThrowingAsyncSequenceProducer", "NIOAsyncSequenceProducer", "NIOAsyncChannelInboundStream"],
  modules: ["NIOCore", "NIO", "NIOPosix"],
  creations: [
    Creation(form: .property, names: ["NewSequence.sequence"]),
    Creation(form: .closure, names: ["NIOAsyncChannel.executeThenClose"]),
    Creation(form: .property, names: ["NIOAsyncChannel.inbound"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "fatal error: only a single AsyncIterator may be created, in release builds too")

private let type7 = OneShotType(
  id: "ahc.response-body",
  kind: .singlePass,
  typeNames: ["HTTPClientResponse.Body"],
  modules: ["AsyncHTTPClient"],
  creations: [
    Creation(form: .property, names: ["HTTPClientResponse.body"]),
  ],
  exceptions: [
    Creation(form: .function, names: ["HTTPClientResponse.Body.bytes"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["collect"], form: .method, role: .consume),
    Operation(names: ["trailers"], form: .property, role: .borrow),
  ],
  severities: [:],
  consequence: "fatal error on the second iterator of a response body")

private let type8 = OneShotType(
  id: "hummingbird.request-body",
  kind: .singlePass,
  typeNames: ["RequestBody"],
  modules: ["HummingbirdCore", "Hummingbird"],
  creations: [
    Creation(form: .property, names: ["Request.body"]),
  ],
  exceptions: [
    Creation(form: .initializer, names: ["RequestBody.init(buffer:)"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["collect", "consumeWithInboundCloseHandler"], form: .method, role: .consume),
    Operation(names: ["collectBody"], form: .method, role: .rearm, owner: "Request.body"),
  ],
  severities: [:],
  consequence: "an assertion in debug builds; in release builds the second pass is empty")

private let type9 = OneShotType(
  id: "openapi.body",
  kind: .singlePass,
  typeNames: ["HTTPBody", "MultipartBody"],
  modules: ["OpenAPIRuntime"],
  creations: [
    Creation(form: .parameter, names: ["*"]),
    Creation(form: .property, names: ["*.body"]),
    Creation(form: .initializer, names: ["HTTPBody.init(_:length:iterationBehavior:)"], argument: ["iterationBehavior": ".single"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["Data.init(collecting:upTo:)", "String.init(collecting:upTo:)", "Array.init(collecting:upTo:)", "ArraySlice.init(collecting:upTo:)"], form: .argument, role: .consume, label: "collecting"),
    Operation(names: ["next"], form: .argument, role: .consume),
    Operation(names: ["iterationBehavior"], form: .property, role: .escape),
    Operation(names: ["length"], form: .property, role: .borrow),
  ],
  severities: [:],
  consequence: "throws on the second iterator: the underlying sequence is only safe to be iterated once")

private let type10 = OneShotType(
  id: "grpc.messages",
  kind: .singlePass,
  typeNames: ["RPCAsyncSequence"],
  modules: ["GRPCCore"],
  creations: [
    Creation(form: .property, names: ["StreamingServerRequest.messages", "StreamingClientResponse.messages", "StreamingClientResponse.Contents.bodyParts"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "fatal error: only one iterator can be made")

private let type11 = OneShotType(
  id: "grpc1.request-stream",
  kind: .singlePass,
  typeNames: ["GRPCAsyncRequestStream", "GRPCAsyncResponseStream"],
  modules: ["GRPC"],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "fatal error: only a single AsyncIterator may be created")

private let type12 = OneShotType(
  id: "postgres.rows",
  kind: .singlePass,
  typeNames: ["PostgresRowSequence"],
  modules: ["PostgresNIO"],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["collect"], form: .method, role: .consume),
  ],
  severities: [:],
  consequence: "fatal error: only a single AsyncIterator may be created")

private let type13 = OneShotType(
  id: "subprocess.output",
  kind: .singlePass,
  typeNames: ["SubprocessOutputSequence", "AsyncBufferSequence"],
  modules: ["Subprocess"],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["strings", "lines"], form: .method, role: .convert, yields: .self),
  ],
  severities: [:],
  consequence: "fatal error: the sequence can only be iterated once")

private let type14 = OneShotType(
  id: "lifecycle.unix-signals",
  kind: .singlePass,
  typeNames: ["UnixSignalsSequence"],
  modules: ["UnixSignals"],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "fatal error: only a single iterator may be created")

private let type15 = OneShotType(
  id: "algorithms.mpsc-elements",
  kind: .singlePass,
  typeNames: [],
  modules: ["AsyncAlgorithms"],
  match: Match(resultsOf: ["MultiProducerSingleConsumerAsyncChannel.elements"]),
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: [:],
  consequence: "fatal error on the second iterator")

private let type16 = OneShotType(
  id: "vapor.request-body",
  kind: .singlePass,
  typeNames: ["Request.Body"],
  modules: ["Vapor"],
  creations: [
    Creation(form: .property, names: ["Request.body"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["drain"], form: .method, role: .consume),
    Operation(names: ["collect"], form: .method, role: .borrow),
    Operation(names: ["data", "string"], form: .property, role: .borrow),
  ],
  severities: ["concurrent-iteration": .suggestion, "double-iteration": .suggestion],
  consequence: "a streamed body hangs or loses data")

private let type17 = OneShotType(
  id: "flyingfox.body",
  kind: .singlePass,
  typeNames: ["HTTPBodySequence"],
  modules: ["FlyingFox"],
  exceptions: [
    Creation(form: .initializer, names: ["HTTPBodySequence.init(data:suggestedBufferSize:)", "HTTPBodySequence.init(data:)", "HTTPBodySequence.init(shared:count:suggestedBufferSize:)", "HTTPBodySequence.init(shared:count:)", "HTTPBodySequence.init(file:range:suggestedBufferSize:)", "HTTPBodySequence.init(file:range:)", "HTTPBodySequence.init(file:suggestedBufferSize:)", "HTTPBodySequence.init(file:)", "HTTPBodySequence.init()"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["canReplay"], form: .property, role: .escape),
  ],
  severities: ["concurrent-iteration": .suggestion, "double-iteration": .none],
  consequence: "")

private let type18 = OneShotType(
  id: "foundation.async-bytes",
  kind: .singlePass,
  typeNames: ["URLSession.AsyncBytes", "FileHandle.AsyncBytes"],
  modules: ["Foundation", "FoundationNetworking", "UIKit", "AppKit", "SwiftUI", "WatchKit", "Combine", "CoreData", "Cocoa", "SwiftData"],
  creations: [
    Creation(form: .function, names: ["URLSession.bytes"], element: "0"),
    Creation(form: .property, names: ["FileHandle.bytes"]),
  ],
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
    Operation(names: ["lines", "characters", "unicodeScalars"], form: .property, role: .convert, yields: .self),
  ],
  severities: ["concurrent-iteration": .suggestion, "double-iteration": .suggestion],
  consequence: "the second pass reads on where the first stopped, or nothing")

private let type19 = OneShotType(
  id: "speech.results",
  kind: .singlePass,
  typeNames: [],
  modules: ["Speech"],
  match: Match(resultsOf: ["SpeechTranscriber.results", "DictationTranscriber.results"]),
  operations: [
    Operation(names: ["for-await"], form: .iterate, role: .consume),
    Operation(names: ["makeAsyncIterator"], form: .method, role: .convert),
    Operation(names: ["first", "contains", "allSatisfy", "reduce", "min", "max"], form: .method, role: .consume),
    Operation(names: ["map", "compactMap", "flatMap", "filter", "prefix", "dropFirst", "drop", "debounce", "throttle", "removeDuplicates", "chunked", "chunks", "buffer", "adjacentPairs", "compacted", "interspersed", "enumerated"], form: .method, role: .convert, yields: .self),
    Operation(names: ["share"], form: .method, role: .convert, yields: .shared),
  ],
  severities: ["concurrent-iteration": .suggestion, "double-iteration": .suggestion],
  consequence: "fatal error: attempt to await next() on more than one task")

private let type20 = OneShotType(
  id: "user.continuation",
  kind: .continuation,
  typeNames: [],
  modules: [],
  operations: [
    Operation(names: ["resume"], form: .method, role: .complete),
  ],
  severities: [:],
  consequence: "")

private let type21 = OneShotType(
  id: "swift.checked-continuation",
  kind: .continuation,
  typeNames: ["CheckedContinuation"],
  modules: ["_Concurrency"],
  creations: [
    Creation(form: .closure, names: ["withCheckedContinuation", "withCheckedThrowingContinuation"]),
    Creation(form: .initializer, names: ["CheckedContinuation.init(continuation:function:)"]),
  ],
  operations: [
    Operation(names: ["resume"], form: .method, role: .complete),
  ],
  severities: [:],
  consequence: "",
  consequences: ["double-resume": "fatal error: the continuation was resumed more than once, in release builds too", "missing-resume": "the awaiting task hangs for ever; a line in the log is all that tells"])

private let type22 = OneShotType(
  id: "swift.unsafe-continuation",
  kind: .continuation,
  typeNames: ["UnsafeContinuation"],
  modules: ["_Concurrency"],
  creations: [
    Creation(form: .closure, names: ["withUnsafeContinuation", "withUnsafeThrowingContinuation"]),
  ],
  operations: [
    Operation(names: ["resume"], form: .method, role: .complete),
  ],
  severities: [:],
  consequence: "",
  consequences: ["double-resume": "undefined behaviour", "missing-resume": "the awaiting task hangs for ever, without a word"])

private let type23 = OneShotType(
  id: "swift.continuation",
  kind: .continuation,
  typeNames: ["Continuation"],
  modules: ["_Concurrency"],
  copies: .noncopyable,
  creations: [
    Creation(form: .closure, names: ["withContinuation"]),
  ],
  operations: [
    Operation(names: ["resume"], form: .method, role: .complete),
  ],
  severities: [:],
  compilerRules: ["double-resume"],
  consequence: "traps when it is destroyed without being resumed")

private let type24 = OneShotType(
  id: "nio.promise",
  kind: .promise,
  typeNames: ["EventLoopPromise"],
  modules: ["NIOCore", "NIO", "NIOPosix", "NIOEmbedded", "NIOTransportServices", "NIOHTTP1", "NIOHTTP2", "NIOSSL", "NIOSSH", "NIOWebSocket", "NIOTLS", "NIOExtras", "NIOFoundationCompat", "AsyncHTTPClient", "AsyncKit", "Vapor", "HummingbirdCore", "Hummingbird", "GRPC", "PostgresNIO", "MySQLNIO", "SQLiteNIO", "RediStack", "Valkey", "SotoCore", "WebSocketKit", "AWSLambdaRuntimeCore"],
  creations: [
    Creation(form: .function, names: ["EventLoop.makePromise", "EventLoop.newPromise"]),
    Creation(form: .function, names: ["*.makePromise", "*.newPromise"]),
  ],
  operations: [
    Operation(names: ["succeed", "fail", "completeWith", "completeWithTask"], form: .method, role: .complete),
    Operation(names: ["futureResult"], form: .property, role: .borrow),
    Operation(names: ["*"], form: .argument, role: .escape, label: "promise"),
    Operation(names: ["*"], form: .argument, role: .escape, label: "to"),
  ],
  severities: ["double-resume": .suggestion],
  consequence: "",
  consequences: ["double-resume": "the second result is dropped without a sound", "missing-resume": "debug builds trap on the leaked promise; in release builds its waiters hang"])

private let type25 = OneShotType(
  id: "nio.handler-promise",
  kind: .promise,
  typeNames: [],
  modules: [],
  match: Match(functions: ["write(context:data:promise:)", "close(context:mode:promise:)", "connect(context:to:promise:)", "bind(context:to:promise:)", "register(context:promise:)", "triggerUserOutboundEvent(context:event:promise:)"], parameter: "promise", conformers: ["ChannelOutboundHandler", "_ChannelOutboundHandler", "ChannelDuplexHandler"]),
  operations: [
    Operation(names: ["succeed", "fail", "completeWith"], form: .method, role: .complete),
    Operation(names: ["*"], form: .argument, role: .escape, label: "promise"),
  ],
  severities: ["double-resume": .suggestion, "missing-resume": .suggestion],
  consequence: "")

private let type26 = OneShotType(
  id: "combine.promise",
  kind: .promise,
  typeNames: [],
  modules: ["Combine", "OpenCombine"],
  match: Match(closuresOf: ["Future.init"]),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["double-resume": .suggestion, "missing-resume": .suggestion],
  consequence: "",
  consequences: ["double-resume": "the second call is ignored", "missing-resume": "the publisher never finishes"])

private let type27 = OneShotType(
  id: "swift.async-stream-continuation",
  kind: .obligation,
  typeNames: ["AsyncStream.Continuation", "AsyncThrowingStream.Continuation"],
  modules: ["_Concurrency"],
  operations: [
    Operation(names: ["yield"], form: .method, role: .borrow),
    Operation(names: ["finish"], form: .method, role: .complete),
    Operation(names: ["onTermination"], form: .assign, role: .borrow),
  ],
  severities: ["double-resume": .none, "missing-resume": .none],
  consequence: "the consumer waits for ever")

private let type28 = OneShotType(
  id: "swift.unowned-job",
  kind: .obligation,
  typeNames: ["UnownedJob"],
  modules: ["_Concurrency"],
  operations: [
    Operation(names: ["runSynchronously"], form: .method, role: .complete),
  ],
  severities: ["double-resume": .suggestion, "missing-resume": .none],
  consequence: "")

private let type29 = OneShotType(
  id: "nio.sequence-source",
  kind: .obligation,
  typeNames: ["NIOAsyncSequenceProducer.Source", "NIOThrowingAsyncSequenceProducer.Source", "NIOAsyncWriter.Sink"],
  modules: ["NIOCore"],
  creations: [
    Creation(form: .function, names: ["*.makeSequence"], argument: ["finishOnDeinit": "false"]),
  ],
  operations: [
    Operation(names: ["yield"], form: .method, role: .borrow),
    Operation(names: ["finish"], form: .method, role: .complete),
  ],
  severities: ["double-resume": .none, "missing-resume": .suggestion],
  consequence: "traps when it is destroyed without finish()")

private let type30 = OneShotType(
  id: "nio.file-handle",
  kind: .obligation,
  typeNames: ["NIOFileHandle"],
  modules: ["NIOCore"],
  operations: [
    Operation(names: ["close", "takeDescriptorOwnership"], form: .method, role: .complete),
  ],
  severities: ["double-resume": .none, "missing-resume": .none],
  consequence: "an assertion: the open file handle leaked")

private let type31 = OneShotType(
  id: "tracing.span",
  kind: .obligation,
  typeNames: [],
  modules: ["Tracing", "Instrumentation"],
  match: Match(protocols: ["Span"]),
  creations: [
    Creation(form: .function, names: ["startSpan"]),
  ],
  operations: [
    Operation(names: ["end"], form: .method, role: .complete),
  ],
  severities: ["double-resume": .suggestion, "missing-resume": .none],
  consequence: "the span is emitted twice, or the tracer stops the process in debug builds")

private let type32 = OneShotType(
  id: "webkit.scheme-task",
  kind: .obligation,
  typeNames: [],
  modules: ["WebKit"],
  match: Match(protocols: ["WKURLSchemeTask"]),
  creations: [
    Creation(form: .parameter, names: ["*"]),
  ],
  operations: [
    Operation(names: ["didFinish", "didFailWithError"], form: .method, role: .complete),
    Operation(names: ["didReceive"], form: .method, role: .borrow),
  ],
  severities: ["double-resume": .suggestion, "missing-resume": .none],
  consequence: "an exception: this task has already been stopped")

private let type33 = OneShotType(
  id: "completion.convention",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(parameterNames: ["completionHandler", "completion", "completionBlock", "withCompletionHandler", "withCompletion", "withCompletionBlock", "replyTo", "reply", "withReplyTo", "onCompletion", "fetchCompletionHandler", "completionCallback", "replyHandler", "_completionHandler", "_completion"], parameterSuffixes: ["CompletionHandler", "Completion", "CompletionBlock"]),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .suggestion],
  consequence: "",
  consequences: ["double-resume": "whoever called is told twice, and a continuation that waits for it traps", "missing-resume": "whoever called is never told, and a continuation that waits for it hangs"])

private let type34 = OneShotType(
  id: "completion.result",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(parameterNames: ["onComplete", "callback", "onResult", "resultHandler", "onFinish", "onDone", "handleResult", "handler", "complete", "completed", "onCompleted", "done", "doneCallback", "responseHandler", "resultCallback", "cb", "complition"], told: ["Result", "Error"]),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .suggestion],
  consequence: "",
  consequences: ["double-resume": "whoever called is told twice, and a continuation that waits for it traps", "missing-resume": "whoever called is never told, and a continuation that waits for it hangs"])

private let type35 = OneShotType(
  id: "completion.outcomes",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(successParameters: ["success", "onSuccess", "successHandler", "successBlock", "successCallback", "successCompletion", "successCompletionHandler"], failureParameters: ["failure", "onFailure", "failureHandler", "failureBlock", "failureCallback", "onError", "error", "errorHandler", "errorBlock", "errorCallback", "onFail", "errorCompletion", "completionError", "failureCompletion", "errorCompletionHandler", "failureCompletionHandler", "completionFailure", "cancellationCallback"]),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .suggestion],
  consequence: "",
  consequences: ["double-resume": "whoever called is told twice how it ended", "missing-resume": "whoever called is not told how it ended"])

private let type36 = OneShotType(
  id: "completion.webkit",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(functions: ["webView(_:decidePolicyFor:decisionHandler:)", "webView(_:decidePolicyFor:preferences:decisionHandler:)", "webView(_:runJavaScriptAlertPanelWithMessage:initiatedByFrame:completionHandler:)", "webView(_:runJavaScriptConfirmPanelWithMessage:initiatedByFrame:completionHandler:)", "webView(_:runJavaScriptTextInputPanelWithPrompt:defaultText:initiatedByFrame:completionHandler:)", "webView(_:didReceive:completionHandler:)"], parameter: "last"),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .warning],
  consequence: "WebKit raises an exception")

private let type37 = OneShotType(
  id: "completion.webkit-reply",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(functions: ["userContentController(_:didReceive:replyHandler:)"], parameter: "last"),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .warning],
  consequence: "",
  consequences: ["double-resume": "WebKit raises an exception", "missing-resume": "WebKit rejects the page's promise"])

private let type38 = OneShotType(
  id: "completion.usernotifications",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(functions: ["userNotificationCenter(_:willPresent:withCompletionHandler:)", "userNotificationCenter(_:didReceive:withCompletionHandler:)", "application(_:didReceiveRemoteNotification:fetchCompletionHandler:)", "didReceive(_:withContentHandler:)"], parameter: "last"),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .warning],
  consequence: "the system raises an exception, or takes the app for one that hangs")

private let type39 = OneShotType(
  id: "completion.urlsession",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(functions: ["urlSession(_:didReceive:completionHandler:)", "urlSession(_:task:didReceive:completionHandler:)", "urlSession(_:dataTask:didReceive:completionHandler:)", "urlSession(_:task:needNewBodyStream:)", "urlSession(_:task:willPerformHTTPRedirection:newRequest:completionHandler:)"], parameter: "last"),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .warning],
  consequence: "the request stalls, or the reply is taken twice")

private let type40 = OneShotType(
  id: "completion.uikit",
  kind: .completion,
  typeNames: [],
  modules: [],
  match: Match(parameter: "2", closuresOf: ["UIContextualAction.init"]),
  operations: [
    Operation(names: ["callAsFunction"], form: .call, role: .complete),
  ],
  severities: ["missing-resume": .suggestion],
  consequence: "the row stays open, or is closed twice")

private let type41 = OneShotType(
  id: "nio.future",
  kind: .shared,
  typeNames: ["EventLoopFuture"],
  modules: ["NIOCore", "NIO", "NIOPosix", "NIOEmbedded", "NIOTransportServices", "NIOHTTP1", "NIOHTTP2", "NIOSSL", "NIOSSH", "NIOWebSocket", "NIOTLS", "NIOExtras", "NIOFoundationCompat", "AsyncHTTPClient", "AsyncKit", "Vapor", "HummingbirdCore", "Hummingbird", "GRPC", "PostgresNIO", "MySQLNIO", "SQLiteNIO", "RediStack", "Valkey", "SotoCore", "WebSocketKit", "AWSLambdaRuntimeCore"],
  creations: [
    Creation(form: .function, names: ["EventLoop.submit", "NIOThreadPool.runIfActive"]),
    Creation(form: .function, names: ["*.makeSucceededFuture", "*.makeSucceededVoidFuture", "*.makeFailedFuture", "*.makeCompletedFuture", "*.makeFutureWithTask", "*.flatSubmit"]),
    Creation(form: .property, names: ["EventLoopPromise.futureResult"]),
  ],
  operations: [
    Operation(names: ["wait"], form: .method, role: .wait, blocks: true),
    Operation(names: ["get"], form: .method, role: .borrow),
    Operation(names: ["map", "flatMap", "flatMapThrowing", "flatMapError", "flatMapErrorThrowing", "flatMapResult", "flatMapBlocking", "flatMapWithEventLoop", "flatMapErrorWithEventLoop", "recover", "always", "hop", "and", "fold", "mapAlways"], form: .method, role: .convert, yields: .self),
  ],
  severities: [:],
  blockedIn: BlockedContexts(asyncFunctions: true, closuresOf: ["Task", "Task.init", "Task.detached", "Task.immediate", "addTask", "addTaskUnlessCancelled", "EventLoopFuture.map", "EventLoopFuture.flatMap", "EventLoopFuture.always", "EventLoopFuture.recover", "EventLoop.submit", "EventLoop.execute", "EventLoop.flatSubmit", "EventLoop.scheduleTask", "EventLoop.flatScheduleTask", "EventLoop.scheduleRepeatedTask", "EventLoop.scheduleRepeatedAsyncTask", "flatMapThrowing", "flatMapError", "flatMapErrorThrowing", "flatMapResult", "flatMapWithEventLoop", "flatMapErrorWithEventLoop", "whenSuccess", "whenFailure", "whenComplete"], conformersOf: ["ChannelHandler", "ChannelInboundHandler", "ChannelOutboundHandler", "ChannelDuplexHandler", "ByteToMessageDecoder", "NIOSingleStepByteToMessageDecoder", "RemovableChannelHandler"], parameterTypes: ["ChannelHandlerContext"]),
  consequence: "on an event loop this traps, elsewhere a thread of the concurrency pool stands still")

private let type42 = OneShotType(
  id: "dispatch.semaphore",
  kind: .blocker,
  typeNames: ["DispatchSemaphore", "DispatchGroup"],
  modules: ["Dispatch", "Foundation"],
  operations: [
    Operation(names: ["wait"], form: .method, role: .wait, blocks: true, blocksExcept: ["timeout": ".now()", "wallTimeout": ".now()"]),
  ],
  severities: [:],
  blockedIn: BlockedContexts(asyncFunctions: true, closuresOf: ["Task", "Task.init", "Task.detached", "Task.immediate", "addTask", "addTaskUnlessCancelled", "EventLoopFuture.map", "EventLoopFuture.flatMap", "EventLoopFuture.always", "EventLoopFuture.recover", "EventLoop.submit", "EventLoop.execute", "EventLoop.flatSubmit", "EventLoop.scheduleTask", "EventLoop.flatScheduleTask", "EventLoop.scheduleRepeatedTask", "EventLoop.scheduleRepeatedAsyncTask", "flatMapThrowing", "flatMapError", "flatMapErrorThrowing", "flatMapResult", "flatMapWithEventLoop", "flatMapErrorWithEventLoop", "whenSuccess", "whenFailure", "whenComplete"], conformersOf: ["ChannelHandler", "ChannelInboundHandler", "ChannelOutboundHandler", "ChannelDuplexHandler", "ByteToMessageDecoder", "NIOSingleStepByteToMessageDecoder", "RemovableChannelHandler"], parameterTypes: ["ChannelHandlerContext"]),
  consequence: "a thread of the concurrency pool or of an event loop stands still; when all of them wait, nothing runs any more")

private let type43 = OneShotType(
  id: "swift.task",
  kind: .shared,
  typeNames: ["Task", "TaskGroup", "ThrowingTaskGroup", "DiscardingTaskGroup", "ThrowingDiscardingTaskGroup"],
  modules: ["_Concurrency"],
  operations: [],
  severities: [:],
  consequence: "")

private let type44 = OneShotType(
  id: "combine.future",
  kind: .shared,
  typeNames: ["Future", "Deferred", "AnyPublisher"],
  modules: ["Combine", "OpenCombine"],
  operations: [],
  severities: [:],
  consequence: "")

private let type45 = OneShotType(
  id: "promises.known",
  kind: .shared,
  typeNames: ["Promise", "Future", "CoFuture", "JSPromise", "Guarantee"],
  modules: ["PromiseKit", "BrightFutures", "FBLPromises", "Promises", "Promissum", "SwiftCoroutine", "JavaScriptKit"],
  operations: [],
  severities: [:],
  consequence: "")

private let type46 = OneShotType(
  id: "algorithms.multicast",
  kind: .shared,
  typeNames: ["AsyncChannel", "AsyncThrowingChannel", "AsyncShareSequence", "AsyncSyncSequence", "AsyncTimerSequence"],
  modules: ["AsyncAlgorithms"],
  operations: [],
  severities: [:],
  consequence: "")

private let type47 = OneShotType(
  id: "foundation.multicast",
  kind: .shared,
  typeNames: ["NotificationCenter.Notifications", "Observations"],
  modules: ["Foundation", "Observation"],
  operations: [],
  severities: [:],
  consequence: "")

private let runner0 = ClosureRunner(
  names: ["withLock", "withLockVoid", "withLockedValue", "withLockUnchecked", "withCriticalRegion", "sync", "asyncAndWait", "performAndWait", "autoreleasepool", "withExtendedLifetime", "withoutActuallyEscaping", "withUnsafePointer", "withUnsafeMutablePointer", "withUnsafeBytes", "withUnsafeMutableBytes", "withUnsafeBufferPointer", "withUnsafeMutableBufferPointer", "withUnsafeTemporaryAllocation", "withUnsafeCurrentTask", "withUnsafeMutablePointers", "withUnsafeMutablePointerToHeader", "withUnsafeMutablePointerToElements", "withUnsafeReadableBytes", "withUnsafeMutableReadableBytes", "withUnsafeMutableWritableBytes", "withMemoryRebound", "withUTF8", "withCString", "withVaList", "withTaskCancellationHandler", "withTaskExecutorPreference", "withTaskPriorityEscalationHandler", "withValue", "withTaskLocal", "withObservationTracking", "withPerceptionTracking", "withSpan", "withLoggerMetadata", "withAnimation", "withTransaction", "withKnownIssue", "XCTContext.runActivity", "MainActor.run", "assumeIsolated", "MainActor.assumeIsolated", "performWithoutAnimation"],
  receivers: [],
  fate: .once)

private let runner1 = ClosureRunner(
  names: ["withCheckedContinuation", "withCheckedThrowingContinuation", "withUnsafeContinuation", "withUnsafeThrowingContinuation", "withContinuation"],
  receivers: [],
  fate: .once)

private let runner2 = ClosureRunner(
  names: ["Result", "AsyncStream", "AsyncThrowingStream", "Array", "ContiguousArray", "String", "Future"],
  receivers: [],
  fate: .once)

private let runner3 = ClosureRunner(
  names: ["perform"],
  receivers: ["NSManagedObjectContext"],
  fate: .once,
  isAwaited: true)

private let runner4 = ClosureRunner(
  names: ["measure"],
  receivers: ["ContinuousClock", "SuspendingClock", "Clock"],
  fate: .once)

private let runner5 = ClosureRunner(
  names: ["withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup", "withThrowingDiscardingTaskGroup"],
  receivers: [],
  fate: .once,
  isGroup: true)

private let runner6 = ClosureRunner(
  names: ["map", "flatMap", "mapError", "flatMapError"],
  receivers: ["Optional", "Result"],
  fate: .atMostOnce)

private let runner7 = ClosureRunner(
  names: ["withContiguousStorageIfAvailable", "withContiguousMutableStorageIfAvailable", "withLockIfAvailable"],
  receivers: [],
  fate: .atMostOnce)

private let runner8 = ClosureRunner(
  names: ["map", "flatMap", "compactMap", "filter", "forEach", "reduce", "sort", "sorted", "first", "last", "firstIndex", "lastIndex", "contains", "allSatisfy", "min", "max", "drop", "prefix", "partition", "removeAll", "split", "elementsEqual", "starts", "lexicographicallyPrecedes", "mapValues", "compactMapValues", "mapKeys", "grouping", "merge", "merging", "enumerateSubstrings", "enumerateObjects", "enumerateKeysAndObjects", "enumerateLines", "sequence", "count", "trimmingPrefix", "replacing", "chunked", "chunks", "partitioned", "uniqued", "keyed", "grouped", "asyncMap", "asyncForEach", "asyncCompactMap"],
  receivers: [],
  fate: .many)

private let runner9 = ClosureRunner(
  names: ["retry", "withRetry", "retrying", "retryWithBackoff", "withBackoff", "withExponentialBackoff", "repeatUntil", "repeatWhile", "retryUntil"],
  receivers: [],
  fate: .many,
  isPlain: true)

private let runner10 = ClosureRunner(
  names: ["measure", "measureMetrics"],
  receivers: ["XCTestCase"],
  fate: .many)

private let runner11 = ClosureRunner(
  names: ["Dictionary"],
  receivers: [],
  fate: .many)

private let runner12 = ClosureRunner(
  names: ["concurrentPerform", "concurrentMap", "concurrentForEach", "concurrentCompactMap"],
  receivers: [],
  fate: .concurrent)

private let runner13 = ClosureRunner(
  names: ["Task", "Task.init", "Task.detached", "Task.immediate", "Task.immediateDetached", "async", "asyncAfter", "asyncDetached", "detachNewThread", "addOperation", "addBarrierBlock", "flatSubmit", "scheduleTask", "flatScheduleTask", "DispatchWorkItem", "BlockOperation", "Thread", "whenComplete", "flatMapThrowing", "flatMapErrorThrowing", "flatMapBlocking", "always", "recover", "notify"],
  receivers: [],
  fate: .laterOnce)

private let runner14 = ClosureRunner(
  names: ["dataTask", "downloadTask", "uploadTask"],
  receivers: [],
  fate: .laterOnce,
  either: [0, 2])

private let runner15 = ClosureRunner(
  names: ["whenSuccess"],
  receivers: [],
  fate: .laterOnce,
  outcome: .success)

private let runner16 = ClosureRunner(
  names: ["whenFailure"],
  receivers: [],
  fate: .laterOnce,
  outcome: .failure)

private let runner17 = ClosureRunner(
  names: ["execute", "submit", "runIfActive"],
  receivers: ["EventLoop", "EmbeddedEventLoop", "NIOAsyncTestingEventLoop", "NIOThreadPool"],
  fate: .laterOnce)

private let runner18 = ClosureRunner(
  names: ["perform"],
  receivers: ["NSManagedObjectContext", "RunLoop"],
  fate: .laterOnce)

private let runner19 = ClosureRunner(
  names: ["map", "flatMap"],
  receivers: ["EventLoopFuture"],
  fate: .laterOnce,
  outcome: .success)

private let runner20 = ClosureRunner(
  names: ["flatMapError"],
  receivers: ["EventLoopFuture"],
  fate: .laterOnce,
  outcome: .failure)

private let runner21 = ClosureRunner(
  names: ["addTask", "addTaskUnlessCancelled", "addImmediateTask", "addImmediateTaskUnlessCancelled"],
  receivers: [],
  fate: .child)

private let runner22 = ClosureRunner(
  names: ["scheduledTimer", "Timer", "addObserver", "observe", "addObservers", "onReceive", "onChange", "scheduleRepeatedTask", "scheduleRepeatedAsyncTask", "setEventHandler", "addPeriodicTimeObserver", "addLocalMonitorForEvents", "addGlobalMonitorForEvents", "remoteObjectProxyWithErrorHandler", "requestMediaDataWhenReady"],
  receivers: [],
  fate: .laterMany)

private let runner23 = ClosureRunner(
  names: ["write"],
  receivers: ["AVSpeechSynthesizer"],
  fate: .laterMany)

private let runner24 = ClosureRunner(
  names: ["sendPing"],
  receivers: ["URLSessionWebSocketTask"],
  fate: .laterMany)

private let runner25 = ClosureRunner(
  names: ["sink"],
  receivers: [],
  fate: .laterMany,
  outcome: .success)

private let runner26 = ClosureRunner(
  names: ["sink"],
  receivers: [],
  fate: .laterOnce,
  after: ["first", "last", "reduce", "prefix(1)", "collect()", "output(at: 0)", "dataTaskPublisher", "Just", "Future", "Deferred"],
  through: ["receive", "subscribe", "map", "tryMap", "compactMap", "tryCompactMap", "mapError", "filter", "tryFilter", "replaceError", "replaceNil", "replaceEmpty", "ignoreOutput", "decode", "encode", "prefix", "retry", "eraseToAnyPublisher", "print", "handleEvents", "breakpoint", "delay", "timeout", "setFailureType", "catch", "tryCatch", "assertNoFailure"],
  outcome: .success)

private let runner27 = ClosureRunner(
  names: ["requestImage"],
  receivers: ["PHImageManager", "PHCachingImageManager"],
  fate: .laterMany)

private let runner28 = ClosureRunner(
  names: ["request"],
  receivers: ["PHLivePhoto"],
  fate: .laterMany)

private let runner29 = ClosureRunner(
  names: ["recognitionTask"],
  receivers: [],
  fate: .laterMany)

private let runner30 = ClosureRunner(
  names: ["completionBlock", "terminationHandler"],
  receivers: [],
  fate: .laterOnce,
  isProperty: true)

private let runner31 = ClosureRunner(
  names: ["stateUpdateHandler", "pathUpdateHandler", "viabilityUpdateHandler", "betterPathUpdateHandler", "newConnectionHandler", "readabilityHandler", "writeabilityHandler", "authenticateHandler", "eventHandler", "onEvent", "onStateChange", "onStateChanged", "onStatusChange", "onStatusChanged", "onMessage", "onProgress", "progressHandler"],
  receivers: [],
  fate: .laterMany,
  isProperty: true)

private let runner32 = ClosureRunner(
  names: ["withTaskCancellationHandler"],
  receivers: [],
  fate: .laterOnce,
  labels: ["onCancel"])

private let runner33 = ClosureRunner(
  names: ["withTaskPriorityEscalationHandler"],
  receivers: [],
  fate: .laterOnce,
  labels: ["onPriorityEscalated"])

private let runner34 = ClosureRunner(
  names: ["withObservationTracking", "withPerceptionTracking"],
  receivers: [],
  fate: .laterOnce,
  labels: ["onChange"])

private let runner35 = ClosureRunner(
  names: ["sink"],
  receivers: [],
  fate: .laterOnce,
  labels: ["receiveCompletion"],
  outcome: .failure)

private let runner36 = ClosureRunner(
  names: ["animate"],
  receivers: [],
  fate: .once,
  labels: ["animations"])

private let runner37 = ClosureRunner(
  names: ["animate", "transition"],
  receivers: [],
  fate: .laterOnce,
  labels: ["completion"])

private let runner38 = ClosureRunner(
  names: ["AsyncStream", "AsyncThrowingStream"],
  receivers: [],
  fate: .laterMany,
  labels: ["unfolding"])

private let runner39 = ClosureRunner(
  names: ["scheduledTimer", "Timer"],
  receivers: [],
  fate: .laterOnce,
  condition: ["repeats": "false"])
