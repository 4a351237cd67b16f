// Generic structs made by the initialiser that they have by themselves: what their properties are given tells their types.

struct Coupled<First, Second> {
  var first: First
  var second: Second
}

// MARK: good

func oneOfEach() async throws {
  let both = Coupled(first: store.load(1), second: store.load(2))
  _ = try await both.first.value
  _ = try await both.second.value  // ok: another one
}

func replacedInPlace() async throws {
  var both = Coupled(first: store.load(1), second: 2)
  _ = try await both.first.value
  both.first = store.load(3)
  _ = try await both.first.value  // ok: a new one
}

func noFuture() {
  let both = Coupled(first: 1, second: 2)
  print(both.first, both.first)  // ok
}

// MARK: bad

func firstTwice() async throws {
  let both = Coupled(first: store.load(1), second: 2)
  _ = try await both.first.value
  _ = try await both.first.get()  // expect: double-await
}
