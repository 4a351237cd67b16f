import VTCatalogue
import VTDiagnostics
import VTSyntax

/// How a function runs one of its closure parameters, as its body shows.
package enum ClosureRuns: UInt8, Sendable {
  /// It is no closure, it is stored or handed on, or there is no body to look at.
  case unknown
  case never, once, atMostOnce, many
  /// Once, after the function has returned, as a mark says, or in a task that it starts.
  case laterOnce
  /// Any number of times, after the function has returned.
  case laterMany
  /// Once, in a child task that has ended when the function returns.
  case child
  /// In several child tasks, which have ended when the function returns.
  case concurrent
  /// It is handed on to another function, itself or in a closure.
  case forwarded

  /// The same in the catalogue's words; nil where it is not known to run.
  package var fate: ClosureRunner.Fate? {
    switch self {
    case .once: .once
    case .atMostOnce: .atMostOnce
    case .many: .many
    case .concurrent: .concurrent
    case .laterOnce: .laterOnce
    case .child: .child
    case .laterMany: .laterMany
    case .unknown, .never, .forwarded: nil
    }
  }
}

/// Counts the calls of a parameter on the paths through a body:
///
///     func retry<T>(_ body: () async throws -> T) async throws -> T {
///       for _ in 0..<3 { do { return try await body() } catch { continue } }   // many: a throw leads to the next round
///       return try await body()
///     }
///
/// Structured control flow only, by one walk over the tree: a graph is not worth building for it. Counts stop at two.
struct ClosureRunCounter {
  private let tree: SyntaxTree
  private let parameter: Name
  /// Constants that hold it: `let run = body`, `if let body`.
  private var aliases: Set<Name> = []
  private var escapes = false
  /// Places that run the parameter: in the function itself, in children of a group or of an `async let`, and in tasks that
  /// nobody waits for.
  private var directs = 0
  private var children = 0
  private var tasks = 0
  private var forwards: [ClosureForward] = []
  /// What it is given, each time the same.
  private var inputs: [Name]?
  /// Calls that are given what an autoclosure gives.
  private var evaluations: [ClosureForward] = []
  private let isAutoclosure: Bool
  /// The conditions around what is looked at, in the innermost loop; nil outside of loops.
  private var conditionsInLoop: Int?
  /// A loop runs it where some condition holds, which may well hold once only.
  private var isConditionalInLoop = false
  private var isRepeatedInLoop = false
  /// The innermost loop begins another round where the parameter gives nothing.
  private var triesForValue = false
  /// The parameter is handed on by a `try` whose errors are those of the other function.
  private var passesErrorsOn = false
  /// The parameter itself throws nothing.
  private var isQuiet = false

  struct Found {
    var runs = ClosureRuns.unknown
    /// The same, where it throws nothing: no error of its own leads to another run.
    var quietRuns = ClosureRuns.unknown
    var forward: ClosureForward?
    /// The function throws only where it has not run the parameter.
    var isRunLast = false
    var inputs: [Name] = []
  }

  static func look(for parameter: Name, isAutoclosure: Bool, in body: NodeID, of tree: SyntaxTree) -> Found {
    var counter = ClosureRunCounter(tree: tree, parameter: parameter, isAutoclosure: isAutoclosure)
    let paths = counter.walk(body, nesting: 0)
    var (runs, forward) = counter.runs(on: paths)
    let isLast = [.once, .atMostOnce, .laterOnce, .forwarded].contains(runs) && paths.thrown?.high == 0
    forward?.passesErrorsOn = isLast && counter.passesErrorsOn
    let quietRuns = runs == .many ? quietRuns(of: parameter, isAutoclosure: isAutoclosure, in: body, of: tree) : runs
    return Found(
      runs: runs, quietRuns: quietRuns, forward: forward, isRunLast: isLast && !counter.passesErrorsOn, inputs: forward == nil ? counter.inputs ?? [] : [])
  }

  private static func quietRuns(of parameter: Name, isAutoclosure: Bool, in body: NodeID, of tree: SyntaxTree) -> ClosureRuns {
    var counter = ClosureRunCounter(tree: tree, parameter: parameter, isAutoclosure: isAutoclosure)
    counter.isQuiet = true
    let paths = counter.walk(body, nesting: 0)
    return counter.runs(on: paths).0
  }

