// Loops whose body uses its element up before it decides anything: after them all elements are used up.

func tellEach(_ futures: [ValueFuture<User>]) async {
  for f in futures {
    if let user = try? await f.value { print(user) }
  }
}

// MARK: good

func someOfThem(futures: [ValueFuture<User>]) async throws {
  for f in futures { if random() { use(try await f.value) } }
  for f in futures { if random() { use(try await f.value) } }  // ok: nobody knows which ones
}

func fastOnesFirst(futures: [ValueFuture<User>]) async throws {
  for f in futures { if f.isCompleted { use(f.result) } }
  for f in futures { if !f.isCompleted { use(try await f.value) } }  // ok: those that are left
}

func untilOneIsEnough(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    if random() { break }
    use(try await f.value)
  }
  for f in futures { use(try await f.value) }  // ok: the first loop may have been left at once
}

func returnsTheFirst(futures: [ValueFuture<User>]) async -> User? {
  for f in futures { if let user = try? await f.value { return user } }  // ok: another one in each round
  return nil
}

func onlyOnce(futures: [ValueFuture<User>]) async {
  await tellEach(futures)
  for f in futures { print(f.isCompleted) }  // ok: only asked
}

// MARK: bad

func decidedAfterwards(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    let user = try await f.value
    if user.id > 3 { use(user) }
  }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func inADo(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    do { use(try await f.value) } catch { print(error) }
  }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func inAQuestion(futures: [ValueFuture<User>]) async throws {
  for f in futures {
    guard let user = try? await f.value else { continue }
    if user.id == 1 { return }
  }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func byNumberInAQuestion(futures: [ValueFuture<User>]) async throws {
  for i in futures.indices {
    let user = try await futures[i].value
    if user.id > 3 { use(user) }
  }
  for f in futures { use(try await f.value) }  // expect: double-await
}

func toldTwice(futures: [ValueFuture<User>]) async {
  await tellEach(futures)
  await tellEach(futures)  // expect: double-await
}
