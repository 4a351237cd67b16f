func endsWhereNil(maybe: ValueFuture<User>?) async throws {
  _ = try await maybe?.value
  guard let f = maybe else { return }
  _ = f.asTask()
}