  private func runs(on paths: Paths) -> (ClosureRuns, ClosureForward?) {
    guard !escapes, let counts = paths.all else { return (.unknown, nil) }
    let now = counts.runs
    // Of several places that each ask something first one runs it, most likely.
    if now == .many, isConditionalInLoop || counts.low == 0 && !isRepeatedInLoop { return (.unknown, nil) }
    if var forward = forwards.first {
      // Handed on at one place: it runs as the other function runs it, and here, if it certainly does both.
      guard forwards.count == 1, children + tasks == 0, directs == 0 || counts.low > 1 else { return (.unknown, nil) }
      forward.outer = now
      forward.isRunBeside = directs > 0
      return (.forwarded, forward)
    }
    if children + tasks == 0 {
      guard var evaluation = evaluations.first, evaluations.count == 1, directs == 1 else { return (now, nil) }
      evaluation.outer = now
      return (.forwarded, evaluation)
    }
    // What runs beside itself only.
    if directs > 0 || children > 0 && tasks > 0 { return (.unknown, nil) }
    switch now {
    case .once: return (tasks > 0 ? .laterOnce : .child, nil)
    case .many: return (tasks > 0 ? .laterMany : .concurrent, nil)
    default: return (.unknown, nil)
    }
  }

  private init(tree: SyntaxTree, parameter: Name, isAutoclosure: Bool) {
    self.tree = tree
    self.parameter = parameter
    self.isAutoclosure = isAutoclosure
  }

  /// The least and the greatest number of calls on some set of paths; two means two or more.
  private struct Counts {
    var low = 0
    var high = 0

    static func either(_ a: Counts?, _ b: Counts?) -> Counts? {
      guard let a else { return b }
      guard let b else { return a }
      return Counts(low: min(a.low, b.low), high: max(a.high, b.high))
    }

    var runs: ClosureRuns { high == 0 ? .never : high >= 2 ? .many : low == 1 ? .once : .atMostOnce }

    func then(_ next: Counts) -> Counts { Counts(low: min(2, low + next.low), high: min(2, high + next.high)) }
  }

  /// The paths through a construct: those that go on behind it, and those that leave the function in it.
  private struct Paths {
    var through: Counts? = Counts()
    var exits: Counts?
    /// Those that leave the loop or `switch` around it, and those that go on with the next round.
    var breaks: Counts?
    var continues: Counts?
    /// Those that end in an error, wherever that goes.
    var thrown: Counts?

    /// All that end somehow, but for errors.
    var all: Counts? { Counts.either(Counts.either(through, exits), Counts.either(breaks, continues)) }

    mutating func then(_ next: Paths) {
      guard let before = through else { return }
      through = next.through.map(before.then)
      exits = Counts.either(exits, next.exits.map(before.then))
      breaks = Counts.either(breaks, next.breaks.map(before.then))
      continues = Counts.either(continues, next.continues.map(before.then))
      thrown = Counts.either(thrown, next.thrown.map(before.then))
    }

    static func either(_ a: Paths, _ b: Paths) -> Paths {
      Paths(
        through: Counts.either(a.through, b.through), exits: Counts.either(a.exits, b.exits),
        breaks: Counts.either(a.breaks, b.breaks), continues: Counts.either(a.continues, b.continues),
        thrown: Counts.either(a.thrown, b.thrown))
    }
  }

  private mutating func noteRun() -> Counts {
    if let conditionsInLoop, conditionsInLoop > 0 { isConditionalInLoop = true }
    return Counts(low: 1, high: 1)
  }

  /// The plain names among what a call gives it; none where another call gives it something else.
  private mutating func noteInputs(of call: NodeID) {
    let given = tree.children(of: call).dropFirst().map { argument in
      tree[argument].firstChild.present.flatMap { tree.kind($0) == .identifierExpr ? tree.mainName(of: $0) : nil } ?? .none
    }
    inputs = inputs == nil || inputs == given ? given : []
  }

  /// What stands in a branch.
  private mutating func walkBranch(_ node: NodeID, nesting: Int) -> Paths {
    let before = conditionsInLoop
    conditionsInLoop = before.map { $0 + 1 }
    defer { conditionsInLoop = before }
    return walk(node, nesting: nesting)
  }

