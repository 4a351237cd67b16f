func childrenOfScopes() async throws {
  let f = store.load(1)
  async let user = f.value
  try await withThrowingTaskGroup(of: User.self) { group in
    group.addTask { try await f.value }
    for try await other in group { use(other) }
  }
  use(try await user)
}
