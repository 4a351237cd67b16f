import VTDiagnostics
import VTSyntax

/// What a function tells one of its closure parameters, as far as its body shows: of which arguments one is always nil.
///
///     func load(_ completion: @escaping (Data?, Error?) -> Void) {
///       send { reply in reply.isValid ? completion(reply.data, nil) : completion(nil, reply.error) }
///     }
///
/// Whoever asks for both in the closure need not fear that both are there.
package struct CallbackAnswers: Sendable {
  /// A pair of arguments by their places, the smaller one first.
  package struct Pair: Hashable, Sendable {
    package enum Relation: UInt8, Sendable {
      /// One of the two is nil, perhaps both are.
      case apart
      /// One of the two is nil, and the other is not.
      case either
      /// One of the two is nil, as everybody does it; nobody here sees whether this callee does.
      case seldomBoth
      /// A flag and an error: the first is false, or the second is nil.
      case flagFirst
      /// The same the other way round.
      case flagSecond
    }
    package var first: Int
    package var second: Int
    package var relation = Relation.apart
  }

  /// Of each pair one is nil in every call. Where the other one never is, the pair stands here as `either`, too.
  package var apart: Set<Pair> = []
  /// What must give no optional, or the pair is not `either`: what it gives is told.
  var givers: [Pair: CertainNames.Givers] = [:]
  /// Functions that the closure is handed on to.
  package var forwards: [ClosureForward] = []
  /// It has been seen to be called itself.
  var isCalled = false

  static let placeLimit = 4

  /// nil where the closure goes somewhere else, or is told nothing that would tell anything.
  /// - Parameter list: the parameters of the function.
  static func answers(to parameter: Name, among list: NodeID, in body: NodeID, of tree: SyntaxTree) -> CallbackAnswers? {
    if body.isNone || !mayTell(parameter, in: body, of: tree) { return nil }
    var reader = AnswerReader(parameter: parameter, tree: tree)
    reader.certain.addParameters(list, of: tree)
    guard reader.read(body, nesting: 0) else { return nil }
    let answers = reader.answers
    return answers.apart.isEmpty && (answers.isCalled || answers.forwards.isEmpty) ? nil : answers
  }

  /// A look at the tokens, for most closures are never told `nil`: it has to stand somewhere, or the closure is handed on.
  private static func mayTell(_ parameter: Name, in body: NodeID, of tree: SyntaxTree) -> Bool {
    let row = tree[body]
    var (isMentioned, isNilMentioned) = (false, false)
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      let token = tree.tokens[place]
      if token.word == .nil { isNilMentioned = true }
      if token.kind == .identifier, tree.name(of: TokenID(UInt32(place))) == parameter {
        isMentioned = true
        if [.comma, .rightParen].contains(tree.tokens[place + 1].kind) { return true }
      }
      if isMentioned && isNilMentioned { return true }
    }
    return false
  }

  /// The closure is called once more.
  fileprivate mutating func note(_ pairs: Set<Pair>) {
    apart = isCalled ? apart.intersection(pairs) : pairs
    isCalled = true
  }

  /// With what the functions say that the closure is handed on to.
  func pairs(forwarded: [Set<Pair>]) -> Set<Pair> {
    var known: Set<Pair>? = isCalled ? apart : nil
    for pairs in forwarded { known = known.map { $0.intersection(pairs) } ?? pairs }
    return known ?? []
  }
}

/// Reads a body for what it tells one of its parameters.
private struct AnswerReader {
  let parameter: Name
  let tree: SyntaxTree
  var answers = CallbackAnswers()
  var certain = CertainNames()

  init(parameter: Name, tree: SyntaxTree) {
    self.parameter = parameter
    self.tree = tree
  }

