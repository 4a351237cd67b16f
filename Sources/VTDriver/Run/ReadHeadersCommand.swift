import VTPlatform
import VTToolchain

/// Runs `vtlint read-headers`: the headers as Swift text to stdout, what else is to be said to stderr.
/// - Parameter words: `HeaderRequest.words`.
package func runReadHeaders(_ words: [String]) throws(UsageError) -> Int32 {
  guard let request = HeaderRequest(words: words) else { throw UsageError("read-headers is for vtlint itself") }
  // A parse that needs more than this is not worth its answer. Who waits for it has less patience; this is for when nobody does.
  limitProcess(memory: 1 << 30, seconds: 60)
  let (text, errors) = readHeaders(request).output
  _ = try? write(Array(text.utf8), to: .output)
  _ = try? write(Array(errors.utf8), to: .error)
  return 0
}
