import VTDiagnostics

extension SyntaxTree {
  /// Lexes and parses one file. Total: any bytes give a tree; what is not Swift is named in `problems`.
  /// - Parameter source: the bytes of the file, byte order mark included.
  /// - Parameter findsNames: fills `names`, for a tenth of the time; who parses a text again knows them.
  package static func parse(_ source: [UInt8], findsNames: Bool = true) -> SyntaxTree {
    var lexed = Lexer.lex(source, findsNames: findsNames)
    var parser = Parser(source: source, tokens: lexed.tokens)
    // The parser changes tokens: two owners would make it copy them all.
    lexed.tokens = []
    let root = parser.parseSourceFile()
    return SyntaxTree(
      source: source, tokens: parser.tokens, nodes: parser.nodes, root: root,
      problems: parser.problems(with: lexed.problems), names: lexed.names)
  }
}

extension Parser {
  mutating func parseSourceFile() -> NodeID {
    let start = here
    _ = eat(.shebang)
    var items = NodeList()
    parseItems(until: .file, into: &items)
    return node(.sourceFile, from: start, items)
  }

  /// The problems of lexer and parser, by place.
  func problems(with lexical: [SyntaxProblem]) -> [SyntaxProblem] {
    if lexical.isEmpty { return problems }
    return (lexical + problems).sorted { $0.range < $1.range }
  }
}
