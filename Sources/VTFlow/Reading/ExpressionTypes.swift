import VTCatalogue
import VTDiagnostics
import VTSyntax

// Types of expressions by the declarations of what they name. Unknown stays unknown.

/// Beyond it nobody asks: a chain of calls, or of variables that are made of each other.
private let depthLimit = 40

extension BodyReader {
  /// The type of an expression that stands at the end of a path.
  func type(at path: ArraySlice<NodeID>, depth: Int = 0) -> Type {
    guard let node = path.last, !node.isNone, depth < depthLimit else { return .unknown }
    if let known = known.type(of: node, depth) { return known }
    let type = findType(of: node, at: path, depth)
    known.note(type, of: node, depth)
    return type
  }

  private func findType(of node: NodeID, at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    let row = tree[node]
    switch row.kind {
    case .identifierExpr: return nameType(at: path, depth)
    case .memberExpr: return memberType(at: path, depth)
    case .callExpr: return callType(at: path, depth)
    case .subscriptExpr: return subscriptType(at: path, depth)
    case .parenExpr, .awaitExpr, .unsafeExpr, .consumeExpr: return type(ofChild: 0, at: path, depth)
    case .tryExpr:
      let inner = type(ofChild: 0, at: path, depth)
      return row.flags.contains(.hasQuestion) ? inner.madeOptional : inner
    case .forceExpr, .optionalChainExpr: return unwrappedOnce(type(ofChild: 0, at: path, depth))
    case .asExpr:
      let written = writtenType(tree.child(at: 1, of: node), at: path)
      return row.flags.contains(.hasQuestion) ? written.madeOptional : written
    case .ternaryExpr:
      let first = type(ofChild: 1, at: path, depth)
      return first != .unknown ? first : type(ofChild: 2, at: path, depth)
    case .infixExpr where Operators.name(tree, node) == Operators.coalesce:
      let right = type(ofChild: 1, at: path, depth)
      return right != .unknown ? right : unwrappedOnce(type(ofChild: 0, at: path, depth))
    default: return .unknown
    }
  }

  func type(ofChild place: Int, at path: ArraySlice<NodeID>, _ depth: Int = 0) -> Type {
    let child = tree.child(at: place, of: path.last ?? .none)
    return child.isNone ? .unknown : type(at: path + [child], depth: depth + 1)
  }

  private func unwrappedOnce(_ type: Type) -> Type {
    if case .optional(let inner) = type { return inner }
    return type
  }

  /// Whether a `?` in a postfix chain below makes the whole optional.
  private func isChained(_ node: NodeID) -> Bool {
    var node = node
    while !node.isNone {
      switch tree.kind(node) {
      case .optionalChainExpr: return true
      case .memberExpr, .callExpr, .subscriptExpr, .forceExpr: node = tree[node].firstChild
      default: return false
      }
    }
    return false
  }

  // MARK: names

  private func nameType(at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    let node = path[path.endIndex - 1]
    let name = tree.mainName(of: node)
    if let local = local(name, at: path) { return type(of: local, name, at: path, depth) }
    let owner = owner(of: path)
    switch name {
    case KnownNames.selfValue: return owner == .none ? .unknown : index.selfType(owner)
    case KnownNames.selfType: return owner == .none ? .unknown : .metatype(index.selfType(owner))
    case KnownNames.superValue: return index.directSupertypes(of: owner).first.map { .nominal($0, []) } ?? .unknown
    default: break
    }
    if owner != .none {
      let members = members(of: owner, named: name)
      if !members.isEmpty { return index.resolveProperty(members, on: index.selfType(owner))?.result ?? .unknown }
    }
    let globals = globals(named: name)
    if !globals.isEmpty { return index.resolveProperty(globals, on: .unknown)?.result ?? .unknown }
    return .metatype(namedType(node, at: path))
  }

  private func namedType(_ node: NodeID, at path: ArraySlice<NodeID>) -> Type {
    let list = tree.child(.genericArguments, of: node)
    let arguments = list.isNone ? [] : tree.children(of: list).map { writtenType($0, at: path) }
    let scope = TypeScope(file: file, declaration: declaration(around: path)?.index ?? -1)
    return index.named(tree.mainName(of: node), arguments: arguments, in: scope)
  }

