// Functions that pass over a sequence on some paths: what they are told, or what they give back, may say on which.

func printIf(_ wanted: Bool, _ rows: PostgresRowSequence) async throws {
  if wanted { for try await row in rows { print(row) } }
}

func printPerhaps(_ rows: PostgresRowSequence) async throws {
  if random() { for try await row in rows { print(row) } }
}

func tryToPrint(_ rows: PostgresRowSequence) async throws -> Bool {
  if random() { return false }
  for try await row in rows { print(row) }
  return true
}

protocol Reader {
  func read(_ rows: PostgresRowSequence) async throws
}

struct Draining: Reader {
  func read(_ rows: PostgresRowSequence) async throws { for try await row in rows { print(row) } }
}

struct Looking: Reader {
  func read(_ rows: PostgresRowSequence) async throws { print(type(of: rows)) }
}

// MARK: good

func toldNotTo(_ rows: PostgresRowSequence) async throws {
  try await printIf(false, rows)
  for try await row in rows { print(row) }  // ok
}

func theOtherCase(_ rows: PostgresRowSequence, _ isPrinted: Bool) async throws {
  try await printIf(isPrinted, rows)
  if !isPrinted { for try await row in rows { print(row) } }  // ok
}

func asItSaid(_ rows: PostgresRowSequence) async throws {
  if try await tryToPrint(rows) { return }
  for try await row in rows { print(row) }  // ok: it has not
}

func bySomeReader(_ reader: any Reader, _ rows: PostgresRowSequence) async throws {
  try await reader.read(rows)
  for try await row in rows { print(row) }  // ok: some only look
}

// MARK: bad

func toldTo(_ rows: PostgresRowSequence) async throws {
  try await printIf(true, rows)
  for try await row in rows { print(row) }  // expect: double-iteration
}

func whateverItDid(_ rows: PostgresRowSequence) async throws {
  try await printPerhaps(rows)
  for try await row in rows { print(row) }  // expect: double-iteration
}

func perhapsAgain(_ rows: PostgresRowSequence) async throws {
  for try await row in rows { print(row) }
  try await printPerhaps(rows)  // expect: double-iteration
}

func whatItSaidForgotten(_ rows: PostgresRowSequence) async throws {
  _ = try await tryToPrint(rows)
  for try await row in rows { print(row) }  // expect: double-iteration
}
