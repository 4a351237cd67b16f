// Calls that do not return end their path.
import Foundation

enum Ending {
  static func stop(_ reason: String) -> Never { fatalError(reason) }
  func stopHere() -> Never { fatalError("here") }
}

// MARK: good

func fatalErrorEnds(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    fatalError("closed")
  }
  _ = try await f.value  // ok: the branch above has ended
}

func preconditionFailureEnds(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    preconditionFailure("closed")
  }
  _ = try await f.value  // ok: the branch above has ended
}

func exitEnds(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    exit(1)
  }
  _ = try await f.value  // ok: the branch above has ended
}

func ownStaticNeverEnds(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    Ending.stop("closed")
  }
  _ = try await f.value  // ok: the branch above has ended
}

func ownMethodEnds(a: Bool, ending: Ending) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    ending.stopHere()
  }
  _ = try await f.value  // ok: the branch above has ended
}

func guardEndsByNever(a: Bool) async throws {
  let f = store.load(1)
  guard a else {
    _ = try await f.value
    fatalError("closed")
  }
  _ = try await f.value  // ok: the guard's other side has ended
}

func endlessLoop(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    while true { await pause() }
  }
  _ = try await f.value  // ok: the loop above never ends
}

func switchCaseEnds(n: Int) async throws {
  let f = store.load(1)
  switch n {
  case 0:
    _ = try await f.value
    fatalError("closed")
  default: break
  }
  _ = try await f.value  // ok: the case above has ended
}

func localNever(a: Bool) async throws {
  func give(up reason: String) -> Never { fatalError(reason) }
  let f = store.load(1)
  if a {
    _ = try await f.value
    give(up: "closed")
  }
  _ = try await f.value  // ok: the branch above has ended
}

func coalescedIntoNever(user: User?) async throws {
  let f = store.load(1)
  let known = try user ?? { throw StoreError.missing }()
  use(known)
  _ = try await f.value  // ok: the only one
}

// MARK: bad

func assertionFailureReturns(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    assertionFailure("closed")
  }
  _ = try await f.value  // expect: double-await
}

func printReturns(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    print("closed")
  }
  _ = try await f.value  // expect: double-await
}

func conditionalNever(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    if b { fatalError("closed") }
  }
  _ = try await f.value  // expect: double-await
}

func neverBeforeTheFirst(a: Bool) async throws {
  let f = store.load(1)
  if a { fatalError("closed") }
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func loopThatCanBeLeft(a: Bool) async throws {
  let f = store.load(1)
  if a {
    _ = try await f.value
    while true {
      if random() { break }
    }
  }
  _ = try await f.value  // expect: double-await
}

func preconditionMayHold(a: Bool) async throws {
  let f = store.load(1)
  _ = try await f.value
  precondition(a, "closed")
  _ = try await f.value  // expect: double-await
}

// MARK: by their module's name

func moduleBeforeNever(a: Bool) async throws {
  let f = store.load(1)
  if a {
    use(f.asTask())
    Swift.fatalError("closed")
  }
  use(try await f.value)
}

func moduleBeforePrint() async throws {
  let f = store.load(1)
  Swift.print(f)
  use(try await f.value)
}

func moduleBeforePrecondition() {
  let f = store.load(1)
  Swift.precondition(f.isCompleted)
  use(f.result)
}