  /// The type of a name that a body declares.
  func type(of local: LocalName, _ name: Name, at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    switch local.source {
    case .annotated(let written): return writtenType(written, at: path)
    case .value(let value): return type(at: self.path(to: value)[...], depth: depth + 1)
    case .unwrapped(let value): return unwrappedOnce(type(at: self.path(to: value)[...], depth: depth + 1))
    case .shadowed:
      let outside = self.path(to: local.node).dropLast(2)
      guard let further = self.local(name, at: outside) else { return unwrappedOnce(memberOfSelf(name, at: outside)) }
      return unwrappedOnce(type(of: further, name, at: outside, depth + 1))
    case .element(let sequence): return type(at: self.path(to: sequence)[...], depth: depth + 1).element
    case .parameter: return parameterType(local.node, at: path)
    case .closureParameter(let closure, let place): return inputType(of: closure, place, depth)
    case .function, .partOfElement, .part, .casePart, .other: return .unknown
    }
  }

  private func memberOfSelf(_ name: Name, at path: ArraySlice<NodeID>) -> Type {
    let owner = owner(of: path)
    if name == KnownNames.selfValue { return owner == .none ? .unknown : index.selfType(owner) }
    let candidates = owner == .none ? [] : members(of: owner, named: name)
    if !candidates.isEmpty { return index.resolveProperty(candidates, on: index.selfType(owner))?.result ?? .unknown }
    return index.resolveProperty(globals(named: name), on: .unknown)?.result ?? .unknown
  }

  private func parameterType(_ parameter: NodeID, at path: ArraySlice<NodeID>) -> Type {
    for child in tree.children(of: parameter) where child.isTypeNode(in: tree) {
      let type = writtenType(child, at: path)
      return tree[parameter].flags.contains(.isVariadic) ? .array(type) : type
    }
    return .unknown
  }

  /// What a closure is given: as the function that takes it says, or an element of the collection that runs it.
  private func inputType(of closure: NodeID, _ place: Int, _ depth: Int) -> Type {
    guard let call = callAround(self.path(to: closure)[...]) else { return .unknown }
    // Asked for once: each question goes down the whole chain of calls, and out of all closures around.
    let receiver = receiver(ofCallAt: call.path, depth + 1)
    guard let target = parameter(for: call, on: receiver) else {
      guard place == 0, let receiver else { return .unknown }
      let callee = tree[call.path[call.path.endIndex - 1]].firstChild
      if KnownNames.elementWise.contains(tree.mainName(of: callee)) { return receiver.element }
      return lockedValue(of: receiver, givenBy: call)
    }
    let parameter = index.parameters(of: target.function)[target.place]
    let scope = TypeScope(file: target.function.file, declaration: target.function.index)
    guard case .function(let inputs, _) = index.type(parameter.type, in: scope).unwrapped, place < inputs.count else {
      return .unknown
    }
    if !inputs[place].isParameter { return inputs[place] }
    return place == 0 ? receiver.map { lockedValue(of: $0, givenBy: call) } ?? .unknown : .unknown
  }

  /// What a lock keeps, where a call of it runs its closure at once.
  private func lockedValue(of receiver: Type, givenBy call: ClosureCall) -> Type {
    fate(of: call, on: receiver, nil) == .now ? receiver.lockedValue : .unknown
  }

  // MARK: members and calls

  private func memberType(at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    let node = path[path.endIndex - 1]
    if tree[node].flags.contains(.implicitBase) { return .unknown }
    let base = type(ofChild: 0, at: path, depth)
    let name = tree.mainName(of: node)
    if name == KnownNames.selfValue { return base }
    let declared = memberType(name, of: base)
    let result = declared == .unknown ? told(node) : declared
    return isChained(tree[node].firstChild) ? result.madeOptional : result
  }

  /// What the compiler told about the name of an expression.
  private func told(_ node: NodeID) -> Type {
    let token = tree[node].mainToken
    return token.isNone ? .unknown : index.toldResult(at: tree.token(token).range.start, in: file)
  }

  private func memberType(_ name: Name, of base: Type) -> Type {
    switch base {
    case .metatype(.nominal(let owner, _)) where index.isType(.joined(owner, name)):
      return .metatype(.nominal(.joined(owner, name), []))
    case .metatype(.nominal(let module, _)) where !index.isType(module) && index.isType(name):
      // `Dispatch.DispatchSemaphore`
      return .metatype(.nominal(name, []))
    case .metatype(let inner): return memberType(name, of: inner)
    case .array(let element) where name == KnownNames.first || name == KnownNames.last: return .optional(element)
    case .dictionary(let key, _) where name == KnownNames.keys: return .array(key)
    case .dictionary(_, let value) where name == KnownNames.values: return .array(value)
    case .tuple(let elements): return elements.first { $0.label == name }?.type ?? .unknown
    default:
      guard let owner = base.memberOwner else { return .unknown }
      if let found = index.resolveProperty(members(of: owner, named: name), on: base) { return found.result }
      return index.creation(byProperty: name, of: owner, in: file).map { index.valueType(of: $0.id) } ?? .unknown
    }
  }

