func f() async throws {
  outer: for case let (a, b)? in pairs where a > b {
    if a == 1 { continue outer }
    break outer
  }
  for try await x: Int in stream { }
  for await _ in stream { }
  repeat { work() } while running
  while true { break }
  for var i in 0..<3 { i += 1 }
  for (i, (key: k, value: v)) in d.enumerated() { }
}
