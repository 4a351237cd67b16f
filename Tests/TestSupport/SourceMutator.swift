// Breaks Swift sources the way that people, merges and generators do: by whole tokens and groups. The mutation tests and the
// fuzzer share it; the same seed gives the same text everywhere.
import VTSyntax

/// SplitMix64: small, and the same everywhere.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A text in pieces: each token with the blanks and comments before it.
private struct TokenPieces {
  var pieces: [ArraySlice<UInt8>] = []
  private var kinds: [TokenKind] = []

  init(_ text: [UInt8]) {
    var end = 0
    for token in Lexer.lex(text).tokens {
      pieces.append(text[end..<Int(token.end)])
      kinds.append(token.kind)
      end = Int(token.end)
    }
  }

  /// The pieces from an opening bracket to its closing one, or one piece where there is none.
  func group(around place: Int) -> Range<Int> {
    guard let start = kinds[...place].lastIndex(where: Self.opens) else { return place..<place + 1 }
    var depth = 0
    for index in start..<kinds.count {
      if Self.opens(kinds[index]) { depth += 1 }
      if Self.closes(kinds[index]) { depth -= 1 }
      if depth == 0 { return start..<index + 1 }
    }
    return place..<place + 1
  }

  func names() -> [Int] { kinds.indices.filter { kinds[$0] == .identifier || kinds[$0] == .keyword } }

  private static func opens(_ kind: TokenKind) -> Bool {
    kind == .leftBrace || kind == .leftParen || kind == .leftSquare || kind == .interpolationStart
  }

  private static func closes(_ kind: TokenKind) -> Bool { kind == .rightBrace || kind == .rightParen || kind == .rightSquare }
}

/// Texts made from a text and another one, as a seed says.
package struct SourceMutator {
  private var random: SeededRandom

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The text with one to four changes; parts of the other may have come into it.
  package mutating func mutate(_ text: [UInt8], with other: [UInt8]) -> [UInt8] {
    var pieces = text
    for _ in 0..<below(4) + 1 { pieces = changed(pieces, other) }
    return pieces
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &random) }

  private mutating func run(_ count: Int) -> Range<Int> {
    let start = below(count)
    return start..<min(count, start + 1 + below(12))
  }

  private mutating func changed(_ text: [UInt8], _ other: [UInt8]) -> [UInt8] {
    let own = TokenPieces(text)
    let strange = TokenPieces(other)
    var pieces = own.pieces
    let place = below(pieces.count)
    let from = below(strange.pieces.count)
    switch below(12) {
    case 0: pieces.remove(at: place)
    case 1: pieces.removeSubrange(run(pieces.count))
    case 2: pieces.insert(pieces[place], at: below(pieces.count))
    case 3: pieces.insert(contentsOf: pieces[run(pieces.count)], at: place)
    case 4: pieces.swapAt(place, below(pieces.count))
    case 5: pieces.removeSubrange(own.group(around: place))
    case 6: pieces.insert(contentsOf: pieces[own.group(around: place)], at: below(pieces.count))
    case 7: pieces.replaceSubrange(own.group(around: place), with: strange.pieces[strange.group(around: from)])
    case 8: pieces.insert(contentsOf: strange.pieces[strange.group(around: from)], at: place)
    case 9: pieces.replaceSubrange(place..., with: strange.pieces[from...])
    case 10: renameOne(&pieces, own, strange)
    default: return Array(text[..<below(text.count)])
    }
    return Array(pieces.joined())
  }

  /// Puts a name or word in the place of another: of this text or of the other.
  private mutating func renameOne(_ pieces: inout [ArraySlice<UInt8>], _ own: TokenPieces, _ strange: TokenPieces) {
    let names = own.names()
    let others = strange.names()
    guard !names.isEmpty else { return }
    let place = names[below(names.count)]
    if others.isEmpty || below(2) == 0 {
      pieces[place] = pieces[names[below(names.count)]]
    } else {
      pieces[place] = strange.pieces[others[below(others.count)]]
    }
  }
}
