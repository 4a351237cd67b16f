// Operators are functions; key paths are properties; closures in properties are functions as well.

infix operator <~ : AssignmentPrecedence
infix operator ~~ : AdditionPrecedence
prefix operator ~>
postfix operator ^^

func <~ (name: String, f: ValueFuture<User>) -> Task<User, any Error> { f.asTask() }
func ~~ (f: ValueFuture<User>, name: String) -> Bool { f.isCompleted && name.isEmpty }
prefix func ~> (f: ValueFuture<User>) -> Task<User, any Error> { f.asTask() }
postfix func ^^ (f: ValueFuture<User>) -> Bool { f.isCompleted }

extension ValueFuture {
  static func >> (f: ValueFuture, keep: Bool) -> Bool { f.isCompleted && keep }
  static func << (f: ValueFuture, keep: Bool) -> Task<Value, any Error> { f.asTask() }
}

struct Maker: Sendable {
  let make: @Sendable (Int) -> ValueFuture<User> = { store.load($0) }
  func twice() async throws {
    let f = make(1)
    print(try await f.value)
    print(try await f.value)  // expect: double-await
  }
}

// MARK: good

func operatorLooks() async throws {
  let f = store.load(1)
  print(f ~~ "name", f^^, f >> true)
  print(try await f.value)  // ok: the operators only ask
}

func operatorTakes() async throws {
  let f = store.load(1)
  let task = "name" <~ f
  print(try await task.value)  // ok: the only one
}

func keyPathAsks() async throws {
  let f = store.load(1)
  print(f[keyPath: \.isCompleted])
  print(try await f.value)  // ok: asked only
}

func closureMakesTwo(maker: Maker) async throws {
  print(try await maker.make(1).value)
  print(try await maker.make(1).value)  // ok: another one
}

// MARK: bad

func operatorThenAwait() async throws {
  let f = store.load(1)
  let task = "name" <~ f
  print(try await task.value, try await f.value)  // expect: double-await
}

func prefixThenAwait() async throws {
  let f = store.load(1)
  print(try await (~>f).value)
  print(try await f.value)  // expect: double-await
}

func memberOperatorThenAwait() async throws {
  let f = store.load(1)
  print(try await (f << true).value)
  print(try await f.value)  // expect: double-await
}

func keyPathReads() {
  let f = store.load(1)
  use(f[keyPath: \.result])  // expect: premature-result
}

func closureMakesOne(maker: Maker) async throws {
  let f = maker.make(1)
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}
