import Storage

func awaitsTwice(_ client: Client) async throws {
  let row = client.read()
  _ = try await row.value
  _ = try await row.value
}

func awaitsTwiceOfSomeReader(_ reader: some Reading) async throws {
  let row = reader.read()
  _ = try await row.value
  _ = try await row.value
}

func drops(_ client: Client) {
  _ = client.read()
}

func awaitsEach(_ client: Client) async throws {
  for row in client.readAll() { _ = try await row.value }
}
