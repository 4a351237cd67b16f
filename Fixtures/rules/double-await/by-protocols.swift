// Functions that take what conforms to a protocol of the sources, and members of the protocol's extensions: what they do to a
// value future that conforms counts where they are given one.

protocol Answering {
  associatedtype Answer
  var value: Answer { get async throws }
  var isCompleted: Bool { get }
}

extension ValueFuture: Answering {}

struct Known: Answering {
  var value = 3
  var isCompleted: Bool { true }
}

func answer<P: Answering>(of pending: P) async throws -> P.Answer { try await pending.value }

func twiceAnswered(_ pending: some Answering) async throws {
  _ = try await pending.value
  _ = try await pending.value  // ok: others may be asked again
}

func noted(_ pending: some Answering) { print(pending.isCompleted) }

func answeredIfWanted(_ pending: (some Answering)?, _ wanted: Bool) async throws {
  if wanted, let pending { _ = try await pending.value }
}

extension Answering {
  func waited() async throws { _ = try await value }
  var isStillOpen: Bool { !isCompleted }
}

/// What a promise does is another thing than what a future does.
protocol Finishing {
  func end() async throws
}

extension ValueFuture: Finishing {
  func end() async throws { print(self.isCompleted) }
}

extension EventLoopPromise: Finishing {
  func end() async throws { print(self.futureResult) }
}

func ended(_ finishing: some Finishing) async throws { try await finishing.end() }

// MARK: good

func onceByProtocol() async throws {
  let f = store.load(1)
  noted(f)
  print(f.isStillOpen)
  _ = try await answer(of: f)  // ok
}

func othersByProtocol() async throws {
  let known = Known()
  _ = try await answer(of: known)
  _ = try await answer(of: known)  // ok: it is no future
}

func perhapsByProtocol(_ wanted: Bool) async throws {
  let f = store.load(1)
  try await answeredIfWanted(f, wanted)
  if !wanted { _ = try await f.value }  // ok: the other case
}

func byAProtocolOfPromises() async throws {
  let f = store.load(1)
  try await ended(f)
  _ = try await f.value  // ok: what a promise has in common with it is not known
}

// MARK: bad

func twiceByProtocol() async throws {
  let f = store.load(1)
  _ = try await answer(of: f)
  _ = try await answer(of: f)  // expect: double-await
}

func againBehindIt() async throws {
  let f = store.load(1)
  try await twiceAnswered(f)
  _ = try await f.value  // expect: double-await
}

func ifWanted(_ wanted: Bool) async throws {
  let f = store.load(1)
  try await answeredIfWanted(f, wanted)
  _ = try await f.value  // expect: double-await
}

func byExtensionOfProtocol() async throws {
  let f = store.load(1)
  _ = try await f.value
  try await f.waited()  // expect: double-await
}
