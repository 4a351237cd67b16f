import VTSyntax

/// What must hold of every tree, whatever the text.
/// - Returns: what does not hold, in words; nothing if all is well.
func brokenInvariants(of tree: SyntaxTree) -> [String] {
  var broken: [String] = []
  var reached = [Bool](repeating: false, count: tree.nodes.count)
  let endOfFile = UInt32(tree.tokens.count - 1)
  let root = tree[tree.root]
  if root.firstToken.index != 0 || root.endToken.index != endOfFile {
    broken.append("the root covers \(root.firstToken.index)..<\(root.endToken.index) of \(endOfFile) tokens")
  }
  var pending = [tree.root]
  while let node = pending.popLast(), broken.count < 10 {
    let row = tree[node]
    let here = "\(row.kind) at \(tree.range(of: node).start)"
    if reached[Int(node.index)] { broken.append("\(here) has two parents") }
    reached[Int(node.index)] = true
    if row.firstToken.index > row.endToken.index { broken.append("\(here) ends before it begins") }
    let main = row.mainToken
    if !main.isNone, main.index < row.firstToken.index || main.index >= row.endToken.index {
      broken.append("\(here) has its main token outside")
    }
    if row.kind == .unexpected || row.kind == .missing, !row.firstChild.isNone { broken.append("\(here) has children") }
    let needed = row.kind.neededChildren - (row.kind == .memberExpr && row.flags.contains(.implicitBase) ? 1 : 0)
    if needed > 0, tree.child(at: needed - 1, of: node).isNone { broken.append("\(here) has less than \(needed) children") }
    var place = row.firstToken.index
    for child in tree.children(of: node) {
      let next = tree[child]
      if next.firstToken.index < place { broken.append("\(next.kind) in \(here) overlaps what stands before it") }
      if next.endToken.index > row.endToken.index { broken.append("\(next.kind) reaches beyond \(here)") }
      place = max(place, next.endToken.index)
      pending.append(child)
    }
  }
  return broken
}

/// How many rows stand above the deepest one. `else if` chains count as one: they are walked by loops.
func depth(of tree: SyntaxTree) -> Int {
  var deepest = 0
  var pending = [(node: tree.root, depth: 0)]
  while let (node, depth) = pending.popLast() {
    deepest = max(deepest, depth)
    for child in tree.children(of: node) {
      let continuesChain = tree.kind(node) == .ifExpr && tree.kind(child) == .ifExpr
      pending.append((child, continuesChain ? depth : depth + 1))
    }
  }
  return deepest
}

func parse(_ text: String) -> SyntaxTree { SyntaxTree.parse(Array(text.utf8)) }

extension NodeKind {
  /// How many children a row of this kind has at least, whatever the text.
  fileprivate var neededChildren: Int {
    switch self {
    case .ternaryExpr, .forStmt: 3
    case .infixExpr, .assignExpr, .isExpr, .asExpr, .dictionaryElement, .ifExpr, .guardStmt, .whileStmt, .repeatStmt,
      .matchingPattern, .dictionaryType, .inlineArrayType, .compositionType, .attributedType, .requirement,
      .extensionDecl:
      2
    case .tryExpr, .awaitExpr, .unsafeExpr, .consumeExpr, .packExpr, .prefixExpr, .postfixExpr, .inoutExpr, .forceExpr,
      .optionalChainExpr, .memberExpr, .callExpr, .subscriptExpr, .argument, .parenExpr, .closureExpr, .typeExpr,
      .postfixIfConfig, .patternBinding, .typeAnnotation, .initializer, .typealiasDecl, .functionDecl, .initDecl,
      .subscriptDecl, .macroDecl, .returnType, .switchExpr, .doStmt, .catchClause, .deferStmt, .throwStmt, .thenStmt,
      .discardStmt, .labeledStmt, .conditions, .optionalBinding, .whereCondition, .patternElement, .bindingPattern,
      .isPattern, .expressionPattern, .memberType, .optionalType, .implicitlyUnwrappedType, .arrayType,
      .tupleTypeElement, .functionType, .someType, .anyType, .suppressedType, .metatype, .packType:
      1
    default: 0
    }
  }
}
