import SwiftSyntax

extension Skeleton {
  mutating func expressionLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .declReferenceExpr(let node): addName(node)
    case .superExpr(let node): add("identifierExpr", node.superKeyword.text, node)
    case .memberAccessExpr(let node):
      add("memberExpr", nameDetail(node.declName), from: node, to: node.declName.baseName)
      walk(node.base)
      return .stop
    case .functionCallExpr(let node):
      let call = callDetail(open: node.leftParen, node.arguments, node.trailingClosure, node.additionalTrailingClosures)
      add("callExpr", call, node)
    case .subscriptCallExpr(let node):
      let call = callDetail(open: node.leftSquare, node.arguments, node.trailingClosure, node.additionalTrailingClosures)
      add("subscriptExpr", call, node)
    case .macroExpansionExpr(let node):
      let call = callDetail(open: node.leftParen, node.arguments, node.trailingClosure, node.additionalTrailingClosures)
      add("macroExpr", node.macroName.text + call, node)
    case .closureExpr(let node): add("closureExpr", node)
    case .closureCapture(let node): add("capture", captureDetail(node), element: node)
    case .tupleExpr(let node): add("tupleExpr", labels(node.elements.map(\.label)), node)
    case .arrayExpr(let node): add("arrayExpr", node)
    case .dictionaryExpr(let node): add("dictionaryExpr", node)
    case .stringLiteralExpr(let node): add("stringExpr", node)
    case .simpleStringLiteralExpr(let node): add("stringExpr", node)
    case .expressionSegment(let node): add("interpolation", node)
    case .keyPathExpr(let node): add("keyPathExpr", node)
    case .keyPathPropertyComponent: return .stop
    case .integerLiteralExpr(let node): add("literalExpr", node)
    case .floatLiteralExpr(let node): add("literalExpr", node)
    case .booleanLiteralExpr(let node): add("literalExpr", node)
    case .nilLiteralExpr(let node): add("literalExpr", node)
    case .regexLiteralExpr(let node): add("literalExpr", node)
    case .discardAssignmentExpr(let node): add("wildcardExpr", node)
    case .postfixIfConfigExpr(let node): add("postfixIfConfig", node)
    default: return operatorLine(node)
    }
    return .walkAll
  }

  private mutating func operatorLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .sequenceExpr(let node):
      walkSequence(node)
      return .stop
    case .binaryOperatorExpr(let node): add("infixExpr", node.operator.text, node)
    case .assignmentExpr(let node): add("infixExpr", "=", node)
    case .unresolvedTernaryExpr(let node): add("ternaryExpr", node)
    case .unresolvedIsExpr(let node): add("isExpr", node)
    case .unresolvedAsExpr(let node): add("asExpr", node.questionOrExclamationMark?.text ?? "", node.asKeyword)
    case .tryExpr(let node): add("tryExpr", node.questionOrExclamationMark?.text ?? "", node)
    case .awaitExpr(let node): add("awaitExpr", node)
    case .unsafeExpr(let node): add("unsafeExpr", node)
    case .consumeExpr(let node): add("consumeExpr", node.consumeKeyword.text, node)
    case .copyExpr(let node): add("consumeExpr", node.copyKeyword.text, node)
    case .borrowExpr(let node): add("consumeExpr", node.borrowKeyword.text, node)
    case .packElementExpr(let node): add("packExpr", node.eachKeyword.text, node)
    case .packExpansionExpr(let node): add("packExpr", node.repeatKeyword.text, node)
    case .prefixOperatorExpr(let node): add("prefixExpr", node.operator.text, node)
    case .postfixOperatorExpr(let node): add("postfixExpr", node.operator.text, node)
    case .inOutExpr(let node): add("inoutExpr", node)
    case .forceUnwrapExpr(let node): add("forceExpr", node)
    case .optionalChainingExpr(let node): add("optionalChainExpr", node)
    case .typeExpr(let node):
      if node.type.is(FunctionTypeSyntax.self) || node.type.is(AttributedTypeSyntax.self) { return .stop }
      if let type = node.type.as(IdentifierTypeSyntax.self), type.name.tokenKind == .keyword(.Any) {
        add("identifierExpr", type.name.text, node)
        return .stop
      }
    default: return .unknown
    }
    return .walkAll
  }

  /// A function type that stands as an expression prints nothing: here it is a tuple, an arrow and a type, which may be
  /// a composition. Behind `is` and `as` stands a type, although it is wrapped as an expression.
  private mutating func walkSequence(_ node: SequenceExprSyntax) {
    let elements = Array(node.elements)
    func isArrow(_ place: Int) -> Bool { elements.indices.contains(place) && elements[place].is(ArrowExprSyntax.self) }
    var isResult = false
    for (place, element) in elements.enumerated() {
      if isArrow(place) || isArrow(place - 1) {
        isResult = true
        continue
      }
      let composes = element.as(BinaryOperatorExprSyntax.self)?.operator.text == "&"
      isResult = isResult && (composes || elements[place - 1].is(BinaryOperatorExprSyntax.self))
      if isResult { continue }
      if isArrow(place + 1) {
        addEffectWords(before: element)
      } else if place > 0, let type = element.as(TypeExprSyntax.self)?.type,
        elements[place - 1].is(UnresolvedAsExprSyntax.self) || elements[place - 1].is(UnresolvedIsExprSyntax.self)
      {
        walk(type)
      } else {
        walk(element)
      }
    }
  }

  /// The lines of `try` and the like before a function type.
  private mutating func addEffectWords(before element: ExprSyntax) {
    if let node = element.as(TryExprSyntax.self) {
      add("tryExpr", node.questionOrExclamationMark?.text ?? "", node)
      addEffectWords(before: node.expression)
    } else if let node = element.as(AwaitExprSyntax.self) {
      add("awaitExpr", node)
      addEffectWords(before: node.expression)
    }
  }

  private mutating func addName(_ node: DeclReferenceExprSyntax) {
    switch node.baseName.tokenKind {
    case .binaryOperator, .prefixOperator, .postfixOperator: add("operatorExpr", nameDetail(node), node)
    // The role in `@attached(extension, …)`; as a name the word needs back quotes.
    case .identifier("extension"), .keyword(.extension): break
    default: add("identifierExpr", nameDetail(node), from: node, to: node.baseName)
    }
  }

  private func nameDetail(_ node: DeclReferenceExprSyntax) -> String {
    node.baseName.text + (node.argumentNames.map { labels($0.arguments.map(\.name)) } ?? "")
  }

  private func captureDetail(_ node: ClosureCaptureSyntax) -> String {
    guard let specifier = node.specifier?.specifier.text else { return node.name.text }
    return specifier + " " + node.name.text
  }
}
