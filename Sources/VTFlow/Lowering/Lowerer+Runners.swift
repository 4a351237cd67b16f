import VTDiagnostics
import VTSyntax

// What the catalogue knows of callees that run closures.
extension Lowerer {
  func knownCallee(_ name: Name, receiver: Value?) -> KnownCallee? {
    guard var callee = index.knowledge.callee(name, on: receiver?.type) else { return nil }
    let wanted = callee.entries.reduce(into: Set<Name>()) { $0.formUnion($1.receivers) }
    if let type = callee.receiver, !wanted.isEmpty, !wanted.contains(type),
      index.types(named: type).contains(where: { index.declaration($0).kind == .classType })
    {
      // `measure { … }` of a class that inherits it.
      callee.receiver = index.supertypeNames(of: type).first(where: wanted.contains) ?? type
    }
    return callee
  }

  /// The entry for one closure of a call.
  func runner(of callee: KnownCallee?, for argument: Argument, among arguments: [Argument], _ call: NodeID) -> Knowledge.Runner? {
    // `query.first(options: []) { … }` is nobody's collection.
    if arguments.count > 1, index.knowledge.soleClosureMethods.contains(tree.mainName(of: tree[call].firstChild)) { return nil }
    var takesNothing = true
    if case .closure(let closure) = argument.value.storage {
      // `rows.forEach { row, error in … }`: no sequence has errors for elements.
      if isGivenErrors(closure.node), tree.mainName(of: tree[call].firstChild) == KnownNames.forEach { return nil }
      takesNothing = tree.takesNothing(closure.node)
      // `service.notify { message in … }` is no group of work.
      if !takesNothing, tree.mainName(of: tree[call].firstChild) == KnownNames.notify { return nil }
    }
    // `store.sync { … } failure: { … }`: what is known of that name takes one closure.
    if callee?.takesOneClosure == true {
      // No further than to the second: a call may have any number of them, and is asked for each.
      let closures = arguments.lazy.filter { [tree] in $0.closure.map { tree.kind($0.node) == .closureExpr } ?? false }
      if closures.prefix(2).count > 1 { return nil }
    }
    let label = argument.isTrailing ? callee?.labelOfFirst(besides: arguments.map(\.label)) : nil
    return callee?.runner(label: label ?? argument.label, takesNothing: takesNothing, isAwaited: awaitDepth > 0) { label, text in
      arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
    } isBehind: { entry in
      letsOneThrough(tree[tree[call].firstChild].firstChild, entry)
    }
  }

  /// `group.notify { … }` of a group that is entered, and that nobody leaves: the closure never runs.
  mutating func isNeverNotified(_ call: NodeID) -> Bool {
    guard tree.mainName(of: tree[call].firstChild) == KnownNames.notify,
      let group = tree[tree[call].firstChild].firstChild.present, isOfSelf(group), let mentions = mentions()
    else { return false }
    return mentions.neverLeft.contains(tree.mainName(of: group))
  }

  /// Nobody ever runs the closure. What it captures is out of sight all the same: whoever wrote this meant it to be done there.
  mutating func leaveOut(_ closure: ClosureValue) {
    analyseSeparately(closure)
    for capture in captures(of: closure) { use(capture.value, .escape, at: capture.value.subject) }
  }

  private func isGivenErrors(_ closure: NodeID) -> Bool {
    let inputs = tree.parameters(of: closure)
    guard inputs.count > 1, let last = inputs.last, !tree[last].mainToken.isNone else { return false }
    return isNameOfError(tree.text(of: tree[last].mainToken))
  }

  /// Whether an entry's `after` stands in a chain of calls: `publisher.first().receive(on: queue)`, `Just(1)`.
  private func letsOneThrough(_ receiver: NodeID, _ entry: Knowledge.Runner) -> Bool {
    var node = receiver
    while !node.isNone, tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present {
      let name = tree.mainName(of: callee)
      let written = ByteRange(start: tree.mainRange(of: callee).start, end: tree.range(of: node).end)
      if entry.after.contains(where: { Name($0) == name || $0.hasSuffix(")") && $0 == tree.text(written) }) { return true }
      guard tree.kind(callee) == .memberExpr, entry.through.contains(name) else { return false }
      node = tree[callee].firstChild
    }
    // `let future = Future<Int, Never> { … }`, and `future.sink { … }` somewhere else.
    guard !node.isNone, tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)),
      case .nominal(let type, _) = locals[place].type, index.types(named: type).isEmpty
    else { return false }
    return entry.after.contains { Name($0) == type }
  }
}

extension SyntaxTree {
  /// Whether a closure's text has a `try` that may end it, or a `throw`.
  func mayThrow(_ node: NodeID) -> Bool {
    let row = self[node]
    return (Int(row.firstToken.index)..<Int(row.endToken.index)).contains { place in
      switch tokens[place].word {
      case .throw: true
      case .try: ![.postfixQuestion, .exclamation].contains(tokens[place + 1].kind)
      default: false
      }
    }
  }

  /// Whether a brace opens the block of an `if`, `else`, `guard` or `switch`, as its line tells.
  func opensBranch(at brace: Int) -> Bool {
    for place in (max(0, brace - Limits.tokensOfConditions)..<brace).reversed() {
      if [.if, .else, .guard, .switch].contains(tokens[place].word) { return true }
      if tokens[place].flags.contains(.startsLine) { return false }
    }
    return false
  }

  /// Whether a closure, or function, has neither parameters nor `$0`.
  func takesNothing(_ node: NodeID) -> Bool {
    let list = child(.parameters, of: node)
    if !list.isNone { return self[list].firstChild.isNone }
    let row = self[node]
    return !tokens[Int(row.firstToken.index)..<Int(row.endToken.index)].contains { $0.kind == .dollarIdentifier }
  }
}

extension Limits {
  /// How far in front of its block somebody looks for the word that it belongs to.
  static let tokensOfConditions = 64
}
