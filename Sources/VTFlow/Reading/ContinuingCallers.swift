import VTDiagnostics
import VTSyntax

/// Tells of helpers that leave a duty undone on some way whether their callers reckon with that:
///
///     func failIf(_ error: Error?, _ c: C) { if let error { c.resume(throwing: error) } }
///     api.load { n, error in failIf(error, c); if error == nil { c.resume(returning: n) } }
///
/// For one file, by its text alone: it is asked only where something would be said of the helper otherwise.
package final class ContinuingCallers {
  private let tree: SyntaxTree
  private let file: FileID
  private let index: SymbolIndex
  private let summaries: Summaries
  private lazy var reader = BodyReader(tree: tree, file: file, index: index)
  private lazy var functions = CalledFunctions(of: tree)
  private lazy var keptTasks = KeptTasks(tree: tree, knowledge: index.knowledge)

  package init(tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries) {
    self.tree = tree
    self.file = file
    self.index = index
    self.summaries = summaries
  }

  /// Whether a sleep on the way ends a task early only where those who cancel it see to what it leaves undone.
  package func seeTo(_ leak: Leak) -> Bool { leak.steps.contains { keptTasks.areSeenTo($0.range) } }

  /// Whether the file has calls of the function of this parameter, and each of them goes on with what it gave it.
  /// - Parameter parameter: the place of its name; that of the function's for what it is called on.
  package func goOn(after parameter: ByteRange) -> Bool {
    guard let helper = functions.helpers[parameter.start], let sites = functions.calls[tree.mainName(of: helper.function)],
      sites.count <= Limits.placesInAFile
    else { return false }
    let decider = decider(of: helper)
    var isCalled = false
    for call in sites {
      let path = reader.path(to: call)
      // It calls itself, or this is a call of another function of the name.
      if path.contains(helper.function) { continue }
      guard let arguments = arguments(of: call, for: helper) else { continue }
      isCalled = true
      guard let handed = name(of: helper.place < 0 ? base(of: call) : arguments[helper.place]) else { return false }
      let asked = decider.flatMap { $0 < arguments.count ? name(of: arguments[$0]) : nil }
      if !goesOn(path, with: handed, asked) { return false }
    }
    return isCalled
  }

  /// The other parameter that tells what becomes of it, by its place.
  private func decider(of helper: CalledFunctions.Helper) -> Int? {
    guard let function = reader.declaration(around: reader.path(to: helper.function)[...]) else { return nil }
    return summaries.summary(of: function, parameter: helper.place)?.decision?.subject.place
  }

  /// What a call gives a function, by the places of its parameters; nil if it calls another one.
  private func arguments(of call: NodeID, for helper: CalledFunctions.Helper) -> [NodeID]? {
    let labels = tree.parameters(of: helper.function).map { tree.outerName(of: $0) }
    let arguments = tree.children(of: call).filter { tree.kind($0) == .argument }
    guard arguments.count == labels.count, zip(arguments, labels).allSatisfy({ tree.mainName(of: $0) == $1 }) else { return nil }
    return arguments.map { tree[$0].firstChild }
  }

  private func base(of call: NodeID) -> NodeID {
    let callee = tree[call].firstChild
    return tree.kind(callee) == .memberExpr ? tree[callee].firstChild : .none
  }

  private func name(of expression: NodeID) -> Name? {
    guard !expression.isNone, tree.kind(expression) == .identifierExpr else { return nil }
    return tree.mainName(of: expression)
  }

  /// Whether what follows a call names the value, or the call is made because of that which decides in the helper.
  private func goesOn(_ path: [NodeID], with value: Name, _ decider: Name?) -> Bool {
    var leaves = false
    for (outer, inner) in Array(zip(path.dropLast(), path.dropFirst())).reversed() {
      switch tree.kind(outer) {
      case .block, .switchCase:
        if let decider, tree.kind(outer) == .switchCase, isAsked(decider, in: outer, before: inner) { return true }
        for statement in tree.children(of: outer) where !leaves && tree[statement].firstToken.index >= tree[inner].endToken.index {
          if tree.mentions(value, in: statement) { return true }
          leaves = tree.kind(statement).isJump
        }
      case .ifExpr, .guardStmt:
        let conditions = tree.child(.conditions, of: outer)
        if let decider, !conditions.isNone, conditions != inner, tree.mentions(decider, in: conditions) { return true }
      case .closureExpr, .functionDecl:
        if declares(outer, value) { return false }
      default: break
      }
    }
    return false
  }

  /// `case .failure(let error): failIf(error, c)`
  private func isAsked(_ name: Name, in branch: NodeID, before inner: NodeID) -> Bool {
    tree.children(of: branch).contains { tree.kind($0) == .caseItem && $0 != inner && tree.mentions(name, in: $0) }
  }

  private func declares(_ function: NodeID, _ name: Name) -> Bool {
    tree.parameters(of: function).contains { tree.mainName(of: $0) == name }
  }
}

/// The functions of a file and their calls.
private struct CalledFunctions {
  struct Helper {
    var function: NodeID
    /// The parameter's place; -1 is the receiver.
    var place: Int
  }

  /// By the places of their parameters' names, and of their own for what they are called on.
  private(set) var helpers: [UInt32: Helper] = [:]
  /// Calls by the name of what is called.
  private(set) var calls: [Name: [NodeID]] = [:]

  init(of tree: SyntaxTree) {
    for place in tree.nodes.indices {
      let node = NodeID(UInt32(place))
      switch tree.kind(node) {
      case .functionDecl:
        helpers[tree.mainRange(of: node).start] = Helper(function: node, place: -1)
        for (place, parameter) in tree.parameters(of: node).enumerated() {
          helpers[tree.mainRange(of: parameter).start] = Helper(function: node, place: place)
        }
      case .callExpr:
        let callee = tree[node].firstChild
        if [.identifierExpr, .memberExpr].contains(tree.kind(callee)) { calls[tree.mainName(of: callee), default: []].append(node) }
      default: break
      }
    }
  }
}
