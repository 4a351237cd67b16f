import VTDiagnostics
import VTSyntax

/// Gives each finding of a file a name that stays when the code around it moves: a hash of the rule, the names of the
/// declarations around it and the text of its line with blanks squeezed, and for equal ones a number in their order.
///
/// Neither line numbers nor the path are in it: lines above may come and go, functions may change places, files and
/// checkouts may be renamed. What does change it is a change of the line itself, or of the name of its function.
struct FingerprintMaker {
  private struct Key: Hashable {
    var rule: RuleID
    var declarations: UInt64
    var line: UInt64
  }

  private let tree: SyntaxTree
  private var occurrences: [Key: Int] = [:]
  /// The declarations that have a name to tell, in the order of their places, outer before inner.
  private let declarations: [(range: ByteRange, node: NodeID)]
  private var nextDeclaration = 0
  /// Those around the last place asked about, outermost first.
  private var open: [(end: UInt32, label: [UInt8])] = []
  private var lastLine: (number: Int, hash: UInt64)?

  init(tree: SyntaxTree) {
    self.tree = tree
    declarations = tree.nodes.indices.lazy.map { NodeID(UInt32($0)) }.filter { isNamed($0, in: tree) }
      .map { (tree.range(of: $0), $0) }
      .sorted { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
  }

  /// Findings must come in the order of their places.
  mutating func fingerprint(rule: RuleID, extent: Extent) -> String {
    let key = Key(rule: rule, declarations: declarationPath(around: extent.range.start), line: lineHash(of: extent))
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    var hash = StableHash()
    hash.combine(Array(rule.text.utf8))
    hash.combine(Array("\(key.declarations) \(key.line) \(occurrence)".utf8))
    return hash.hexadecimal
  }

  private mutating func lineHash(of extent: Extent) -> UInt64 {
    if let lastLine, lastLine.number == extent.start.line { return lastLine.hash }
    var hash = StableHash()
    hash.combine(squeezed(extent.firstLine))
    lastLine = (extent.start.line, hash.value)
    return hash.value
  }

  /// `Cache.load(id:)`, hashed: the words that name the types and functions around a place, with argument labels so that
  /// overloads are told apart.
  private mutating func declarationPath(around offset: UInt32) -> UInt64 {
    while nextDeclaration < declarations.count, declarations[nextDeclaration].range.start <= offset {
      let declaration = declarations[nextDeclaration]
      open.removeAll { $0.end <= declaration.range.start }
      if declaration.range.end > offset { open.append((declaration.range.end, label(of: declaration.node))) }
      nextDeclaration += 1
    }
    open.removeAll { $0.end <= offset }
    var hash = StableHash()
    for declaration in open { hash.combine(declaration.label) }
    return hash.value
  }

  private func label(of node: NodeID) -> [UInt8] {
    switch tree.kind(node) {
    case .extensionDecl:
      let extended = tree.children(of: node).first { tree.kind($0) != .modifiers }
      return extended.map { squeezed(bytes(tree.range(of: $0))) } ?? []
    case .functionDecl, .initDecl:
      var label = text(of: tree[node].mainToken)
      let parameters = tree.child(.parameters, of: node)
      if parameters.isNone { return label }
      for parameter in tree.children(of: parameters) {
        label += text(of: tree[parameter].firstToken)
        label.append(UInt8(ascii: ":"))
      }
      return label
    case .patternBinding: return text(of: tree[node].firstToken)
    default: return text(of: tree[node].mainToken)
    }
  }

  private func text(of token: TokenID) -> [UInt8] { token.isNone ? [] : bytes(tree.token(token).range) }

  private func bytes(_ range: ByteRange) -> [UInt8] { Array(tree.source[Int(range.start)..<Int(range.end)]) }
}

private func isNamed(_ node: NodeID, in tree: SyntaxTree) -> Bool {
  switch tree.kind(node) {
  case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .functionDecl, .initDecl, .deinitDecl,
    .subscriptDecl, .accessorDecl:
    true
  case .patternBinding: !tree.child(.accessorBlock, of: node).isNone
  default: false
  }
}

/// Without blanks at either end, and with one for each run of them: a new indentation is no new line.
private func squeezed(_ line: [UInt8]) -> [UInt8] {
  Array(line.split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))
}
