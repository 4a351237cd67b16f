import VTDiagnostics
import VTSyntax

// What a function of the same file leaves in the properties and `inout` parameters that it assigns to:
//
//     func close() { isOpen = false }                                   // isOpen becomes false
//     func show(_ isOn: Bool) { log(isOn); panel.isOn = isOn }          // panel.isOn becomes what was given
//     func perhaps() { if count > 3 { isOpen = false } }                // nobody knows of isOpen
//
// One walk over the statements, in the order in which they run. Ways that meet have to agree; what is assigned to in a loop or
// inside an expression is unknown from there on, what a closure assigns to is unknown for good.

/// What a function does to something that it assigns to.
enum Change: Equatable {
  case unknown, toggles
  /// What a literal or the name of a case says, by its text, and where it stands.
  case becomes(NodeID, text: Name)
  /// What the function is given, by the parameter's place.
  case becomesParameter(Int)
  /// Something that is made there.
  case isMade

  static func == (a: Change, b: Change) -> Bool {
    switch (a, b) {
    case (.becomes(_, let text), .becomes(_, let other)): text == other
    case (.becomesParameter(let place), .becomesParameter(let other)): place == other
    case (.unknown, .unknown), (.toggles, .toggles), (.isMade, .isMade): true
    default: false
    }
  }
}

/// What a function can assign to: `isOpen` and `panel.isOn` of its own, `flag` and `flags.isOpen` of a parameter.
struct ChangedPlace: Hashable, Comparable {
  /// The parameter's place; nil for what is reached from `self`, and for globals.
  var parameter: Int?
  var names: [Name]

  /// Longer chains are not followed.
  static let longest = 3

  static func < (a: ChangedPlace, b: ChangedPlace) -> Bool {
    if a.parameter != b.parameter { return a.parameter ?? -1 < b.parameter ?? -1 }
    return a.names.lexicographicallyPrecedes(b.names) { $0.raw < $1.raw }
  }
}

/// What a function leaves behind.
struct Changes {
  /// Where it returns.
  var places: [ChangedPlace: Change] = [:]
  /// What may have changed where it throws, by name.
  var thrown: Set<Name> = []
  /// It calls something of this file that nobody has looked at: nothing is certain.
  var isPartial = false

  /// In an order that does not depend on hashes.
  var sorted: [(place: ChangedPlace, change: Change)] {
    places.map { ($0.key, $0.value) }.sorted { $0.place < $1.place }
  }
}

/// The walk over one function.
struct ChangeWalk {
  private let function: DeclarationID
  private let parameters: [Name]
  /// Calls inside one another.
  private let depth: Int
  /// Names that the body declares: what is assigned to them may be nobody else's.
  private var declared: Set<Name> = []
  /// What has changed on the way to here.
  private var now: [ChangedPlace: Change] = [:]
  private var isReached = true
  /// What has changed where the function returns.
  private var end: [ChangedPlace: Change]?
  private var thrown: Set<Name> = []
  private var isPartial = false
  /// What closures and local functions assign to, whenever they run.
  private var late: Set<Name> = []
  private var deferred: [NodeID] = []
  /// Blocks around the statement.
  private var nesting = 0

  init(_ function: DeclarationID, parameters: [Name], depth: Int) {
    (self.function, self.parameters, self.depth) = (function, parameters, depth)
  }

  mutating func changes(_ lowerer: inout Lowerer) -> Changes {
    let node = lowerer.index.declaration(function).node
    guard let body = lowerer.tree.child(.block, of: node).present else { return Changes() }
    noteDeclared(in: node, lowerer.tree)
    visitStatements(of: body, &lowerer)
    leave(&lowerer)
    now = end ?? [:]
    for name in late.sorted(by: { $0.raw < $1.raw }) { spoil(name) }
    if isPartial { now = now.mapValues { _ in .unknown } }
    return Changes(places: now, thrown: thrown, isPartial: isPartial)
  }

