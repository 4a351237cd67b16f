// Two passes on one path.

// MARK: good

func leavesAfterTheFirst(_ rows: PostgresRowSequence, _ wanted: Bool) async throws -> Int {
  if wanted {
    for try await row in rows { return row }
    return 0
  }
  return try await rows.collect().count  // ok: the other path has returned
}

func freshForEachRound(_ responses: [HTTPClientResponse]) async throws {
  for response in responses {
    for try await byte in response.body { print(byte) }  // ok: each round has its own
  }
}

func freshForEachCall(_ make: () async throws -> PostgresRowSequence) async throws {
  let first = try await make()
  for try await row in first { print(row) }
  let second = try await make()
  for try await row in second { print(row) }  // ok: another query
}

func shadowed(_ channel: NIOAsyncChannel<Int, Int>, _ other: NIOAsyncChannel<Int, Int>) async throws {
  try await channel.executeThenClose { inbound, _ in
    for try await part in inbound { print(part) }
  }
  try await other.executeThenClose { inbound, _ in
    for try await part in inbound { print(part) }  // ok: another parameter of the same name
  }
}

func reassigned(_ make: () async throws -> PostgresRowSequence) async throws {
  var rows = try await make()
  for try await row in rows { print(row) }
  rows = try await make()
  for try await row in rows { print(row) }  // ok: another query
}

func correlatedLoops(_ rows: PostgresRowSequence, _ all: Bool) async throws {
  if all { for try await row in rows { print(row) } }
  if !all { print(try await rows.collect()) }  // ok: never both
}

func returnedAfterACheck(_ rows: PostgresRowSequence) async throws -> PostgresRowSequence {
  print(type(of: rows))
  return rows  // ok: not iterated here
}

func throwsBeforeTheLoop(_ rows: PostgresRowSequence) async throws -> [Int] {
  do {
    try risk()
    return try await rows.collect()
  } catch StoreError.closed {
    return []  // ok: not iterated again
  }
}

// MARK: bad

func inALoop(_ rows: PostgresRowSequence) async throws {
  for _ in 0..<3 {
    for try await row in rows { print(row) }  // expect: double-iteration
  }
}

func retriesTheSameBody(_ response: HTTPClientResponse) async throws -> [UInt8] {
  for _ in 0..<3 {
    do {
      return try await response.body.collect(upTo: 1024)  // expect: double-iteration
    } catch {
      continue
    }
  }
  return []
}

func afterABreak(_ rows: PostgresRowSequence) async throws {
  for try await row in rows {
    if row > 0 { break }
  }
  for try await row in rows { print(row) }  // expect: double-iteration
}

func afterAnIf(_ rows: PostgresRowSequence, _ verbose: Bool) async throws -> [Int] {
  if verbose {
    for try await row in rows { print(row) }
  }
  return try await rows.collect()  // expect: double-iteration
}

func throughAnAlias(_ rows: PostgresRowSequence) async throws {
  let copy = rows
  for try await row in rows { print(row) }
  for try await row in copy { print(row) }  // expect: double-iteration
}

func throughTheProperty(_ response: HTTPClientResponse) async throws {
  let body = response.body
  for try await byte in body { print(byte) }
  print(try await response.body.collect(upTo: 64))  // expect: double-iteration
}

func secondIterator(_ rows: PostgresRowSequence) async throws {
  var first = rows.makeAsyncIterator()
  print(try await first.next() ?? 0)
  var second = rows.makeAsyncIterator()  // expect: double-iteration
  print(try await second.next() ?? 0)
}

func inADefer(_ rows: PostgresRowSequence) async throws {
  for try await row in rows {
    if row > 10 { break }
  }
  _ = try await rows.first(where: { $0 > 0 })  // expect: double-iteration
}

private func count(_ rows: PostgresRowSequence) async throws -> Int {
  var count = 0
  for try await _ in rows { count += 1 }
  return count
}

private func describe(_ rows: PostgresRowSequence) -> String { "\(rows)" }

func helperIterates(_ rows: PostgresRowSequence) async throws {
  print(try await count(rows))
  for try await row in rows { print(row) }  // expect: double-iteration
}

func helperLooks(_ rows: PostgresRowSequence) async throws {
  print(describe(rows))
  for try await row in rows { print(row) }  // ok: the helper only looks
}
