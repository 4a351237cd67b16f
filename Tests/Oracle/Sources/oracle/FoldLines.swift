import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Prints `dump folds` from swift-syntax's tree, folded with the standard operators and those that the file declares.
/// Operators of other files are given the default precedence, as an operator without a group has it.
func foldLines(of tree: SourceFileSyntax) -> [Line] {
  var operators = OperatorTable.standardOperators
  operators.addSourceFile(tree) { _ in }
  let unknown = UnknownOperators(operators)
  unknown.walk(tree)
  let declarations = unknown.names.sorted().map { "infix operator \($0): DefaultPrecedence\n" }.joined()
  operators.addSourceFile(Parser.parse(source: declarations)) { _ in }
  let visitor = FoldVisitor(viewMode: .sourceAccurate)
  visitor.walk(operators.foldAll(tree) { _ in })
  return visitor.lines.sorted()
}

private final class UnknownOperators: SyntaxVisitor {
  let known: OperatorTable
  var names: Set<String> = []

  init(_ known: OperatorTable) {
    self.known = known
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    if known.infixOperator(named: node.operator.text) == nil { names.insert(node.operator.text) }
    return .skipChildren
  }
}

private final class FoldVisitor: SyntaxVisitor {
  var lines: [Line] = []

  private func add(_ kind: String, _ detail: String = "", _ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = node.endPositionBeforeTrailingTrivia.utf8Offset
    lines.append(Line(start: start, end: end, text: detail.isEmpty ? kind : kind + " " + detail))
    return .visitChildren
  }

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    // A function type that stands as an expression prints nothing.
    if node.operator.is(ArrowExprSyntax.self) { return .skipChildren }
    return add("infixExpr", node.operator.trimmedDescription, node)
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind { add("ternaryExpr", "", node) }
  override func visit(_ node: IsExprSyntax) -> SyntaxVisitorContinueKind { add("isExpr", "", node) }
  override func visit(_ node: AsExprSyntax) -> SyntaxVisitorContinueKind { add("asExpr", "", node) }
  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind { add("tryExpr", "", node) }
  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind { add("awaitExpr", "", node) }
  override func visit(_ node: UnsafeExprSyntax) -> SyntaxVisitorContinueKind { add("unsafeExpr", "", node) }

  override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
    if let elements = node.elements { walk(elements) }
    return .skipChildren
  }
}
