import VTDiagnostics
import VTSyntax

/// The mentions of stored continuations with the functions around them.
struct ContinuationSurroundings {
  let references: ContinuationMentions
  var reader: BodyReader { references.reader }
  var tree: SyntaxTree { reader.tree }
  var index: SymbolIndex { reader.index }

  /// The functions and accessors of the file that are members or stand at the top level, by their bodies' rows.
  private(set) var functions: [NodeID: Function] = [:]
  private(set) var events: [DeclarationID: [NodeID: CompletionPaths.Event]] = [:]
  /// Functions that set something like a flag, by name the types whose members they are.
  private var flagSetters: [Name: Set<Name>] = [:]
  /// The names of properties in which continuations wait in a lock.
  private let locks: Set<Name>

  struct Function {
    var name: Name
    /// The type whose member it is.
    var owner: Name
    /// Names that it sets like flags.
    var flags: GuardNames
    /// Names that it assigns something to: `result = value`.
    var assigned: Set<Name>
    /// Base names of what it calls, and those that it calls on something else than itself.
    var callees: Set<Name>
    var calleesOfOthers: Set<Name>
    var mentioned: Set<DeclarationID> = []
    /// Properties that it takes something out of, itself or by what it calls.
    var cleared: Set<DeclarationID> = []
    /// Those of them that it takes something out of itself.
    var clearedHere: Set<DeclarationID> = []
    /// Others call it when something has happened, and not the type itself.
    var isDelegate = false
  }

  init(_ references: ContinuationMentions) {
    self.references = references
    locks = Set(references.mentions.lazy.filter(\.property.isLocked).map(\.property.name))
    for mention in references.mentions {
      guard let node = function(around: mention.path) else { continue }
      enter(node)
      functions[node]?.mentioned.insert(mention.property.id)
      if case .clear = mention.role { functions[node]?.clearedHere.insert(mention.property.id) }
    }
    functions = functions.mapValues { function in
      var function = function
      function.cleared = function.clearedHere
      return function
    }
    for completion in references.completions { if let node = function(around: completion.path) { enter(node) } }
    for place in tree.nodes.indices where tree.nodes[place].kind == .functionDecl { enter(NodeID(UInt32(place))) }
    for function in functions.values where !function.flags.isEmpty { flagSetters[function.name, default: []].insert(function.owner) }
    spreadClearing()
    collectEvents()
  }

  private mutating func enter(_ node: NodeID) {
    guard functions[node] == nil else { return }
    let callees = callees(in: node)
    functions[node] = Function(
      name: tree.mainName(of: node), owner: reader.owner(of: reader.path(to: node)[...]), flags: GuardNames(in: node, of: tree),
      assigned: assigned(in: node), callees: callees.own.union(callees.others), calleesOfOthers: callees.others,
      isDelegate: isDelegateMethod(node))
  }

  /// Whether a function may call another one, by its name: a member of another type needs an object for that.
  func calls(_ caller: Function, _ callee: Function) -> Bool {
    caller.callees.contains(callee.name) && (caller.owner == callee.owner || caller.calleesOfOthers.contains(callee.name))
  }

  /// The names of functions that take something out of a property, themselves or by something else that they call than one
  /// function.
  func clearers(of property: DeclarationID, besides callee: Name) -> Set<Name> {
    var others = functions.values.filter { $0.cleared.contains(property) && $0.name != callee }
    var names: Set<Name> = []
    for _ in 0...ContinuationSurroundings.roundsOfClearing {
      let found = others.filter { $0.clearedHere.contains(property) || !$0.callees.isDisjoint(with: names) }.map(\.name)
      if found.isEmpty { break }
      names.formUnion(found)
      others.removeAll { names.contains($0.name) }
    }
    return names
  }

  /// How many calls inside one another lead to what clears.
  private static let roundsOfClearing = 3

  /// Whoever calls what clears, clears.
  private mutating func spreadClearing() {
    for _ in 0..<ContinuationSurroundings.roundsOfClearing {
      var byName: [Name: (cleared: Set<DeclarationID>, mentioned: Set<DeclarationID>)] = [:]
      for function in functions.values where function.name != .none && !function.mentioned.isEmpty {
        byName[function.name, default: ([], [])].cleared.formUnion(function.cleared)
        byName[function.name, default: ([], [])].mentioned.formUnion(function.mentioned)
      }
      for (node, function) in functions {
        for callee in function.callees where callee != function.name {
          guard let found = byName[callee] else { continue }
          functions[node]?.cleared.formUnion(found.cleared)
          functions[node]?.mentioned.formUnion(found.mentioned)
        }
      }
    }
  }

