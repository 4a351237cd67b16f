// MARK: bad - a second loop over a response

func secondLoop(_ response: HTTPClientResponse) async throws {
  for try await byte in response.body { print(byte) }
  for try await byte in response.body { print(byte) }  // expect: double-iteration
}

// MARK: bad - the first element, then the rest

func firstThenTheRest(_ requests: GRPCAsyncRequestStream<Int>) async throws {
  let first = try await requests.first(where: { $0 > 0 })
  print(first ?? 0)
  for try await request in requests {  // expect: double-iteration
    print(request)
  }
}

// MARK: bad - read again for the error message

func readAgainForTheMessage(_ response: HTTPClientResponse) async throws -> [UInt8] {
  do {
    return try await response.body.collect(upTo: 1024)
  } catch {
    print(try await response.body.collect(upTo: 64))  // expect: double-iteration
    throw error
  }
}

// MARK: good - collected once

func collectedOnce(_ response: HTTPClientResponse) async throws -> Int {
  let bytes = try await response.body.collect(upTo: 1024)  // ok: once, then an array
  for byte in bytes { print(byte) }
  return bytes.count
}

// MARK: good - one loop in each branch

func oneLoopInEachBranch(_ response: HTTPClientResponse) async throws {
  if response.status == 200 {
    for try await byte in response.body { print(byte) }
  } else {
    print(try await response.body.collect(upTo: 64))  // ok: the other branch
  }
}

// MARK: good - one iterator by hand

func oneIteratorByHand(_ response: HTTPClientResponse) async throws {
  var iterator = response.body.makeAsyncIterator()
  let first = try await iterator.next()
  print(first ?? 0)
  while let byte = try await iterator.next() {  // ok: the same iterator goes on
    print(byte)
  }
}
