import Storage

func awaitsTwice(_ client: Client) async throws {
  let user = client.newest
  _ = try await user.value
  _ = try await user.value
}

func awaitsTwiceWithoutAnnotations() async throws {
  let client = connect()
  let user = client.newest
  _ = try await user.value
  _ = try await user.value
}

/// Which `fetch` it is hangs on what `map` gives, which only the compiler works out.
func awaitsTheChosenOverloadTwice(_ client: Client, _ names: [String]) async throws {
  let ids = names.map { $0.count }
  let user = client.fetch(ids[0])
  _ = try await user.value
  _ = try await user.value
}

func readsTwice(_ client: Client) async {
  let rows = client.rows()
  for await _ in rows {}
  for await _ in rows {}
}

/// What the closure is given stands in the dependency alone; the index tells it by the members that are asked for.
func handlesTwice(_ client: Client) async throws {
  try await client.each { user in
    _ = try await user.value
    _ = try await user.value
  }
}

final class Cache: Sendable {
  let first = connect().newest
  let name = "first"
}

func awaitsOnce(_ client: Client) async throws {
  let user = client.newest
  _ = try await user.value
}

/// The module's own `Session` is no other's.
struct Session {
  func open() -> Task<Int, Never> { Task { 1 } }
}

func opensTwice() async {
  let opened = Session().open()
  _ = await opened.value
  _ = await opened.value
}
