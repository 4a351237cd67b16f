import VTDiagnostics
import VTSyntax

// `let store = Store()`, `lazy var first = store.load(1)`: the type of a property from the shape of its initialiser.
// `asking` are the properties whose types wait for this one: `let a = S.b` beside `let b = S.a` has no answer.
extension SymbolIndex {
  func type(of sketch: InitializerSketch, in scope: TypeScope, owner: Name, asking: [DeclarationID]) -> Type {
    var steps = sketch.steps[...]
    var type = start(of: sketch, &steps, in: scope, owner: owner, asking: asking)
    var isChained = false
    while let step = steps.popFirst(), type != .unknown {
      switch step {
      case .member(let name):
        var call: InitializerSketch.Step?
        if case .call? = steps.first { call = steps.popFirst() }
        type = apply(name, call, to: type, in: scope.file, asking: asking)
      case .call: return .unknown
      case .element(let labels): type = element(labels, of: type)
      case .optionalChain:
        isChained = true
        type = type.unwrapped
      case .force: type = type.unwrapped
      }
    }
    return isChained || sketch.isOptionalTry ? type.madeOptional : type
  }

  private func start(
    of sketch: InitializerSketch, _ steps: inout ArraySlice<InitializerSketch.Step>, in scope: TypeScope, owner: Name,
    asking: [DeclarationID]
  ) -> Type {
    if sketch.base == KnownNames.selfValue { return selfType(owner) }
    let arguments = sketch.genericArguments.map { type($0, in: scope) }
    let own = owner == .none ? [] : members(of: owner, named: sketch.base)
    let candidates = own.isEmpty ? globals(named: sketch.base) : own
    if case .call(let labels, let trailing)? = steps.first {
      let callArguments = callArguments(labels, trailing)
      if candidates.isEmpty {
        let made = named(sketch.base, arguments: arguments, in: scope)
        steps.removeFirst()
        // `Array<Store>()`, `Dictionary<Int, Store>()`
        guard case .nominal(let name, _) = made else { return made }
        if arguments.isEmpty, Type.locks.contains(name), sketch.content != .none {
          return .nominal(name, [named(sketch.content, arguments: [], in: scope)])
        }
        return initialised(made, name, callArguments)
      }
      steps.removeFirst()
      return resolveCall(candidates, on: selfType(owner), arguments: callArguments)?.result ?? .unknown
    }
    if let property = candidates.first(where: { declaration($0).kind == .property }), candidates.count == 1 {
      return propertyType(property, asking: asking)
    }
    if candidates.isEmpty { return .metatype(named(sketch.base, arguments: arguments, in: scope)) }
    return .unknown
  }

  /// What a subscript gives; of an array nobody knows here whether it is one element or some of them.
  private func element(_ labels: [Name], of base: Type) -> Type {
    switch base {
    case .dictionary(_, let value) where labels == [.none]: .optional(value)
    case .nominal(let owner, _):
      resolveCall(members(of: owner, named: KnownNames.subscripting), on: base, arguments: callArguments(labels, 0))?.result ?? .unknown
    default: .unknown
    }
  }

  private func apply(
    _ name: Name, _ call: InitializerSketch.Step?, to base: Type, in file: FileID, asking: [DeclarationID]
  ) -> Type {
    var receiver = base
    if case .metatype(let inner) = base { receiver = inner }
    if case .tuple(let elements) = receiver, call == nil {
      return receiver.tuplePlace(name).map { elements[$0].type } ?? .unknown
    }
    guard case .nominal(let owner, _) = receiver else { return .unknown }
    if let call, case .call(let labels, let trailing) = call {
      let arguments = callArguments(labels, trailing)
      if name == KnownNames.initializer { return initialised(receiver, owner, arguments) }
      let candidates = members(of: owner, named: name)
      if candidates.isEmpty, isType(.joined(owner, name)) {
        return initialised(.nominal(.joined(owner, name), []), .joined(owner, name), arguments)
      }
      if candidates.isEmpty, let source = creations(byFunction: name, of: owner, in: file).first(where: { $0.argument.isEmpty }) {
        return createdResult(source)
      }
      return resolveCall(candidates, on: receiver, arguments: arguments)?.result ?? .unknown
    }
    let candidates = members(of: owner, named: name)
    if candidates.isEmpty, isType(.joined(owner, name)) { return .metatype(.nominal(.joined(owner, name), [])) }
    return resolveProperty(candidates, on: receiver, asking: asking)?.result ?? .unknown
  }

  /// `T(…)`: a T, or an optional one where the initialiser that fits may fail.
  func initialised(_ type: Type, _ name: Name, _ arguments: [CallArgument]) -> Type {
    let candidates = members(of: name, named: KnownNames.initializer)
    return resolveCall(candidates, on: type, arguments: arguments)?.result.isOptional == true ? .optional(type) : type
  }

  private func callArguments(_ labels: [Name], _ trailing: Int) -> [CallArgument] {
    labels.map { CallArgument(label: $0, type: .unknown, isTrailing: false) }
      + (0..<trailing).map { _ in CallArgument(label: .none, type: .unknown, isTrailing: true) }
  }
}
