import VTDiagnostics
import VTSyntax

/// The names that stand for something at a place in a body: parameters that are not optional, what `if let`, `guard let` and
/// the patterns of cases bind. By the words alone, for whoever reads a body before types are known.
struct CertainNames {
  private var names: Set<Name> = []
  /// What was made by a call that reads like an initialiser, by the type's name: it is there unless that one can fail.
  private var made: [Name: Name] = [:]

  /// - Parameter list: the parameters of a function.
  mutating func addParameters(_ list: NodeID, of tree: SyntaxTree) {
    for parameter in tree.children(of: list) where tree.kind(parameter) == .parameter {
      let type = tree.children(of: parameter).first { $0.isTypeNode(in: tree) }
      if let type, ![.optionalType, .implicitlyUnwrappedType, .attributedType].contains(tree.kind(type)) {
        names.insert(tree.mainName(of: parameter))
      }
    }
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
      for parameter in tree.children(of: tree.child(.parameters, of: node)) {
        names.remove(tree.mainName(of: parameter))
        made[tree.mainName(of: parameter)] = nil
      }
    case .switchCase: if tree.kind(child) == .caseItem { addPattern(child, of: tree, nesting: 0) }
    case .catchClause:
      if tree.child(.caseItem, of: node).isNone { names.insert(KnownNames.error) }
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
      let value = tree[tree.child(.initializer, of: node)].firstChild
      if isThere(value, tree) || isWrittenAsThere(node, tree) { names.insert(name) } else { names.remove(name) }
      made[name] = maker(of: value, tree)
    case .block, .ifExpr, .switchExpr, .switchCase, .catchClause, .closureExpr, .doStmt, .forStmt, .whileStmt: self = outside
    default: break
    }
  }

  /// Whether an expression certainly is not nil.
  func isThere(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    let inner = tree[node].firstChild
    switch tree.kind(node) {
    case .literalExpr: return tree.mainWord(of: node) != .nil
    case .stringExpr, .arrayExpr, .dictionaryExpr, .closureExpr, .forceExpr: return true
    case .identifierExpr: return names.contains(tree.mainName(of: node))
    case .parenExpr: return isThere(inner, tree)
    case .asExpr:
      let flags = tree[node].flags
      return !flags.contains(.hasQuestion) && (flags.contains(.hasExclamation) || isThere(inner, tree))
    case .memberExpr where tree[node].flags.contains(.implicitBase): return tree.mainName(of: node) != KnownNames.none
    // `LoadError.noData`
    case .memberExpr: return namesType(inner, tree) && !isTypeName(tree.text(of: tree[node].mainToken))
    case .callExpr where tree.kind(inner) == .memberExpr: return isThere(inner, tree)
    // `Refused()`, `LoadError(code)`: what takes something else may be an initialiser that fails.
    case .callExpr:
      return namesType(inner, tree) && (tree[inner].nextSibling.isNone || tree.text(of: tree[inner].mainToken).hasSuffix("Error"))
    default: return false
    }
  }

  /// `let config: Config = …`
  private func isWrittenAsThere(_ binding: NodeID, _ tree: SyntaxTree) -> Bool {
    guard let annotation = tree.child(.typeAnnotation, of: binding).present, let type = tree[annotation].firstChild.present else {
      return false
    }
    return ![.optionalType, .implicitlyUnwrappedType, .attributedType].contains(tree.kind(type))
  }

  /// `Config` of `Config(1)`, or of a constant that was made so.
  func maker(of node: NodeID, _ tree: SyntaxTree) -> Name? {
    if node.isNone { return nil }
    switch tree.kind(node) {
    case .identifierExpr: return made[tree.mainName(of: node)]
    case .callExpr: return namesType(tree[node].firstChild, tree) ? tree.mainName(of: tree[node].firstChild) : nil
    default: return nil
    }
  }

  private func namesType(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.kind(node) == .identifierExpr && isTypeName(tree.text(of: tree[node].mainToken))
  }

  private func isTypeName(_ text: String) -> Bool { text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }

  private mutating func addBound(_ conditions: NodeID, of tree: SyntaxTree) {
    for condition in tree.children(of: conditions) where [.optionalBinding, .matchingPattern].contains(tree.kind(condition)) {
      addPattern(tree[condition].firstChild, of: tree, nesting: 0)
    }
  }

  private mutating func addPattern(_ node: NodeID, of tree: SyntaxTree, nesting: Int) {
    if nesting > 50 { return }
    if tree.kind(node) == .identifierPattern { names.insert(tree.mainName(of: node)) }
    for child in tree.children(of: node) where tree.kind(child) != .block { addPattern(child, of: tree, nesting: nesting + 1) }
  }
}
