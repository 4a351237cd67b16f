// What generated functions call and the analysis sees: copied in front of every generated file.
// See Rendering.swift for the signs.

enum Kind { case one, two, three }
enum Trouble: Error { case one, two }

func finish(_ f: ValueFuture<User>) async throws { _ = try await f⟨u⟩.value }
func convert(_ f: ValueFuture<User>) { _ = f⟨u⟩.asTask() }
func look(_ f: ValueFuture<User>) { use(f.isCompleted) }
func finishThrough(_ f: ValueFuture<User>) async throws { try await finish(f⟨p⟩) }
func convertIf(_ f: ValueFuture<User>, _ flag: Bool) { if ⟨c:flag⟩ { _ = f⟨u⟩.asTask() } }
func readIfDone(_ f: ValueFuture<User>) { if f.isCompleted { use(f⟨u⟩.result) } }
func same(_ f: ValueFuture<User>) -> ValueFuture<User> { f }
func make() -> ValueFuture<User> { store.load(0)⟨m⟩⟨g⟩ }

func once(_ body: () async throws -> Void) async throws {
  try await body()
  ⟨w⟩
}
func twice(_ body: () async throws -> Void) async throws {
  ⟨q:try await body()⟩
  ⟨q:try await body()⟩
  ⟨w⟩
}
func perhaps(_ flag: Bool, _ body: () async throws -> Void) async throws {
  if ⟨c:flag⟩ { try await body() }
  ⟨w⟩
}
func again(_ body: () async throws -> Void) async throws {
  for _ in ⟨z:0..<3⟩ { try await body() }
  ⟨w⟩
}
func onceNow(_ body: () -> Void) { body() }
func twiceNow(_ body: () -> Void) {
  ⟨q:body()⟩
  ⟨q:body()⟩
}
func neverNow(_ body: () -> Void) {}
