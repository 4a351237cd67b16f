// A closure that is kept under the name of what it calls: a local constant means nothing in its own initialiser.

// MARK: good

private func enqueued(_ work: @escaping @Sendable () -> Void) { onCallback(work) }

private func runsTheParameter(work: @escaping @Sendable () -> Void) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    let work: @Sendable () -> Void = {
      work()
      c.resume()  // ok: 'work' is what the function was given
    }
    enqueued(work)
  }
}

// MARK: bad

private func runsItself(times: Int) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    @Sendable func work(_ left: Int) {
      if left > 0 { work(left - 1) }
      c.resume()  // expect: double-resume
    }
    enqueued { work(times) }
  }
}
