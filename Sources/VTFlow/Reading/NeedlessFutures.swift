import VTCatalogue
import VTDiagnostics
import VTSyntax

/// A function that makes its value future of a task on every path, or waits itself until there is a result.
package struct NeedlessFuture: Sendable {
  package var name: ByteRange
  package var type: Knowledge.OneShotID
  /// What it returns, on each path.
  package var returns: [ByteRange]
  /// It is async and has waited before it makes one: what it gives is there for whoever has waited for it.
  package var isAwaited: Bool
}

extension SymbolIndex {
  /// The functions, getters and subscripts of a file whose value future never holds a result that is there already: every
  /// path starts a task. Not those whose type a protocol or a superclass asks for, nor what a value future itself offers.
  package func needlessFutures(in tree: SyntaxTree, file: FileID) -> [NeedlessFuture] {
    let reader = BodyReader(tree: tree, file: file, index: self)
    return files[Int(file.index)].declarations.enumerated().compactMap { place, declaration in
      let id = DeclarationID(file: file, index: Int32(place))
      guard let future = oneShot(givenType(of: id).unwrapped), knowledge.type(future).kind == .valueFuture,
        !declaration.flags.contains(.isOverride), !isValueFuture(selfType(ownerName(of: id))), !isAskedFor(id),
        let body = getterBody(of: declaration, tree)
      else { return nil }
      var paths = ReturnedValues(reader: reader)
      paths.collect(from: body)
      // Where it gives `nil` instead, it starts no task: that path has its answer at once.
      let given = paths.values.filter { !paths.neverReturns($0) }
      let made = given.filter { !paths.isNil($0) }
      guard !made.isEmpty else { return nil }
      let isOfTasks = given.allSatisfy { paths.isMadeOfTask($0, future) }
      guard isOfTasks || paths.waitsFirst(body) && made.allSatisfy({ paths.isMade($0, future) }) else { return nil }
      return NeedlessFuture(
        name: declaration.nameRange, type: future, returns: made.map { tree.range(of: $0) }, isAwaited: !isOfTasks)
    }
  }

  private func givenType(of id: DeclarationID) -> Type {
    let declaration = declaration(id)
    switch declaration.kind {
    case .function, .subscripting: return type(declaration.type, in: TypeScope(file: id.file, declaration: id.index))
    case .property where !declaration.flags.contains(.isStored): return propertyType(id)
    default: return .unknown
    }
  }

  /// Whether a protocol that the owner conforms to has a requirement of this name.
  private func isAskedFor(_ id: DeclarationID) -> Bool {
    let name = declaration(id).name
    var pending = directSupertypes(of: ownerName(of: id))
    var seen: Set<Name> = []
    while let above = pending.popLast() {
      guard seen.insert(above).inserted, seen.count < 200 else { continue }
      if members(of: above, named: name).contains(where: { declaration($0).flags.contains(.isRequirement) }) { return true }
      pending += directSupertypes(of: above)
    }
    return false
  }

  private func getterBody(of declaration: Declaration, _ tree: SyntaxTree) -> NodeID? {
    let block = tree.child(.block, of: declaration.node)
    if !block.isNone { return block }
    let accessors = tree.child(.accessorBlock, of: declaration.node)
    if accessors.isNone { return nil }
    if tree[accessors].flags.contains(.implicitGetter) { return accessors }
    let getter = tree.children(of: accessors).first { tree.kind($0) == .accessorDecl && tree.mainWord(of: $0) == .get }
    return getter.flatMap { tree.child(.block, of: $0).present }
  }
}

/// The expressions that a body returns.
private struct ReturnedValues {
  let reader: BodyReader
  private(set) var values: [NodeID] = []
  private var tree: SyntaxTree { reader.tree }
  private var index: SymbolIndex { reader.index }

  init(reader: BodyReader) { self.reader = reader }

  mutating func collect(from body: NodeID) {
    let items = Array(tree.children(of: body))
    if items.count == 1, let only = items.first, tree.kind(only).isExpression { return collectValue(only) }
    collectReturns(in: body, nesting: 0)
  }

