// What a `guard` binds is no flag, whatever its `else` calls.

private final class Response {
  var user: User?
  var next: Response?
}

// MARK: good

private func answersBoth(_ reply: Response, completionHandler: @escaping (Bool) -> Void) {
  guard let next = reply.next else {
    completionHandler(false)
    return
  }
  completionHandler(next.user != nil)  // ok: each way
}

// MARK: bad

private func forgetsTheUser(_ reply: Response, completionHandler: @escaping (Bool) -> Void) {
  guard let next = reply.next else {
    completionHandler(false)
    return
  }
  if let user = next.user {  // expect: missing-resume
    use(user)
  } else {
    completionHandler(true)
  }
}
