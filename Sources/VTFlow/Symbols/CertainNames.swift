import VTDiagnostics
import VTSyntax

/// The names that stand for something at a place in a body: parameters that are not optional, what `if let`, `guard let` and
/// the patterns of cases bind. By the words alone, for whoever reads a body before types are known.
struct CertainNames {
  /// With what an expression takes for granted to be something: names of functions, and of types for their initialisers, that
  /// give no optional. None: it certainly is something.
  typealias Givers = Set<Name>

  private var names: [Name: Givers] = [:]

  /// - Parameter list: the parameters of a function.
  mutating func addParameters(_ list: NodeID, of tree: SyntaxTree) {
    for parameter in tree.children(of: list) where tree.kind(parameter) == .parameter {
      if isOptional(parameter, of: tree) == false { names[tree.mainName(of: parameter)] = [] }
    }
  }

  /// Whether the written type of a parameter, or the annotation of a variable, has room for nil; nil where none is written.
  private func isOptional(_ typed: NodeID, of tree: SyntaxTree) -> Bool? {
    let type = tree.children(of: typed).first { $0.isTypeNode(in: tree) }
    return type.map { [.optionalType, .implicitlyUnwrappedType, .attributedType].contains(tree.kind($0)) }
  }

  /// Whether `enter` and `leave` have to do with rows of this kind.
  static func areBound(by kind: NodeKind) -> Bool {
    switch kind {
    case .ifExpr, .guardStmt, .closureExpr, .switchExpr, .switchCase, .doStmt, .catchClause, .forStmt, .whileStmt, .block,
      .patternBinding: true
    default: false
    }
  }

  /// What a part of a row sees: the block of an `if` what the conditions bind, its `else` what was known before them.
  mutating func enter(_ child: NodeID, of node: NodeID, in tree: SyntaxTree, from outside: CertainNames) {
    switch tree.kind(node) {
    case .ifExpr, .guardStmt:
      if tree.kind(child) == .conditions { return }
      let isThen = tree.kind(node) == .ifExpr && tree[tree.child(.conditions, of: node)].nextSibling == child
      self = outside
      if isThen { addBound(tree.child(.conditions, of: node), of: tree) }
    case .closureExpr where tree.kind(child) == .block:
      let list = tree.child(.parameters, of: node)
      for parameter in tree.children(of: list) { names[tree.mainName(of: parameter)] = nil }
      if !list.isNone { addParameters(list, of: tree) }
    case .switchCase: if tree.kind(child) == .caseItem { addPattern(child, of: tree, nesting: 0) }
    case .catchClause:
      if tree.child(.caseItem, of: node).isNone { names[KnownNames.error] = [] }
      addPattern(child, of: tree, nesting: 0)
    default: break
    }
  }

  /// What is known behind a row: `guard let` binds for what follows, a block nothing.
  mutating func leave(_ node: NodeID, of tree: SyntaxTree, to outside: CertainNames) {
    switch tree.kind(node) {
    case .guardStmt:
      self = outside
      addBound(tree.child(.conditions, of: node), of: tree)
    case .patternBinding:
      let name = tree.mainName(of: tree.child(.identifierPattern, of: node))
      let annotation = tree.child(.typeAnnotation, of: node)
      names[name] =
        if !annotation.isNone, let isOptional = isOptional(annotation, of: tree) { isOptional ? nil : [] } else {
          givers(of: tree[tree.child(.initializer, of: node)].firstChild, tree)
        }
    case .block, .ifExpr, .switchExpr, .switchCase, .catchClause, .closureExpr, .doStmt, .forStmt, .whileStmt: self = outside
    default: break
    }
  }

  /// What an expression takes for granted to be something; nil where it may well be nil.
  func givers(of node: NodeID, _ tree: SyntaxTree) -> Givers? {
    let inner = tree[node].firstChild
    switch tree.kind(node) {
    case .literalExpr: return tree.mainWord(of: node) != .nil ? [] : nil
    case .stringExpr, .arrayExpr, .dictionaryExpr, .closureExpr, .forceExpr: return []
    case .identifierExpr: return names[tree.mainName(of: node)]
    case .parenExpr, .awaitExpr: return givers(of: inner, tree)
    case .tryExpr: return tree[node].flags.contains(.hasQuestion) ? nil : givers(of: inner, tree)
    case .asExpr:
      let flags = tree[node].flags
      if flags.contains(.hasQuestion) { return nil }
      return flags.contains(.hasExclamation) ? [] : givers(of: inner, tree)
    case .memberExpr where tree[node].flags.contains(.implicitBase): return tree.mainName(of: node) != KnownNames.none ? [] : nil
    // `LoadError.noData`
    case .memberExpr: return namesType(inner, tree) && !tree.isTypeName(node) ? [] : nil
    case .callExpr:
      switch tree.kind(inner) {
      case .memberExpr: return givers(of: inner, tree) ?? [tree.mainName(of: inner)]
      // `Refused()`, `LoadError(code)`: what takes something else may be an initialiser that fails.
      case .identifierExpr where namesType(inner, tree):
        let isCertain = tree[inner].nextSibling.isNone || tree.text(of: tree[inner].mainToken).hasSuffix("Error")
        return isCertain ? [] : [tree.mainName(of: inner)]
      case .identifierExpr: return [tree.mainName(of: inner)]
      default: return nil
      }
    default: return nil
    }
  }

  private func namesType(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.kind(node) == .identifierExpr && tree.isTypeName(node)
  }

  private mutating func addBound(_ conditions: NodeID, of tree: SyntaxTree) {
    for condition in tree.children(of: conditions) where [.optionalBinding, .matchingPattern].contains(tree.kind(condition)) {
      addPattern(tree[condition].firstChild, of: tree, nesting: 0)
    }
  }

  private mutating func addPattern(_ node: NodeID, of tree: SyntaxTree, nesting: Int) {
    if nesting > 50 { return }
    if tree.kind(node) == .identifierPattern { names[tree.mainName(of: node)] = [] }
    for child in tree.children(of: node) where tree.kind(child) != .block { addPattern(child, of: tree, nesting: nesting + 1) }
  }
}
