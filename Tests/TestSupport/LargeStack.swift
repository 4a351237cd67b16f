import Foundation

/// Runs work on a thread with 512 MB of stack and waits for it. Debug builds need ten times the stack of release
/// builds, and the threads that run tests have 512 kB.
package func onLargeStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
  let result = Handover<Value>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    result.value = work()
    done.signal()
  }
  thread.stackSize = 512 << 20
  thread.start()
  done.wait()
  guard let value = result.value else { preconditionFailure("the thread ended without a value") }
  return value
}

/// Written before the semaphore is signalled and read after it was waited for: never at the same time.
private final class Handover<Value>: @unchecked Sendable {
  var value: Value?
}
