// `user?.name = …`: where there is nobody, the right side of an assignment is not evaluated.

final class Profile: @unchecked Sendable {
  var id = 0
  var parts: [Int] = []
}

// MARK: good

func assignedOrNot(profile: Profile?) async throws {
  let f = store.load(1)
  profile?.id = try await f.value.id
  if profile == nil { _ = try await f.value }  // ok: nobody was there to assign to
}

func addedOrNot(profile: Profile?) async throws {
  let f = store.load(1)
  profile?.id += try await f.value.id
  guard profile != nil else {
    _ = try await f.value  // ok: nobody was there to add to
    return
  }
}

func elementOrNot(numbers: inout [Int]?) async throws {
  let f = store.load(1)
  numbers?[0] = try await f.value.id
  if numbers == nil { _ = try await f.value }  // ok
}

// MARK: bad

func assignedThenAgain(profile: Profile?) async throws {
  let f = store.load(1)
  profile?.id = try await f.value.id
  _ = try await f.value  // expect: double-await
}

func assignedWhereThere(profile: Profile?) async throws {
  let f = store.load(1)
  profile?.parts[0] = try await f.value.id
  if profile != nil { _ = try await f.value }  // expect: double-await
}

func elementWhereThere(numbers: inout [Int]?) async throws {
  let f = store.load(1)
  numbers?[0] = try await f.value.id
  if numbers != nil { _ = try await f.value }  // expect: double-await
}
