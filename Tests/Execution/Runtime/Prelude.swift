// What generated functions call and the analysis sees: copied in front of every generated file.
// See Rendering.swift for the signs.

enum Kind { case one, two, three }
enum Trouble: Error { case one, two }

func finish(_ f: ValueFuture<User>) async throws { _ = try await f⟨u⟩.value }
func convert(_ f: ValueFuture<User>) { _ = f⟨u⟩.asTask() }
func look(_ f: ValueFuture<User>) { use(f.isCompleted) }
func finishThrough(_ f: ValueFuture<User>) async throws { try await finish(f⟨p⟩) }
func convertIf(_ f: ValueFuture<User>, _ flag: Bool) { if flag { _ = f⟨u⟩.asTask() } }
func readIfDone(_ f: ValueFuture<User>) { if f.isCompleted { use(f⟨u⟩.result) } }
func same(_ f: ValueFuture<User>) -> ValueFuture<User> { f }
func make() -> ValueFuture<User> { store.load(0)⟨m⟩⟨g⟩ }

func once(_ body: () async throws -> Void) async throws {
  try await body()
  ⟨w⟩
}
func twice(_ body: () async throws -> Void) async throws {
  ⟨q:try await body()⟩
  ⟨q:try await body()⟩⟨n:|; if onceMore() { try await body() }⟩
  ⟨w⟩
}
func perhaps(_ flag: Bool, _ body: () async throws -> Void) async throws {
  if flag { ⟨q:try await body()⟩ }
  ⟨w⟩
}
func runIf(_ flag: Bool, _ body: () -> Void) {
  if flag { ⟨q:body()⟩ }
}
func either(_ flag: Bool, _ body: () -> Void, or other: () -> Void) {
  if flag { ⟨q:body()⟩ } else { ⟨q:other()⟩ }
}
func again(_ body: () async throws -> Void) async throws {
  for _ in ⟨z:0..<3⟩ { try await body() }
  ⟨w⟩
}
func onceNow(_ body: () -> Void) { body() }
func twiceNow(_ body: () -> Void) {
  ⟨q:body()⟩
  ⟨q:body()⟩⟨n:|; if onceMore() { body() }⟩
}
func neverNow(_ body: () -> Void) {}

func finishAgain(_ f: ValueFuture<User>, _ times: Int) async throws {
  if times > 0 { try await finishAgain(f⟨p⟩, times - 1) } else { _ = try await f⟨u⟩.value }
}
func lookAgain(_ f: ValueFuture<User>, _ times: Int) {
  use(f.isCompleted)
  if times > 0 { lookAgain(f⟨p⟩, times - 1) }
}
func ping(_ f: ValueFuture<User>, _ times: Int) {
  if times > 0 { pong(f⟨p⟩, times - 1) } else { convert(f⟨p⟩) }
}
func pong(_ f: ValueFuture<User>, _ times: Int) {
  if times > 0 { ping(f⟨p⟩, times - 1) } else { takeOver(f⟨g⟩) }
}

func renew(_ f: inout ValueFuture<User>) { f = store.load(8)⟨m⟩⟨g⟩ }
func drain(_ f: inout ValueFuture<User>) { _ = f⟨u⟩.asTask() }

func raise(_ flag: inout Bool) { flag = true }
func lower(_ flag: inout Bool) { flag = false }
func turn(_ flag: inout Bool) { flag.toggle() }
func put(_ flag: inout Bool, _ value: Bool) { flag = value }
func lowerDeeply(_ flag: inout Bool) {
  raise(&flag)
  lower(&flag)
}

extension ValueFuture {
  func finishMyself() async throws { _ = try await self⟨u⟩.value }
  func give() { takeOver(self⟨g⟩) }
}

protocol Ending { func end(_ f: ValueFuture<User>) }
struct Converting: Ending { func end(_ f: ValueFuture<User>) { convert(f⟨p⟩) } }
struct Looking: Ending { func end(_ f: ValueFuture<User>) { look(f⟨p⟩) } }
func anyEnding() -> any Ending { random() ? Converting() : Looking() }
