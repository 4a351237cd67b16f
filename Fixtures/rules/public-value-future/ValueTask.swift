/// A value future that other modules may see; the catalogue knows it by its name.
public struct ValueTask<Value: Sendable>: Sendable {
  public init(_ value: Value) {}
  public func preserve() -> ValueTask<Value> { self }  // ok: what a value future offers is its own contract
  public var value: Value { get async throws { throw StoreError.closed } }
}
