import SwiftSyntax

extension Skeleton {
  mutating func statementLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .ifExpr(let node): add("ifExpr", node)
    case .guardStmt(let node): add("guardStmt", node)
    case .whileStmt(let node): add("whileStmt", node)
    case .repeatStmt(let node): add("repeatStmt", node)
    case .forStmt(let node): add("forStmt", words(node.tryKeyword, node.awaitKeyword), node)
    case .switchExpr(let node): add("switchExpr", node)
    case .switchCaseLabel(let node): addCase(node)
    case .switchDefaultLabel(let node): add("switchCase", "default", node.defaultKeyword)
    case .switchCaseItem(let node): add("caseItem", element: node)
    case .doStmt(let node):
      add("doStmt", node)
      if let clause = node.throwsClause { addEffects(nil, clause, clause) }
    case .catchClause(let node): add("catchClause", node)
    case .catchItem(let node): add("caseItem", element: node)
    case .whereClause(let node): add("whereCondition", node)
    case .deferStmt(let node): add("deferStmt", node)
    case .returnStmt(let node): add("returnStmt", node)
    case .throwStmt(let node): add("throwStmt", node)
    case .yieldStmt(let node): add("yieldStmt", node)
    case .discardStmt(let node): add("discardStmt", node)
    case .fallThroughStmt(let node): add("fallthroughStmt", node)
    case .breakStmt(let node): add("breakStmt", node.label?.text ?? "", node)
    case .continueStmt(let node): add("continueStmt", node.label?.text ?? "", node)
    case .labeledStmt(let node): add("labeledStmt", node.label.text, node)
    case .conditionElementList(let node): addConditions(node)
    case .optionalBindingCondition(let node): add("optionalBinding", node.bindingSpecifier.text, node)
    case .matchingPatternCondition(let node): add("matchingPattern", node)
    case .availabilityCondition(let node):
      add("availability", node)
      return .stop
    default: return patternLine(node)
    }
    return .walkAll
  }

  private mutating func patternLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .identifierPattern(let node): add("identifierPattern", node.identifier.text, node)
    case .valueBindingPattern(let node): add("bindingPattern", node.bindingSpecifier.text, node)
    case .isTypePattern(let node): add("isPattern", node)
    case .wildcardPattern(let node): add("wildcardExpr", node)
    case .tuplePattern(let node): add("tupleExpr", labels(node.elements.map(\.label)), node)
    default: return .unknown
    }
    return .walkAll
  }

  private mutating func addCase(_ node: SwitchCaseLabelSyntax) {
    guard let colonOrComma = node.caseItems.last?.trailingComma ?? Optional(node.colon),
      let last = colonOrComma.previousToken(viewMode: .sourceAccurate)
    else { return }
    add("switchCase", "case", from: node.caseKeyword, to: last)
  }

  private mutating func addConditions(_ node: ConditionElementListSyntax) {
    guard let last = node.last else { return }
    add("conditions", from: node, to: last.condition)
  }
}
