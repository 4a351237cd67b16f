import VTDiagnostics

/// Names of the language and its standard library that the analysis asks for.
enum KnownNames {
  static let selfValue = Name("self")
  static let selfType = Name("Self")
  static let superValue = Name("super")
  static let initializer = Name("init")
  static let unmanaged = Name("Unmanaged")
  static let allCases = Name("allCases")
  static let dropFirst = Name("dropFirst")
  static let dropLast = Name("dropLast")
  static let element = Name("element")
  static let elementType = Name("Element")
  static let wrappedValue = Name("wrappedValue")
  static let projectedValue = Name("projectedValue")
  static let asyncSequence = Name("AsyncSequence")
  static let makeAsyncIterator = Name("makeAsyncIterator")
  static let enumerated = Name("enumerated")
  static let failure = Name("failure")
  static let flatMap = Name("flatMap")
  static let key = Name("key")
  static let keyPath = Name("keyPath")
  static let offset = Name("offset")
  static let popFirst = Name("popFirst")
  static let popLast = Name("popLast")
  static let prefix = Name("prefix")
  static let collectionOfOne = Name("CollectionOfOne")
  static let repeatElement = Name("repeatElement")
  static let randomElement = Name("randomElement")
  static let remove = Name("remove")
  static let removeAll = Name("removeAll")
  static let removeFirst = Name("removeFirst")
  static let removeLast = Name("removeLast")
  /// What `#if` asks of the compiler.
  static let languageVersions: Set<Name> = [Name("swift"), Name("compiler"), Name("hasFeature"), Name("hasAttribute")]
  /// Who is told of what a channel reads, and of its end.
  static let channelHandlers: Set<Name> = [Name("ChannelInboundHandler"), Name("ChannelDuplexHandler")]
  /// What runs its closure at a later time, unless that is cancelled before, and how that is done.
  static let schedulers: Set<Name> = [Name("scheduleTask"), Name("flatScheduleTask"), Name("scheduledTimer")]
  /// What runs its closure for certain, where nobody keeps what could end it before.
  static let certainRunners: Set<Name> = [task, detached, Name("async"), Name("asyncAfter")]
  /// By which an object knows one of its attempts from the one before.
  static let typesOfAttempts: Set<Name> = [
    int, Name("UInt"), Name("Int64"), Name("UInt64"), Name("UInt32"), Name("UUID"), Name("ObjectIdentifier"),
  ]
  /// Types of libraries with initialisers that fail, as everybody knows.
  static let failing: Set<Name> = [
    int, double, string, Name("Float"), Name("Bool"), Name("URL"), Name("URLComponents"), Name("UUID"), Name("Data"),
    Name("UserDefaults"), Name("Bundle"), Name("UIImage"), Name("NSImage"), Name("CIImage"), Name("UIColor"), Name("NSColor"),
    Name("Character"), Name("InputStream"), Name("OutputStream"), Name("FileHandle"), Name("CGDataProvider"),
  ]
  static let cancels: Set<Name> = [Name("cancel"), Name("invalidate")]
  static let deinitializer = Name("deinit")
  /// What is called of a handler when there will be nothing more to read.
  static let endsOfHandlers: Set<Name> = [
    Name("channelInactive"), Name("handlerRemoved"), Name("channelUnregistered"), deinitializer,
  ]
  static let closeFuture = Name("closeFuture")
  static let makePromise = Name("makePromise")
  static let futureResult = Name("futureResult")
  static let endsOfFutures: Set<Name> = [Name("whenSuccess"), Name("whenFailure")]
  static let onCancel = Name("onCancel")
  static let signal = Name("signal")
  /// Methods that run a closure while they keep others out, and give back what it gives.
  static let exclusions: Set<Name> = [
    Name("withLock"), Name("withLockUnchecked"), Name("withLockedValue"), Name("withCriticalRegion"), Name("sync"),
  ]
  static let enter = Name("enter")
  static let notify = Name("notify")
  /// What is done to a group of work that leaves nobody's work out of it.
  static let groupsThatStay: Set<Name> = [enter, notify, wait]
  /// What ends a wait, of semaphores and of groups.
  static let signals: Set<Name> = [signal, Name("leave")]
  static let removeValue = Name("removeValue")
  static let resultMember = Name("result")
  static let reversed = Name("reversed")
  static let shuffled = Name("shuffled")
  static let swap = Name("swap")
  static let stride = Name("stride")
  static let from = Name("from")
  static let to = Name("to")
  static let through = Name("through")
  static let by = Name("by")
  static let success = Name("success")
  static let suffix = Name("suffix")
  static let take = Name("take")
  static let toggle = Name("toggle")
  static let zip = Name("zip")
  static let never = Name("Never")
  static let void = Name("Void")
  static let optional = Name("Optional")
  static let array = Name("Array")
  static let dictionary = Name("Dictionary")
  static let set = Name("Set")
  static let range = Name("Range")
  static let task = Name("Task")
  static let result = Name("Result")
  static let bool = Name("Bool")
  static let string = Name("String")
  static let int = Name("Int")
  static let double = Name("Double")
  static let some = Name("some")
  static let none = Name("none")
  static let any = Name("Any")
  static let swift = Name("Swift")
  static let newValue = Name("newValue")
  static let oldValue = Name("oldValue")
  static let error = Name("error")
  static let cancellationError = Name("CancellationError")
  /// Static functions of `Task` that throw where the task is cancelled, and only there.
  static let cancellations: Set<Name> = [Name("sleep"), Name("checkCancellation")]
  static let errorType = Name("Error")
  /// What closures call an error that they are told; others end in such a word.
  static let errors: Set<Name> = [error, Name("err"), Name("e"), failure, Name("exception")]
  static let value = Name("value")
  static let get = Name("get")
  static let rawValue = Name("rawValue")
  static let wait = Name("wait")
  static let resume = Name("resume")
  /// They make a task that does nothing before it is resumed.
  static let suspendedTasks: Set<Name> = [Name("dataTask"), Name("downloadTask"), Name("uploadTask")]
  static let detached = Name("detached")
  static let next = Name("next")
  static let waitForAll = Name("waitForAll")
  /// They take all results of a group, beside `waitForAll`.
  static let wholeGroups: Set<Name> = [reduce, Name("min"), Name("max")]
  static let callAsFunction = Name("callAsFunction")
  static let type = Name("type")
  /// Methods of collections that give their closure one element after the other.
  static let elementWise: Set<Name> = [
    Name("forEach"), Name("map"), Name("flatMap"), Name("compactMap"), Name("filter"), Name("first"), Name("contains"),
    Name("allSatisfy"), Name("removeAll"), Name("firstIndex"),
  ]
  /// What types call the one instance that all use.
  static let sharedInstances: Set<Name> = [Name("shared"), Name("default"), Name("standard"), Name("main")]
  /// Methods of collections that give as many elements as there are.
  static let sameCount: Set<Name> = [Name("enumerated"), Name("reversed"), Name("sorted"), Name("shuffled")]
  static let collections: Set<Name> = [Name("Array"), Name("Set"), Name("Dictionary"), Name("String")]
  /// What a value future is asked for that was completed with a value.
  /// Properties that say the opposite of others, by their names.
  static let opposites: [Name: Name] = [
    Name("isFailure"): Name("isSuccess"), Name("isFailed"): Name("isSuccess"), Name("failed"): Name("succeeded"),
  ]
  static let successes: Set<Name> = [Name("isCompletedSuccessfully"), Name("isSucceeded"), Name("isSuccess")]
  /// Methods that put something into a collection, so that it is not empty.
  static let additions: Set<Name> = [Name("append"), Name("insert"), Name("updateValue")]
  static let indices = Name("indices")
  static let assert = Name("assert")
  /// Parameters that tell what has become of something by now, and will be told again.
  static let events: Set<Name> = [Name("state"), Name("newState"), Name("event"), Name("status"), Name("phase")]
  /// The types of literals.
  static let literalTypes: Set<Name> = [bool, int, string, double]
  /// What each error can be cast to.
  static let typesOfAllErrors: Set<Name> = [errorType, Name("NSError")]
  static let keyPaths: Set<Name> = [Name("KeyPath"), Name("WritableKeyPath"), Name("ReferenceWritableKeyPath")]
  /// Members of a sequence that are done with it before its end.
  static let takesOneElement: Set<Name> = [
    first, contains, next, prefix, Name("makeAsyncIterator"), Name("allSatisfy"), Name("dropFirst"),
  ]
  /// What a collection tells of itself, and not of its elements.
  static let looksAtElements: Set<Name> = [count, isEmpty, indices]
  /// Collections that have no element twice.
  static let distinctCollections: Set<Name> = [indices, Name("keys"), Name("allCases")]
  /// Methods that give the elements of a collection in another order, or some of them.
  static let selections: Set<Name> = [
    Name("reversed"), Name("shuffled"), Name("sorted"), Name("dropFirst"), Name("dropLast"), Name("prefix"), Name("suffix"),
    filter,
  ]
  /// What the standard library's collections have themselves: an extension that adds to it seldom means the plain call.
  static func isOfCollections(_ name: Name) -> Bool {
    elementWise.contains(name) || selections.contains(name) || takingOut.contains(name) || pureMethods.contains(name)
      || ownOfCollections.contains(name)
  }
  private static let ownOfCollections: Set<Name> = [
    last, joined, reduce, maximum, minimum, mapValues, count, isEmpty, randomElement, Name("enumerated"), Name("split"),
    Name("index"), Name("compactMapValues"), Name("lastIndex"), Name("sort"), Name("reverse"), Name("append"), Name("indices"),
  ]
  /// Methods of values that say the same each time.
  static let pureMethods: Set<Name> = [
    Name("contains"), Name("hasPrefix"), Name("hasSuffix"), Name("isMultiple"), Name("isSubset"), Name("isSuperset"),
    Name("isDisjoint"), Name("starts"), Name("elementsEqual"),
  ]
  /// Members of collections that find out whether something stands in them.
  static let takingOut: Set<Name> = [
    popFirst, popLast, remove, removeFirst, removeLast, removeValue, removeAll, Name("insert"),
  ]
  /// Those of them that take out one element and give it back.
  static let takingOneOut: Set<Name> = [popFirst, popLast, remove, removeFirst, removeLast, removeValue]
  /// Functions that give their closure a task group, and the group's methods that start a child.
  static let groups: Set<Name> = [
    Name("withTaskGroup"), Name("withThrowingTaskGroup"), Name("withDiscardingTaskGroup"), Name("withThrowingDiscardingTaskGroup"),
  ]
  /// Those of them whose children give nothing.
  static let discardingGroups: Set<Name> = [Name("withDiscardingTaskGroup"), Name("withThrowingDiscardingTaskGroup")]
  static let childStarts: Set<Name> = [Name("addTask"), Name("addTaskUnlessCancelled")]
  /// The same, if the group has not been cancelled, and they tell whether.
  static let perhapsStarts: Set<Name> = [Name("addTaskUnlessCancelled"), Name("addImmediateTaskUnlessCancelled")]
  /// What closures call that which comes with an error, too.
  static let responses: Set<Name> = [Name("response"), Name("urlResponse"), Name("httpResponse"), Name("statusCode"), Name("status")]
  /// Wrappers of properties that SwiftUI keeps, and all copies of a view share.
  static let sharedState: Set<Name> = [Name("State"), Name("Binding")]
  /// Methods of Objective-C objects that give another one of the same family, typed as anything.
  static let copies: Set<Name> = [Name("copy"), Name("mutableCopy")]
  /// Methods that give one of the elements, if there are some.
  static let extremes = [maximum, minimum, randomElement]
  static let maximum = Name("max")
  static let minimum = Name("min")
  /// Calls that are there to give something else each time.
  static let changing: Set<Name> = [
    next, toggle, randomElement, Name("try"), Name("random"), Name("exchange"), Name("increment"), Name("update"),
  ]
  static let membersOfOptional: Set<Name> = [
    Name("map"), Name("flatMap"), Name("take"), Name("unsafelyUnwrapped"), Name("some"), Name("none"), Name("hash"),
    Name("hashValue"), Name("debugDescription"), Name("description"), Name("customMirror"), Name("encode"), Name("self"),
    Name("publisher"), Name("init"),
  ]
  static let responds = Name("responds")
  static let isCancelled = Name("isCancelled")
  /// `insert(_:)` says whether something was not there before.
  static let inserted = Name("inserted")
  static let isEmpty = Name("isEmpty")
  static let optionSet = Name("OptionSet")
  static let forEach = Name("forEach")
  static let count = Name("count")
  static let of = Name("of")
  /// Macros whose argument is true behind them, or the test has failed.
  static let require = Name("require")
  static let testAssertions: Set<Name> = [Name("expect"), require]
  static let subscripting = Name("subscript")
  static let first = Name("first")
  static let contains = Name("contains")
  static let allSatisfy = Name("allSatisfy")
  static let map = Name("map")
  static let lazy = Name("lazy")
  static let compactMap = Name("compactMap")
  static let mapValues = Name("mapValues")
  static let filter = Name("filter")
  static let joined = Name("joined")
  static let reduce = Name("reduce")
  static let at = Name("at")
  static let grouping = Name("grouping")
  static let uniqueKeysWithValues = Name("uniqueKeysWithValues")
  static let repeating = Name("repeating")
  static let last = Name("last")
  static let keys = Name("keys")
  static let values = Name("values")
  static let notifications = Name("notifications")
  static let status = Name("status")
  static let cancel = Name("cancel")
  static let exportAsynchronously = Name("exportAsynchronously")
  static let endsOfExports: Set<Name> = [Name("completed"), Name("failed"), Name("cancelled")]
  static let progress = Name("progress")
  static let wildcard = Name("_")
  static let firstInput = Name("$0")
  static let defaultValue = Name("default")
  static let noasync = Name("noasync")
  static let nonisolated = Name("nonisolated")
  static let staticWord = Name("static")
  static let mutating = Name("mutating")
  static let privateWord = Name("private")
  static let fileprivateWord = Name("fileprivate")

  static let testLibraries: Set<Name> = [Name("XCTest"), Name("Testing")]

  /// What an `Unmanaged` gives of an object that a C library has kept.
  static let retainedValues: Set<Name> = [Name("takeRetainedValue"), Name("takeUnretainedValue")]
}
