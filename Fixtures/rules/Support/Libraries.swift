// Types of libraries that the catalogue names, as far as fixtures use them. Only the compiler reads this file: what the
// linter knows about them is what rules.yaml says.

// MARK: single-pass sequences

/// What their iterators are here: the fixtures are only type-checked.
struct Elements<Element>: AsyncIteratorProtocol {
  mutating func next() async throws -> Element? { nil }
}

struct NIOThrowingAsyncSequenceProducer<Element>: AsyncSequence, Sendable {
  struct Source: Sendable {
    func yield(_ element: Element) {}
    func finish() {}
  }
  static func makeSequence(finishOnDeinit: Bool) -> Source { Source() }
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

struct NIOAsyncSequenceProducer<Element>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

struct NIOAsyncChannelInboundStream<Element>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

struct NIOAsyncChannel<Inbound: Sendable, Outbound: Sendable>: Sendable {
  let inbound = NIOAsyncChannelInboundStream<Inbound>()
  func executeThenClose<Value>(
    _ body: (NIOAsyncChannelInboundStream<Inbound>, Int) async throws -> Value
  ) async throws -> Value {
    try await body(inbound, 0)
  }
}

struct HTTPClientResponse: Sendable {
  struct Body: AsyncSequence, Sendable {
    func makeAsyncIterator() -> Elements<UInt8> { Elements() }
    func collect(upTo limit: Int) async throws -> [UInt8] { [] }
    static func bytes(_ bytes: [UInt8]) -> Body { Body() }
  }
  var status = 200
  var body = Body()
}

struct RequestBody: AsyncSequence, Sendable {
  init() {}
  init(buffer: [UInt8]) {}
  func makeAsyncIterator() -> Elements<UInt8> { Elements() }
  func collect(upTo limit: Int) async throws -> [UInt8] { [] }
  func consumeWithInboundCloseHandler<Value>(_ body: (RequestBody) async throws -> Value) async throws -> Value {
    try await body(self)
  }
}

struct Request: Sendable {
  /// Vapor's, which has the same name.
  struct Body: AsyncSequence, Sendable {
    var data: [UInt8]? { nil }
    var string: String? { nil }
    func makeAsyncIterator() -> Elements<UInt8> { Elements() }
    func drain(_ handler: @escaping (UInt8) -> Void) {}
    func collect(max limit: Int) async throws -> [UInt8] { [] }
  }
  var body = RequestBody()
  mutating func collectBody(upTo limit: Int) async throws -> [UInt8] { [] }
}

final class HTTPBody: AsyncSequence, Sendable {
  enum IterationBehavior { case single, multiple }
  init(_ bytes: [UInt8]) {}
  init(_ bytes: [UInt8], length: Int, iterationBehavior: IterationBehavior) {}
  var iterationBehavior: IterationBehavior { .single }
  func makeAsyncIterator() -> Elements<[UInt8]> { Elements() }
}

struct Bytes: Sendable {
  init(_ text: String) {}
}

extension Array where Element == UInt8 {
  init(collecting body: HTTPBody, upTo limit: Int) async throws { self = [] }
}

extension String {
  init(collecting body: HTTPBody, upTo limit: Int) async throws { self = "" }
}

final class MultipartBody<Part: Sendable>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Part> { Elements() }
}

struct RPCAsyncSequence<Element: Sendable>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

struct StreamingServerRequest<Message: Sendable>: Sendable {
  var messages = RPCAsyncSequence<Message>()
}

struct GRPCAsyncRequestStream<Element: Sendable>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

struct PostgresRowSequence: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Int> { Elements() }
  func collect() async throws -> [Int] { [] }
}

struct SubprocessOutputSequence: AsyncSequence, Sendable {
  struct Lines: AsyncSequence, Sendable {
    func makeAsyncIterator() -> Elements<String> { Elements() }
  }
  func makeAsyncIterator() -> Elements<UInt8> { Elements() }
  func lines() -> Lines { Lines() }
}

struct UnixSignalsSequence: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Int> { Elements() }
}

struct MultiProducerSingleConsumerAsyncChannel: Sendable {
  func elements() -> UnixSignalsSequence { UnixSignalsSequence() }
}

struct HTTPBodySequence: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<UInt8> { Elements() }
}

final class URLSession: Sendable {
  struct AsyncBytes: AsyncSequence, Sendable {
    struct AsyncLines: AsyncSequence, Sendable {
      func makeAsyncIterator() -> Elements<String> { Elements() }
    }
    var lines: AsyncLines { AsyncLines() }
    func makeAsyncIterator() -> Elements<UInt8> { Elements() }
  }
  static let shared = URLSession()
  func bytes(from url: String) async throws -> (AsyncBytes, Int) { (AsyncBytes(), 200) }
}

final class SpeechTranscriber: Sendable {
  struct Results: AsyncSequence, Sendable {
    func makeAsyncIterator() -> Elements<String> { Elements() }
  }
  var results: Results { Results() }
}