  private mutating func walk(_ node: NodeID, nesting: Int) -> Paths {
    // Deeper than any real body: say nothing about it.
    if nesting > 200 {
      escapes = true
      return Paths()
    }
    switch tree.kind(node) {
    case .callExpr where isParameter(callee(of: node)):
      var paths = Paths()
      for child in tree.children(of: node).dropFirst() { paths.then(walk(child, nesting: nesting + 1)) }
      // `body?()`: whoever gives a closure gives one.
      paths.then(Paths(through: noteRun()))
      directs += 1
      noteInputs(of: node)
      return paths
    case .callExpr where startsTask(node): return walkTask(node, nesting: nesting)
    case .variableDecl where tree[node].flags.contains(.isAsync):
      let before = directs
      let paths = walkChildren(of: node, nesting: nesting)
      if let counts = paths.through, counts.high > 0 { children += counts.high }
      directs = before
      return paths
    case .patternBinding:
      guard let alias = alias(in: node) else { return walkChildren(of: node, nesting: nesting) }
      aliases.insert(alias)
      return Paths()
    case .callExpr: return walkForwardingCall(node, nesting: nesting)
    case .identifierExpr:
      if isParameter(node) { escapes = true }
      return Paths()
    case .closureExpr, .functionDecl, .structDecl, .classDecl, .enumDecl, .actorDecl:
      // Whatever runs this runs the parameter: unknown, if it is mentioned at all.
      if mentionsParameter(node) { escapes = true }
      return Paths()
    case .ifExpr: return walkIfChain(node, nesting: nesting)
    case .guardStmt:
      var paths = walkChild(.conditions, of: node, nesting)
      if bindsParameter(tree.child(.conditions, of: node)) { return paths }
      let block = tree.child(.block, of: node)
      if !block.isNone, containsContinue(block), asksForValue(tree.child(.conditions, of: node)) { triesForValue = true }
      paths.then(Paths.either(Paths(), block.isNone ? Paths() : walkBranch(block, nesting: nesting + 1)))
      noteSkipping(block)
      return paths
    case .optionalBinding:
      guard let alias = alias(in: node) else { return walkChildren(of: node, nesting: nesting) }
      aliases.insert(alias)
      return Paths()
    case .infixExpr where comparesParameter(node): return Paths()
    case .switchExpr: return walkSwitch(node, nesting: nesting)
    case .ifConfig: return walkBuilds(node, nesting: nesting)
    case .forStmt, .whileStmt, .repeatStmt: return walkLoop(node, nesting: nesting)
    case .doStmt: return walkDo(node, nesting: nesting)
    case .tryExpr:
      var paths = walkChildren(of: node, nesting: nesting)
      if isQuiet, isNothingElse(tree[node].firstChild) { return paths }
      // `try body()`: what it throws it throws itself.
      if !isRunAlone(tree[node].firstChild) { paths.thrown = Counts.either(paths.thrown, Counts()) }
      // After what is called in it, too, unless that tells itself what it did before it failed.
      if handsOn(tree[node].firstChild) {
        passesErrorsOn = true
      } else {
        paths.thrown = Counts.either(paths.thrown, paths.through)
      }
      return paths
    case .throwStmt:
      var paths = walkChildren(of: node, nesting: nesting)
      paths.thrown = Counts.either(paths.thrown, paths.through)
      // Whoever comes back normally is asked: a way that ends in an error says nothing of the least number.
      paths.exits = Counts.either(paths.exits, paths.through.map { Counts(low: max(1, $0.low), high: $0.high) })
      paths.through = nil
      return paths
    case .returnStmt:
      var paths = walkChildren(of: node, nesting: nesting)
      paths.exits = Counts.either(paths.exits, paths.through)
      paths.through = nil
      return paths
    case .breakStmt: return Paths(through: nil, breaks: Counts())
    case .continueStmt: return Paths(through: nil, continues: Counts())
    case .ternaryExpr:
      var paths = walk(tree.child(at: 0, of: node), nesting: nesting + 1)
      paths.then(
        Paths.either(
          walkBranch(tree.child(at: 1, of: node), nesting: nesting + 1),
          walkBranch(tree.child(at: 2, of: node), nesting: nesting + 1)))
      return paths
    case .infixExpr:
      var paths = walk(tree.child(at: 0, of: node), nesting: nesting + 1)
      let isShortCircuit = Operators.isShortCircuit(tree, node)
      let other = tree.child(at: 1, of: node)
      let right = isShortCircuit ? walkBranch(other, nesting: nesting + 1) : walk(other, nesting: nesting + 1)
      paths.then(isShortCircuit ? Paths.either(Paths(), right) : right)
      return paths
    default: return walkChildren(of: node, nesting: nesting)
    }
  }