  private func callType(at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    let callee = tree[path[path.endIndex - 1]].firstChild
    var result = Type.unknown
    if tree.kind(callee) == .identifierExpr || tree.kind(callee) == .memberExpr {
      let receiver = receiver(ofCallAt: path, depth)
      if let found = resolve(callAt: path, on: receiver) {
        result = index.result(found, told: told(callee))
      } else {
        let told = told(callee)
        result = told != .unknown ? told : madeType(at: path, on: receiver) ?? createdType(at: path, on: receiver)
      }
    }
    return isChained(callee) ? result.madeOptional : result
  }

  /// The type of what the callee of a call is a member of; nil where it is no member.
  private func receiver(ofCallAt path: ArraySlice<NodeID>, _ depth: Int = 0) -> Type? {
    let callee = tree[path[path.endIndex - 1]].firstChild
    if tree.kind(callee) != .memberExpr { return nil }
    return tree[callee].flags.contains(.implicitBase) ? .unknown : type(ofChild: 0, at: path + [callee], depth)
  }

  /// The declarations that a call means.
  func resolve(callAt path: ArraySlice<NodeID>) -> ResolvedMember? { resolve(callAt: path, on: receiver(ofCallAt: path)) }

  private func resolve(callAt path: ArraySlice<NodeID>, on receiver: Type?) -> ResolvedMember? {
    let node = path[path.endIndex - 1]
    let callee = tree[node].firstChild
    let name = tree.mainName(of: callee)
    let arguments = callArguments(of: node)
    switch tree.kind(callee) {
    case .identifierExpr:
      if local(name, at: path) != nil { return nil }
      let owner = owner(of: path)
      let own = owner == .none ? [] : members(of: owner, named: name)
      if let found = index.resolveCall(own, on: index.selfType(owner), arguments: arguments) { return found }
      let globals = globals(named: name)
      if !globals.isEmpty { return index.resolveCall(globals, on: .unknown, arguments: arguments) }
      guard case .nominal(let type, _) = namedType(callee, at: path) else { return nil }
      return index.resolveCall(members(of: type, named: KnownNames.initializer), on: .nominal(type, []), arguments: arguments)
    case .memberExpr:
      guard var base = receiver else { return nil }
      if case .metatype(let inner) = base { base = inner }
      guard let owner = base.memberOwner else { return nil }
      return index.resolveCall(members(of: owner, named: name), on: base, arguments: arguments)
    default: return nil
    }
  }

  /// The type that a call makes a value of: `T(…)`, `T.init(…)`, or what an operation of the catalogue gives back.
  private func madeType(at path: ArraySlice<NodeID>, on receiver: Type?) -> Type? {
    let callee = tree[path[path.endIndex - 1]].firstChild
    if tree.kind(callee) == .identifierExpr {
      let name = tree.mainName(of: callee)
      guard local(name, at: path) == nil, globals(named: name).isEmpty else { return nil }
      return namedType(callee, at: path)
    }
    guard let base = receiver else { return nil }
    let name = tree.mainName(of: callee)
    switch base {
    case .metatype(let inner) where name == KnownNames.initializer: return inner
    case .metatype:
      if case .metatype(let made) = memberType(name, of: base) { return made }
      return nil
    default:
      guard let id = index.oneShot(base), index.knowledge.operations(of: id).methods[name]?.yields == .self,
        case .nominal(let type, _) = base
      else { return nil }
      // With what it is generic over nobody knows.
      return .nominal(type, [])
    }
  }

  /// What a function that nobody here declares makes: `loop.makePromise(of:)`, as a whole and however it is called.
  private func createdType(at path: ArraySlice<NodeID>, on receiver: Type?) -> Type {
    guard let receiver else { return .unknown }
    let name = tree.mainName(of: tree[path[path.endIndex - 1]].firstChild)
    let source = index.creations(byFunction: name, of: receiver.memberOwner, in: file).first {
      $0.element.isEmpty && $0.argument.isEmpty
    }
    return source.map { index.valueType(of: $0.id) } ?? .unknown
  }

