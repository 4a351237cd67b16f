// A callee in sight tells what another function of the sources gives, or an error: one of the two, unless it gives an optional.

private struct Badge: Sendable {
  var title: String
}

private struct Cabinet: Sendable {
  func badge(_ title: String, told: (Badge?, (any Error)?) -> Void) {
    do {
      let badge = try self.checkedBadge(title)
      told(badge, nil)
    } catch {
      told(nil, error)
    }
  }

  func first(_ titles: [String], told: (Badge?, (any Error)?) -> Void) {
    if titles.isEmpty { told(nil, StoreError.missing) } else { told(firstBadge(titles), nil) }
  }

  func perhaps(_ title: String, told: (Badge?, (any Error)?) -> Void) {
    if title.isEmpty { told(nil, StoreError.missing) } else { told(try? checkedBadge(title), nil) }
  }

  private func checkedBadge(_ title: String) throws -> Badge {
    if title.isEmpty { throw StoreError.missing }
    return Badge(title: title)
  }

  private func firstBadge(_ titles: [String]) -> Badge? { titles.first.map { Badge(title: $0) } }
}

// MARK: good

private func badge(_ cabinet: Cabinet) async throws -> Badge {
  try await withCheckedThrowingContinuation { c in
    cabinet.badge("gold") { badge, error in
      if let error { c.resume(throwing: error) } else if let badge { c.resume(returning: badge) }  // ok: it throws or gives one
    }
  }
}

// MARK: bad

private func firstBadge(_ cabinet: Cabinet) async throws -> Badge {
  try await withCheckedThrowingContinuation { c in
    cabinet.first(["gold"]) { badge, error in
      if let error { c.resume(throwing: error) } else if let badge { c.resume(returning: badge) }  // expect: missing-resume
    }
  }
}

private func perhapsABadge(_ cabinet: Cabinet) async throws -> Badge {
  try await withCheckedThrowingContinuation { c in
    cabinet.perhaps("gold") { badge, error in
      if let error { c.resume(throwing: error) } else if let badge { c.resume(returning: badge) }  // expect: missing-resume
    }
  }
}