  private mutating func collectReturns(in node: NodeID, nesting: Int) {
    if nesting > 400 { return values.append(node) }
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .returnStmt: if let value = tree[child].firstChild.present { collectValue(value) }
      case .closureExpr, .functionDecl, .structDecl, .classDecl, .enumDecl, .actorDecl: break
      default: collectReturns(in: child, nesting: nesting + 1)
      }
    }
  }

  /// A value, or the values of its branches.
  private mutating func collectValue(_ node: NodeID) {
    switch tree.kind(node) {
    case .ternaryExpr:
      for place in [1, 2] { collectValue(tree.child(at: place, of: node)) }
    case .parenExpr, .tryExpr, .awaitExpr: collectValue(tree[node].firstChild)
    case .ifExpr, .switchExpr, .doStmt: collectBranches(of: node)
    default: values.append(node)
    }
  }

  private mutating func collectBranches(of node: NodeID) {
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .block: collect(from: child)
      case .switchCase:
        let items = tree.children(of: child).filter { tree.kind($0) != .caseItem && tree.kind($0) != .modifiers }
        if items.count == 1, tree.kind(items[0]).isExpression {
          collectValue(items[0])
        } else {
          collectReturns(in: child, nesting: 0)
        }
      case .catchClause: if let block = tree.child(.block, of: child).present { collect(from: block) }
      case .ifExpr: collectBranches(of: child)
      default: break
      }
    }
  }

  func isNil(_ node: NodeID) -> Bool { tree.kind(node) == .literalExpr && tree.mainWord(of: node) == .nil }

  /// `fatalError()`
  func neverReturns(_ node: NodeID) -> Bool {
    tree.kind(node) == .callExpr && index.knowledge.neverReturning.contains(tree.mainName(of: tree[node].firstChild))
  }

  /// `ValueFuture(task)`, `ValueFuture(Task { … })`, `.init(task)`, or a constant that is one.
  func isMadeOfTask(_ node: NodeID, _ future: Knowledge.OneShotID) -> Bool {
    guard let arguments = arguments(ofMaking: future, node), arguments.count == 1 else { return false }
    return isTask(reader.path(to: tree[arguments[0]].firstChild)[...])
  }

  /// The same, or `ValueFuture(user)`: of one value, and not of a source that fills it.
  func isMade(_ node: NodeID, _ future: Knowledge.OneShotID) -> Bool {
    guard let arguments = arguments(ofMaking: future, node) else { return false }
    return arguments.count < 2 && arguments.allSatisfy { tree.mainName(of: $0) == .none }
  }

  /// The arguments of the call that makes a value future; nil for what is made otherwise.
  private func arguments(ofMaking future: Knowledge.OneShotID, _ node: NodeID, depth: Int = 0) -> [NodeID]? {
    let path = reader.path(to: node)
    if tree.kind(node) == .identifierExpr {
      guard depth < 8, case .value(let value)? = reader.local(tree.mainName(of: node), at: path[...])?.source, isConstant(value)
      else { return nil }
      return arguments(ofMaking: future, value, depth: depth + 1)
    }
    guard tree.kind(node) == .callExpr, makes(future, path) else { return nil }
    return tree.children(of: node).filter { tree.kind($0) == .argument }
  }

  /// Whether a statement waits on each way to the first `return`.
  func waitsFirst(_ body: NodeID) -> Bool {
    for item in tree.children(of: body) {
      if waits(item) { return true }
      if tree.rows(inside: item).contains(where: { tree.kind($0) == .returnStmt }) { return false }
    }
    return false
  }

  /// Whether an `await` in it certainly runs.
  private func waits(_ node: NodeID, nesting: Int = 0) -> Bool {
    guard nesting < 100 else { return false }
    switch tree.kind(node) {
    case .awaitExpr: return true
    case .variableDecl, .patternBinding, .initializer, .optionalBinding, .tryExpr, .parenExpr, .assignExpr, .returnStmt,
      .callExpr, .argument, .memberExpr:
      return tree.children(of: node).contains { waits($0, nesting: nesting + 1) }
    case .ifExpr, .guardStmt:
      let first = tree.child(.conditions, of: node).present.flatMap { tree[$0].firstChild.present }
      return first.map { waits($0, nesting: nesting + 1) } ?? false
    default: return false
    }
  }

  private func makes(_ future: Knowledge.OneShotID, _ path: [NodeID]) -> Bool {
    let callee = tree[path[path.count - 1]].firstChild
    if tree.kind(callee) == .memberExpr, tree[callee].flags.contains(.implicitBase) {
      return tree.mainName(of: callee) == KnownNames.initializer
    }
    guard tree.kind(callee) == .identifierExpr || tree.mainName(of: callee) == KnownNames.initializer else { return false }
    return index.oneShot(reader.type(at: path[...])) == future
  }

  /// `let x = e`, not `var`.
  private func isConstant(_ value: NodeID) -> Bool {
    reader.path(to: value).last { tree.kind($0) == .variableDecl }.map { tree.mainWord(of: $0) == .let } ?? false
  }

  /// A task, or what a value future turns into when it is converted.
  private func isTask(_ path: ArraySlice<NodeID>) -> Bool {
    let node = path[path.endIndex - 1]
    if case .nominal(KnownNames.task, _) = reader.type(at: path) { return true }
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .memberExpr else {
      return false
    }
    switch reader.type(ofChild: 0, at: path + [callee]) {
    // `Task.detached { … }`
    case .metatype(.nominal(KnownNames.task, _)): return true
    case let base:
      guard let id = index.oneShot(base),
        let operation = index.knowledge.operations(of: id).methods[tree.mainName(of: callee)]
      else { return false }
      return operation.role == .convert && operation.yields == .none
    }
  }
}
