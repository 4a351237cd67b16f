import VTDiagnostics
import VTSyntax

/// Whether some path through a body completes what waits in a property and leaves it there.
///
/// Structured control flow only, by one walk over the tree, for one completion at a time: what has to be told apart is
/// whether the completion, a clearing and a guard have been passed. A clearing counts before and after: what was taken
/// out first is completed by another name.
struct CompletionPaths {
  /// What happens at the end of a row.
  enum Event {
    case completion
    case clear
    /// The clearing that is asked about.
    case drop
    case assign
    /// What is completed goes into the property.
    case store
    /// A condition that is true where the property holds something, or false where it does not.
    case presence(whenTrue: Bool)
  }

  struct State: OptionSet, Hashable {
    let rawValue: UInt8
    static let completed = State(rawValue: 1)
    static let cleared = State(rawValue: 2)
    /// A condition keeps this from happening twice.
    static let guarded = State(rawValue: 4)
    static let stored = State(rawValue: 8)
    /// It was cleared by the clearing that is asked about, before anything completed it.
    static let dropped = State(rawValue: 16)
  }

  private typealias States = Set<State>

  private let tree: SyntaxTree
  private let events: [NodeID: Event]
  /// What is completed has a name of its own, so that whatever is put into the property leaves it alone.
  private let isAlias: Bool
  private let isGuard: (NodeID) -> Bool
  private let neverReturns: (NodeID) -> Bool
  private var exits: States = []
  private var jumps: [States] = []
  private var handlers: [States] = []

  init(
    tree: SyntaxTree, events: [NodeID: Event], isAlias: Bool, isGuard: @escaping (NodeID) -> Bool,
    neverReturns: @escaping (NodeID) -> Bool
  ) {
    self.tree = tree
    self.events = events
    self.isAlias = isAlias
    self.isGuard = isGuard
    self.neverReturns = neverReturns
  }

  /// The states in which a body may be left that is entered in one.
  mutating func exits(of body: NodeID, from start: State = State()) -> Set<State> {
    exits = []
    let through = walk(body, [start])
    return exits.union(through)
  }

  // MARK: rows

  private mutating func walk(_ node: NodeID, _ states: States) -> States {
    if states.isEmpty { return states }
    switch tree.kind(node) {
    case .ifExpr: return walkIfChain(node, states)
    case .guardStmt:
      let (holds, fails) = condition(tree.child(.conditions, of: node), states)
      _ = walkChild(.block, of: node, fails)
      return holds
    case .ternaryExpr:
      let asked = ask(tree.child(at: 0, of: node), states)
      return walk(tree.child(at: 1, of: node), asked.holds).union(walk(tree.child(at: 2, of: node), asked.fails))
    case .switchExpr: return walkSwitch(node, states)
    case .whileStmt, .forStmt, .repeatStmt: return walkLoop(node, states)
    case .doStmt: return walkDo(node, states)
    case .returnStmt:
      exits.formUnion(walkChildren(of: node, states))
      return []
    case .throwStmt:
      let thrown = walkChildren(of: node, states)
      if handlers.isEmpty { exits.formUnion(thrown) } else { handlers[handlers.count - 1].formUnion(thrown) }
      return []
    case .breakStmt, .continueStmt:
      if jumps.isEmpty { return states }
      jumps[jumps.count - 1].formUnion(states)
      return []
    case .infixExpr where Operators.isShortCircuit(tree, node):
      let left = walk(tree.child(at: 0, of: node), states)
      return apply(node, left.union(walk(tree.child(at: 1, of: node), left)))
    case .closureExpr: return walkClosure(node, states)
    case .tryExpr where !handlers.isEmpty && tree[node].flags.isDisjoint(with: [.hasQuestion, .hasExclamation]):
      let after = apply(node, walkChildren(of: node, states))
      // Before or after what happens in it.
      handlers[handlers.count - 1].formUnion(states.union(after))
      return after
    case .ifConfig:
      return tree.children(of: node).reduce(into: states) { $0.formUnion(walkChildren(of: $1, states)) }
    case .functionDecl, .structDecl, .classDecl, .enumDecl, .actorDecl: return states
    case .callExpr where neverReturns(node):
      _ = walkChildren(of: node, states)
      return []
    default: return apply(node, walkChildren(of: node, states))
    }
  }

  private mutating func walkChildren(of node: NodeID, _ states: States) -> States {
    var states = states
    for child in tree.children(of: node) { states = walk(child, states) }
    return states
  }

  private mutating func walkChild(_ kind: NodeKind, of node: NodeID, _ states: States) -> States {
    let child = tree.child(kind, of: node)
    return child.isNone ? states : walk(child, states)
  }

