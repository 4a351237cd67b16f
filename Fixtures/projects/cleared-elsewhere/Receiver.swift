// A class whose continuation is taken out by an extension in another file.

final class Receiver: @unchecked Sendable {
  var waiting: CheckedContinuation<Int, any Error>?
  var other: CheckedContinuation<Int, any Error>?

  func failed(_ error: any Error) {
    waiting?.resume(throwing: error)  // ok: the next line takes it out
    cleanUp()
  }

  func received(_ value: Int) {
    other?.resume(returning: value)  // expect: stale-continuation
    report()
  }

  func ended() {
    other?.resume(returning: 0)  // ok: who calls it takes it out
  }
}
