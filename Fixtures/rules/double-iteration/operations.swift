// What iterates: loops, searches, reductions, arguments; and what makes a sequence of another kind.

// MARK: good

func sharedFirst(_ rows: PostgresRowSequence) async throws {
  let shared = rows.share()
  for try await row in shared { print(row) }
  for try await row in shared { print(row) }  // ok: made to be shared
}

func mappedOnce(_ rows: PostgresRowSequence) async throws {
  let doubled = rows.map { $0 * 2 }
  for try await row in doubled { print(row) }  // ok: one pass
}

func channelTwice(_ channel: AsyncChannel<Int>) async throws {
  for try await element in channel { print(element) }
  for try await element in channel { print(element) }  // ok: a channel has many consumers
}

func bodyOfBytes() async throws {
  let body = HTTPClientResponse.Body.bytes([1, 2, 3])
  for try await byte in body { print(byte) }
  for try await byte in body { print(byte) }  // ok: bytes in memory
}

func bufferedRequestBody() async throws {
  let body = RequestBody(buffer: [1, 2, 3])
  print(try await body.collect(upTo: 10))
  print(try await body.collect(upTo: 10))  // ok: bytes in memory
}

func multipassBody() async throws {
  let body = HTTPBody([1, 2, 3])
  print(try await String(collecting: body, upTo: 10))
  print(try await String(collecting: body, upTo: 10))  // ok: bytes in memory
}

func rearmed(_ incoming: Request) async throws {
  var request = incoming
  print(try await request.collectBody(upTo: 1024))
  for try await byte in request.body { print(byte) }  // ok: the body is a buffer now
  for try await _ in request.body {}  // ok: and stays one
}

func retriedIfItMayBe(_ body: HTTPBody, next: (HTTPBody) async throws -> Void) async throws {
  guard body.iterationBehavior == .multiple else { return try await next(body) }
  for _ in 0..<3 {
    do { return try await next(body) } catch { print(error) }  // ok: it was asked
  }
}

// MARK: bad

func reducedTwice(_ rows: PostgresRowSequence) async throws -> Int {
  let sum = try await rows.reduce(0, +)
  let product = try await rows.reduce(1, *)  // expect: double-iteration
  return sum + product
}

func containedThenIterated(_ rows: PostgresRowSequence) async throws {
  if try await rows.contains(1) { print("one") }
  for try await row in rows { print(row) }  // expect: double-iteration
}

func mappedAndIterated(_ rows: PostgresRowSequence) async throws {
  let doubled = rows.map { $0 * 2 }
  for try await row in doubled { print(row) }
  for try await row in doubled { print(row) }  // expect: double-iteration
}

func baseAfterItsMap(_ rows: PostgresRowSequence) async throws {
  for try await row in rows.filter({ $0 > 0 }) { print(row) }
  for try await row in rows { print(row) }  // expect: double-iteration
}

func collectedAsAnArgument(_ body: HTTPBody) async throws {
  print(try await [UInt8](collecting: body, upTo: 1024))
  print(try await String(collecting: body, upTo: 1024))  // expect: double-iteration
}

func iteratedThenCollected(_ request: Request) async throws {
  for try await byte in request.body { print(byte) }
  print(try await request.body.collect(upTo: 1024))  // expect: double-iteration
}

func loggedThenHandedOn(_ body: HTTPBody, next: (HTTPBody) async throws -> Void) async throws {
  print(try await String(collecting: body, upTo: 1024))
  try await next(body)  // expect: double-iteration
}

func eitherOfTwoMaps(_ rows: PostgresRowSequence, _ isLong: Bool) async throws {
  let doubled = rows.map { $0 * 2 }
  let positive = rows.filter { $0 > 0 }
  if isLong {
    for try await row in doubled { print(row) }  // ok: neither has iterated anything before
  } else {
    for try await row in positive { print(row) }  // ok: the other branch
  }
}

func bothOfTwoMaps(_ rows: PostgresRowSequence) async throws {
  let doubled = rows.map { $0 * 2 }
  let positive = rows.filter { $0 > 0 }
  for try await row in doubled { print(row) }
  for try await row in positive { print(row) }  // expect: double-iteration
}
