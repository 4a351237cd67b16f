// A value future inside of a struct or of a case of an enum, as long as it is certain which one it is: the struct or the case
// was made here, is a constant, and nobody else was given it.

// stored-property has fixtures of its own.
struct Parcel {
  var label = ""
  let future: ValueFuture<User>  // expect: stored-property
  var isReady: Bool { future.isCompleted }
  func open() async throws -> User { try await future.value }
}

enum Stage {
  case idle
  case pending(ValueFuture<User>)
  case numbered(Int, future: ValueFuture<User>)
}

enum Crate<Content> {
  case empty
  case full(Content)
}

// MARK: good

func insideOnly() async throws {
  let f = store.load(1)
  let parcel = Parcel(label: "a", future: f)
  print(parcel.label)
  _ = try await parcel.future.value  // ok
}

func outsideOnly() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  print(parcel.label)
  _ = try await f.value  // ok
}

func insideOrOutside(isLate: Bool) async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  if isLate {
    _ = try await parcel.future.value  // ok
  } else {
    _ = try await f.value  // ok
  }
}

func handedOnInside() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  takeOver(parcel)
  _ = try await f.value  // ok: nobody knows what was done with it
}

func openedByAMethod() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  _ = try await parcel.open()
  _ = try await f.value  // ok: nobody looks into methods of structs
}

func heldByAClosure() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  onEvent { _ = try await parcel.future.value }
  _ = try await f.value  // ok: nobody knows whether the closure runs
}

func variableStruct() async throws {
  let f = store.load(1)
  var parcel = Parcel(future: f)
  parcel.label = "b"
  if random() { parcel = Parcel(future: store.load(2)) }
  _ = try await parcel.future.value
  _ = try await f.value  // ok: it may be another one
}

func keptAndLeft() {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  print(parcel.label)  // ok: somebody put it away
}

func caseOnly() async throws {
  let f = store.load(1)
  let stage = Stage.pending(f)
  if case .pending(let g) = stage { _ = try await g.value }  // ok
}

func caseOrFuture() async throws {
  let f = store.load(1)
  let stage = Stage.pending(f)
  guard case .pending(let g) = stage, random() else {
    _ = try await f.value  // ok
    return
  }
  _ = try await g.value  // ok
}

func twoCases() async throws {
  let (f, g) = (store.load(1), store.load(2))
  let (first, second) = (Stage.pending(f), Stage.numbered(1, future: g))
  if case .pending(let one) = first { _ = try await one.value }  // ok
  if case .numbered(_, let two) = second { _ = try await two.value }  // ok
}

func remadeWithItsStruct() async throws {
  for number in 0..<3 {
    let f = store.load(number)
    let parcel = Parcel(future: f)
    _ = try await parcel.future.value  // ok
  }
}

// MARK: bad

func insideThenOutside() async throws {
  let f = store.load(1)
  let parcel = Parcel(label: "a", future: f)
  print(parcel.label)
  _ = try await parcel.future.value
  _ = try await f.value  // expect: double-await
}

func outsideThenInside() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  _ = try await f.value
  _ = try await parcel.future.value  // expect: double-await
}

func consumedThenPutInside() async throws {
  let f = store.load(1)
  _ = try await f.value
  let parcel = Parcel(future: f)
  _ = try await parcel.future.get()  // expect: double-await
}

func payloadThenFuture() async throws {
  let f = store.load(1)
  let stage = Stage.pending(f)
  if case .pending(let g) = stage { _ = try await g.value }
  _ = try await f.value  // expect: double-await
}

func payloadOfASwitch() async throws {
  let f = store.load(1)
  let stage: Stage = .numbered(1, future: f)
  switch stage {
  case .idle: break
  case .pending(let g): _ = try await g.value
  case .numbered(_, let g): _ = try await g.value
  }
  _ = try await f.value  // expect: double-await
}

func futureThenPayload() async throws {
  let f = store.load(1)
  let keeper = Crate.full(f)
  _ = try await f.value
  guard case .full(let g) = keeper else { return }
  _ = try await g.value  // expect: double-await
}

func payloadInATask() async throws {
  let f = store.load(1)
  let parcel = Parcel(future: f)
  let task = Task { try await parcel.future.value }
  _ = try await f.value  // expect: concurrent-await
  _ = try await task.value
}
