// The other single-pass types of the catalogue, each from two tasks.

// MARK: good

func oneTaskEach(
  _ producer: NIOAsyncSequenceProducer<Int>, _ throwing: NIOThrowingAsyncSequenceProducer<Int>,
  _ inbound: NIOAsyncChannelInboundStream<Int>, _ messages: RPCAsyncSequence<Int>, _ output: SubprocessOutputSequence,
  _ signals: UnixSignalsSequence, _ body: HTTPBody, _ request: RequestBody
) {
  Task { for try await element in producer { print(element) } }  // ok: the only one
  Task { for try await element in throwing { print(element) } }  // ok: the only one
  Task { for try await element in inbound { print(element) } }  // ok: the only one
  Task { for try await element in messages { print(element) } }  // ok: the only one
  Task { for try await element in output { print(element) } }  // ok: the only one
  Task { for try await element in signals { print(element) } }  // ok: the only one
  Task { for try await element in body { print(element) } }  // ok: the only one
  Task { for try await element in request { print(element) } }  // ok: the only one
}

// MARK: bad

func producerInTwo(_ producer: NIOAsyncSequenceProducer<Int>) {
  Task { for try await element in producer { print(element) } }
  Task { for try await element in producer { print(element) } }  // expect: concurrent-iteration
}

func throwingProducerInTwo(_ producer: NIOThrowingAsyncSequenceProducer<Int>) {
  Task { for try await element in producer { print(element) } }
  Task { for try await element in producer { print(element) } }  // expect: concurrent-iteration
}

func inboundInTwo(_ inbound: NIOAsyncChannelInboundStream<Int>) {
  Task { for try await element in inbound { print(element) } }
  Task { for try await element in inbound { print(element) } }  // expect: concurrent-iteration
}

func messagesInTwo(_ messages: RPCAsyncSequence<Int>) {
  Task { for try await message in messages { print(message) } }
  Task { for try await message in messages { print(message) } }  // expect: concurrent-iteration
}

func outputInTwo(_ output: SubprocessOutputSequence) {
  Task { for try await byte in output { print(byte) } }
  Task { for try await line in output.lines() { print(line) } }  // expect: concurrent-iteration
}

func signalsInTwo(_ signals: UnixSignalsSequence) {
  Task { for try await signal in signals { print(signal) } }
  Task { for try await signal in signals { print(signal) } }  // expect: concurrent-iteration
}

func bodyInTwo(_ body: HTTPBody) {
  Task { for try await chunk in body { print(chunk) } }
  Task { print(try await String(collecting: body, upTo: 64)) }  // expect: concurrent-iteration
}

func requestInTwo(_ body: RequestBody) {
  Task { for try await byte in body { print(byte) } }
  Task { print(try await body.collect(upTo: 64)) }  // expect: concurrent-iteration
}

func bodySequenceInTwo(_ body: HTTPBodySequence) {
  Task { for try await byte in body { print(byte) } }
  Task { for try await byte in body { print(byte) } }  // expect: concurrent-iteration
}
