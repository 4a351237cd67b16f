// A library's own type that has the name of a known one.

enum Executor { case now, later }

final class Future<Value>: Sendable {
  init(_ executor: Executor, block: @escaping @Sendable () -> Value) {}
  init(_ attempt: @escaping @Sendable (@escaping @Sendable (Value) -> Void) -> Void) {}
}
