// What decides without a flag: what the system has, which function a name means, what a mark says.

import Foundation

/// Whatever its name says, its result may be asked for again and again.
/// vtlint:shared
private struct ValueTask<Value: Sendable>: Sendable {
  var value: Value { get async throws { fatalError() } }
}

// vtlint:ignore
private struct OneShotFuture<Value: Sendable>: Sendable {
  func get() async throws -> Value { fatalError() }
}

// MARK: good

private func sharedByItsMark(task: ValueTask<Int>, future: OneShotFuture<Int>) async throws {
  _ = try await task.value
  _ = try await task.value  // ok: it says that it is shared
  _ = try await future.get()
  _ = try await future.get()  // ok: it says that it is nothing of that kind
}

private func ofTheSystem() async throws {
  let f = store.load(1)
  if #available(macOS 13, *) { _ = try await f.value }
  guard #unavailable(macOS 13) else { return }
  _ = try await f.value  // ok: one of the two
}

private enum Looks {
  static func glance(_ f: ValueFuture<User>) -> Bool { f.isCompleted }

  enum Inner {
    static func ask() async throws {
      let f = store.load(1)
      _ = glance(f)
      _ = try await f.value  // ok: the function around only looks
    }
  }
}

private func glance(_ f: ValueFuture<User>) -> Bool {
  _ = f.asTask()
  return true
}

private struct Both {
  func look(_ f: ValueFuture<User>) { _ = f.asTask() }
  static func look(_ f: ValueFuture<User>) { print(f.isCompleted) }

  static func ask() async throws {
    let f = store.load(1)
    look(f)
    _ = try await f.value  // ok: the static one
  }
}

private func endsItself() {
  let f = store.load(1)
  Timer.scheduledTimer(withTimeInterval: 1, repeats: true) { timer in
    timer.invalidate()
    _ = f.asTask()  // ok: it does not come again
  }
}

private func isOneDone(_ futures: ValueFuture<User>...) -> Bool {
  for f in futures where f.isCompleted { return true }
  return false
}

private func severalAsked() async throws {
  let f = store.load(1)
  let g = store.load(2)
  _ = isOneDone(f, g)
  _ = try await f.value
  _ = try await g.value  // ok: they were asked
}

// MARK: bad

private func theSameSystem() async throws {
  let f = store.load(1)
  if #available(macOS 13, *) { _ = try await f.value }
  if #available(macOS 12, *) { _ = try await f.value }  // expect: double-await
}

private func theGlobalOne() async throws {
  let f = store.load(1)
  _ = glance(f)
  _ = try await f.value  // expect: double-await
}