  /// `Task { … }`, `group.addTask { … }`, or the group around those: one closure, which runs once.
  private func startsTask(_ node: NodeID) -> Bool {
    let callee = tree[node].firstChild
    let name = tree.mainName(of: callee)
    switch tree.kind(callee) {
    case .identifierExpr: return name == KnownNames.task || KnownNames.groups.contains(name)
    case .memberExpr: return KnownNames.childStarts.contains(name)
    default: return false
    }
  }

  private mutating func walkTask(_ node: NodeID, nesting: Int) -> Paths {
    let name = tree.mainName(of: tree[node].firstChild)
    var paths = Paths()
    for argument in tree.children(of: node).dropFirst() {
      guard let value = tree[argument].firstChild.present else { continue }
      if isParameter(value), !KnownNames.groups.contains(name) {
        paths.then(Paths(through: noteRun()))
        if name == KnownNames.task { tasks += 1 } else { children += 1 }
        continue
      }
      guard tree.kind(value) == .closureExpr, mentionsParameter(value) else {
        paths.then(walk(argument, nesting: nesting + 1))
        continue
      }
      let isGroup = KnownNames.groups.contains(name)
      let before = directs
      guard let counts = walkClosure(value, nesting: nesting) else { continue }
      if !isGroup { directs = before }
      // What leaves the task does not leave the function.
      paths.then(Paths(through: counts))
      if name == KnownNames.task { tasks += counts.high } else if !isGroup { children += counts.high }
    }
    return paths
  }

  /// How often a closure of the body runs the parameter when it runs; nil if nobody knows.
  private mutating func walkClosure(_ closure: NodeID, nesting: Int) -> Counts? {
    var inside = Paths()
    for child in tree.children(of: closure) where tree.kind(child) == .block {
      inside = walkChildren(of: child, nesting: nesting + 1)
    }
    if inside.all == nil { escapes = true }
    return inside.all
  }

  /// `other(body)`, `queue.async { body() }`
  private mutating func walkForwardingCall(_ node: NodeID, nesting: Int) -> Paths {
    let callee = tree[node].firstChild
    var paths = tree.kind(callee) == .identifierExpr ? Paths() : walk(callee, nesting: nesting + 1)
    for (place, argument) in tree.children(of: node).dropFirst().enumerated() {
      let value = tree[argument].firstChild
      var inner: ClosureRuns?
      if isParameter(value) {
        inner = .once
      } else if !value.isNone, tree.kind(value) == .closureExpr, mentionsParameter(value) {
        let (before, others) = (directs, forwards.count + children + tasks)
        inner = walkClosure(value, nesting: nesting)?.runs
        directs = before
        if forwards.count + children + tasks > others { escapes = true }
      }
      guard let inner else {
        if isAutoclosure, isEvaluation(value), var evaluation = forward(to: callee, of: node, argument, place, .once) {
          evaluation.isEvaluated = true
          evaluations.append(evaluation)
        }
        paths.then(walk(argument, nesting: nesting + 1))
        continue
      }
      guard let forward = forward(to: callee, of: node, argument, place, inner) else {
        escapes = true
        continue
      }
      forwards.append(forward)
      paths.then(Paths(through: noteRun()))
    }
    return paths
  }

  /// `body()`
  private func isEvaluation(_ value: NodeID) -> Bool {
    guard !value.isNone, tree.kind(value) == .callExpr, let callee = tree[value].firstChild.present else { return false }
    return isParameter(callee) && tree[callee].nextSibling.isNone
  }

  /// `body()`, `await body()`
  private func isRunAlone(_ node: NodeID) -> Bool {
    let isWaiting = !node.isNone && [.awaitExpr, .parenExpr].contains(tree.kind(node))
    return isWaiting ? isRunAlone(tree[node].firstChild) : isEvaluation(node)
  }

  /// `body(1)`, `await body(error)`: nothing but the run, whose arguments call nothing either.
  private func isNothingElse(_ node: NodeID) -> Bool {
    guard !node.isNone else { return false }
    if [.awaitExpr, .parenExpr].contains(tree.kind(node)) { return isNothingElse(tree[node].firstChild) }
    guard tree.kind(node) == .callExpr, isParameter(callee(of: node)) else { return false }
    let row = tree[node]
    return tree.tokens[Int(row.firstToken.index)..<Int(row.endToken.index)].count { $0.kind == .leftParen } == 1
  }

