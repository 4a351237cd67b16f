import TestSupport
import Testing
import VTSyntax

/// Texts of one construct repeated without end: no stack overflow, no quadratic time, and the text behind is parsed.
@Suite("Parser nesting") struct ParserNestingTests {
  struct Repeated: CustomTestStringConvertible, Sendable {
    var name: String
    var start: String
    var open: String
    var middle = ""
    var close = ""
    var end = ""

    var testDescription: String { name }
    func text(count: Int) -> String {
      start + String(repeating: open, count: count) + middle + String(repeating: close, count: count) + end
        + "\nlet last = 1\n"
    }
  }

  /// What nests: skipped at some depth, and said once.
  static let nested: [Repeated] = [
    Repeated(name: "parentheses", start: "let x = ", open: "(", middle: "1", close: ")"),
    Repeated(name: "brackets", start: "let x = ", open: "[", middle: "1", close: "]"),
    Repeated(name: "closures", start: "let x = ", open: "{ a in ", close: "}"),
    Repeated(name: "trailing closures", start: "f ", open: "{ g ", close: "}"),
    Repeated(name: "blocks", start: "func f() { ", open: "do { ", close: "}", end: "}"),
    Repeated(name: "functions", start: "", open: "func f() { ", close: "}"),
    Repeated(name: "types", start: "", open: "struct S { ", close: "}"),
    Repeated(name: "getters", start: "", open: "var x: Int { ", close: "}"),
    Repeated(name: "ifs", start: "", open: "if a { ", close: "}"),
    Repeated(name: "switches", start: "", open: "switch a { case 1: ", close: "}"),
    Repeated(name: "calls", start: "let x = ", open: "f(", close: ")"),
    Repeated(name: "subscripts", start: "let x = ", open: "f[", close: "]"),
    Repeated(name: "interpolations", start: "let x = ", open: "\"\\(", middle: "1", close: ")\""),
    Repeated(name: "generic arguments", start: "let x: ", open: "A<", middle: "B", close: ">"),
    Repeated(name: "generic arguments of a call", start: "let x = ", open: "A<", middle: "B", close: ">", end: "()"),
    Repeated(name: "tuple types", start: "let x: ", open: "(", middle: "A", close: ")"),
    Repeated(name: "array types", start: "let x: ", open: "[", middle: "A", close: "]"),
    Repeated(name: "inline arrays", start: "let x: ", open: "[3 of ", middle: "A", close: "]"),
    Repeated(name: "function types", start: "let x: ", open: "(A) -> ", middle: "B"),
    Repeated(name: "tuple patterns", start: "let ", open: "(", middle: "x", close: ")", end: " = y"),
    Repeated(name: "directives", start: "", open: "#if A\n", close: "#endif\n"),
    Repeated(name: "ternaries in the middle", start: "let x = ", open: "a ? ", middle: "b", close: " : c"),
    Repeated(name: "prefix operators before parentheses", start: "let x = ", open: "-(", middle: "1", close: ")"),
    Repeated(name: "tries", start: "let x = ", open: "try ", middle: "y"),
    Repeated(name: "key paths", start: "let x = ", open: "\\A[", middle: "1", close: "]"),
    Repeated(name: "macros", start: "", open: "#a(", close: ")"),
    Repeated(name: "captures", start: "let x = ", open: "{ [a = ", middle: "1", close: "] in }"),
    Repeated(name: "members", start: "let x = a", open: ".b"),
    Repeated(name: "member types", start: "let x: A", open: ".B"),
    Repeated(name: "optionals", start: "let x: A", open: "?"),
    Repeated(name: "unwrapped values", start: "let x = a", open: "!"),
    Repeated(name: "operators", start: "let x = a", open: " + b"),
    Repeated(name: "operators from the right", start: "let x = a", open: " ?? b"),
    Repeated(name: "ternaries at the end", start: "let x = ", open: "a ? b : ", middle: "c"),
    Repeated(name: "casts", start: "let x = a", open: " as B"),
  ]

  @Test(arguments: nested) func deepNestingIsSkipped(_ repeated: Repeated) throws {
    let text = repeated.text(count: 100_000)
    let tree = onLargeStack { parse(text) }
    #expect(tree.problems.count >= 1 && tree.problems.count <= 3)
    #expect(tree.problems.contains { $0.message.contains("nested deeper") || $0.message.contains("more than") })
    #expect(brokenInvariants(of: tree) == [])
    #expect(depth(of: tree) < 3000)
    let last = try #require(tree.children(of: tree.root).map { $0 }.last)
    #expect(tree.kind(last) == .variableDecl)
    #expect(tree.text(tree.range(of: last)) == "let last = 1")
  }

  /// What only repeats: everything has its rows.
  @Test(arguments: [
    Repeated(name: "else if", start: "if a { }", open: " else if b { }"),
    Repeated(name: "attributes", start: "", open: "@a ", end: "func f() {}"),
    Repeated(name: "arguments", start: "f(", open: "1, ", middle: "2", end: ")"),
    Repeated(name: "labelled closures", start: "f { }", open: " a: { }"),
    Repeated(name: "clauses", start: "#if A\n", open: "#elseif B\n", end: "#endif"),
    Repeated(name: "catches", start: "do { }", open: " catch { }"),
    Repeated(name: "bindings", start: "let x = 1", open: ", y = 2"),
    Repeated(name: "statements", start: "", open: "f();"),
  ]) func longListsAreKept(_ repeated: Repeated) throws {
    let text = repeated.text(count: 100_000)
    let tree = onLargeStack { parse(text) }
    #expect(tree.problems == [])
    #expect(tree.nodes.count >= 100_000)
    #expect(brokenInvariants(of: tree) == [])
    #expect(depth(of: tree) < 20)
  }

  /// Nesting below the limit is nothing to complain about.
  @Test(arguments: nested.filter { !$0.close.isEmpty }) func modestNestingIsKept(_ repeated: Repeated) {
    let text = repeated.text(count: 40)
    let tree = onLargeStack { parse(text) }
    #expect(tree.problems == [])
  }

  /// Openers that nothing closes, and other text without end. Some once took time that grew with the square of the
  /// length.
  @Test(arguments: [
    "(", "[", "{", "f(", "A<", "{ (a, ", "let x: [", "@a(", "#if A\n", "a[(b<c, ", "\"\\(", "@ ", "f() {@", "f(a<b, ", "::",
    "(a) -> ", "f() { final ", "#if A\n@a\n#endif\n",
  ])
  func openersAloneParse(_ open: String) {
    let text = String(repeating: open, count: 100_000)
    let tree = onLargeStack { parse(text) }
    #expect(!tree.problems.isEmpty)
    #expect(brokenInvariants(of: tree) == [])
  }
}
