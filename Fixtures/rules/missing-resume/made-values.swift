// A callee in sight tells what an initialiser has made, or an error, and never neither.

private final class Config: Sendable {
  init(_ number: Int) {}
}

private struct Settings: Sendable {
  var number: Int
}

private struct Parsed: Sendable {
  init?(_ text: String) { return nil }
}

private func fetchConfig(_ number: Int?, _ told: @escaping @Sendable (Config?, (any Error)?) -> Void) {
  guard let number else {
    told(nil, StoreError.missing)
    return
  }
  let made = Config(number)
  told(made, nil)
}

private func fetchSettings(_ number: Int?, _ told: @escaping @Sendable (Settings?, (any Error)?) -> Void) {
  if let number { told(Settings(number: number), nil) } else { told(nil, StoreError.missing) }
}

private func fetchParsed(_ text: String?, _ told: @escaping @Sendable (Parsed?, (any Error)?) -> Void) {
  if let text { told(Parsed(text), nil) } else { told(nil, StoreError.missing) }
}

private func made() -> Config { Config(1) }

private func fetchWritten(_ told: @escaping @Sendable (Config?, (any Error)?) -> Void) {
  let value: Config = made()
  told(value, nil)
}

// MARK: good

private func written() async throws -> Config {
  try await withCheckedThrowingContinuation { c in
    fetchWritten { config, error in
      if let error { c.resume(throwing: error) } else if let config { c.resume(returning: config) }  // ok: one is there
    }
  }
}

private func config() async throws -> Config {
  try await withCheckedThrowingContinuation { c in
    fetchConfig(1) { config, error in
      if let error { c.resume(throwing: error) } else if let config { c.resume(returning: config) }  // ok: one is there
    }
  }
}

private func settings() async throws -> Settings {
  try await withCheckedThrowingContinuation { c in
    fetchSettings(1) { settings, error in
      if let error { c.resume(throwing: error) } else if let settings { c.resume(returning: settings) }  // ok: one is there
    }
  }
}

// MARK: bad

private func parsed() async throws -> Parsed {
  try await withCheckedThrowingContinuation { c in
    fetchParsed("1") { parsed, error in
      if let error {
        c.resume(throwing: error)
      } else if let parsed {  // expect: missing-resume
        c.resume(returning: parsed)
      }
    }
  }
}
