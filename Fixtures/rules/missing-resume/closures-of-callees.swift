// Handlers that are given to functions which take them as plain closures, to hooks that subclasses fill, and to members that
// only sound like those of collections.

// MARK: good

private struct Pinner {
  func respond(to value: Int?, completion: (Int) -> Void) {
    guard let value else { return completion(0) }
    completion(value)
  }
}

private final class Challenged {
  private let pinner = Pinner()

  func urlSession(_ session: URLSession, didReceive challenge: Int, completionHandler: @escaping (Int) -> Void) {
    pinner.respond(to: 1, completion: completionHandler)  // ok: that one calls it, now
  }
}

class Hooks {
  func hook(handler _: ((Int) -> Void)?) {}
  func silent(handler _: ((Int) -> Void)?) {}
}

class FilledHooks: Hooks {
  override func hook(handler: ((Int) -> Void)?) { handler?(1) }
}

private final class Hooked {
  private let hooks: Hooks = FilledHooks()

  func urlSession(_ session: URLSession, didReceive challenge: Int, completionHandler: @escaping (Int) -> Void) {
    hooks.hook(handler: completionHandler)  // ok: a subclass calls it
  }
}

func firstOfAQuery(_ query: Query, completion: @escaping (Result<Int, any Error>) -> Void) {
  query.first(options: []) { result in
    switch result {
    case .success(let value): completion(.success(value))  // ok: told once
    case .failure(let error): completion(.failure(error))
    }
  }
}

/// Takes part in nothing: whoever is called forwards to it.
private struct Forwarded {
  func urlSession(_ session: URLSession, didReceive challenge: Int, completionHandler: @escaping (Int) -> Void) {
    if challenge > 3 {  // expect: missing-resume
      completionHandler(challenge)
    }
    // A suggestion.
  }
}

// MARK: bad

private final class Forgetful {
  private let pinner = Pinner()

  func urlSession(_ session: URLSession, didReceive challenge: Int, completionHandler: @escaping (Int) -> Void) {
    guard challenge > 0 else { return }  // expect: missing-resume
    pinner.respond(to: 1, completion: completionHandler)
  }
}

struct Query {
  func first(options: [Int], _ received: @escaping (Result<Int, any Error>) -> Void) {}
}
