import VTDiagnostics
import VTSyntax

// Kinds of rows by class: the order in which `NodeKind` lists them tells.

extension NodeID {
  /// Whether the row is one of the type kinds.
  func isTypeNode(in tree: SyntaxTree) -> Bool { tree.kind(self).rawValue >= NodeKind.namedType.rawValue }
}

extension NodeKind {
  /// A statement or expression, as opposed to a declaration or a part of one.
  var isStatement: Bool {
    (rawValue >= NodeKind.ifExpr.rawValue && rawValue <= NodeKind.labeledStmt.rawValue)
      || (rawValue >= NodeKind.identifierExpr.rawValue && rawValue <= NodeKind.operatorExpr.rawValue)
  }

  /// A statement behind which nothing of its block runs.
  var isJump: Bool { [.returnStmt, .throwStmt, .breakStmt, .continueStmt].contains(self) }

  /// An expression, the statements among them included.
  var isExpression: Bool {
    rawValue >= NodeKind.identifierExpr.rawValue && rawValue <= NodeKind.operatorExpr.rawValue
      || self == .ifExpr || self == .switchExpr || self == .doStmt
  }
}
