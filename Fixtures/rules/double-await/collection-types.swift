// What members of collections give: whoever makes the future came out of one.

private struct Shop: Identifiable, Sendable {
  let id: Int
  var store: Store { Store() }
}

private struct ShopOptions: Sendable {
  var onFuture: (@Sendable (ValueFuture<User>) -> Void)?
  var onStore: (@Sendable (Store) -> Void)?
}

// MARK: bad

private func removedFirst(_ stores: [Store]) {
  var stores = stores
  let f = stores.removeFirst().load(1)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func poppedLast(_ stores: [Store]) {
  var stores = stores
  guard let store = stores.popLast() else { return }
  let f = store.load(1)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func greatest(_ stores: [Store]) {
  guard let store = stores.max(by: { _, _ in true }), let other = stores.randomElement() else { return }
  let (f, g) = (store.load(1), other.load(1))
  takeOver(f.asTask(), g.asTask())
  use(f.asTask())  // expect: double-await
  use(g.asTask())  // expect: double-await
}

private func firstPair(_ stores: [Int: Store]) {
  guard let f = stores.first?.value.load(1) else { return }
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func slice(_ stores: [Store]) {
  for store in stores[1...] {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

private func lastOfASlice(_ shops: ArraySlice<Shop>) {
  guard let f = shops.last?.store.load(1) else { return }
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func flattened(_ stores: [[Store]], _ perhaps: [Store?]) {
  for store in stores.flatMap({ $0 }) + stores.joined() + perhaps.compactMap({ $0 }) {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

private func mappedToStores(_ shops: [Shop]) {
  let f = shops.map(\.store)[0].load(1)
  for store in shops.map({ $0.store }) {
    let g = store.load(1)
    use(g.asTask())
    use(g.asTask())  // expect: double-await
  }
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func grouped(_ shops: [Shop]) {
  let groups = Dictionary(grouping: shops, by: \.id)
  let byID = Dictionary(uniqueKeysWithValues: shops.map { ($0.id, $0) })
  guard let f = groups[1]?.first?.store.load(1), let g = byID[1]?.store.load(1) else { return }
  takeOver(f.asTask(), g.asTask())
  use(f.asTask())  // expect: double-await
  use(g.asTask())  // expect: double-await
}

private func reduced(_ shops: [Shop]) {
  let f = shops.reduce(shops[0]) { $0.id > $1.id ? $0 : $1 }.store.load(1)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

private func twoNamesForAPair(_ stores: [Int: Store]) {
  stores.forEach { id, store in
    let f = store.load(id)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

private func secondOfReduce(_ stores: [Store]) {
  use(
    stores.reduce(0) { sum, store in
      let f = store.load(sum)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
      return sum + 1
    })
}

private func optionalClosureProperty(_ options: inout ShopOptions) {
  options.onFuture = { f in
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

private func closureOfAMemberwiseInitialiser() -> ShopOptions {
  ShopOptions(
    onFuture: {
      use($0.asTask())
      use($0.asTask())  // expect: double-await
    },
    onStore: { store in
      let f = store.load(1)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    })
}

// MARK: good

private func eachRemovedOnce(_ stores: [Store]) {
  var stores = stores
  while let store = stores.popLast() { use(store.load(1).asTask()) }
  for store in stores[1...] { use(store.load(1).asTask()) }
}

private func twoOfTheSame(_ stores: [Store]) {
  var stores = stores
  let f = stores.removeFirst().load(1)
  let g = stores.removeFirst().load(1)
  takeOver(f.asTask(), g.asTask())
}

private func anElementEach(_ futures: [ValueFuture<User>]) async throws {
  var futures = futures
  use(try await futures.removeFirst().value)
  use(try await futures.removeFirst().value)  // ok: the next one
  for f in futures[1...] { use(try await f.value) }
}

private func oneNameForAPair(_ futures: [Int: ValueFuture<User>]) {
  futures.forEach { id, f in takeOver(id, f.asTask()) }
}

private func numbersOnly(_ shops: [Shop]) {
  use(shops.reduce(0) { $0 + $1.id })
  use(shops.map(\.id).max() ?? 0)
}
