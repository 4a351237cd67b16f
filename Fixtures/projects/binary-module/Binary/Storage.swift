/// A result that may be taken once.
/// vtlint:value-future
public struct Reply<Value: Sendable>: Sendable {
  private let task: Task<Value, any Error>

  init(_ value: Value) { task = Task { value } }

  public var value: Value { get async throws { try await task.value } }
}

public protocol Reading {
  associatedtype Row: Sendable
  func read() -> Reply<Row>
}

public struct Client: Reading, Sendable {
  public init() {}
  public func read() -> Reply<Int> { Reply(1) }
  public func readAll() -> [Reply<Int>] { [read()] }
}