  /// What clears or replaces each property, and what asks for it, by the rows that do.
  private mutating func collectEvents() {
    for mention in references.mentions {
      let event: CompletionPaths.Event
      switch mention.role {
      case .clear: event = .clear
      case .assign: event = .assign
      case .ask(let isPresent): event = .presence(whenTrue: isPresent)
      case .bind: event = .presence(whenTrue: true)
      case .other: continue
      }
      events[mention.property.id, default: [:]][mention.site] = event
    }
    var clearing: [Name: Set<DeclarationID>] = [:]
    var owners: [Name: Set<Name>] = [:]
    for function in functions.values where function.name != .none && !function.cleared.isEmpty {
      clearing[function.name, default: []].formUnion(function.cleared)
      owners[function.name, default: []].insert(function.owner)
    }
    for (callee, properties) in clearingElsewhere() { clearing[callee, default: []].formUnion(properties) }
    if clearing.isEmpty { return }
    let completions = Set(references.completions.map(\.call))
    for place in tree.nodes.indices where tree.nodes[place].kind == .callExpr {
      let call = NodeID(UInt32(place))
      let name = tree.mainName(of: tree[call].firstChild)
      guard !completions.contains(call), let cleared = clearing[name], !isOfAnother(tree[call].firstChild, than: owners[name] ?? [])
      else { continue }
      for property in cleared where events[property]?[call] == nil { events[property, default: [:]][call] = .clear }
    }
  }

  /// `recorder.record`, where the methods of that name that are meant are of other types.
  private func isOfAnother(_ callee: NodeID, than owners: Set<Name>) -> Bool {
    guard tree.kind(callee) == .memberExpr, let base = tree[callee].firstChild.present,
      tree.mainWord(of: base) != .selfValue, !owners.isEmpty,
      case .nominal(let type, _) = reader.type(ofChild: 0, at: reader.path(to: callee)[...]).unwrapped, index.isType(type)
    else { return false }
    return !owners.contains { $0 == .none || $0 == type || index.inherits($0, from: type) || index.inherits(type, from: $0) }
  }

  /// Members of the same types in other files that mention the property: nobody looks there, so they may take it out.
  private func clearingElsewhere() -> [Name: Set<DeclarationID>] {
    let own = Set(functions.values.map(\.name))
    let called = functions.values.reduce(into: Set<Name>()) { $0.formUnion($1.callees) }.subtracting(own)
    var found: [Name: Set<DeclarationID>] = [:]
    var seen: Set<DeclarationID> = []
    for property in references.mentions.map(\.property) where seen.insert(property.id).inserted {
      for callee in called {
        let isThere = reader.members(of: index.ownerName(of: property.id), named: callee).contains { member in
          member.file != reader.file && index.files[Int(member.file.index)].names.mightContain(property.name)
        }
        if isThere { found[callee, default: []].insert(property.id) }
      }
    }
    return found
  }

  /// `result` or `self.result`, and not `reply.result`.
  private func isOwn(_ token: Int) -> Bool {
    tree.tokens[token - 1].kind != .period || token > 1 && tree.tokens[token - 2].word == .selfValue
  }

  private func assigned(in node: NodeID) -> Set<Name> {
    let row = tree[node]
    var (names, locals): (Set<Name>, Set<Name>) = ([], [])
    for token in Int(row.firstToken.index)..<Int(row.endToken.index) where token > 0 {
      guard tree.tokens[token].kind == .identifier, isOwn(token) else { continue }
      let name = tree.name(of: TokenID(UInt32(token)))
      if [.let, .var].contains(tree.tokens[token - 1].word) {
        // `if let result` asks for the property.
        if [.equal, .colon].contains(tree.tokens[token + 1].kind) { locals.insert(name) }
      } else if tree.tokens[token + 1].kind == .equal {
        names.insert(name)
      }
    }
    return names.subtracting(locals)
  }

  private func callees(in node: NodeID) -> (own: Set<Name>, others: Set<Name>) {
    let row = tree[node]
    var (own, others): (Set<Name>, Set<Name>) = ([], [])
    for token in row.firstToken.index..<row.endToken.index where token + 1 < tree.tokens.count {
      guard tree.tokens[Int(token)].kind == .identifier else { continue }
      let next = tree.tokens[Int(token) + 1].kind
      let name = tree.name(of: TokenID(token))
      // Its own name stands before its parameters.
      guard token != tree[node].mainToken.index, next == .leftParen || next == .leftBrace, !isCompletion(token, name) else {
        continue
      }
      if isOwn(Int(token)) {
        own.insert(name)
      } else if !tree.isImplicitMember(at: Int(token)) {
        others.insert(name)
      }
    }
    return (own, others)
  }

