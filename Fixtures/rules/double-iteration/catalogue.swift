// What the catalogue knows beside the sequences of `kinds.swift`: values that may be used often, beside one that may not.

// MARK: good

func channelTwice(_ channel: MultiProducerSingleConsumerAsyncChannel) async throws {
  for try await element in channel.elements() { print(element) }  // ok: once
}

func transcribedOnce(_ transcriber: SpeechTranscriber) async throws {
  for try await result in transcriber.results { print(result) }  // ok: once
}

func vaporBodyOnce(_ body: Request.Body) async throws {
  for try await byte in body { print(byte) }  // ok: once
}

func markedOnce(_ stream: OwnStream) async throws {
  for try await element in stream { print(element) }  // ok: once
}

func notificationsTwice(_ notifications: NotificationCenter.Notifications) async {
  for await name in notifications { print(name) }
  for await name in notifications { print(name) }  // ok: each loop hears of all that comes
}

func sourceIsFinishedTwice() {
  let (stream, continuation) = AsyncStream<Int>.makeStream()
  let source: AsyncStream<Int>.Continuation = continuation
  source.finish()
  source.finish()  // ok: the second does nothing
  takeOver(stream)
}

// MARK: bad

func channelBesideAStream(_ channel: AsyncChannel<Int>, _ body: HTTPClientResponse.Body) async throws {
  for try await number in channel { print(number) }
  for try await number in channel { print(number) }  // ok: it goes on
  for try await byte in body { print(byte) }
  for try await byte in body { print(byte) }  // expect: double-iteration
}

func notificationsBesideAStream(_ names: NotificationCenter.Notifications, _ body: HTTPClientResponse.Body) async throws {
  for await name in names { print(name) }
  for await name in names { print(name) }  // ok: each loop hears of all that comes
  for try await byte in body { print(byte) }
  for try await byte in body { print(byte) }  // expect: double-iteration
}

func finishedBesideItsStream() async {
  let (stream, continuation) = AsyncStream<Int>.makeStream()
  let source: AsyncStream<Int>.Continuation = continuation
  source.finish()
  source.finish()  // ok: the second does nothing
  for await number in stream { print(number) }
  for await number in stream { print(number) }  // expect: double-iteration
}
