import Foundation
import SwiftSyntax

/// Writes a copy of every file with one small change that often gives Swift nobody would write: a token is taken out,
/// doubled, swapped with the next or replaced by another of the file, or a line end is put before or taken from it.
/// The same seed gives the same changes.
func writeMutants(of files: [String], into folder: String, seed: UInt64) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  var random = SeededGenerator(state: seed)
  for (number, path) in files.enumerated() {
    guard let source = Source(path: path) else { throw Failure("cannot read \(path)") }
    let tokens = source.tree.tokens(viewMode: .sourceAccurate).map { $0.description }
    if tokens.count < 3 { continue }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    try mutated(tokens, &random).write(
      toFile: "\(folder)/\(name)-\(number)-\(seed).swift", atomically: false, encoding: .utf8)
  }
}

/// - Parameter tokens: the texts of all tokens, each with the trivia around it; the last is the end of the file.
private func mutated(_ tokens: [String], _ random: inout SeededGenerator) -> String {
  var tokens = tokens
  let place = Int.random(in: 0..<tokens.count - 2, using: &random)
  switch Int.random(in: 0..<6, using: &random) {
  case 0: tokens.remove(at: place)
  case 1: tokens.insert(tokens[place], at: place)
  case 2: tokens.swapAt(place, place + 1)
  case 3: tokens[place] = tokens[Int.random(in: 0..<tokens.count - 1, using: &random)]
  case 4: tokens[place] = "\n" + tokens[place]
  default: tokens[place] = tokens[place].replacing("\n", with: " ")
  }
  return tokens.joined()
}

/// A small generator whose sequence depends on the seed only (splitmix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
