// Kinds of parameters and callees: `inout`, `consuming`, `borrowing`, defaults, packs, subscripts, key paths.

func takesInout(_ f: inout ValueFuture<User>) async throws {
  print(try await f.value)
  f = store.load(2)
}

func inoutRemadeByCallee() async throws {
  var f = store.load(1)
  try await takesInout(&f)
  print(try await f.value)
}

func inoutLeftUsed(_ f: inout ValueFuture<User>) async throws { print(try await f.value) }
func inoutLeftUsedCaller() async throws {
  var f = store.load(1)
  try await inoutLeftUsed(&f)
  print(try await f.value)  // expect: double-await
}

func inoutSwap() async throws {
  var f = store.load(1)
  var g = store.load(2)
  swap(&f, &g)
  print(try await f.value, try await g.value)
}

func consumingParameter(_ f: consuming ValueFuture<User>) async throws { print(try await f.value) }
func consumingTwice(_ f: consuming ValueFuture<User>) async throws {
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func consumingRemade(_ f: consuming ValueFuture<User>) async throws {
  print(try await f.value)
  f = store.load(2)
  print(try await f.value)
}

func borrowingParameter(_ f: borrowing ValueFuture<User>) -> Bool { f.isCompleted }
func borrowingCaller() async throws {
  let f = store.load(1)
  if borrowingParameter(f) { print("ready") }
  print(try await f.value)
}

func consumeOperator() async throws {
  let f = store.load(1)
  let g = consume f
  print(try await g.value)
}

func consumeOperatorInCall() async throws {
  let f = store.load(1)
  try await consumingParameter(consume f)
}

func copyOperator() async throws {
  let f = store.load(1)
  let g = copy f
  print(try await g.value)
  print(try await f.value)  // expect: double-await
}

func defaultArgumentCalled(_ f: ValueFuture<User> = store.load(1)) async throws { print(try await f.value) }
func defaultArgumentCaller() async throws {
  try await defaultArgumentCalled()
  try await defaultArgumentCalled()
}

func variadicTakes(_ fs: ValueFuture<User>...) async throws { for f in fs { print(try await f.value) } }
func packTakes<each T: Sendable>(_ fs: repeat ValueFuture<each T>) async throws {
  _ = (repeat try await (each fs).value)
}

func packCaller() async throws {
  let f = store.load(1)
  let g = store.count()
  try await packTakes(f, g)
}

struct Slots {
  subscript(f: ValueFuture<User>) -> Bool { f.isCompleted }
  subscript(taking f: ValueFuture<User>) -> Task<User, any Error> { f.asTask() }
  subscript(n: Int) -> ValueFuture<User> { store.load(n) }
}

func subscriptLooks(slots: Slots) async throws {
  let f = store.load(1)
  print(slots[f])
  print(try await f.value)
}

func subscriptTakes(slots: Slots) async throws {
  let f = store.load(1)
  print(try await slots[taking: f].value)
  print(try await f.value)  // expect: double-await
}

func subscriptMakes(slots: Slots) async throws {
  print(try await slots[1].value)
  print(try await slots[1].value)
}

func subscriptMakesBound(slots: Slots) async throws {
  let f = slots[1]
  print(try await f.value)
  print(try await f.value)  // expect: double-await
}

func funcWithDefer(_ f: ValueFuture<User>) { defer { use(f.asTask()) } }
func funcWithDeferCaller() async throws {
  let f = store.load(1)
  funcWithDefer(f)
  print(try await f.value)  // expect: double-await
}
