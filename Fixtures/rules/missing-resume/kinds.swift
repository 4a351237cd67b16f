// Every type of the catalogue that must be completed: for each a good use and a bad one.

protocol VTCompleteOnce {}

// MARK: good

func unsafeCompleted(_ user: User?) async -> Int {
  await withUnsafeContinuation { c in
    guard let user else { return c.resume(returning: 0) }
    c.resume(returning: user.id)  // ok: both ways
  }
}

func unsafeThrowingCompleted() async throws -> Int {
  try await withUnsafeThrowingContinuation { c in
    api.fetch { c.resume(with: $0) }  // ok: the callback has it
  }
}

func noncopyableCompleted() async -> Int {
  await withContinuation { c in
    c.resume(returning: 1)  // ok: completed
  }
}

func combineCompleted() -> Future<Int, any Error> {
  Future { promise in
    api.fetch { promise($0) }  // ok: the callback has it
  }
}

final class GoodDelegate {
  func webView(
    _ webView: WKWebView, decidePolicyFor action: WKNavigationAction,
    decisionHandler: @escaping (WKNavigationActionPolicy) -> Void
  ) {
    decisionHandler(action.url == nil ? .cancel : .allow)  // ok: once
  }

  func userContentController(
    _ controller: WKUserContentController, didReceive message: WKScriptMessage,
    replyHandler: @escaping (String?, String?) -> Void
  ) {
    guard let body = message.body else { return replyHandler(nil, "empty") }
    replyHandler(body, nil)  // ok: once
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    defer { completionHandler() }  // ok: on every exit
    guard !response.identifier.isEmpty else { return }
    print(response)
  }

  func urlSession(
    _ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (AuthChallengeDisposition, Int?) -> Void
  ) {
    guard challenge.host != nil else { return completionHandler(.performDefaultHandling, nil) }
    completionHandler(.useCredential, 1)  // ok: both ways
  }
}

struct Callback: VTCompleteOnce {
  func resume() {}
}

func markedCompleted(_ callback: Callback) {
  callback.resume()  // ok: completed
}

func streamIsNotFinished() -> AsyncStream<Int> {
  AsyncStream { c in
    c.yield(1)  // ok: streams may go on for ever
  }
}

func spanIsHandedOn() {
  let span = startSpan("work")  // ok: nothing is said about spans that do not end
  use(span)
}

// MARK: bad

func unsafeForgotten(_ user: User?) async -> Int {
  await withUnsafeContinuation { c in
    guard let user else { return }  // expect: missing-resume
    c.resume(returning: user.id)
  }
}

func unsafeThrowingForgotten(_ service: API?) async throws -> Int {
  try await withUnsafeThrowingContinuation { c in
    service?.fetch { c.resume(with: $0) }  // expect: missing-resume
  }
}

func noncopyableForgotten(_ ready: Bool) async -> Int {
  await withContinuation { c in
    guard ready else { return }  // expect: missing-resume
    c.resume(returning: 1)
  }
}

func combineForgotten() -> Future<Int, any Error> {
  Future { promise in
    api.load { value, _ in
      guard let value else { return }  // expect: missing-resume
      promise(.success(value))
    }
  }
}

final class BadDelegate {
  func webView(
    _ webView: WKWebView, decidePolicyFor action: WKNavigationAction,
    decisionHandler: @escaping (WKNavigationActionPolicy) -> Void
  ) {
    guard action.url != nil else { return }  // expect: missing-resume
    decisionHandler(.allow)
  }

  func userContentController(
    _ controller: WKUserContentController, didReceive message: WKScriptMessage,
    replyHandler: @escaping (String?, String?) -> Void
  ) {
    guard let body = message.body else { return }  // expect: missing-resume
    replyHandler(body, nil)
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    if response.identifier.isEmpty {
      return  // expect: missing-resume
    }
    completionHandler()
  }

  func urlSession(
    _ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (AuthChallengeDisposition, Int?) -> Void
  ) {
    if challenge.host != nil {  // expect: missing-resume
      completionHandler(.useCredential, 1)
    }
  }
}

func markedForgotten(_ callback: Callback, _ ready: Bool) {
  guard ready else { return }  // expect: missing-resume
  callback.resume()
}
