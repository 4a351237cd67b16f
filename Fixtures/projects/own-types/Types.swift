// The types that rules.yaml names.

final class Job: Sendable {
  var outcome: Int { get async { 1 } }
  var isReady: Bool { true }
  func finish() async -> Int { 1 }
  func callAsFunction() async -> Int { 1 }
  func peek() -> Int { 1 }
  func hasEnded() -> Bool { true }
  func detach() -> Task<Int, Never> { Task { 1 } }
  func twin() -> Job { Job() }
  func reset() {}
  func touch() {}
  func park() {}
}

func makeJob() -> Job { Job() }
func drain(_ job: Job) {}

struct Feed: AsyncSequence, Sendable {
  struct AsyncIterator: AsyncIteratorProtocol {
    mutating func next() async -> Int? { nil }
  }
  func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
  func rewind() {}
  func each(_ body: (Int) -> Void) async {}
}

struct Gathered {
  init(of feed: Feed) async {}
}

struct Reply: Sendable {
  func send(_ number: Int) {}
  func fail() {}
}

func withReply(_ body: (Reply) -> Void) async -> Int { fatalError() }
func makeReply() -> Reply { Reply() }
func relay(to reply: Reply) {}

final class Slot: Sendable {
  func fill(_ number: Int) {}
}

func makeSlot() -> Slot { Slot() }

final class Trace: Sendable {
  func end() {}
}

func startTrace() -> Trace { Trace() }

final class Latch: Sendable {
  func sit() {}
}
