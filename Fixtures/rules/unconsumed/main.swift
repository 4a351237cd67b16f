// Statements of a script.

// MARK: good

let kept = store.load(1)
_ = try await kept.value  // ok: consumed

// MARK: bad

store.save(1)  // expect: unconsumed

_ = store.save(2)  // expect: unconsumed

for id in 0..<2 {
  store.save(id)  // expect: unconsumed
}
