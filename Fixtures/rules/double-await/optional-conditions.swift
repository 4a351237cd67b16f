// What conditions say of optionals: compared with a literal, with a default, through patterns.

enum Grade { case free, paid, full }

// MARK: good

func caseOfOptional(grade: Grade?) async throws {
  let f = store.load(1)
  if grade == .free { _ = try await f.value }
  guard let grade else {
    _ = try await f.value  // ok: not nil above
    return
  }
  if grade == .paid { _ = try await f.value }  // ok: another case
}

func patternsOfOptional(grade: Grade?) async throws {
  let f = store.load(1)
  switch grade {
  case .free?: _ = try await f.value
  case .some: break
  case nil: _ = try await f.value
  }
  if case .paid? = grade { _ = try await f.value }  // ok: neither free nor nil
}

func defaultedNumber(number: Int?) async throws {
  let f = store.load(1)
  if (number ?? 1) > 1 { _ = try await f.value }
  if number == nil { _ = try await f.value }  // ok: then it is one
}

func boundOrDefaulted(number: Int?) async throws {
  let f = store.load(1)
  if let number, number > 3 { _ = try await f.value }
  if (number ?? 0) <= 3 { _ = try await f.value }  // ok
}

func countOfOptional(items: [Int]?) async throws {
  let f = store.load(1)
  if (items?.count ?? 0) > 0 { _ = try await f.value }
  if items == nil { _ = try await f.value }  // ok: then there is none
}

func emptyOrNil(name: String?) async throws {
  let f = store.load(1)
  if name?.isEmpty ?? true { _ = try await f.value }
  if let name, !name.isEmpty { _ = try await f.value }  // ok
}

func optionalFlag(flag: Bool?) async throws {
  let f = store.load(1)
  if flag == nil { _ = try await f.value }
  if flag == false { _ = try await f.value }  // ok: not nil
}

func defaultedFlag(flag: Bool?) async throws {
  let f = store.load(1)
  if flag ?? false { _ = try await f.value }
  if flag == nil { _ = try await f.value }  // ok: then it is false
  if flag == false { _ = try await f.value }  // ok
}

func betweenIntegers(number: Int) async throws {
  let f = store.load(1)
  if number < 1 { _ = try await f.value }
  if number > 0 { _ = try await f.value }  // ok: nothing lies between
}

func openRanges(number: Int) async throws {
  let f = store.load(1)
  switch number {
  case 0: _ = try await f.value
  case 1...: _ = try await f.value
  default: break
  }
  if number < 0 { _ = try await f.value }  // ok
}

final class Session {
  var user: User?

  func keep(_ new: User) async throws {
    let f = store.load(1)
    user = new
    if user == nil { _ = try await f.value }
    _ = try await f.value  // ok: it is there
  }
}

// MARK: bad

func twoGrades(grade: Grade?) async throws {
  let f = store.load(1)
  if grade != .free { _ = try await f.value }
  if grade == nil { _ = try await f.value }  // expect: double-await
}

func defaultedHigher(number: Int?) async throws {
  let f = store.load(1)
  if (number ?? 2) > 1 { _ = try await f.value }
  if number == nil { _ = try await f.value }  // expect: double-await
}

func betweenNumbers(number: Double) async throws {
  let f = store.load(1)
  if number < 1 { _ = try await f.value }
  if number > 0 { _ = try await f.value }  // expect: double-await
}

func notFalse(flag: Bool?) async throws {
  let f = store.load(1)
  if flag != false { _ = try await f.value }
  if flag == nil { _ = try await f.value }  // expect: double-await
}

func defaultedTrue(flag: Bool?) async throws {
  let f = store.load(1)
  if flag ?? true { _ = try await f.value }
  if flag == nil { _ = try await f.value }  // expect: double-await
}

// MARK: what an optional variable got is there

func caseOfAResult(isEarly: Bool) async throws {
  let f = store.load(1)
  var result: Result<User, any Error>?
  if isEarly { result = .success(try await f.value) }
  if result != nil { return }
  _ = try await f.value  // ok
}

func eitherOfTwo(isEarly: Bool, isFirst: Bool, user: User) async throws {
  let f = store.load(1)
  var found: User?
  if isEarly {
    _ = try await f.value
    found = isFirst ? user : User()
  }
  guard found == nil else { return }
  _ = try await f.value  // ok
}

func forced(isEarly: Bool, user: User?) async throws {
  let f = store.load(1)
  var found: User?
  if isEarly {
    _ = try await f.value
    found = user!
  }
  guard found == nil else { return }
  _ = try await f.value  // ok
}

func perhapsNothing(isEarly: Bool, user: User?) async throws {
  let f = store.load(1)
  var found: User?
  if isEarly {
    _ = try await f.value
    found = user
  }
  guard found == nil else { return }
  _ = try await f.value  // expect: double-await
}

func noneIsNothing(isEarly: Bool) async throws {
  let f = store.load(1)
  var found: User? = User()
  if isEarly {
    _ = try await f.value
    found = .none
  }
  guard found == nil else { return }
  _ = try await f.value  // expect: double-await
}