  /// `other(body)`, `await other(body)`
  private func handsOn(_ node: NodeID) -> Bool {
    switch node.isNone ? .missing : tree.kind(node) {
    case .awaitExpr, .parenExpr: handsOn(tree[node].firstChild)
    case .callExpr:
      !isParameter(callee(of: node)) && tree.children(of: node).dropFirst().contains { isParameter(tree[$0].firstChild) }
    default: false
    }
  }

  /// nil for a callee that has no name.
  private func forward(
    to callee: NodeID, of call: NodeID, _ argument: NodeID, _ place: Int, _ inner: ClosureRuns
  ) -> ClosureForward? {
    var forward = ClosureForward(callee: tree.mainName(of: callee), label: tree.mainName(of: argument), place: place)
    switch tree.kind(callee) {
    case .identifierExpr: break
    case .memberExpr:
      guard let base = tree[callee].firstChild.present else { return nil }
      forward.receiver = receiver(base)
    default: return nil
    }
    forward.inner = inner
    forward.isPlain = isPlain(tree[argument].firstChild)
    forward.isQuietOtherwise = throwsNothingElse(tree[argument].firstChild)
    forward.takesNothing = tree.kind(tree[argument].firstChild) != .closureExpr || tree.takesNothing(tree[argument].firstChild)
    for other in tree.children(of: call).dropFirst() {
      guard let value = tree[other].firstChild.present, tree.kind(value) == .literalExpr else { continue }
      let range = tree.range(of: value)
      forward.written[tree.mainName(of: other)] = Name(bytes: tree.source[Int(range.start)..<Int(range.end)])
    }
    return forward
  }

  /// The parameter itself, or a closure that throws only what that throws.
  private func throwsNothingElse(_ value: NodeID) -> Bool {
    switch tree.kind(value) {
    case .throwStmt: false
    case .tryExpr where !isNothingElse(tree[value].firstChild): false
    default: tree.children(of: value).allSatisfy { throwsNothingElse($0) }
    }
  }

  /// The parameter itself, or a closure that does nothing else: no other statement can keep it from running again.
  private func isPlain(_ value: NodeID) -> Bool {
    guard tree.kind(value) == .closureExpr else { return true }
    return tree.child(.block, of: value).present.map { tree.children(of: $0).count { _ in true } == 1 } ?? false
  }

  /// What a method is called on, as far as the text tells: `DispatchQueue.main`, `Timer`, `self`, `[1, 2]`.
  private func receiver(_ base: NodeID) -> ClosureForward.Receiver {
    switch tree.kind(base) {
    case .arrayExpr: return .array
    case .identifierExpr where tree.mainWord(of: base) == .selfValue: return .own
    case .identifierExpr: return tree.isTypeName(base) ? .type(tree.mainName(of: base)) : .unknown
    case .memberExpr, .callExpr, .optionalChainExpr:
      var root = base
      while [.memberExpr, .callExpr, .optionalChainExpr].contains(tree.kind(root)), let inner = tree[root].firstChild.present {
        root = inner
      }
      return tree.kind(root) == .identifierExpr && tree.isTypeName(root) ? .instance(tree.mainName(of: root)) : .unknown
    default: return .unknown
    }
  }

  /// `run` of `let run = body`, and of `if let run = body`.
  private func alias(in binding: NodeID) -> Name? {
    guard let pattern = tree[binding].firstChild.present, tree.kind(pattern) == .identifierPattern else { return nil }
    let name = tree.mainName(of: pattern)
    guard let initializer = tree.child(.initializer, of: binding).present else {
      return tree.kind(binding) == .optionalBinding && name == parameter ? name : nil
    }
    return isParameter(tree[initializer].firstChild) ? name : nil
  }

  /// Whether all that is asked is that there is a closure: whoever gives one is asked here.
  private func bindsParameter(_ conditions: NodeID) -> Bool {
    if conditions.isNone { return false }
    let all = Array(tree.children(of: conditions))
    return all.count == 1 && (tree.kind(all[0]) == .optionalBinding && alias(in: all[0]) != nil || comparesParameter(all[0]))
  }

