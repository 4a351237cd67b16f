import SwiftSyntax

extension Skeleton {
  mutating func declarationLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .importDecl(let node): add("importDecl", node.path.first?.name.text ?? "", node)
    case .typeAliasDecl(let node): add("typealiasDecl", node.name.text, node)
    case .associatedTypeDecl(let node): add("associatedtypeDecl", node.name.text, node)
    case .structDecl(let node): add("structDecl", node.name.text, node)
    case .classDecl(let node): add("classDecl", node.name.text, node)
    case .enumDecl(let node): add("enumDecl", node.name.text, node)
    case .actorDecl(let node): add("actorDecl", node.name.text, node)
    case .protocolDecl(let node): add("protocolDecl", node.name.text, node)
    case .extensionDecl(let node): add("extensionDecl", range(node.extendedType), node)
    case .functionDecl(let node): add("functionDecl", node.name.text + labels(node.signature.parameterClause), node)
    case .macroDecl(let node): add("macroDecl", node.name.text + labels(node.signature.parameterClause), node)
    case .initializerDecl(let node):
      let failable = node.optionalMark == nil ? "" : "?"
      add("initDecl", "init" + failable + labels(node.signature.parameterClause), node)
    case .subscriptDecl(let node): add("subscriptDecl", "subscript" + labels(node.parameterClause), node)
    case .deinitializerDecl(let node): add("deinitDecl", node)
    case .operatorDecl(let node): add("operatorDecl", node.name.text, node)
    case .precedenceGroupDecl(let node):
      add("precedenceGroupDecl", node.name.text, node)
      return .stop
    case .variableDecl(let node): addVariable(node)
    case .patternBinding(let node): add("patternBinding", element: node)
    case .initializerClause(let node):
      if node.parent?.is(ClosureCaptureSyntax.self) != true { add("initializer", node) }
    case .accessorBlock(let node):
      if case .getter = node.accessors { add("accessorBlock", "getter", node) } else { add("accessorBlock", node) }
    case .accessorDecl(let node): add("accessorDecl", node.accessorSpecifier.text, node)
    case .accessorParameters(let node): add("accessorParameter", node.name.text, node)
    case .enumCaseDecl(let node): add("enumCaseDecl", node)
    case .enumCaseElement(let node):
      let parameters = node.parameterClause.map { labels($0.parameters.map(\.firstName)) } ?? ""
      add("enumElement", node.name.text + parameters, element: node)
    case .macroExpansionDecl(let node):
      let call = callDetail(open: node.leftParen, node.arguments, node.trailingClosure, node.additionalTrailingClosures)
      add("macroExpansionDecl", node.macroName.text + call, node)
    default: return partLine(node)
    }
    return .walkAll
  }

  /// Parts of declarations, and the parameters and effects of closures.
  private mutating func partLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .genericParameter(let node): add("genericParameter", node.name.text, element: node)
    case .primaryAssociatedType(let node): add("genericParameter", node.name.text, element: node)
    case .functionParameter(let node):
      add("parameter", words(node.firstName, node.secondName, node.ellipsis), element: node)
    case .enumCaseParameter(let node): add("parameter", words(node.firstName, node.secondName), element: node)
    case .closureParameter(let node):
      add("parameter", words(node.firstName, node.secondName, node.ellipsis), element: node)
    case .closureShorthandParameter(let node): add("parameter", node.name.text, element: node)
    case .functionEffectSpecifiers(let node): addEffects(node.asyncSpecifier, node.throwsClause, node)
    case .accessorEffectSpecifiers(let node): addEffects(node.asyncSpecifier, node.throwsClause, node)
    case .typeEffectSpecifiers(let node): addEffects(node.asyncSpecifier, node.throwsClause, node)
    case .deinitializerEffectSpecifiers(let node): addEffects(node.asyncSpecifier, nil, node)
    case .genericArgument(let node):
      // An integer there is a literalType of ours.
      if case .type(let type) = node.argument { walk(type) }
      return .stop
    case .sameTypeRequirement(let node):
      if case .type(let type) = node.leftType { walk(type) }
      if case .type(let type) = node.rightType { walk(type) }
      return .stop
    default: return .unknown
    }
    return .walkAll
  }

  mutating func addEffects(_ async: TokenSyntax?, _ throwing: ThrowsClauseSyntax?, _ node: some SyntaxProtocol) {
    let detail = [async == nil ? nil : "async", throwing?.throwsSpecifier.text].compactMap { $0 }
    add("effects", detail.joined(separator: " "), node)
  }

  private mutating func addVariable(_ node: VariableDeclSyntax) {
    let modifiers = node.modifiers.map(\.name.tokenKind)
    var detail = modifiers.contains(.keyword(.async)) ? "async " : ""
    if modifiers.contains(.keyword(.static)) || modifiers.contains(.keyword(.class)) { detail += "static " }
    add("variableDecl", detail + node.bindingSpecifier.text, node)
  }

  private func labels(_ clause: FunctionParameterClauseSyntax) -> String {
    labels(clause.parameters.map(\.firstName))
  }
}
