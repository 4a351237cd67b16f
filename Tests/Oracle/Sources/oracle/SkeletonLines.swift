import SwiftSyntax

/// Prints `dump skeleton` from swift-syntax's tree. The kinds and ranges are ours; docs/DUMPS.md says why each is as it is.
/// The parts are in Skeleton+Declarations, +Statements, +Expressions and +Types.
struct Skeleton {
  private(set) var lines: [Line] = []

  static func lines(of tree: SourceFileSyntax) -> [Line] {
    var skeleton = Skeleton()
    skeleton.walk(Syntax(tree))
    skeleton.lines.sort()
    return skeleton.lines
  }

  /// What to do below a node whose own lines are printed.
  enum Below {
    case walkAll
    case stop
    /// This node kind is not in the table of the asked part.
    case unknown
  }

  mutating func walk(_ node: Syntax) {
    if node.is(TokenSyntax.self) { return }
    let kind = node.as(SyntaxEnum.self)
    var below = structureLine(kind)
    if case .unknown = below { below = declarationLine(kind) }
    if case .unknown = below { below = statementLine(kind) }
    if case .unknown = below { below = expressionLine(kind) }
    if case .unknown = below { below = typeLine(kind) }
    if case .stop = below { return }
    for child in node.children(viewMode: .sourceAccurate) { walk(child) }
  }

  mutating func walk(_ node: (some SyntaxProtocol)?) {
    if let node { walk(Syntax(node)) }
  }

  // MARK: printing

  mutating func add(_ kind: String, _ detail: String = "", from first: some SyntaxProtocol, to last: some SyntaxProtocol) {
    let start = first.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = last.endPositionBeforeTrailingTrivia.utf8Offset
    lines.append(Line(start: start, end: end, text: detail.isEmpty ? kind : kind + " " + detail))
  }

  mutating func add(_ kind: String, _ detail: String, _ node: some SyntaxProtocol) {
    add(kind, detail, from: node, to: node)
  }

  mutating func add(_ kind: String, _ node: some SyntaxProtocol) {
    add(kind, from: node, to: node)
  }

  /// For a list element: its trailing comma does not belong to the range.
  mutating func add(_ kind: String, _ detail: String = "", element: some WithTrailingCommaSyntax) {
    if let comma = element.trailingComma, comma.presence == .present,
      let last = comma.previousToken(viewMode: .sourceAccurate)
    {
      add(kind, detail, from: element, to: last)
    } else {
      add(kind, detail, element)
    }
  }

  // MARK: structure

  private mutating func structureLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .sourceFile, .codeBlockItemList, .memberBlockItemList: return .walkAll
    case .codeBlock(let node): add("block", node)
    case .memberBlock(let node): add("memberBlock", node)
    case .codeBlockItem(let node): addItem(node.item)
    case .memberBlockItem(let node): addItem(node.decl)
    case .attribute(let node): return attribute(node)
    case .ifConfigDecl(let node):
      // The `#if` of a postfix chain is part of that expression.
      if node.parent?.is(PostfixIfConfigExprSyntax.self) != true { add("ifConfig", node) }
    case .ifConfigClause(let node):
      let word = node.poundKeyword.text
      let condition = node.condition.map { " " + range($0) } ?? ""
      add("ifConfigClause", word + condition, node.poundKeyword)
      if let elements = node.elements { walk(Syntax(elements)) }
      return .stop
    case .unexpectedNodes, .poundSourceLocation: return .stop
    default: return .unknown
    }
    return .walkAll
  }

  private mutating func addItem(_ node: some SyntaxProtocol) {
    if Syntax(node).is(PoundSourceLocationSyntax.self) { return }
    add("item", node)
  }

  private mutating func attribute(_ node: AttributeSyntax) -> Below {
    let name =
      node.attributeName.as(MemberTypeSyntax.self)?.name ?? node.attributeName.as(IdentifierTypeSyntax.self)?.name
    add("attribute", name?.text ?? "", node)
    // `c` of `@convention(c)` is no expression, although swift-syntax parses it as one.
    if case .argumentList(let arguments) = node.arguments, name?.text != "convention" { walk(arguments) }
    return .stop
  }

  // MARK: details

  func range(_ node: some SyntaxProtocol) -> String {
    "\(node.positionAfterSkippingLeadingTrivia.utf8Offset)..\(node.endPositionBeforeTrailingTrivia.utf8Offset)"
  }

  func labels(_ names: some Sequence<TokenSyntax?>, _ open: String = "(", _ close: String = ")") -> String {
    open + names.map { ($0?.text ?? "_") + ":" }.joined() + close
  }

  /// What a call adds to a detail: labels where there are parentheses, then the trailing closures.
  func callDetail(
    open: TokenSyntax?, _ arguments: LabeledExprListSyntax, _ first: ClosureExprSyntax?,
    _ further: MultipleTrailingClosureElementListSyntax
  ) -> String {
    var detail = ""
    if let open {
      let square = open.tokenKind == .leftSquare
      detail = labels(arguments.map(\.label), square ? "[" : "(", square ? "]" : ")")
    }
    if first != nil { detail += "{}" }
    for closure in further { detail += closure.label.text + ":{}" }
    return detail
  }

  func words(_ tokens: TokenSyntax?...) -> String {
    tokens.compactMap { $0?.text }.joined(separator: " ")
  }
}
