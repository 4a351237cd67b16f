import VTPlatform
import VTToolchain

/// Runs `vtlint read-index`: what an index store tells to stdout, and to stderr why it could not be read.
/// - Parameter words: the library, the store, and the folders that are asked about.
package func runReadIndex(_ words: [String]) throws(UsageError) -> Int32 {
  guard words.count >= 2 else { throw UsageError("read-index is for vtlint itself") }
  limitProcess(memory: 8 << 30, seconds: 60)
  do throws(SystemError) {
    let answer = try IndexRequest.answer(library: Path(words[0]), store: Path(words[1]), folders: Set(words[2...]))
    _ = try write(answer.output, to: .output)
    return 0
  } catch {
    _ = try? write(Array(error.reason.utf8), to: .error)
    return IndexRequest.failure
  }
}
