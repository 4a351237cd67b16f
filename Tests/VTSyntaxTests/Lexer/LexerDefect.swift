// What must hold of the tokens of every text: the tests and the fuzzer ask it.
import VTSyntax

/// What is wrong with the tokens of a text; nil if nothing is.
func lexerDefect(in source: [UInt8]) -> String? {
  let lexed = Lexer.lex(source)
  var end = 0
  for (index, token) in lexed.tokens.enumerated() {
    let start = Int(token.start)
    if start < end { return "token \(index) overlaps the one before" }
    if token.kind == .endOfFile {
      if start != source.count || token.length != 0 || index != lexed.tokens.count - 1 { return "a wrong end of the file" }
    } else if token.length == 0 {
      return "token \(index) is empty"
    }
    if index > 0, lexed.tokens[index - 1].flags.contains(.joined), start != end { return "piece \(index) is apart" }
    var gap = Gap(source[end..<start], problems: lexed.problems)
    guard gap.isTrivia() else { return "more than trivia in \(end)..<\(start)" }
    let isFirst = index == 0
    if token.flags.contains(.spaceBefore) != (isFirst || start > end) { return "token \(index): wrong spaceBefore" }
    if !gap.hasProblem, token.flags.contains(.startsLine) != (isFirst || gap.hasLineEnd) {
      return "token \(index): wrong startsLine"
    }
    if (token.kind == .keyword) != token.word.isReserved { return "token \(index): kind and word disagree" }
    if token.flags.contains(.quoted), token.word != .none || source[start] != UInt8(ascii: "`") {
      return "token \(index): not quoted"
    }
    end = Int(token.end)
  }
  if let problem = lexed.problems.first(where: { $0.range.start >= $0.range.end || $0.range.end > source.count }) {
    return "a problem without text: \(problem)"
  }
  return nil
}

/// The bytes between two tokens, read by other means than the lexer's.
private struct Gap {
  var rest: ArraySlice<UInt8>
  let problems: [SyntaxProblem]
  var hasLineEnd = false
  var hasProblem = false

  init(_ bytes: ArraySlice<UInt8>, problems: [SyntaxProblem]) {
    rest = bytes
    self.problems = problems
  }

  mutating func isTrivia() -> Bool {
    while let first = rest.first {
      if let problem = problems.first(where: { Int($0.range.start) == rest.startIndex && Int($0.range.end) <= rest.endIndex }) {
        hasProblem = true
        rest = rest[Int(problem.range.end)...]
      } else if rest.starts(with: Array("//".utf8)) {
        rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
      } else if rest.starts(with: Array("/*".utf8)) {
        if !skipComment() { return false }
      } else if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
        rest = rest.dropFirst(3)
      } else if first == 0x20 || (0x09...0x0D).contains(first) {
        if first == 0x0A || first == 0x0D { hasLineEnd = true }
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  private mutating func skipComment() -> Bool {
    var depth = 0
    repeat {
      if rest.starts(with: Array("/*".utf8)) {
        depth += 1
        rest = rest.dropFirst(2)
      } else if rest.starts(with: Array("*/".utf8)) {
        depth -= 1
        rest = rest.dropFirst(2)
      } else {
        if rest.first == 0x0A || rest.first == 0x0D { hasLineEnd = true }
        rest = rest.dropFirst()
      }
    } while depth > 0 && !rest.isEmpty
    return depth == 0
  }
}
