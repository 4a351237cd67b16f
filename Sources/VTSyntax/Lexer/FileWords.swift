import VTDiagnostics

/// The words of a text, without its grammar: enough to tell whether a file has anything to do with a name, at a fraction
/// of what lexing costs. Words of comments and string literals may be among them; none is missing.
package struct FileWords: Sendable {
  package let names: NameFilter
  /// What follows the word `import`: modules, and now and then a word of a comment.
  package let imports: [Name]

  /// What an earlier run found.
  package init(names: NameFilter, imports: [Name]) { (self.names, self.imports) = (names, imports) }

  package init(of source: [UInt8]) {
    let found = Cursor.withCursor(over: source) { cursor -> (NameFilter, [Name])? in
      var scan = WordScan(cursor)
      return scan.run() ? (scan.names, scan.imports) : nil
    }
    if let found {
      (names, imports) = found
    } else {
      // What is a name and what an operator needs the tables of the lexer there.
      let lexed = Lexer.lex(source)
      names = lexed.names
      imports = lexed.wordsBehindImport(in: source)
    }
  }
}

extension LexedSource {
  /// Whether it has a name as a word, with back quotes or without.
  package func hasWord(_ name: Name, in source: [UInt8]) -> Bool {
    tokens.contains { token in
      guard token.kind == .identifier || token.kind == .keyword else { return false }
      let quotes = token.flags.contains(.quoted) && token.length >= 2 ? 1 : 0
      return Name(in: source, Int(token.start) + quotes..<Int(token.end) - quotes) == name
    }
  }

  fileprivate func wordsBehindImport(in source: [UInt8]) -> [Name] {
    var imports: [Name] = []
    var isExpected = false
    for token in tokens {
      if isExpected, token.kind == .identifier {
        imports.append(Name(in: source, Int(token.start)..<Int(token.start) + Int(token.length)))
      }
      isExpected = token.word == .import || isExpected && token.kind == .keyword
    }
    return imports
  }
}

private struct WordScan {
  private var cursor: Cursor
  private(set) var names: NameFilter
  private(set) var imports: [Name] = []
  /// The word before was `import`, or stands between `import` and the module's name.
  private var expectsModule = false

  init(_ cursor: Cursor) {
    self.cursor = cursor
    names = NameFilter(byteCount: cursor.end)
  }

  /// False where the text has words that only the lexer can tell apart.
  mutating func run() -> Bool {
    var lineIsBlank = true
    while true {
      switch cursor.byteClass {
      case .letter:
        if !takeWord(from: cursor.offset) { return false }
      case .dollar:
        let start = cursor.offset
        cursor.offset += 1
        if !takeWord(from: start) { return false }
      case .digit: cursor.skipNameBytes()
      case .blank:
        cursor.offset += 1
        cursor.skipSpaces()
        continue
      case .lineEnd:
        cursor.offset += 1
        cursor.skipSpaces()
        lineIsBlank = true
        expectsModule = false
        continue
      case .slash where lineIsBlank && cursor.byte(ahead: 1) == Byte.slash:
        if !skipPlainComment() { cursor.offset += 2 }
      case .backquote:
        // A name between back quotes may have blanks in it.
        let start = cursor.offset
        cursor.offset += 1
        cursor.skipNameBytes()
        if cursor.byteClass != .backquote { return false }
        cursor.offset = start + 1
        if cursor.byteClass == .letter, !takeWord(from: cursor.offset) { return false }
        if cursor.byteClass == .backquote { cursor.offset += 1 } else { cursor.skipNameBytes() }
      case .nonASCII:
        // A word may begin here, or this may be text between words.
        if cursor.scalar(at: cursor.offset).value.map(Scalars.beginsName) == true { return false }
        cursor.offset += cursor.scalar(at: cursor.offset).length
      case .nul:
        if cursor.isAtEnd { return true }
        cursor.offset += 1
      default: cursor.offset += 1
      }
      lineIsBlank = false
    }
  }

  private mutating func takeWord(from start: Int) -> Bool {
    cursor.skipNameBytes()
    if cursor.byteClass == .dollar || wordGoesOn { return false }
    let length = cursor.offset - start
    let first = cursor.eightBytes(at: start, length: min(length, 8))
    let name = cursor.name(at: start, length: length, first: first)
    names.insert(name, first: first)
    if expectsModule {
      expectsModule = length <= 9 && WordScan.importKinds.contains(first)
      if !expectsModule { imports.append(name) }
    } else if first == WordScan.importWord, length == 6 {
      expectsModule = true
    }
    return true
  }

  private var wordGoesOn: Bool {
    cursor.byteClass == .nonASCII && cursor.scalar(at: cursor.offset).value.map(Scalars.continuesName) == true
  }

  /// A comment on a line of its own has no code, unless it stands in a string literal over lines and has an interpolation.
  private mutating func skipPlainComment() -> Bool {
    let start = cursor.offset
    cursor.skipToLineEnd()
    if !cursor.has(Byte.backslash, in: start..<cursor.offset) { return true }
    cursor.offset = start
    return false
  }

  /// "import", the first byte in the lowest place: a literal, because every word of every file is compared with it.
  private static var importWord: UInt64 { 0x7472_6F70_6D69 }
  /// `import struct Module.Name`
  private static let importKinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealia"].map(packed)

  private static func packed(_ text: String) -> UInt64 {
    text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