  /// False where the closure is mentioned otherwise than by a call, as an argument, or in a question for nil.
  mutating func read(_ node: NodeID, nesting: Int) -> Bool {
    if nesting > 200 { return false }
    switch tree.kind(node) {
    case .identifierExpr: return !isParameter(node)
    case .optionalBinding where isParameter(tree.child(.initializer, of: node).present.map { tree[$0].firstChild } ?? .none):
      return true
    case .infixExpr where isParameter(tree.child(at: 0, of: node)) && isNil(tree.child(at: 1, of: node)): return true
    case .callExpr:
      let callee = tree[node].firstChild
      let arguments = tree.children(of: node).dropFirst().filter { tree.kind($0) == .argument }
      if isParameter(tree.kind(callee) == .optionalChainExpr ? tree[callee].firstChild : callee) {
        note(arguments.map { tree[$0].firstChild })
        return arguments.allSatisfy { read($0, nesting: nesting + 1) }
      }
      for (place, argument) in arguments.enumerated() where isParameter(tree[argument].firstChild) {
        answers.forwards.append(
          ClosureForward(callee: tree.mainName(of: callee), label: tree.mainName(of: argument), place: place))
      }
      return tree.children(of: node).allSatisfy { child in
        tree.kind(child) == .argument && isParameter(tree[child].firstChild) || read(child, nesting: nesting + 1)
      }
    case let kind where CertainNames.areBound(by: kind):
      let outside = certain
      defer { certain.leave(node, of: tree, to: outside) }
      return tree.children(of: node).allSatisfy { child in
        certain.enter(child, of: node, in: tree, from: outside)
        return read(child, nesting: nesting + 1)
      }
    default: return tree.children(of: node).allSatisfy { read($0, nesting: nesting + 1) }
    }
  }

  private func isParameter(_ node: NodeID) -> Bool {
    !node.isNone && tree.kind(node) == .identifierExpr && tree.mainName(of: node) == parameter
  }

  private mutating func note(_ arguments: [NodeID]) {
    var pairs: Set<CallbackAnswers.Pair> = []
    let isNil = arguments.prefix(CallbackAnswers.placeLimit).map { self.isNil($0) }
    for first in isNil.indices {
      for second in isNil.indices where first < second && (isNil[first] || isNil[second]) {
        pairs.insert(.init(first: first, second: second))
        if isNil[first] != isNil[second], let givers = certain.givers(of: arguments[isNil[first] ? second : first], tree) {
          let pair = CallbackAnswers.Pair(first: first, second: second, relation: .either)
          pairs.insert(pair)
          if !givers.isEmpty { answers.givers[pair, default: []].formUnion(givers) }
        }
      }
    }
    answers.note(pairs)
  }

  private func isNil(_ node: NodeID) -> Bool {
    !node.isNone && tree.kind(node) == .literalExpr && tree.mainWord(of: node) == .nil
  }
}

extension SymbolIndex {
  /// The arguments that a closure parameter of a function is never given together, whichever of the functions that can be
  /// meant is called.
  /// - Parameter count: how many arguments the closure takes.
  func apart(_ candidates: [DeclarationID], parameter place: Int, taking count: Int) -> Set<CallbackAnswers.Pair> {
    var visited: Set<DeclarationID> = []
    let pairs = apart(candidates.filter { inputCount($0, place) == count }.map { ($0, place) }, &visited)
    // Of a pair that is told twice the stronger word counts.
    return pairs.filter {
      $0.relation == .either || !pairs.contains(.init(first: $0.first, second: $0.second, relation: .either))
    }
  }

  private func apart(
    _ candidates: [(id: DeclarationID, place: Int)], _ visited: inout Set<DeclarationID>
  ) -> Set<CallbackAnswers.Pair> {
    var known: Set<CallbackAnswers.Pair>?
    for (id, place) in candidates.flatMap({ bodies(of: $0.id, $0.place) }) where visited.insert(id).inserted {
      let parameters = parameters(of: id)
      guard visited.count < 12, place < parameters.count, let answers = parameters[parameters.startIndex + place].answers else {
        return []
      }
      var forwarded: [Set<CallbackAnswers.Pair>] = []
      for forward in answers.forwards {
        let targets = targets(of: forward, from: id).filter {
          !visited.contains($0.id) && inputCount($0.id, $0.place) == inputCount(id, place)
        }
        if !targets.isEmpty { forwarded.append(apart(targets, &visited)) } else if !isForwardedToItself(forward, id) { return [] }
      }
      let pairs = answers.pairs(forwarded: forwarded).filter { pair in
        answers.givers[pair]?.allSatisfy { givesNoOptional($0, from: id) } ?? true
      }
      known = known.map { $0.intersection(pairs) } ?? pairs
    }
    return known ?? []
  }

