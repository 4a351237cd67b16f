// A pass in a function, or extension, that takes any sequence: it counts where it is given one that has a single pass.

func eachOf<S: AsyncSequence>(_ sequence: S) async throws {
  for try await element in sequence { print(element) }
}

func twiceOver(_ sequence: some AsyncSequence & Sendable) async throws {
  for try await element in sequence { print(element) }
  for try await element in sequence { print(element) }  // ok: an array's `async` gives its elements again
}

func handedOn<S>(_ sequence: S, _ wanted: Bool) async throws where S: AsyncSequence {
  if wanted { try await eachOf(sequence) }
}

func handedOnAlways<S>(_ sequence: S) async throws where S: AsyncSequence { try await eachOf(sequence) }

func described(_ sequence: any AsyncSequence<Int, any Error>) { print(type(of: sequence)) }

func wrapped<S: AsyncSequence>(_ sequence: S) -> Wrapper<S> { Wrapper(base: sequence) }

struct Wrapper<Base: AsyncSequence> {
  var base: Base
}

extension AsyncSequence {
  func drain() async throws { for try await _ in self {} }
  func collectAll() async throws -> [Element] { try await reduce(into: []) { $0.append($1) } }
  func twice() async throws {
    try await drain()
    try await drain()  // ok: nothing says that there is one pass only
  }
  var name: String { "\(Self.self)" }
}

protocol Feed: AsyncSequence {
  var length: Int { get }
}

extension PostgresRowSequence: Feed {
  var length: Int { 3 }
}

func lengthOf(_ feed: some Feed) -> Int { feed.length }

func allOf(_ feed: some Feed) async throws { for try await element in feed { print(element) } }

// MARK: good

func onceByAny(_ rows: PostgresRowSequence) async throws {
  described(rows)
  print(rows.name)
  try await eachOf(rows)  // ok
}

func perhapsByAny(_ rows: PostgresRowSequence, _ wanted: Bool) async throws {
  try await handedOn(rows, wanted)
  if !wanted { try await rows.drain() }  // ok: the other case
}

func wrappedByAny(_ rows: PostgresRowSequence) async throws {
  let kept = wrapped(rows)
  for try await row in kept.base { print(row) }  // ok
}

func severalPasses(_ notes: NotificationCenter.Notifications) async throws {
  try await eachOf(notes)
  try await eachOf(notes)  // ok: there are new ones
}

func lengthFirst(_ rows: PostgresRowSequence) async throws {
  print(lengthOf(rows))
  try await allOf(rows)  // ok
}

// MARK: bad

func twiceByAny(_ rows: PostgresRowSequence) async throws {
  try await eachOf(rows)
  try await eachOf(rows)  // expect: double-iteration
}

func againBehindAny(_ rows: PostgresRowSequence) async throws {
  try await handedOnAlways(rows)
  for try await row in rows { print(row) }  // expect: double-iteration
}

func twiceInside(_ rows: PostgresRowSequence) async throws {
  try await rows.twice()
  try await rows.drain()  // expect: double-iteration
}

func byExtension(_ rows: PostgresRowSequence) async throws {
  print(try await rows.collectAll())
  for try await row in rows { print(row) }  // expect: double-iteration
}

func byExtensionOfStream(_ stream: AsyncThrowingStream<Int, any Error>) async throws {
  for try await number in stream { print(number) }
  try await stream.drain()  // expect: double-iteration
}

func byAProtocolOfOnesOwn(_ rows: PostgresRowSequence) async throws {
  try await allOf(rows)
  try await allOf(rows)  // expect: double-iteration
}
