// What a function of the sources tells its closure: an error, or a value that was just made. One of the two is there.

final class MadeProfile: Sendable {
  let number: Int
  init(_ number: Int) { self.number = number }
}

struct MadeBadge: Sendable {
  var title: String
}

final class MadeCoupon: Sendable {
  init?(_ text: String) { if text.isEmpty { return nil } }
}

struct MadeFailure: Error {}

final class MadeLoader {
  func profile(_ number: Int?, completion: (MadeProfile?, (any Error)?) -> Void) {
    guard let number else {
      completion(nil, MadeFailure())
      return
    }
    let profile = MadeProfile(number)
    completion(profile, nil)
  }

  func badge(_ title: String, completion: (MadeBadge?, (any Error)?) -> Void) {
    if title.isEmpty { completion(nil, MadeFailure()) } else { completion(MadeBadge(title: title), nil) }
  }

  func named(_ title: String, completion: (MadeBadge?, (any Error)?) -> Void) {
    do {
      let badge = try self.checked(title)
      completion(badge, nil)
    } catch {
      completion(nil, error)
    }
  }

  func annotated(_ title: String, completion: (MadeBadge?, (any Error)?) -> Void) {
    let badges: [MadeBadge] = [MadeBadge(title: title)]
    let badge: MadeBadge = badges[0]
    title.isEmpty ? completion(nil, MadeFailure()) : completion(badge, nil)
  }

  func coupon(_ text: String, completion: (MadeCoupon?, (any Error)?) -> Void) {
    if text.isEmpty { completion(nil, MadeFailure()) } else { completion(MadeCoupon(text), nil) }
  }

  func first(_ titles: [String], completion: (MadeBadge?, (any Error)?) -> Void) {
    if titles.isEmpty { completion(nil, MadeFailure()) } else { completion(self.firstBadge(titles), nil) }
  }

  private func checked(_ title: String) throws -> MadeBadge {
    if title.isEmpty { throw MadeFailure() }
    return MadeBadge(title: title)
  }

  private func firstBadge(_ titles: [String]) -> MadeBadge? { titles.first.map { MadeBadge(title: $0) } }
}

func loadMadeProfile(_ loader: MadeLoader) async throws -> MadeProfile {
  try await withCheckedThrowingContinuation { continuation in
    loader.profile(1) { profile, error in
      // ok: the initialiser gives a profile or there is an error
      if let error { continuation.resume(throwing: error) } else if let profile { continuation.resume(returning: profile) }
    }
  }
}

func loadMadeBadge(_ loader: MadeLoader) async throws -> MadeBadge {
  try await withCheckedThrowingContinuation { continuation in
    loader.badge("gold") { badge, error in
      // ok: the memberwise initialiser cannot fail
      if let error { continuation.resume(throwing: error) } else if let badge { continuation.resume(returning: badge) }
    }
  }
}

func loadNamedBadge(_ loader: MadeLoader) async throws -> MadeBadge {
  try await withCheckedThrowingContinuation { continuation in
    loader.named("gold") { badge, error in
      // ok: the function throws or gives one
      if let error { continuation.resume(throwing: error) } else if let badge { continuation.resume(returning: badge) }
    }
  }
}

func loadAnnotatedBadge(_ loader: MadeLoader) async throws -> MadeBadge {
  try await withCheckedThrowingContinuation { continuation in
    loader.annotated("gold") { badge, error in
      // ok: a constant of that type is no optional
      if let error { continuation.resume(throwing: error) } else if let badge { continuation.resume(returning: badge) }
    }
  }
}

func loadMadeCoupon(_ loader: MadeLoader) async throws -> MadeCoupon {
  try await withCheckedThrowingContinuation { continuation in
    loader.coupon("ten") { coupon, error in
      if let error {
        continuation.resume(throwing: error)
      } else if let coupon {  // expect: missing-resume
        continuation.resume(returning: coupon)
      }
    }
  }
}

func loadFirstBadge(_ loader: MadeLoader) async throws -> MadeBadge {
  try await withCheckedThrowingContinuation { continuation in
    loader.first(["gold"]) { badge, error in
      if let error {
        continuation.resume(throwing: error)
      } else if let badge {  // expect: missing-resume
        continuation.resume(returning: badge)
      }
    }
  }
}
