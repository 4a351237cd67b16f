func besideItsMaker() async throws {
  let f = store.load(1)
  let task = Task { try await f.value }
  use(f.isCompleted)
  _ = try await task.value
  _ = f.asTask()
}