  /// `let a`, `var (a, b)`, `for a in`
  private mutating func noteDeclared(in node: NodeID, _ tree: SyntaxTree) {
    let row = tree[node]
    var isPattern = false
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      switch tree.tokens[place].kind {
      case .identifier: if isPattern { declared.insert(tree.name(of: TokenID(UInt32(place)))) }
      case .equal, .colon, .leftBrace: isPattern = false
      default: break
      }
      let word = tree.tokens[place].word
      if [.let, .var, .for].contains(word) { isPattern = true } else if word == .in { isPattern = false }
    }
  }

  // MARK: statements

  private mutating func visitStatements(of block: NodeID, _ lowerer: inout Lowerer) {
    nesting += 1
    for statement in lowerer.tree.children(of: block) where isReached { visit(statement, &lowerer) }
    nesting -= 1
  }

  private mutating func visit(_ node: NodeID, _ lowerer: inout Lowerer) {
    let tree = lowerer.tree
    switch tree.kind(node) {
    case .assignExpr: assign(node, &lowerer)
    case .callExpr: call(node, &lowerer)
    case .awaitExpr, .parenExpr, .unsafeExpr: visit(tree[node].firstChild, &lowerer)
    case .tryExpr where !tree[node].flags.contains(.hasQuestion):
      visit(tree[node].firstChild, &lowerer)
      noteThrown()
    case .variableDecl:
      for binding in tree.children(of: node) where tree.kind(binding) == .patternBinding {
        let initializer = tree.child(.initializer, of: binding)
        if initializer.isNone { scan(binding, &lowerer) } else { visit(tree[initializer].firstChild, &lowerer) }
      }
    case .returnStmt:
      if let value = tree[node].firstChild.present { visit(value, &lowerer) }
      leave(&lowerer)
    case .throwStmt:
      scan(node, &lowerer)
      noteThrown()
      isReached = false
    case .guardStmt:
      scan(tree.child(.conditions, of: node), &lowerer)
      let before = now
      visitStatements(of: tree.child(.block, of: node), &lowerer)
      (now, isReached) = (before, true)
    case .ifExpr: visitIf(node, &lowerer)
    case .switchExpr where !hasJump(node, tree): visitSwitch(node, &lowerer)
    case .doStmt where tree.child(.catchClause, of: node).isNone: visitStatements(of: tree.child(.block, of: node), &lowerer)
    case .deferStmt where nesting == 1: deferred.append(tree.child(.block, of: node))
    default: scan(node, &lowerer)
    }
  }

  private mutating func visitIf(_ node: NodeID, _ lowerer: inout Lowerer) {
    let children = Array(lowerer.tree.children(of: node))
    for child in children where lowerer.tree.kind(child) == .conditions { scan(child, &lowerer) }
    let blocks = children.filter { [.block, .ifExpr].contains(lowerer.tree.kind($0)) }
    visitEither(blocks.map { [$0] } + (blocks.count == 1 ? [[]] : []), &lowerer)
  }

  private mutating func visitSwitch(_ node: NodeID, _ lowerer: inout Lowerer) {
    let tree = lowerer.tree
    scan(tree[node].firstChild, &lowerer)
    let cases = tree.children(of: node).filter { tree.kind($0) == .switchCase }
    for item in cases.flatMap({ tree.children(of: $0).filter { tree.kind($0) == .caseItem } }) { scan(item, &lowerer) }
    visitEither(cases.map { tree.children(of: $0).filter { ![.modifiers, .caseItem].contains(tree.kind($0)) } }, &lowerer)
  }

  /// One of several ways: what they do not agree on is unknown behind them.
  private mutating func visitEither(_ ways: [[NodeID]], _ lowerer: inout Lowerer) {
    let before = now
    var after: [ChangedPlace: Change]?
    for way in ways {
      (now, isReached) = (before, true)
      nesting += 1
      for statement in way where isReached {
        if lowerer.tree.kind(statement) == .block { visitStatements(of: statement, &lowerer) } else { visit(statement, &lowerer) }
      }
      nesting -= 1
      if isReached { after = after.map { met($0, now) } ?? now }
    }
    (now, isReached) = (after ?? before, after != nil)
  }

  /// Something leads out of a case before its end, or from one into another; or cases stand there on some systems only.
  private func hasJump(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    let row = tree[node]
    let tokens = row.firstToken.index..<row.endToken.index
    let jumps = tokens.count { [.break, .fallthrough].contains(tree.token(TokenID($0)).word) }
    // `case .done: break`
    let cases = tree.children(of: node).filter { tree.kind($0) == .switchCase }
    let ends = cases.count { tree.children(of: $0).contains { tree.isPlainBreak($0) } }
    return jumps > ends || !tree.child(.ifConfig, of: node).isNone
  }

  /// The function returns here.
  private mutating func leave(_ lowerer: inout Lowerer) {
    guard isReached else { return }
    let blocks = deferred
    deferred = []
    for block in blocks.reversed() { visitStatements(of: block, &lowerer) }
    deferred = blocks
    end = end.map { met($0, now) } ?? now
    isReached = false
  }

  private func met(_ a: [ChangedPlace: Change], _ b: [ChangedPlace: Change]) -> [ChangedPlace: Change] {
    var both = a
    for (place, change) in b where a[place] != change { both[place] = .unknown }
    for place in a.keys where b[place] == nil { both[place] = .unknown }
    return both
  }

  // MARK: what is changed

  private mutating func assign(_ node: NodeID, _ lowerer: inout Lowerer) {
    let tree = lowerer.tree
    let (target, source) = (tree.child(at: 0, of: node), tree.child(at: 1, of: node))
    guard Operators.name(tree, node) == Operators.assign else { return scan(node, &lowerer) }
    if tree.kind(target) == .wildcardExpr { return visit(source, &lowerer) }
    guard let place = self.place(of: target, lowerer) else { return scan(node, &lowerer) }
    visit(source, &lowerer)
    set(place, change(to: source, lowerer))
  }

  private func change(to source: NodeID, _ lowerer: Lowerer) -> Change {
    if lowerer.isPlainLiteral(source) || lowerer.isCaseName(source) || lowerer.isEmptyLiteral(source) {
      let range = lowerer.tree.range(of: source)
      return .becomes(source, text: Name(bytes: lowerer.tree.source[Int(range.start)..<Int(range.end)]))
    }
    if let parameter = parameter(source, lowerer.tree) { return .becomesParameter(parameter) }
    return lowerer.makesObject(source) ? .isMade : .unknown
  }

  /// The parameter that an expression names, if nothing in the body has its name, or changes it.
  private func parameter(_ node: NodeID, _ tree: SyntaxTree) -> Int? {
    guard tree.kind(node) == .identifierExpr, case let name = tree.mainName(of: node), !declared.contains(name),
      let place = parameters.firstIndex(of: name), !now.keys.contains(where: { $0.parameter == place })
    else { return nil }
    return place
  }

  /// `isOpen`, `self.panel.isOn`, `flags.isOpen` of a parameter; nil for what is reached in another way.
  private func place(of target: NodeID, _ lowerer: Lowerer) -> ChangedPlace? {
    let tree = lowerer.tree
    var names: [Name] = []
    var node = target
    while tree.kind(node) == .memberExpr, !tree[node].flags.contains(.implicitBase), let base = tree[node].firstChild.present {
      names.insert(tree.mainName(of: node), at: 0)
      node = base
    }
    guard tree.kind(node) == .identifierExpr, names.count <= ChangedPlace.longest else { return nil }
    if tree.mainWord(of: node) == .selfValue { return names.isEmpty ? nil : ChangedPlace(names: names) }
    let root = tree.mainName(of: node)
    if declared.contains(root) { return nil }
    if let parameter = parameters.firstIndex(of: root) { return ChangedPlace(parameter: parameter, names: names) }
    return lowerer.index.isType(root) ? nil : ChangedPlace(names: [root] + names)
  }

  private mutating func set(_ place: ChangedPlace, _ change: Change) {
    // Two names may lead to one object, and what is in a place goes with it.
    for other in now.keys where other != place && isTouched(other, by: place) { now[other] = .unknown }
    now[place] = change
  }

  private func isTouched(_ other: ChangedPlace, by place: ChangedPlace) -> Bool {
    if other.parameter == place.parameter, other.names.starts(with: place.names) { return true }
    return !place.names.isEmpty && other.names.last == place.names.last
  }

  /// Something of that name may be anything now.
  private mutating func spoil(_ name: Name) {
    for place in now.keys where place.names.contains(name) { now[place] = .unknown }
    if let parameter = parameters.firstIndex(of: name) { now[ChangedPlace(parameter: parameter, names: [])] = .unknown }
    now[ChangedPlace(names: [name])] = .unknown
  }

  private mutating func call(_ node: NodeID, _ lowerer: inout Lowerer) {
    let tree = lowerer.tree
    let callee = tree[node].firstChild
    for argument in tree.children(of: node) where tree.kind(argument) == .argument { scan(argument, &lowerer) }
    if tree.kind(callee) == .memberExpr, let base = tree[callee].firstChild.present, let place = self.place(of: base, lowerer) {
      if tree.mainName(of: callee) == KnownNames.toggle { return set(place, now[place] == nil ? .toggles : .unknown) }
      if let method = method(callee, of: place, lowerer) { return apply(method, node, to: place, &lowerer) }
    } else if let found = ownCallee(callee, lowerer) {
      return apply(found, node, to: nil, &lowerer)
    }
    scan(callee, &lowerer)
  }

  /// `close()`, `self.close()`
  private func ownCallee(_ callee: NodeID, _ lowerer: Lowerer) -> DeclarationID? {
    lowerer.isOfSelf(callee) ? lowerer.ownCallee(at: Int(lowerer.tree[callee].mainToken.index), of: function) : nil
  }

  /// `panel.hide()`: what stands in this file for the declared type of the property.
  private func method(_ callee: NodeID, of place: ChangedPlace, _ lowerer: Lowerer) -> DeclarationID? {
    let owner = lowerer.index.ownerName(of: function)
    guard owner != .none, place.parameter == nil, place.names.count == 1,
      let property = lowerer.index.resolveProperty(
        lowerer.members(of: owner, named: place.names[0]), on: lowerer.index.selfType(owner)),
      let type = property.result.memberOwner
    else { return nil }
    let found = lowerer.members(of: type, named: lowerer.tree.mainName(of: callee))
    guard found.count == 1, found[0].file == lowerer.file else { return nil }
    return lowerer.index.declaration(found[0]).kind == .function ? found[0] : nil
  }

  /// Lets a callee change what it changes.
  /// - Parameter receiver: what it is called on; nil for `self`.
  private mutating func apply(_ callee: DeclarationID, _ call: NodeID, to receiver: ChangedPlace?, _ lowerer: inout Lowerer) {
    let changes = changes(of: callee, &lowerer)
    let arguments = lowerer.arguments(of: call, for: callee)
    for (place, change) in changes.sorted {
      var base = receiver ?? ChangedPlace(names: [])
      if let parameter = place.parameter {
        guard let argument = arguments[parameter].flatMap({ self.place(of: $0, lowerer) }) else {
          if let name = place.names.last { spoil(name) }
          continue
        }
        base = argument
      }
      guard base.names.count + place.names.count <= ChangedPlace.longest else {
        if let name = place.names.last { spoil(name) }
        continue
      }
      let target = ChangedPlace(parameter: base.parameter, names: base.names + place.names)
      set(target, self.change(by: change, arguments, to: target, lowerer))
    }
    thrown.formUnion(changes.thrown)
  }

  private mutating func changes(of callee: DeclarationID, _ lowerer: inout Lowerer) -> Changes {
    let changes = depth < Limits.callsOfOwnMethod ? lowerer.changes(of: callee, depth: depth + 1) : Changes(isPartial: true)
    isPartial = isPartial || changes.isPartial
    return changes
  }

  /// What a callee's change is here.
  private func change(by change: Change, _ arguments: [Int: NodeID], to target: ChangedPlace, _ lowerer: Lowerer) -> Change {
    switch change {
    case .becomesParameter(let place): arguments[place].map { self.change(to: $0, lowerer) } ?? .unknown
    case .toggles: now[target] == nil ? .toggles : .unknown
    case .unknown, .becomes, .isMade: change
    }
  }

  // MARK: everything else

  /// What is done in here happens who knows when, or how often.
  private mutating func scan(_ node: NodeID, _ lowerer: inout Lowerer) {
    let tree = lowerer.tree
    let row = tree[node]
    let closures = closures(in: node, tree)
    var mayReturn = false
    for index in row.firstToken.index..<row.endToken.index {
      let isLate = closures.contains { $0.contains(index) }
      let token = tree.token(TokenID(index))
      mayReturn = mayReturn || token.word == .return && !isLate
      guard token.kind == .identifier else { continue }
      var names: [Name] = []
      if lowerer.isChanged(at: Int(index)) {
        names = [tree.name(of: TokenID(index))]
      } else if let callee = lowerer.ownCallee(at: Int(index), of: function) {
        names = changes(of: callee, &lowerer).sorted.compactMap(\.place.names.last)
      }
      for name in names { spoil(name) }
      if isLate { late.formUnion(names) }
    }
    let before = now
    noteThrown()
    if mayReturn { leave(&lowerer) }
    (now, isReached) = (before, true)
  }

  private mutating func noteThrown() { thrown.formUnion(now.keys.compactMap(\.names.last)) }

  /// The bodies in a node that run when somebody calls them.
  private func closures(in node: NodeID, _ tree: SyntaxTree) -> [Range<UInt32>] {
    switch tree.kind(node) {
    case .closureExpr, .functionDecl, .accessorBlock: [tree[node].firstToken.index..<tree[node].endToken.index]
    default: tree.children(of: node).flatMap { closures(in: $0, tree) }
    }
  }
}

extension SyntaxTree {
  /// `break` without a label.
  func isPlainBreak(_ node: NodeID) -> Bool { kind(node) == .breakStmt && self[node].mainToken.isNone }
}
