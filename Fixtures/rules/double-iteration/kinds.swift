// Every single-pass type of the catalogue: for each a good use and a bad one.

protocol VTSinglePass {}

struct OwnStream: AsyncSequence, Sendable, VTSinglePass {
  func makeAsyncIterator() -> Elements<Int> { Elements() }
}

/// Read once.
/// vtlint:single-pass
struct OwnReader: AsyncSequence, Sendable {
  func makeAsyncIterator() -> Elements<Int> { Elements() }
}

// MARK: good

func goodProducers(
  _ throwing: NIOThrowingAsyncSequenceProducer<Int>, _ plain: NIOAsyncSequenceProducer<Int>,
  _ inbound: NIOAsyncChannelInboundStream<Int>
) async throws {
  for try await element in throwing { print(element) }  // ok: once
  for try await element in plain { print(element) }  // ok: once
  for try await element in inbound { print(element) }  // ok: once
}

func goodStreams(_ stream: AsyncStream<Int>, _ throwing: AsyncThrowingStream<Int, any Error>) async throws {
  for await element in stream { print(element) }  // ok: once
  for try await element in throwing { print(element) }  // ok: once
}

func goodMadeStream() async {
  let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
  continuation.finish()
  for await element in stream { print(element) }  // ok: once
}

func goodMessages(_ request: StreamingServerRequest<Int>, _ old: GRPCAsyncRequestStream<Int>) async throws {
  for try await message in request.messages { print(message) }  // ok: once
  for try await message in old { print(message) }  // ok: once
}

func goodOutput(_ output: SubprocessOutputSequence, _ signals: UnixSignalsSequence) async throws {
  for try await line in output.lines() { print(line) }  // ok: once
  for try await signal in signals { print(signal) }  // ok: once
}

func goodBytes() async throws {
  let (bytes, _) = try await URLSession.shared.bytes(from: "file")
  for try await line in bytes.lines { print(line) }  // ok: once
}

func goodBodies(_ multipart: MultipartBody<Int>, _ sequence: HTTPBodySequence) async throws {
  for try await part in multipart { print(part) }  // ok: once
  for try await byte in sequence { print(byte) }  // ok: once
  for try await byte in sequence { print(byte) }  // ok: it may be replayable
}

func goodMarked(_ stream: OwnStream, _ reader: OwnReader) async throws {
  for try await element in stream { print(element) }  // ok: once
  for try await element in reader { print(element) }  // ok: once
}

// MARK: bad

func throwingProducerTwice(_ producer: NIOThrowingAsyncSequenceProducer<Int>) async throws {
  for try await element in producer { print(element) }
  for try await element in producer { print(element) }  // expect: double-iteration
}

func producerTwice(_ producer: NIOAsyncSequenceProducer<Int>) async throws {
  for try await element in producer { print(element) }
  for try await element in producer { print(element) }  // expect: double-iteration
}

func inboundTwice(_ channel: NIOAsyncChannel<Int, Int>) async throws {
  try await channel.executeThenClose { inbound, _ in
    for try await part in inbound { print(part) }
    for try await part in inbound { print(part) }  // expect: double-iteration
  }
}

func streamTwice(_ stream: AsyncStream<Int>) async {
  for await element in stream { print(element) }
  for await element in stream { print(element) }  // expect: double-iteration
}

func throwingStreamTwice(_ stream: AsyncThrowingStream<Int, any Error>) async throws {
  for try await element in stream { print(element) }
  for try await element in stream { print(element) }  // expect: double-iteration
}

func madeStreamTwice() async {
  let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
  continuation.finish()
  for await element in stream { print(element) }
  for await element in stream { print(element) }  // expect: double-iteration
}

func initialisedStreamTwice() async {
  let stream = AsyncStream<Int> { $0.finish() }
  for await element in stream { print(element) }
  for await element in stream { print(element) }  // expect: double-iteration
}

func messagesTwice(_ request: StreamingServerRequest<Int>) async throws {
  for try await message in request.messages { print(message) }
  for try await message in request.messages { print(message) }  // expect: double-iteration
}

func rpcSequenceTwice(_ messages: RPCAsyncSequence<Int>) async throws {
  for try await message in messages { print(message) }
  for try await message in messages { print(message) }  // expect: double-iteration
}

func requestStreamTwice(_ requests: GRPCAsyncRequestStream<Int>) async throws {
  for try await request in requests { print(request) }
  for try await request in requests { print(request) }  // expect: double-iteration
}

func outputTwice(_ output: SubprocessOutputSequence) async throws {
  for try await line in output.lines() { print(line) }
  for try await byte in output { print(byte) }  // expect: double-iteration
}

func signalsTwice(_ signals: UnixSignalsSequence) async throws {
  for try await signal in signals { print(signal) }
  for try await signal in signals { print(signal) }  // expect: double-iteration
}

func elementsTwice(_ channel: MultiProducerSingleConsumerAsyncChannel) async throws {
  let elements = channel.elements()
  for try await element in elements { print(element) }
  for try await element in elements { print(element) }  // expect: double-iteration
}

func bytesTwice() async throws {
  let (bytes, _) = try await URLSession.shared.bytes(from: "file")
  for try await byte in bytes { print(byte) }
  for try await line in bytes.lines { print(line) }  // expect: double-iteration
}

func resultsTwice(_ transcriber: SpeechTranscriber) async throws {
  let results = transcriber.results
  for try await result in results { print(result) }
  for try await result in results { print(result) }  // expect: double-iteration
}

func vaporBodyTwice(_ body: Request.Body) async throws {
  for try await byte in body { print(byte) }
  for try await byte in body { print(byte) }  // expect: double-iteration
}

func requestBodyTwice(_ body: RequestBody) async throws {
  for try await byte in body { print(byte) }
  print(try await body.collect(upTo: 64))  // expect: double-iteration
}

func multipartTwice(_ body: MultipartBody<Int>) async throws {
  for try await part in body { print(part) }
  for try await part in body { print(part) }  // expect: double-iteration
}

func singleBodyTwice() async throws {
  let body = HTTPBody([1], length: 1, iterationBehavior: .single)
  for try await chunk in body { print(chunk) }
  for try await chunk in body { print(chunk) }  // expect: double-iteration
}

func markedTwice(_ stream: OwnStream, _ reader: OwnReader) async throws {
  for try await element in stream { print(element) }
  for try await element in stream { print(element) }  // expect: double-iteration
  for try await element in reader { print(element) }
  for try await element in reader { print(element) }  // expect: double-iteration
}
