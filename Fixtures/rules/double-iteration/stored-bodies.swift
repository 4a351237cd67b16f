// A body that a constant property keeps, and that came from outside: as good as a parameter.

struct Download: Sendable {
  let body: RequestBody
  let known = RequestBody(buffer: [1, 2, 3])

  // MARK: good

  func log() async throws { for try await part in body { print(part) } }  // ok

  func knownTwice() async throws {
    for try await part in known { print(part) }
    for try await part in known { print(part) }  // ok: it is in memory
  }

  func oneOfTwo(isShort: Bool) async throws {
    if isShort {
      for try await part in body { print(part) }  // ok
    } else {
      for try await part in body.prefix(2) { print(part) }  // ok
    }
  }

  // MARK: bad

  func twice() async throws {
    for try await part in body { print(part) }
    for try await part in body { print(part) }  // expect: double-iteration
  }
}
