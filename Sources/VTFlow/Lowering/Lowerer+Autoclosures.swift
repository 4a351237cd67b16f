import VTCatalogue
import VTDiagnostics
import VTSyntax

/// What stands around an expression that somebody else evaluates: a `try` or `await` before it covers what is in it.
struct AutoclosureSite {
  var awaitDepth = 0
  var tryDepth = 0
  /// A method that is named: whoever has it calls it.
  var isMethod = false
}

// Arguments that the callee evaluates, as its body shows: like closures without parameters.
//
//     func log(_ text: @autoclosure () -> String) { if isOn { print(text()) } }      at most once
//
// Only those matter that may use up what is followed; the others are evaluated with the call, and so are those that the callee
// evaluates just once.
extension Lowerer {
  /// The arguments of a call that it does not evaluate itself.
  /// - Parameter base: what the callee is a member of, if that is written.
  mutating func unevaluatedArguments(of call: NodeID, named name: Name, on base: Type?) -> Set<NodeID> {
    guard index.takesAutoclosure(name) else { return [] }
    let arguments = arguments(of: call)
    return arguments.isEmpty ? [] : unevaluated(arguments, by: declarations(named: name, on: base), on: base)
  }

  /// The same for a local function, which is written where it is called, and so is what it is given where it evaluates that.
  mutating func unevaluatedArguments(of call: NodeID, byLocal storage: Storage) -> Set<NodeID> {
    guard case .closure(let closure) = storage, tree.kind(closure.node) == .functionDecl else { return [] }
    let places = localAutoclosures[closure.node] ?? autoclosurePlaces(of: closure.node)
    localAutoclosures[closure.node] = places
    if places.isEmpty { return [] }
    let arguments = arguments(of: call)
    return Set(places.filter { $0 < arguments.count }.map { arguments[$0] }.filter { usesFollowed(tree[$0].firstChild) })
  }

  private func autoclosurePlaces(of function: NodeID) -> [Int] {
    let parameters = tree.parameters(of: function)
    return parameters.indices.filter { place in
      let row = tree[parameters[place]]
      return tree.tokens[Int(row.firstToken.index)..<Int(row.endToken.index)].contains { $0.word == .autoclosure }
    }
  }

  private func arguments(of call: NodeID) -> [NodeID] {
    tree.children(of: call).filter { tree.kind($0) == .argument && !tree[$0].firstChild.isNone }
  }

  /// The same for the right side of an operator that the sources declare.
  mutating func isUnevaluated(_ operand: NodeID, of node: NodeID, beside left: Value) -> Bool {
    let name = Operators.name(tree, node)
    guard index.takesAutoclosure(name), usesFollowed(operand) else { return false }
    let candidates = globals(named: name) + (left.type.memberOwner.map { members(of: $0, named: name) } ?? [])
    let binary = candidates.filter { index.parameters(of: $0).count == 2 }
    return !binary.isEmpty && binary.allSatisfy { index.isAutoclosure(1, of: $0) && index.runs(of: $0, parameter: 1) != .once }
  }

  /// What stands around an expression that is handed on without being evaluated; nil for closures and functions.
  func autoclosureSite(_ node: NodeID) -> AutoclosureSite? { autoclosures.isEmpty ? nil : autoclosures[node] }

  /// An expression as a closure that evaluates it.
  mutating func autoclosure(_ expression: NodeID) -> Value {
    autoclosures[expression] = AutoclosureSite(awaitDepth: awaitDepth, tryDepth: tryDepth)
    let closure = ClosureValue(node: expression, visibleLocals: locals.count)
    return Value(type: .unknown, storage: .closure(closure), subject: tree.range(of: expression))
  }

  /// `Task(operation: f.get)`: as good as a closure that calls it.
  mutating func methodAsClosure(_ expression: NodeID) -> Value? {
    guard namedConsumption(expression) != nil else { return nil }
    autoclosures[expression] = AutoclosureSite(awaitDepth: awaitDepth + 1, tryDepth: tryDepth + 1, isMethod: true)
    let closure = ClosureValue(node: expression, visibleLocals: locals.count)
    return Value(type: .unknown, storage: .closure(closure), subject: tree.range(of: expression))
  }

  /// `f.get` of a value future by name, where it is not called: the operation that it names.
  func namedConsumption(_ member: NodeID) -> Operation? {
    guard tree.kind(member) == .memberExpr, let base = tree[member].firstChild.present, isOneShotName(base),
      let place = findLocal(tree.mainName(of: base)), case .nominal = locals[place].type, contract(ofLocal: place) == .future,
      let id = oneShot(ofLocal: place), let operation = index.knowledge.operations(of: id).methods[tree.mainName(of: member)],
      operation.role == .consume
    else { return nil }
    return operation
  }

  private func declarations(named name: Name, on base: Type?) -> [DeclarationID] {
    if case .metatype(let type)? = base { return type.memberOwner.map { members(of: $0, named: name) } ?? [] }
    if let base { return base.memberOwner.map { members(of: $0, named: name) } ?? [] }
    let own = owner == .none ? [] : members(of: owner, named: name)
    let found = own.isEmpty ? globals(named: name) : own
    guard found.isEmpty, case .nominal(let type, _) = index.named(name, arguments: [], in: scope) else { return found }
    return members(of: type, named: KnownNames.initializer)
  }

  /// All functions that the labels fit have to agree.
  private mutating func unevaluated(_ arguments: [NodeID], by candidates: [DeclarationID], on base: Type?) -> Set<NodeID> {
    let written = arguments.map { argument in
      let isTrailing = tree[argument].flags.contains(.isTrailing) && tree[argument].mainToken.isNone
      return CallArgument(label: tree.mainName(of: argument), type: .unknown, isTrailing: isTrailing)
    }
    guard let found = index.resolveCall(candidates, on: base ?? .unknown, arguments: written) else { return [] }
    var unevaluated: Set<NodeID> = []
    for (argument, place) in zip(arguments, found.parameterPlaces) {
      guard found.candidates.allSatisfy({ index.isAutoclosure(place, of: $0) }), usesFollowed(tree[argument].firstChild) else {
        continue
      }
      let runs = Set(found.candidates.map { index.runs(of: $0, parameter: place) })
      if runs.count == 1, runs.first != .once, index.source(of: found.first) == .linted { unevaluated.insert(argument) }
    }
    return unevaluated
  }

  /// Whether an expression does more with something that is followed than to ask it.
  private mutating func usesFollowed(_ expression: NodeID) -> Bool {
    let row = tree[expression]
    if row.kind == .closureExpr { return false }
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      guard tree.tokens[place].kind == .identifier, tree.tokens[place - 1].kind != .period,
        let local = findLocal(tree.name(of: TokenID(UInt32(place))))
      else { continue }
      switch locals[local].storage {
      case .closure, .tuple: return true
      default: if let id = oneShot(ofLocal: local), !isAsked(at: place, id) { return true }
      }
    }
    return false
  }

  /// `f.isCompleted`
  private func isAsked(at place: Int, _ id: Knowledge.OneShotID) -> Bool {
    guard tree.tokens[place + 1].kind == .period else { return false }
    let name = tree.name(of: TokenID(UInt32(place + 2)))
    let operations = index.knowledge.operations(of: id)
    return (operations.properties[name] ?? operations.methods[name])?.role == .query
  }
}
