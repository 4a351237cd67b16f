// Property wrappers: what the wrapper gives, under the property's name and under that with `$`.

@propertyWrapper struct Loaded {
  var wrappedValue: ValueFuture<User> { store.load(1) }
}

@propertyWrapper struct Watched<Value: Sendable> {
  var wrappedValue: Value
  var projectedValue: ValueFuture<Value> { ValueFuture(wrappedValue) }
}

@propertyWrapper struct Counted {
  var wrappedValue = 3
  var projectedValue: Int { 4 }
}

struct WrappedProperties {
  @Loaded var user
  @Watched private var name = "a"
  @Watched(wrappedValue: 3) var count
  @Counted var visits

  // MARK: good

  func anew() async throws {
    _ = try await user.value
    _ = try await user.value  // ok: made anew
    _ = try await $name.value
    _ = try await $name.value  // ok
    print($visits, visits, count)
  }

  func once() async throws {
    let f = $name
    _ = try await f.value  // ok
  }

  // MARK: bad

  func ofTheProperty() async throws {
    let f = user
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }

  func ofTheProjection() async throws {
    let f = $name
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }

  func ofSelf() async throws {
    let f = self.$count
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}