extension AsyncSequence where Self: Sendable {
  /// Of AsyncAlgorithms: many may iterate what it gives back.
  func share() -> AsyncShareSequence<Self> { AsyncShareSequence() }
}

struct AsyncShareSequence<Base: AsyncSequence>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Base.Element> { Elements() }
}

/// Of Foundation: every loop over one hears of all.
final class NotificationCenter {
  struct Notifications: AsyncSequence, Sendable {
    struct Iterator: AsyncIteratorProtocol {
      mutating func next() async -> String? { nil }
    }
    func makeAsyncIterator() -> Iterator { Iterator() }
  }
}

final class AsyncChannel<Element: Sendable>: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Element> { Elements() }
}

// MARK: Combine

final class Future<Output, Failure: Error> {
  init(_ attempt: @escaping (@escaping (Result<Output, Failure>) -> Void) -> Void) {}
}

// MARK: tracing, WebKit, notifications, sessions, Network

protocol Span: Sendable {
  func end()
}

struct TracingSpan: Span {
  func end() {}
}

func startSpan(_ name: String) -> any Span { TracingSpan() }

protocol WKURLSchemeTask: AnyObject {
  func didReceive(_ data: [UInt8])
  func didFinish()
  func didFailWithError(_ error: any Error)
}

final class WKWebView: Sendable {
  func load(_ url: String) {}
}

enum WKNavigationActionPolicy: Sendable { case allow, cancel }
enum AuthChallengeDisposition: Sendable { case useCredential, performDefaultHandling }
struct WKNavigationAction: Sendable { var url: String? }

final class WKUserContentController: Sendable {}

struct WKScriptMessage: Sendable { var body: String? }
final class UNUserNotificationCenter: Sendable {}
struct UNNotificationResponse: Sendable { var identifier = "" }
struct URLAuthenticationChallenge: Sendable { var host: String? }

final class NWConnection: @unchecked Sendable {
  enum State { case setup, ready, failed(any Error), cancelled }
  var stateUpdateHandler: ((State) -> Void)?
  func start() {}
  func cancel() {}
}

final class Timer {
  static func scheduledTimer(withTimeInterval interval: Double, repeats: Bool, block: @escaping (Timer) -> Void) -> Timer {
    Timer()
  }
  init() {}
  init(timeInterval interval: Double, repeats: Bool, block: @escaping (Timer) -> Void) {}
  func invalidate() {}
}

// MARK: somebody's interface of callbacks

/// Calls its closures when it likes, once each.
final class API: @unchecked Sendable {
  func load(_ completion: @escaping (Int?, (any Error)?) -> Void) {}
  func fetch(_ completion: @escaping (Result<Int, any Error>) -> Void) {}
  func ping(_ completion: @escaping () -> Void) {}
  func check(success: @escaping (Int) -> Void, failure: @escaping (any Error) -> Void) {}
  func find(onSuccess: @escaping (Int) -> Void, onFailure: @escaping (any Error) -> Void) {}
  func observeChanges(_ body: @escaping (Int) -> Void) {}
  func register(_ context: UnsafeMutableRawPointer) -> Int { 0 }
  func keep(_ continuation: CheckedContinuation<Int, Never>) {}
  func send(_ promise: EventLoopPromise<Int>) {}
}

let api = API()

func connect() -> API? { nil }

/// A lock of some library: the linter knows `withLock` by its name.
final class Lock<State>: @unchecked Sendable {
  private var state: State
  init(_ state: State) { self.state = state }
  func withLock<Value>(_ body: (inout State) throws -> Value) rethrows -> Value { try body(&state) }
}

// MARK: the continuation of Swift 6.4

struct Continuation<Value, Failure: Error>: ~Copyable {
  consuming func resume(returning value: Value) {}
  consuming func resume(throwing error: Failure) {}
}

func withContinuation<Value>(_ body: (consuming Continuation<Value, Never>) -> Void) async -> Value { fatalError() }

// MARK: collections and locks of packages

/// A buffer of the event-loop library.
struct CircularBuffer<Element> {
  private var elements: [Element] = []
  mutating func append(_ element: Element) { elements.append(element) }
  mutating func removeFirst() -> Element { elements.removeFirst() }
  mutating func popFirst() -> Element? { elements.popLast() }
  var first: Element? { elements.first }
  var isEmpty: Bool { elements.isEmpty }
}

final class NIOLockedValueBox<Value>: @unchecked Sendable {
  private var value: Value
  init(_ value: Value) { self.value = value }
  func withLockedValue<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result { try body(&value) }
}

/// The system's lock that keeps what it guards.
final class OSAllocatedUnfairLock<State>: @unchecked Sendable {
  private var state: State
  init(initialState: State) { state = initialState }
  func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result { try body(&state) }
}
