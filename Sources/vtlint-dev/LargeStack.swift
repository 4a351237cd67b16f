import VTDriver
import VTPlatform

/// Runs `work` on a thread like those of `vtlint lint`, whose stack is large enough for any nesting that the parser takes.
func onLargeStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
  let result = Locked<Value?>(nil)
  runOnThreads(1) {
    let value = work()
    result.withLock { $0 = value }
  }
  return result.withLock { $0! }
}
