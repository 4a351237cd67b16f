import VTDiagnostics

extension SyntaxTree {
  /// The lines of `dump skeleton`: see docs/DUMPS.md, which says for each kind what its line means and why.
  package func skeletonDump() -> String {
    var dump = SkeletonDump(tree: self, printsFolds: false)
    dump.walk()
    return dump.text()
  }

  /// The lines of `dump folds`: how operators bind.
  package func foldDump() -> String {
    var dump = SkeletonDump(tree: self, printsFolds: true)
    dump.walk()
    return dump.text()
  }

  /// The lines of `dump problems`: what is not Swift, or was skipped.
  package func problemDump() -> String {
    let sorted = problems.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return sorted.map { "\($0.range.start)..\($0.range.end) \($0.message)\n" }.joined()
  }
}

/// Gathers the lines. It goes by a stack of its own, because a tree may be deeper than the stack of a thread.
private struct SkeletonDump {
  /// What a node's parent says of it.
  enum Place {
    /// Among statements or members: the node has an `item` line.
    case item
    /// A clause of an `#if` among statements or members: its contents are items.
    case clauseOfItems
    case other
  }

  struct Line {
    var range: ByteRange
    var text: String
  }

  let tree: SyntaxTree
  /// Prints the lines of `dump folds`, and nothing else.
  let printsFolds: Bool
  private var lines: [Line] = []
  private var pending: [(node: NodeID, place: Place)] = []

  init(tree: SyntaxTree, printsFolds: Bool) {
    self.tree = tree
    self.printsFolds = printsFolds
  }

  mutating func walk() {
    pending.append((tree.root, .other))
    while let (node, place) = pending.popLast() {
      if printsFolds {
        addFold(of: node)
      } else {
        if place == .item { add("item", tree.range(of: node)) }
        addLine(of: node)
      }
      pushChildren(of: node, at: place)
    }
  }

