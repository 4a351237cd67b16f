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

/// Which `fetch` it is hangs on the type of `number()`, which nothing but the compiler's index tells for certain.
func awaitsTheChosenOverloadTwice<Number>(_ client: Client, _ number: () -> Number) async throws where Number == Int {
  let user = client.fetch(number())
  _ = try await user.value
  _ = try await user.value
}

func readsTwice(_ client: Client) async {
  let rows = client.rows()
  for await _ in rows {}
  for await _ in rows {}
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