  /// `body != nil`
  private func comparesParameter(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .infixExpr, Operators.name(tree, node) == Operators.notEqual else { return false }
    return isParameter(tree.child(at: 0, of: node)) && tree.mainWord(of: tree.child(at: 1, of: node)) == .nil
  }

  private mutating func walkChildren(of node: NodeID, nesting: Int) -> Paths {
    var paths = Paths()
    for child in tree.children(of: node) { paths.then(walk(child, nesting: nesting + 1)) }
    return paths
  }

  private mutating func walkChild(_ kind: NodeKind, of node: NodeID, _ nesting: Int) -> Paths {
    let child = tree.child(kind, of: node)
    return child.isNone ? Paths() : walk(child, nesting: nesting + 1)
  }

  private mutating func walkIfChain(_ first: NodeID, nesting: Int) -> Paths {
    var before = Paths()
    var branches: Paths?
    var node = first
    while true {
      before.then(walkChild(.conditions, of: node, nesting))
      var branch = before
      let block = tree.child(.block, of: node)
      if block.isNone { break }
      branch.then(walkBranch(block, nesting: nesting + 1))
      // The first value ends the loop: whoever gives one each time is asked for one only.
      if conditionsInLoop != nil, branch.through == nil, !containsContinue(block), asksForValue(tree.child(.conditions, of: node)) {
        isConditionalInLoop = true
      }
      noteSkipping(block)
      // `if let body { … } else { … }`: there is one.
      if bindsParameter(tree.child(.conditions, of: node)) { return branches.map { Paths.either($0, branch) } ?? branch }
      branches = branches.map { Paths.either($0, branch) } ?? branch
      let alternative = tree[block].nextSibling
      if alternative.isNone { break }
      if tree.kind(alternative) != .ifExpr {
        let other = walkBranch(alternative, nesting: nesting + 1)
        // `if let first { first() } else { body() }`: whoever gives the one as well has this one not run.
        if bindsOptional(tree.child(.conditions, of: node)), other.through?.high ?? 0 > 0 { escapes = true }
        before.then(other)
        break
      }
      node = alternative
    }
    return branches.map { Paths.either($0, before) } ?? before
  }

  private mutating func walkSwitch(_ node: NodeID, nesting: Int) -> Paths {
    var paths = Paths()
    var branches: Paths?
    for child in tree.children(of: node) {
      let isCase = tree.kind(child) == .switchCase
      let branch = isCase ? walkBranch(child, nesting: nesting + 1) : walk(child, nesting: nesting + 1)
      if isCase {
        branches = branches.map { Paths.either($0, branch) } ?? branch
      } else {
        paths.then(branch)
      }
    }
    guard var branches else { return paths }
    branches.through = Counts.either(branches.through, branches.breaks)
    branches.breaks = nil
    paths.then(branches)
    return paths
  }

  /// `#if os(Linux) … #else … #endif`: each build has one of them.
  private mutating func walkBuilds(_ node: NodeID, nesting: Int) -> Paths {
    var builds: Paths?
    for clause in tree.children(of: node) where tree.kind(clause) == .ifConfigClause {
      let build = walkChildren(of: clause, nesting: nesting + 1)
      builds = builds.map { Paths.either($0, build) } ?? build
    }
    return builds ?? Paths()
  }

  /// `if isDone { continue }`: what stands behind it in a loop is conditional too.
  private mutating func noteSkipping(_ block: NodeID) {
    if block.isNone || conditionsInLoop == nil || !containsContinue(block) { return }
    conditionsInLoop = conditionsInLoop.map { $0 + 1 }
  }

  /// `if let first`: something with a name is there.
  private func bindsOptional(_ conditions: NodeID) -> Bool {
    !conditions.isNone && tree.children(of: conditions).contains { condition in
      guard tree.kind(condition) == .optionalBinding else { return false }
      return tree.child(.initializer, of: condition).present.map { tree.kind(tree[$0].firstChild) == .identifierExpr } ?? true
    }
  }

  /// `if let found = try await body(element)`, as opposed to `if let found = try? …`, which an error answers as well.
  private func asksForValue(_ conditions: NodeID) -> Bool {
    guard !conditions.isNone, let only = tree.onlyChild(of: conditions), tree.kind(only) == .optionalBinding,
      var value = tree.child(.initializer, of: only).present.map({ tree[$0].firstChild })
    else { return false }
    while !value.isNone, [.tryExpr, .awaitExpr].contains(tree.kind(value)), !tree[value].flags.contains(.hasQuestion) {
      value = tree[value].firstChild
    }
    return !value.isNone && tree.kind(value) == .callExpr && isParameter(callee(of: value))
  }

