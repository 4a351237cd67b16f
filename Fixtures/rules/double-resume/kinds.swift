// Every type of the catalogue that must be completed once: for each a good use and a bad one.

protocol VTCompleteOnce {}

// MARK: good

func unsafeOnce() async -> Int {
  await withUnsafeContinuation { c in
    c.resume(returning: 1)  // ok: once
  }
}

func unsafeThrowingOnce() async throws -> Int {
  try await withUnsafeThrowingContinuation { c in
    api.fetch { c.resume(with: $0) }  // ok: once
  }
}

func noncopyableOnce() async -> Int {
  await withContinuation { c in
    c.resume(returning: 1)  // ok: once
  }
}

func combineFutureOnce() -> Future<Int, any Error> {
  Future { promise in
    api.load { value, error in
      if let error { return promise(.failure(error)) }
      promise(.success(value ?? 0))  // ok: once
    }
  }
}

final class GoodHandler: ChannelOutboundHandler {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    do {
      context.write(try encode(data), promise: promise)  // ok: handed on
    } catch {
      promise?.fail(error)  // ok: what threw was evaluated before the write
    }
  }
}

final class GoodDelegate {
  func webView(
    _ webView: WKWebView, decidePolicyFor action: WKNavigationAction,
    decisionHandler: @escaping (WKNavigationActionPolicy) -> Void
  ) {
    guard action.url != nil else { return decisionHandler(.cancel) }
    decisionHandler(.allow)  // ok: once
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    defer { completionHandler() }  // ok: once
    print(response)
  }

  func urlSession(
    _ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (AuthChallengeDisposition, Int?) -> Void
  ) {
    if challenge.host == nil {
      completionHandler(.performDefaultHandling, nil)
    } else {
      completionHandler(.useCredential, 1)  // ok: another branch
    }
  }

  func webView(_ webView: WKWebView, start task: any WKURLSchemeTask) {
    task.didReceive([])
    task.didReceive([])  // ok: data may come in pieces
    task.didFinish()
  }
}

func completionOnce(id: Int, completionHandler: @escaping (Int) -> Void) {
  guard id > 0 else { return completionHandler(0) }
  completionHandler(id)  // ok: once
}

func completionBySuffixOnce(id: Int, saveCompletion: ((Int) -> Void)?) {
  saveCompletion?(id)  // ok: once
}

func spanOnce() {
  let span = startSpan("work")
  defer { span.end() }  // ok: once
  use(span)
}

@available(macOS 14, *)
func jobOnce(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
  job.runSynchronously(on: executor)  // ok: once
}

struct GoodCallback: VTCompleteOnce {
  func resume() {}
}

func markedOnce(_ callback: GoodCallback) {
  callback.resume()  // ok: once
}

func streamContinuation() -> AsyncStream<Int> {
  AsyncStream { c in
    c.yield(1)
    c.yield(2)  // ok: many elements
    c.finish()
    c.finish()  // ok: finishing again does nothing
  }
}

// MARK: bad

func unsafeTwice(_ ready: Bool) async -> Int {
  await withUnsafeContinuation { c in
    if ready { c.resume(returning: 1) }
    c.resume(returning: 2)  // expect: double-resume
  }
}

func unsafeThrowingTwice() async throws -> Int {
  try await withUnsafeThrowingContinuation { c in
    api.load { value, error in
      if let error { c.resume(throwing: error) }
      c.resume(returning: value ?? 0)  // expect: double-resume
    }
  }
}

func combineFutureTwice() -> Future<Int, any Error> {
  Future { promise in
    api.load { value, error in
      if let error { promise(.failure(error)) }
      promise(.success(value ?? 0))  // expect: double-resume
    }
  }
}

final class BadHandler: ChannelOutboundHandler {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    promise?.succeed()
    promise?.fail(StoreError.closed)  // expect: double-resume
  }
}

final class BadDelegate {
  func webView(
    _ webView: WKWebView, decidePolicyFor action: WKNavigationAction,
    decisionHandler: @escaping (WKNavigationActionPolicy) -> Void
  ) {
    if action.url == nil {
      decisionHandler(.cancel)
    }
    decisionHandler(.allow)  // expect: double-resume
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) {
    if response.identifier.isEmpty {
      completionHandler()
    }
    completionHandler()  // expect: double-resume
  }

  func urlSession(
    _ session: URLSession, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (AuthChallengeDisposition, Int?) -> Void
  ) {
    if challenge.host == nil {
      completionHandler(.performDefaultHandling, nil)
    }
    completionHandler(.useCredential, 1)  // expect: double-resume
  }

  func webView(_ webView: WKWebView, start task: any WKURLSchemeTask) {
    if random() {
      task.didFailWithError(StoreError.missing)
    }
    task.didFinish()  // expect: double-resume
  }
}

func completionTwice(id: Int, completionHandler: @escaping (Int) -> Void) {
  if id == 0 { completionHandler(0) }
  completionHandler(id)  // expect: double-resume
}

func completionBySuffixTwice(id: Int, saveCompletion: ((Int) -> Void)?) {
  if id == 0 { saveCompletion?(0) }
  saveCompletion?(id)  // expect: double-resume
}

func replyTwice(reply: @escaping (Int) -> Void) {
  api.load { value, _ in
    if value == nil { reply(0) }
    reply(value ?? 1)  // expect: double-resume
  }
}

func spanTwice() throws {
  let span = startSpan("work")
  defer { span.end() }  // expect: double-resume
  if random() { span.end() }
}

@available(macOS 14, *)
func jobTwice(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
  job.runSynchronously(on: executor)
  job.runSynchronously(on: executor)  // expect: double-resume
}

func markedTwice(_ callback: GoodCallback) {
  callback.resume()
  callback.resume()  // expect: double-resume
}

// MARK: obligations with much else to them

func notesTheErrorAndEnds(_ span: any Span, _ error: (any Error)?) {
  if let error {
    span.recordError(error)
    span.end()
  }
  span.end()  // expect: double-resume
}

func notesTheErrorAndReturns(_ span: any Span, _ error: (any Error)?) {
  if let error {
    span.recordError(error)
    span.end()
    return
  }
  span.end()  // ok: the other way
}
