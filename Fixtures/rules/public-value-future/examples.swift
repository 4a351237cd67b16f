// MARK: good - inside the module

struct Prices {
  func price(of id: Int) -> ValueTask<Int> { ValueTask(id) }  // ok: only this module calls it
}

// MARK: good - a durable result

public struct Catalogue {
  public func find(_ id: Int) -> Task<Int, any Error> { Task { id } }  // ok: a task may be awaited many times
  public func load(_ id: Int) async throws -> Int { id }  // ok: nothing that has to be consumed
  func price(of id: Int) -> ValueTask<Int> { ValueTask(id) }  // ok: not public itself
}

// MARK: bad - everybody's contract

public struct Client {
  public func open(_ id: Int) -> ValueTask<Int> { ValueTask(id) }  // expect: public-value-future
  public var newest: ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
  public subscript(id: Int) -> ValueTask<Int>? { ValueTask(id) }  // expect: public-value-future
}

public protocol Source {
  func read() -> ValueTask<Int>  // expect: public-value-future
}