  private mutating func walkLoop(_ node: NodeID, nesting: Int) -> Paths {
    if runsOnce(node) {
      var paths = walkChildren(of: node, nesting: nesting)
      paths.through = [paths.through, paths.breaks, paths.continues].reduce(nil, Counts.either)
      (paths.breaks, paths.continues) = (nil, nil)
      return paths
    }
    let (outer, outerTries) = (conditionsInLoop, triesForValue)
    conditionsInLoop = 0
    triesForValue = false
    var body = walkChildren(of: node, nesting: nesting)
    if triesForValue, body.through == nil { isConditionalInLoop = true }
    triesForValue = outerTries
    if let condition = tree.child(.whereCondition, of: node).present {
      // Where it does not hold the round ends there.
      body.through = Counts.either(body.through, walk(condition, nesting: nesting + 1).through)
    }
    conditionsInLoop = outer
    // What leads to another round.
    let round = Counts.either(body.through, body.continues)
    let repeats = round.map { $0.high > 0 } ?? false
    if let outer, outer > 0, repeats { isConditionalInLoop = true }
    if repeats { isRepeatedInLoop = true }
    func behindOthers(_ last: Counts) -> Counts { Counts(low: last.low, high: repeats ? 2 : last.high) }
    // After the last round, or without any.
    let isEntered = tree.kind(node) == .repeatStmt
    let over = isEntered ? round.map(behindOthers) : Counts(low: 0, high: repeats ? 2 : 0)
    return Paths(
      through: Counts.either(over, body.breaks.map(behindOthers)), exits: body.exits.map(behindOthers),
      thrown: body.thrown.map { Counts(low: repeats ? 0 : $0.low, high: repeats ? 2 : $0.high) })
  }

  private mutating func walkDo(_ node: NodeID, nesting: Int) -> Paths {
    var body = Paths()
    var handlers: Paths?
    for child in tree.children(of: node) {
      if tree.kind(child) == .catchClause {
        let handler = walk(child, nesting: nesting + 1)
        handlers = handlers.map { Paths.either($0, handler) } ?? handler
      } else {
        body.then(walk(child, nesting: nesting + 1))
      }
    }
    guard let handlers else { return body }
    // With what had been called where an error left.
    var caught = Paths(through: body.thrown)
    caught.then(handlers)
    return Paths.either(body, caught)
  }

  private func callee(of call: NodeID) -> NodeID {
    let callee = tree[call].firstChild
    return [.optionalChainExpr, .forceExpr].contains(tree.kind(callee)) ? tree[callee].firstChild : callee
  }

  private func isParameter(_ node: NodeID) -> Bool {
    guard !node.isNone, tree.kind(node) == .identifierExpr else { return false }
    let name = tree.mainName(of: node)
    return name == parameter || aliases.contains(name)
  }

  private func mentionsParameter(_ node: NodeID) -> Bool {
    let row = tree[node]
    return (row.firstToken.index..<row.endToken.index).contains {
      let name = tree.name(of: TokenID($0))
      return name == parameter || aliases.contains(name)
    }
  }

  /// `repeat { … } while false`, `for _ in 0..<1`
  private func runsOnce(_ loop: NodeID) -> Bool {
    if tree.kind(loop) == .repeatStmt {
      let condition = tree.child(.block, of: loop).present.map { tree[$0].nextSibling } ?? .none
      return !condition.isNone && tree.kind(condition) == .literalExpr && tree.mainWord(of: condition) == .false
    }
    return tree.children(of: loop).contains { child in
      guard tree.kind(child) == .infixExpr, Operators.name(tree, child) == Operators.halfOpenRange else { return false }
      let bounds = [0, 1].map { tree.tokens[Int(tree[tree.child(at: $0, of: child)].firstToken.index)] }
      return bounds.allSatisfy { $0.kind == .integerLiteral } && tree.text(tree.range(of: tree.child(at: 0, of: child))) == "0"
        && tree.text(tree.range(of: tree.child(at: 1, of: child))) == "1"
    }
  }

  private func containsContinue(_ node: NodeID) -> Bool {
    let row = tree[node]
    return tree.tokens[Int(row.firstToken.index)..<Int(row.endToken.index)].contains { $0.word == .continue }
  }
}
