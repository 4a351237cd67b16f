// What these functions do with their parameters decides in Uses.swift.

func log(_ f: ValueFuture<Int>) { print(f.isCompleted) }

func finish(_ f: ValueFuture<Int>) async throws { _ = try await f.value }

func finishThroughAnother(_ f: ValueFuture<Int>) async throws { try await finishInUses(f) }

func end() -> Never { fatalError("end") }

func twice(_ body: () -> Void) {
  body()
  body()
}

func once(_ body: () -> Void) { body() }

struct Sink {
  func take(_ f: ValueFuture<Int>) { use(f.asTask()) }
  func look(at f: ValueFuture<Int>) { print(f.isCompleted) }
}

extension ValueFuture {
  func logged() -> ValueFuture<Value> {
    print(isCompleted)
    return self
  }

  func drained() async throws { _ = try await value }
}
