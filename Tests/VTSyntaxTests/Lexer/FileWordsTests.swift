// The words of a file are found without lexing it: none may be missing.

import TestSupport
import Testing
import VTDiagnostics
import VTSyntax

@Suite struct FileWordsTests {
  private func expectAllWords(of text: String) {
    let source = Array(text.utf8)
    let words = FileWords(of: source)
    for token in Lexer.lex(source).tokens {
      var range = Int(token.start)..<Int(token.start + token.length)
      switch token.kind {
      case .identifier, .keyword:
        if token.flags.contains(.malformed) { continue }
        if token.flags.contains(.quoted) { range = range.lowerBound + 1..<range.upperBound - 1 }
        let name = Name(in: source, range)
        #expect(words.names.mightContain(name), "\(String(decoding: source[range], as: UTF8.self)) in \(text.prefix(80))")
      default: break
      }
    }
  }

  @Test(arguments: RuleFixture.all)
  func fixtures(_ fixture: RuleFixture) { expectAllWords(of: fixture.text) }

  @Test(arguments: [
    "let größe = 1; let naïve = größe", "let a = \"don’t\" + b", "let `class` = `a b` + `c`", "let x$y = $0 + $z",
    "// comment\nlet a = \"http://x\" + later", "let s = \"\"\"\n// \\(hidden)\n\"\"\"", "let s = #\"\"\"\n  // \\#(hidden)\n\"\"\"#",
    "/* let a */ let b", "a≠b", "x\u{0}y", "\u{FEFF}import Foundation", "let 0x1F = 12ab", "`", "a`b", "\r\n// c\r\nlet d", "",
  ])
  func corners(_ text: String) { expectAllWords(of: text) }

  @Test(arguments: [
    ("import A\nimport struct B.C\n@testable import D\n  import E // F\nlet x = 1", ["A", "B", "D", "E"]),
    ("public import A; import B", ["A", "B"]),
    ("import typealias A.B\nimport protocol C.D\n#if x\nimport E\n#endif", ["A", "C", "E"]),
    ("import Größe\nimport A", ["Größe", "A"]),
  ])
  func imports(_ text: String, _ names: [String]) {
    #expect(FileWords(of: Array(text.utf8)).imports == names.map { Name($0) })
  }
}
