// Beside bytes, sources are mutated by tokens and groups, which gets far deeper: most broken bytes break the text at once.
import CFuzzer

/// Set before libFuzzer starts, and never again.
nonisolated(unsafe) var currentTarget = FuzzTarget.syntax

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: UInt32) -> Int {
  // One half by bytes; texts that are not Swift always.
  guard currentTarget.isSource, size > 0, seed & 1 == 0 else { return LLVMFuzzerMutate(data, size, limit) }
  let text = Array(UnsafeBufferPointer(start: data, count: size))
  var mutator = SourceMutator(seed: UInt64(seed))
  return store(mutator.mutate(text, with: text), data, limit)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossOver(
  _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ limit: Int, _ seed: UInt32
) -> Int {
  let text = Array(UnsafeBufferPointer(start: first, count: firstSize))
  let other = Array(UnsafeBufferPointer(start: second, count: secondSize))
  guard currentTarget.isSource else {
    let cut = text.isEmpty ? 0 : Int(seed) % text.count
    return store(Array(text[..<cut] + other[min(cut, other.count)...]), out, limit)
  }
  var mutator = SourceMutator(seed: UInt64(seed))
  return store(mutator.mutate(text, with: other), out, limit)
}

private func store(_ text: [UInt8], _ out: UnsafeMutablePointer<UInt8>, _ limit: Int) -> Int {
  let count = min(text.count, limit)
  for index in 0..<count { out[index] = text[index] }
  return count
}

/// The `main` that libFuzzer brings calls this; ours gives the target itself, but the linker wants to see it.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOne(_ data: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
  currentTarget.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
