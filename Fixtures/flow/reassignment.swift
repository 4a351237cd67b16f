func madeAnewInEachRound() async throws {
  var f = store.load(1)
  while random() {
    _ = try await f.value
    f = store.load(2)
  }
  _ = f.asTask()
}
