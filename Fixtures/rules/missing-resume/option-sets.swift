// Option sets that are not empty: one of their members is there.

private struct Readiness: OptionSet, Sendable {
  let rawValue: Int
  static let reading = Readiness(rawValue: 1)
  static let writing = Readiness(rawValue: 2)
}

private struct Wishes: OptionSet, Sendable {
  let rawValue: Int
  static let fast = Wishes(rawValue: 1)
  static let cheap = Wishes(rawValue: 2)
  static let good = Wishes(rawValue: 4)
}

// MARK: good

private func oneOfTheTwo(_ events: Readiness) async -> Bool {
  guard !events.isEmpty else { return false }
  return await withCheckedContinuation { c in
    if events.contains(.reading) {
      c.resume(returning: true)
    } else if events.contains(.writing) {  // ok: then it has this one
      c.resume(returning: false)
    }
  }
}

// MARK: bad

private func perhapsNeither(_ events: Readiness) async -> Bool {
  await withCheckedContinuation { c in
    if events.contains(.reading) {
      c.resume(returning: true)
    } else if events.contains(.writing) {  // expect: missing-resume
      c.resume(returning: false)
    }
  }
}

private func oneIsNotAskedFor(_ wishes: Wishes) async -> Bool {
  guard !wishes.isEmpty else { return false }
  return await withCheckedContinuation { c in
    if wishes.contains(.fast) {
      c.resume(returning: true)
    } else if wishes.contains(.cheap) {  // expect: missing-resume
      c.resume(returning: false)
    }
  }
}

private func perhapsBoth(_ events: Readiness) async -> Bool {
  guard !events.isEmpty else { return false }
  return await withCheckedContinuation { c in
    if events.contains(.reading) { c.resume(returning: true) }
    if events.contains(.writing) { c.resume(returning: false) }  // expect: double-resume
  }
}