  private func subscriptType(at path: ArraySlice<NodeID>, _ depth: Int) -> Type {
    let node = path[path.endIndex - 1]
    let base = type(ofChild: 0, at: path, depth)
    let result: Type
    switch base {
    case .array(let element): result = element
    case .dictionary(_, let value):
      let hasDefault = tree.children(of: node).contains { tree.mainName(of: $0) == KnownNames.defaultValue }
      result = hasDefault ? value : .optional(value)
    case .nominal(let owner, _):
      let candidates = members(of: owner, named: KnownNames.subscripting)
      result = index.resolveCall(candidates, on: base, arguments: callArguments(of: node))?.result ?? .unknown
    default: result = .unknown
    }
    return isChained(tree[node].firstChild) ? result.madeOptional : result
  }

  private func callArguments(of call: NodeID) -> [CallArgument] {
    tree.children(of: call).filter { tree.kind($0) == .argument }.map { argument in
      let isClosure = tree.kind(tree[argument].firstChild) == .closureExpr
      let label = tree.mainName(of: argument)
      return CallArgument(
        label: label, type: isClosure ? .function(parameters: [], result: .unknown) : .unknown,
        isTrailing: tree[argument].flags.contains(.isTrailing) && label == .none)
    }
  }

  // MARK: closures of calls

  /// A call that is given a closure.
  struct ClosureCall {
    /// The way to the call.
    var path: ArraySlice<NodeID>
    var argument: NodeID
    /// The place of the argument among those of the call.
    var place: Int
  }

  /// The call that takes the closure at the end of a path as an argument.
  func callAround(_ path: ArraySlice<NodeID>) -> ClosureCall? {
    guard path.count > 2, tree.kind(path[path.endIndex - 2]) == .argument else { return nil }
    let call = path[path.endIndex - 3]
    guard tree.kind(call) == .callExpr else { return nil }
    let argument = path[path.endIndex - 2]
    let arguments = tree.children(of: call).filter { tree.kind($0) == .argument }
    guard let place = arguments.firstIndex(of: argument) else { return nil }
    return ClosureCall(path: path.dropLast(2), argument: argument, place: place)
  }

  /// The parameter that the closure of a call goes to: a function, and the place in its list of parameters. nil where the
  /// function may be another one: an overload, or a member that the type has from elsewhere.
  func parameter(for call: ClosureCall) -> (function: DeclarationID, place: Int)? {
    parameter(for: call, on: receiver(ofCallAt: call.path))
  }

  private func parameter(for call: ClosureCall, on receiver: Type?) -> (function: DeclarationID, place: Int)? {
    guard let found = resolve(callAt: call.path, on: receiver), found.candidates.count == 1,
      call.place < found.parameterPlaces.count
    else { return nil }
    let owner = index.ownerName(of: found.first)
    let isOurs = owner == .none || index.types(named: owner).contains { index.declaration($0).kind.isNominal }
    guard isOurs else { return nil }
    let parameters = index.parameters(of: found.first)
    let place = parameters.startIndex + found.parameterPlaces[call.place]
    return parameters.indices.contains(place) ? (found.first, place) : nil
  }

  /// How a call runs the closure it is given, as its body or the catalogue tells; nil: nobody knows.
  func fate(of call: ClosureCall) -> ClosureFate? {
    let receiver = receiver(ofCallAt: call.path)
    return fate(of: call, on: receiver, parameter(for: call, on: receiver))
  }

  private func fate(
    of call: ClosureCall, on receiver: Type?, _ target: (function: DeclarationID, place: Int)?
  ) -> ClosureFate? {
    if let target {
      let first = index.parameters(of: target.function).startIndex
      if let fate = index.runs(of: target.function, parameter: target.place - first).fate { return ClosureFate(fate) }
    }
    let node = call.path[call.path.endIndex - 1]
    let callee = tree[node].firstChild
    guard let known = index.knowledge.callee(tree.mainName(of: callee), on: receiver) else { return nil }
    let takesNothing = tree.takesNothing(tree[call.argument].firstChild)
    let runner = known.runner(label: tree.mainName(of: call.argument), takesNothing: takesNothing) { label, text in
      tree.children(of: node).contains { argument in
        tree.mainName(of: argument) == label && tree.text(tree.range(of: tree[argument].firstChild)) == text
      }
    }
    return (runner?.fate).map { ClosureFate($0) }
  }

  enum ClosureFate {
    case now, later

    init(_ fate: ClosureRunner.Fate) {
      switch fate {
      case .once, .atMostOnce, .many, .concurrent: self = .now
      case .laterOnce, .child, .laterMany: self = .later
      }
    }
  }
}
