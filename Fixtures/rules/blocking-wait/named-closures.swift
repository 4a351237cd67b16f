import Dispatch

// Functions and closures that a body declares: they block whoever calls them.

// MARK: good

func handedToAQueue(_ done: DispatchSemaphore) async {
  let wait: @Sendable () -> Void = { done.wait() }  // ok: a thread of the queue's own
  DispatchQueue.global().async(execute: wait)
}

func calledOnAQueue(_ done: DispatchSemaphore) async {
  @Sendable func wait() { done.wait() }  // ok
  DispatchQueue.global().async { wait() }
}

func neverCalled(_ done: DispatchSemaphore) async {
  let wait = { done.wait() }  // ok: nobody runs it
  _ = wait
}

func calledWithoutAwaiting(_ done: DispatchSemaphore) {
  let wait = { done.wait() }  // ok: not async
  wait()
}

func keepsOthersOut(_ lock: DispatchSemaphore, _ count: Int) async {
  func counted() -> Int {
    lock.wait()  // ok: it gives back itself what it waits for
    defer { lock.signal() }
    return count + 1
  }
  print(counted())
}

func anotherOfThatName(_ done: DispatchSemaphore) async {
  let wait = { done.wait() }  // ok: another one is called
  do {
    let wait = { print(done) }
    wait()
  }
  _ = wait
}

// MARK: bad

func byName(_ done: DispatchSemaphore) async {
  let wait = { done.wait() }  // expect: blocking-wait
  wait()
}

func byLocalFunction(_ done: DispatchSemaphore) async {
  func wait() {
    done.wait()  // expect: blocking-wait
  }
  wait()
}

func oneCallsTheOther(_ done: DispatchSemaphore) async {
  func wait() { done.wait() }  // expect: blocking-wait
  func twice() { wait(); wait() }
  twice()
}