  private func apply(_ node: NodeID, _ states: States) -> States {
    guard let event = events[node] else { return states }
    return Set(states.map { after(event, $0) })
  }

  private func after(_ event: Event, _ state: State) -> State {
    switch event {
    case .completion: return state.union(.completed)
    case .clear: return state.union(.cleared)
    case .drop: return state.union(state.isDisjoint(with: [.completed, .cleared, .guarded]) ? [.cleared, .dropped] : .cleared)
    case .assign:
      if isAlias || state.contains(.completed) { return state.union(.cleared) }
      // What was taken out before has nothing to do with what is there now.
      return state.subtracting(.cleared)
    // What was completed before is told as handed on too late.
    case .store: return state.contains(.completed) ? state : state.subtracting(.cleared).union(.stored)
    case .presence: return state
    }
  }

  // MARK: conditions

  /// The states after a list of conditions where all hold, and where one does not.
  private mutating func condition(_ conditions: NodeID, _ states: States) -> (holds: States, fails: States) {
    if conditions.isNone { return (states, states) }
    var holds = states
    var fails: States = []
    for element in tree.children(of: conditions) {
      let asked = ask(element, holds)
      fails.formUnion(asked.fails)
      holds = asked.holds
    }
    return (holds, fails)
  }

  private mutating func ask(_ node: NodeID, _ states: States) -> (holds: States, fails: States) {
    if node.isNone { return (states, states) }
    var states = walk(node, states)
    if isGuard(node) { states = Set(states.map { $0.contains(.completed) ? $0 : $0.union(.guarded) }) }
    guard case .presence(let whenTrue)? = events[node] else { return (states, states) }
    // Where nothing waits in the property, nothing is left there.
    let absent = Set(states.map { $0.union(.cleared).subtracting(.dropped) })
    return whenTrue ? (states, absent) : (absent, states)
  }

  /// `else if` chains may be long: a loop, not a recursion.
  private mutating func walkIfChain(_ first: NodeID, _ states: States) -> States {
    var after: States = []
    var node = first
    var states = states
    while true {
      let block = tree.child(.block, of: node)
      if block.isNone { return after.union(states) }
      let conditions = tree.child(.conditions, of: node)
      let (holds, fails) = condition(conditions, states)
      after.formUnion(walk(block, holds))
      let alternative = tree[block].nextSibling
      // Who says nothing of older systems does not mean to run there.
      if alternative.isNone { return asksForSystem(conditions) ? after : after.union(fails) }
      if tree.kind(alternative) != .ifExpr { return after.union(walk(alternative, fails)) }
      node = alternative
      states = fails
    }
  }

  private func asksForSystem(_ conditions: NodeID) -> Bool {
    !conditions.isNone && tree.children(of: conditions).allSatisfy { tree.kind($0) == .availability }
  }

  private mutating func walkSwitch(_ node: NodeID, _ states: States) -> States {
    let before = ask(tree.child(at: 0, of: node), states).holds
    jumps.append([])
    var after: States = []
    for child in tree.children(of: node).dropFirst() {
      after.formUnion(tree.kind(child) == .switchCase ? walkChildren(of: child, before) : walk(child, before))
    }
    return after.union(jumps.removeLast())
  }

  private mutating func walkLoop(_ node: NodeID, _ states: States) -> States {
    jumps.append([])
    var before = states
    var after = tree.kind(node) == .repeatStmt ? [] : states
    // What a round leaves behind the next one finds.
    for _ in 0..<2 {
      let conditions = tree.child(.conditions, of: node)
      let (holds, fails) = conditions.isNone ? (before, before) : condition(conditions, before)
      if !conditions.isNone { after = fails }
      var round = holds
      for child in tree.children(of: node) where tree.kind(child) != .conditions { round = walk(child, round) }
      after.formUnion(round)
      before.formUnion(round)
    }
    return after.union(jumps.removeLast())
  }

  private mutating func walkDo(_ node: NodeID, _ states: States) -> States {
    let hasCatch = !tree.child(.catchClause, of: node).isNone
    if hasCatch { handlers.append([]) }
    var after = walkChild(.block, of: node, states)
    guard hasCatch else { return after }
    let caught = handlers.removeLast()
    for child in tree.children(of: node) where tree.kind(child) == .catchClause {
      after.formUnion(walkChildren(of: child, caught))
    }
    return after
  }

  /// What a closure does counts as done, whenever it runs; its `return` ends only itself.
  private mutating func walkClosure(_ node: NodeID, _ states: States) -> States {
    let saved = (exits, jumps, handlers)
    (exits, jumps, handlers) = ([], [], [])
    let after = walkChildren(of: node, states).union(exits)
    (exits, jumps, handlers) = saved
    return after
  }
}