  /// Whether a parameter is a closure that does not escape.
  func isRunInside(_ id: DeclarationID, parameter place: Int) -> Bool {
    let parameters = parameters(of: id)
    guard place >= 0, place < parameters.count else { return false }
    let written = parameters[parameters.startIndex + place].type
    return type(written, in: TypeScope(file: id.file, declaration: id.index)).givesNothing
      && !files[Int(id.file.index)].types[written].flags.contains(.isEscaping)
  }

  /// Whether a closure parameter goes to a callee that nobody sees, whichever of the functions that can be meant is called.
  func isHandedOutOfSight(_ candidates: [DeclarationID], parameter place: Int) -> Bool {
    let meant = candidates.flatMap { bodies(of: $0, place) }
    return !meant.isEmpty && meant.allSatisfy { id, place in
      // `done: @escaping ENHandler`: what a library declares it gives, whoever calls it.
      if inputCount(id, place) == nil { return true }
      let written = parameters(of: id)
      guard place < written.count, let answers = written[written.startIndex + place].answers, !answers.isCalled else {
        return false
      }
      return answers.forwards.allSatisfy { targets(of: $0, from: id).isEmpty || isForwardedToItself($0, id) }
    }
  }

  /// Whether a name means a struct or class of the sources with initialisers of which none can fail, or functions of the sources
  /// of which none gives an optional.
  private func givesNoOptional(_ name: Name, from id: DeclarationID) -> Bool {
    if case .nominal(let type, _) = named(name, arguments: [], in: TypeScope(file: id.file, declaration: id.index)),
      let declared = types(named: type).first
    {
      let initializers = members(of: type, named: KnownNames.initializer)
      if initializers.contains(where: { declaration($0).flags.contains(.isFailable) }) { return false }
      // A class without one has those of the class above it, which may stand elsewhere.
      return declaration(declared).kind == .structType || declaration(declared).kind == .classType && !initializers.isEmpty
    }
    let functions = membersOfAnyOwner(named: name)
    return !functions.isEmpty
      && functions.allSatisfy { id in
        let function = declaration(id)
        return function.kind == .function && !function.type.isNone
          && ![.optional, .unknown].contains(files[Int(id.file.index)].types[function.type].kind)
      }
  }

  /// The function itself; of a requirement those that fulfil it.
  private func bodies(of id: DeclarationID, _ place: Int) -> [(id: DeclarationID, place: Int)] {
    guard declaration(id).flags.contains(.isRequirement) else { return [(id, place)] }
    if hasVeryManyImplementations(id) { return [] }
    let owner = ownerName(of: id)
    return ([owner] + conformers(of: owner)).flatMap { members(of: $0, named: declaration(id).name) }
      .filter { fulfils($0, id) }.map { ($0, place) }
  }

  private func targets(of forward: ClosureForward, from id: DeclarationID) -> [(id: DeclarationID, place: Int)] {
    callees(of: forward, from: id).flatMap { target -> [(id: DeclarationID, place: Int)] in
      let parameters = Array(parameters(of: target))
      let place = forward.label == .none ? forward.place : parameters.firstIndex { $0.label == forward.label }
      guard let place, place < parameters.count else { return [] }
      return bodies(of: target, place)
    }
  }

  /// How many arguments a closure parameter takes: overloads differ in it.
  private func inputCount(_ id: DeclarationID, _ place: Int) -> Int? {
    let parameters = parameters(of: id)
    guard place < parameters.count else { return nil }
    let written = parameters[parameters.startIndex + place].type
    let type = type(written, in: TypeScope(file: id.file, declaration: id.index)).unwrapped
    if case .function(let inputs, _) = type { return inputs.count }
    return nil
  }

  private func isForwardedToItself(_ forward: ClosureForward, _ id: DeclarationID) -> Bool {
    declaration(id).name == forward.callee
  }
}
