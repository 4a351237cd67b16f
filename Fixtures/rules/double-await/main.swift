// Statements at the top level: a script is one body, and its variables are that body's.

// MARK: good

let scripted = store.load(1)
_ = try await scripted.value  // ok: once

for id in 0..<2 {
  let f = store.load(id)
  _ = try await f.value  // ok: one per turn
}

func declaredBetween() async throws {
  let f = store.load(1)
  _ = try await f.value  // ok: another f
}

// MARK: bad

let again = store.load(2)
_ = try await again.value
_ = try await again.value  // expect: double-await

do {
  let f = store.load(3)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

if random() {
  let f = store.load(4)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}
