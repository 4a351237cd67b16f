// Functions that name no sequence: what the methods and properties of an object do with one that it keeps they do twice.

struct Report: Sendable {
  let lines: AsyncThrowingStream<String, any Error>
  let title: String

  func print() async throws { for try await line in lines { Swift.print(line) } }
  func length() async throws -> Int { try await lines.reduce(0) { $0 + $1.count } }
  func describe() -> String { title }
  var isShort: Bool { title.isEmpty }
  var all: [String] { get async throws { try await lines.reduce(into: []) { $0.append($1) } } }

  func printedThenRead() async throws -> [String] {
    try await print()
    return try await all  // expect: double-iteration
  }
}

struct Desk { let report: Report }

// MARK: good

func printed(_ report: Report) async throws {
  if report.isShort { print(report.describe()) }
  try await report.print()  // ok
}

func oneOfTwo(_ report: Report) async throws -> Int {
  if report.isShort { return try await report.length() }
  try await report.print()  // ok
  return 0
}

func twoReports(_ one: Report, _ other: Report) async throws {
  try await one.print()
  try await other.print()  // ok: another one
}

// MARK: bad

func printedThenCounted(_ report: Report) async throws -> Int {
  try await report.print()
  return try await report.length()  // expect: double-iteration
}

func countedThenRead(_ report: Report) async throws {
  print(try await report.length())
  print(try await report.all)  // expect: double-iteration
}

func ofAnObject(_ desk: Desk) async throws {
  try await desk.report.print()
  print(try await desk.report.all)  // expect: double-iteration
}
