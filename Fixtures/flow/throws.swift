func eachTryLeadsToItsCatch() async throws {
  let f = store.load(1)
  do {
    try store.reset()
    _ = try await f.value
  } catch StoreError.closed {
    return
  } catch {
    _ = f.asTask()
  }
}
