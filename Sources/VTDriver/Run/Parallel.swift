import VTPlatform

/// Computes `transform(0)`, … `transform(count - 1)` on several threads and gives the results in order, so that what
/// is made of them does not depend on how many threads there were.
///
/// The threads share a counter and take a few indices at a time from it: files differ by a factor of a thousand in
/// size, so dealing them out beforehand would leave threads idle.
/// - Parameter jobs: how many threads; 0 for none but the caller's, whose stack has to be deep enough to parse on.
func parallelMap<Result: Sendable>(
  count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) -> Result
) -> [Result] {
  if jobs == 0 || count == 0 { return (0..<count).map(transform) }
  let jobs = min(jobs, count)
  let batch = max(1, min(8, count / (jobs * 4)))
  let next = Locked(0)
  let finished = Locked([(index: Int, result: Result)]())
  runOnThreads(jobs) {
    while true {
      let first = next.withLock { next in
        defer { next += batch }
        return next
      }
      if first >= count { return }
      let results = (first..<min(first + batch, count)).map { (index: $0, result: transform($0)) }
      finished.withLock { $0 += results }
    }
  }
  var ordered = [Result?](repeating: nil, count: count)
  for (index, result) in finished.withLock(\.self) { ordered[index] = result }
  return ordered.map { $0! }
}
