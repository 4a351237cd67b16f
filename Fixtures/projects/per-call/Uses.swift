func waitOnce() async {
  await Waiter().wait()  // ok: nobody else knows it
}

final class Keeper: Sendable {
  private let waiter: SharedWaiter

  init(_ waiter: SharedWaiter) {
    self.waiter = waiter
  }

  func wait() async {
    await waiter.wait()  // ok: told where the continuation is replaced
  }
}
