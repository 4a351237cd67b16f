/// A result that may be taken once.
public struct ValueFuture<Value: Sendable>: Sendable {
  private let task: Task<Value, any Error>

  public init(_ value: Value) { task = Task { value } }

  public var value: Value { get async throws { try await task.value } }
  public func asTask() -> Task<Value, any Error> { task }
}

/// Elements that may be read once.
/// vtlint:single-pass
public struct Rows: AsyncSequence, Sendable {
  public init() {}

  public struct AsyncIterator: AsyncIteratorProtocol {
    public mutating func next() async -> Int? { nil }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}

public struct Client: Sendable {
  public init() {}

  public func fetch(_ id: Int) -> ValueFuture<String> { ValueFuture("\(id)") }
  public func fetch(_ name: String) -> String { name }
  public var newest: ValueFuture<String> { fetch(0) }
  public func each(_ body: (ValueFuture<String>) async throws -> Void) async throws { try await body(newest) }
  public func rows() -> Rows { Rows() }

  func fetch(hidden id: Int) -> ValueFuture<String> { fetch(id) }
}

public func connect() -> Client { Client() }

/// Not the one of the package that is linted.
public struct Session {
  public init() {}

  public func open() -> ValueFuture<Int> { ValueFuture(1) }
}