  /// `continuation?.resume(…)` calls no function of the file that has that name too; `self.resume(…)` may.
  private func isCompletion(_ token: UInt32, _ name: Name) -> Bool {
    guard index.knowledge.completingNames.contains(name), token > 1, tree.tokens[Int(token) - 1].kind == .period else {
      return false
    }
    let receiver = tree.tokens[Int(token) - 2].kind == .postfixQuestion ? token - 3 : token - 2
    return tree.tokens[Int(receiver)].word != .selfValue
  }

  /// The outermost function, accessor or initialiser around a place.
  func function(around path: [NodeID]) -> NodeID? {
    path.first { node in
      switch tree.kind(node) {
      case .functionDecl, .initDecl, .deinitDecl, .subscriptDecl: true
      case .patternBinding: !tree.child(.accessorBlock, of: node).isNone
      default: false
      }
    }
  }

  /// The innermost `withCheckedContinuation { … }` around a place.
  func creatingCall(around path: [NodeID]) -> NodeID? {
    for place in path.indices.reversed() where tree.kind(path[place]) == .closureExpr {
      guard let call = reader.callAround(path[...place]) else { continue }
      let node = call.path[call.path.endIndex - 1]
      if index.knowledge.creations.closures[tree.mainName(of: tree[node].firstChild)] != nil { return node }
    }
    return nil
  }

  // MARK: bodies and guards

  /// The innermost body around a place that does not run as a part of what stands around it.
  func body(around path: [NodeID]) -> (owner: NodeID, block: NodeID)? {
    var place = path.count - 1
    while place > 0 {
      let inner = path[place]
      place -= 1
      let outer = path[place]
      switch tree.kind(outer) {
      case .functionDecl, .initDecl, .deinitDecl, .accessorDecl:
        if tree.kind(inner) == .block { return (outer, inner) }
      case .accessorBlock where tree[outer].flags.contains(.implicitGetter): return (outer, outer)
      case .closureExpr where tree.kind(inner) == .block:
        if let call = reader.callAround(path[...place]) {
          if reader.fate(of: call) == .now { continue }
        } else if tree.kind(path[place - 1]) == .callExpr {
          continue
        }
        return (outer, inner)
      case .memberBlock, .sourceFile: return nil
      default: break
      }
    }
    return nil
  }

  func runsOnce(_ node: NodeID) -> Bool { tree.kind(node) == .initDecl || tree.kind(node) == .deinitDecl }

  /// Whether a condition keeps what follows from happening twice: it names what the function sets like a flag, calls what
  /// tells the first from the others, or asks a function of the file that sets a flag.
  /// - Parameter state: a property that says nothing of itself.
  func isGuard(_ node: NodeID, _ function: Function, asksForResults: Bool = true, besides state: Name = .none) -> Bool {
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains { token in
      guard tree.tokens[Int(token)].kind == .identifier else { return false }
      let name = tree.name(of: TokenID(token))
      if name == state || index.continuationNames.waiting.contains(name) { return false }
      if function.flags[name] != nil { return true }
      if asksForResults, function.assigned.contains(name), token > 0, isOwn(Int(token)), asksForNil(Int(token)) { return true }
      guard token + 1 < row.endToken.index, [.leftParen, .leftBrace].contains(tree.tokens[Int(token) + 1].kind) else {
        return false
      }
      // `p.withLock { … }`: what its closure asks for and does is looked at by itself.
      if token > 1, tree.tokens[Int(token) - 1].kind == .period, locks.contains(tree.name(of: TokenID(token - 2))) { return false }
      if index.knowledge.guardCalls.contains(name) { return true }
      guard let owners = flagSetters[name] else { return false }
      let callee = tree.rows(inside: node).first { tree[$0].mainToken.index == token && tree.kind($0) == .memberExpr }
      return callee.map { !isOfAnother($0, than: owners) } ?? true
    }
  }

  /// `result == nil`, `if let result`: whether there is something already.
  private func asksForNil(_ place: Int) -> Bool {
    let name = Operators.name(tree, from: TokenID(UInt32(place + 1)))
    if name == Operators.equal || name == Operators.notEqual { return tree.tokens[place + 2].word == .nil }
    return place > 0 && [.let, .var].contains(tree.tokens[place - 1].word) && tree.tokens[place + 1].kind != .equal
  }

  func neverReturns(_ call: NodeID) -> Bool {
    let callee = tree[call].firstChild
    let name = tree.mainName(of: callee)
    return tree.kind(callee) == .identifierExpr
      && (index.knowledge.neverReturning.contains(name) || index.knowledge.testFailures.contains(name))
  }
}
