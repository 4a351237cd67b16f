func endsThere(a: Bool) -> ValueFuture<User> {
  let f = store.load(1)
  guard a else { fatalError("\(f.isCompleted)") }
  return f
}