  func text() -> String {
    let sorted = lines.sorted { a, b in
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      if a.range.end != b.range.end { return a.range.end < b.range.end }
      return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
    var text = ""
    for line in sorted { text += "\(line.range.start)..\(line.range.end) \(line.text)\n" }
    return text
  }

  private mutating func add(_ kind: String, _ range: ByteRange, _ detail: String = "") {
    lines.append(Line(range: range, text: detail.isEmpty ? kind : kind + " " + detail))
  }

  private mutating func addLine(of node: NodeID) {
    let kind = tree.kind(node)
    if kind == .infixExpr, isArrow(node) { return }
    guard let detail = detail(of: node) else { return }
    let printed: NodeKind
    switch kind {
    case .assignExpr: printed = .infixExpr
    case .parenExpr, .tuplePattern: printed = .tupleExpr
    case .wildcardPattern: printed = .wildcardExpr
    default: printed = kind
    }
    add("\(printed)", range(of: node), detail)
  }

  private mutating func addFold(of node: NodeID) {
    let kind = tree.kind(node)
    switch kind {
    case .infixExpr where isArrow(node): break
    case .infixExpr, .assignExpr: add("infixExpr", tree.range(of: node), operatorText(tree[node].mainToken))
    case .ternaryExpr, .isExpr, .asExpr, .tryExpr, .awaitExpr, .unsafeExpr: add("\(kind)", tree.range(of: node))
    default: break
    }
  }

  // MARK: the walk

  private mutating func pushChildren(of node: NodeID, at place: Place) {
    let kind = tree.kind(node)
    switch kind {
    case .availability, .precedenceGroupDecl: return
    case .infixExpr where isArrow(node): return
    default: break
    }
    for child in tree.children(of: node) {
      let childKind = tree.kind(child)
      switch kind {
      case .ifConfigClause:
        if tree[node].flags.contains(.hasCondition), child == tree[node].firstChild { continue }
        pending.append((child, place == .clauseOfItems ? .item : .other))
      case .typeExpr:
        if childKind != .functionType, childKind != .attributedType { pending.append((child, .other)) }
      case .ifConfig:
        pending.append((child, place == .item ? .clauseOfItems : .other))
      case .sourceFile, .block, .memberBlock:
        pending.append((child, .item))
      case .accessorBlock:
        pending.append((child, tree[node].flags.contains(.implicitGetter) ? .item : .other))
      case .switchCase:
        pending.append((child, childKind == .caseItem || childKind == .modifiers ? .other : .item))
      case .closureExpr where childKind == .block:
        for item in tree.children(of: child) { pending.append((item, .item)) }
      default:
        pending.append((child, .other))
      }
    }
  }

  /// `x() -> T`: no function type, but what an expression that was meant as one looks like.
  private func isArrow(_ node: NodeID) -> Bool {
    let main = tree[node].mainToken
    return !main.isNone && tree.token(main).kind == .arrow
  }

  // MARK: ranges

  private func range(of node: NodeID) -> ByteRange {
    let row = tree[node]
    let whole = tree.range(of: node)
    if row.mainToken.isNone { return whole }
    switch row.kind {
    case .ifConfigClause, .isExpr, .asExpr: return tree.token(row.mainToken).range
    case .infixExpr, .assignExpr: return operatorRange(row.mainToken)
    case .identifierExpr, .memberExpr: return ByteRange(start: whole.start, end: tree.token(row.mainToken).end)
    case .tryExpr, .awaitExpr, .unsafeExpr: return ByteRange(start: whole.start, end: endOfFirstElement(node))
    case .ternaryExpr:
      // The colon stands before the third child; the expressions in between cannot end in a token of the ternary.
      let colon = TokenID(tree[tree.child(at: 2, of: node)].firstToken.index - 1)
      return ByteRange(start: tree.token(row.mainToken).start, end: tree.token(colon).end)
    case .switchCase:
      var end = tree.token(row.mainToken).end
      for child in tree.children(of: node) where tree.kind(child) == .caseItem { end = tree.range(of: child).end }
      return ByteRange(start: tree.token(row.mainToken).start, end: end)
    default: return whole
    }
  }

  /// Where the operand ends that an unfolded tree would give to `try`, `await` or `unsafe`.
  private func endOfFirstElement(_ node: NodeID) -> UInt32 {
    var node = node
    while true {
      switch tree.kind(node) {
      case .infixExpr, .assignExpr, .ternaryExpr, .isExpr, .asExpr, .tryExpr, .awaitExpr, .unsafeExpr:
        let first = tree.child(at: 0, of: node)
        if first.isNone { return tree.range(of: node).end }
        node = first
      default:
        return tree.range(of: node).end
      }
    }
  }

  /// All pieces of an operator that was cut behind angle brackets.
  private func operatorRange(_ main: TokenID) -> ByteRange {
    var last = main
    while tree.token(last).flags.contains(.joined) { last = TokenID(last.index + 1) }
    return ByteRange(start: tree.token(main).start, end: tree.token(last).end)
  }

  // MARK: details

  /// What stands behind the kind; nil if the kind has no line.
  private func detail(of node: NodeID) -> String? {
    let row = tree[node]
    switch row.kind {
    case .sourceFile, .modifiers, .unexpected, .missing, .genericParameters, .inheritance, .whereClause, .requirement,
      .parameters, .returnType, .typeAnnotation, .expressionPattern, .patternElement, .argumentNames, .genericArguments,
      .argument, .dictionaryElement, .captures, .typeExpr, .tupleTypeElement, .literalType:
      return nil
    case .ifConfigClause:
      let condition = row.flags.contains(.hasCondition) ? tree.range(of: row.firstChild) : nil
      return spelled(row.mainToken) + (condition.map { " \($0.start)..\($0.end)" } ?? "")
    case .extensionDecl:
      let type = tree.children(of: node).first { tree.kind($0) != .modifiers }
      return type.map { "\(tree.range(of: $0).start)..\(tree.range(of: $0).end)" } ?? ""
    case .functionDecl, .macroDecl: return operatorText(row.mainToken) + parameterLabels(of: node)
    case .subscriptDecl: return "subscript" + parameterLabels(of: node)
    case .initDecl: return (row.flags.contains(.optional) ? "init?" : "init") + parameterLabels(of: node)
    case .enumElement:
      return spelled(row.mainToken) + (tree.child(.parameters, of: node).isNone ? "" : parameterLabels(of: node))
    case .variableDecl:
      let words = (row.flags.contains(.isAsync) ? "async " : "") + (row.flags.contains(.isStatic) ? "static " : "")
      return words + spelled(row.mainToken)
    case .accessorBlock: return row.flags.contains(.implicitGetter) ? "getter" : ""
    case .parameter:
      let outer = row.flags.contains(.hasTwoNames) ? spelled(TokenID(row.mainToken.index - 1)) + " " : ""
      return outer + spelled(row.mainToken) + (row.flags.contains(.isVariadic) ? " ..." : "")
    case .effects: return words([(.isAsync, "async"), (.throws, "throws"), (.rethrows, "rethrows")], row.flags)
    case .forStmt: return words([(.hasTry, "try"), (.hasAwait, "await")], row.flags)
    case .capture:
      return (row.flags.contains(.isWeak) ? "weak " : row.flags.contains(.isUnowned) ? "unowned " : "") + spelled(row.mainToken)
    case .identifierExpr, .memberExpr: return spelled(row.mainToken) + argumentNames(of: node)
    case .callExpr: return callDetail(of: node, "(", ")")
    case .subscriptExpr: return callDetail(of: node, "[", "]")
    case .macroExpr, .macroExpansionDecl: return spelled(row.mainToken) + callDetail(of: node, "(", ")")
    case .tupleExpr, .tuplePattern: return labels(of: node, "(", ")")
    case .parenExpr: return "(_:)"
    case .infixExpr, .assignExpr, .prefixExpr, .postfixExpr, .operatorExpr, .operatorDecl:
      return operatorText(row.mainToken)
    case .asExpr, .tryExpr: return row.flags.contains(.hasQuestion) ? "?" : row.flags.contains(.hasExclamation) ? "!" : ""
    case .packType: return spelled(row.firstToken)
    case .importDecl, .typealiasDecl, .associatedtypeDecl, .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl,
      .precedenceGroupDecl, .genericParameter, .accessorDecl, .accessorParameter, .attribute, .switchCase, .breakStmt,
      .continueStmt, .labeledStmt, .optionalBinding, .identifierPattern, .bindingPattern, .consumeExpr, .packExpr,
      .namedType, .memberType, .metatype:
      return spelled(row.mainToken)
    default:
      return ""
    }
  }

  private func spelled(_ token: TokenID) -> String {
    token.isNone ? "" : tree.text(tree.token(token).range)
  }

  private func operatorText(_ main: TokenID) -> String {
    main.isNone ? "" : tree.text(operatorRange(main))
  }

  private func words(_ words: [(NodeFlags, String)], _ flags: NodeFlags) -> String {
    words.filter { flags.contains($0.0) }.map(\.1).joined(separator: " ")
  }

  private func parameterLabels(of node: NodeID) -> String {
    let parameters = tree.child(.parameters, of: node)
    if parameters.isNone { return "()" }
    var text = "("
    for parameter in tree.children(of: parameters) where tree.kind(parameter) == .parameter {
      let outer = tree.outerToken(of: parameter)
      text += outer.isNone ? "_:" : spelled(outer) + ":"
    }
    return text + ")"
  }

  private func argumentNames(of node: NodeID) -> String {
    let names = tree.child(.argumentNames, of: node)
    if names.isNone { return "" }
    return (tree[names].firstToken.index..<tree[names].endToken.index).map { spelled(TokenID($0)) }.joined()
  }

  private func labels(of node: NodeID, _ open: String, _ close: String) -> String {
    var text = open
    for child in tree.children(of: node) where !tree[child].flags.contains(.isTrailing) {
      guard tree.kind(child) == .argument || tree.kind(child) == .patternElement else { continue }
      text += tree[child].mainToken.isNone ? "_:" : spelled(tree[child].mainToken) + ":"
    }
    return text + close
  }

  private func callDetail(of node: NodeID, _ open: String, _ close: String) -> String {
    let isSubscript = tree.kind(node) == .subscriptExpr
    var text = isSubscript || tree[node].flags.contains(.hasParens) ? labels(of: node, open, close) : ""
    for child in tree.children(of: node) where tree.kind(child) == .argument && tree[child].flags.contains(.isTrailing) {
      text += tree[child].mainToken.isNone ? "{}" : spelled(tree[child].mainToken) + ":{}"
    }
    return text
  }
}
