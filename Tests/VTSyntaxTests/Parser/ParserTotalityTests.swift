import Foundation
import TestSupport
import Testing
import VTSyntax

/// Whatever the text is, there is a tree that keeps the invariants.
@Suite("Parser totality") struct ParserTotalityTests {
  static let all = ParserFixtureTests.correct + ParserFixtureTests.broken

  @Test(arguments: all) func everyPrefixParses(_ path: String) throws {
    let bytes = try repositoryFile(path)
    let broken = onLargeStack {
      (0...bytes.count).compactMap { end in
        brokenInvariants(of: SyntaxTree.parse(Array(bytes[..<end]))).first.map { "first \(end) bytes: \($0)" }
      }
    }
    #expect(broken == [])
  }

  /// Tokens dropped, doubled and swapped. The seed stands in the message.
  @Test(arguments: all) func everyMutationParses(_ path: String) throws {
    let bytes = try repositoryFile(path)
    let broken = onLargeStack {
      (UInt64(0)..<100).compactMap { seed in
        let text = mutated(bytes, seed: seed)
        return brokenInvariants(of: SyntaxTree.parse(text)).first.map { "seed \(seed): \($0)" }
      }
    }
    #expect(broken == [])
  }

  /// The parser parses itself, and all the rest of the project.
  @Test func ownSourcesHaveNoProblems() throws {
    let root = repositoryRoot.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let bytes = [UInt8](try Data(contentsOf: file))
      let tree = onLargeStack { SyntaxTree.parse(bytes) }
      #expect(tree.problems.map(\.message) == [], "\(file.lastPathComponent)")
      #expect(brokenInvariants(of: tree) == [], "\(file.lastPathComponent)")
      count += 1
    }
    #expect(count > 50)
  }

  @Test(arguments: ["", "\u{FEFF}", "\0", "\r\n", "#!/usr/bin/swift", "}", "#endif", "\u{FFFE}\u{1F600}", "`", "\\(", "\\. ", "\\A. "])
  func tinyTextsParse(_ text: String) {
    #expect(brokenInvariants(of: parse(text)) == [])
  }

  @Test func bytesThatAreNotUTF8Parse() {
    for first in UInt8.min...UInt8.max {
      #expect(brokenInvariants(of: SyntaxTree.parse([first, 0x28, first, 0x7B, first])) == [], "byte \(first)")
    }
  }
}

/// A few tokens of a text dropped, doubled or swapped with others, as the seed says.
private func mutated(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
  var random = SeededRandom(seed: seed)
  var pieces = Lexer.lex(bytes).tokens.dropLast().map { Array(bytes[Int($0.start)..<Int($0.end)]) }
  for _ in 0..<Int.random(in: 1...4, using: &random) where !pieces.isEmpty {
    let place = Int.random(in: 0..<pieces.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: pieces.remove(at: place)
    case 1: pieces.insert(pieces[place], at: Int.random(in: 0...pieces.count, using: &random))
    default: pieces.swapAt(place, Int.random(in: 0..<pieces.count, using: &random))
    }
  }
  return Array(pieces.joined(separator: [seed.isMultiple(of: 2) ? UInt8(ascii: " ") : UInt8(ascii: "\n")]))
}
