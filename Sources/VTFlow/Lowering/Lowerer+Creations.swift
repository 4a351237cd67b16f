import VTCatalogue
import VTDiagnostics
import VTSyntax

// What the catalogue knows of functions, properties and parameters that give one-shot values, and of callees that do
// something to a value they are given.
extension Lowerer {
  /// What an undeclared function gives: `loop.makePromise(of:)`, `AsyncStream.makeStream()`.
  func createdResult(of name: Name, on base: Value?, _ arguments: [Argument]) -> Type {
    let owner = base.flatMap { instance($0.type).memberOwner }
    let source = index.creations(byFunction: name, of: owner, in: file).first { isWritten($0.argument, arguments) }
    return source.map { index.createdResult($0) } ?? .unknown
  }

  /// Whether a declared function is one that the catalogue knows to make new values.
  func isCreation(_ found: ResolvedMember) -> Bool {
    let owner = index.ownerName(of: found.first)
    let sources = index.knowledge.creations.functions[index.declaration(found.first).name] ?? []
    return sources.contains { $0.owner == nil || $0.owner == owner }
  }

  private func instance(_ type: Type) -> Type {
    if case .metatype(let inner) = type { return inner }
    return type
  }

  private func isWritten(_ wanted: [Name: String], _ arguments: [Argument]) -> Bool {
    wanted.allSatisfy { label, text in
      arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
    }
  }

  /// Whether an initialiser makes a value that may be used once: not one of those that the catalogue excepts.
  func isCreated(_ id: Knowledge.OneShotID, by arguments: [Argument], _ typeName: String) -> Bool {
    let creations = index.knowledge.creations
    let plain = typeName.prefix { $0 != "<" }
    let labels = arguments.map { argument in
      argument.label == .none ? "_:" : text(tree.mainRange(of: argument.node)) + ":"
    }
    if creations.isHarmless("\(plain).init(\(labels.joined()))", of: id) { return false }
    let written = index.knowledge.type(id).creations.filter { $0.form == .initializer }
    return written.allSatisfy { creation in
      let wanted = Dictionary(uniqueKeysWithValues: creation.argument.map { (Name($0), $1) })
      return isWritten(wanted, arguments)
    }
  }

  /// A property that gives one, declared or not: `response.body`.
  func createdProperty(_ name: Name, of owner: Name?) -> Type? {
    guard let source = index.creation(byProperty: name, of: owner, in: file), index.knowledge.contract(of: source.id) != nil
    else { return nil }
    return index.valueType(of: source.id)
  }

  /// What a callee gives its closure, first: `withCheckedContinuation { c in … }`.
  func createdParameter(of argument: Argument, callee: String, in call: NodeID) -> Knowledge.OneShotID? {
    guard let source = index.knowledge.creations.closures[Lowerer.baseName(callee)]?.first else { return nil }
    if source.owner == nil, isMethod(tree[call].firstChild) { return nil }
    return index.knowledge.contract(of: source.id) == nil ? nil : source.id
  }

  private static func baseName(_ callee: String) -> Name { Name(String(callee.prefix { $0 != "<" && $0 != "(" })) }

  /// A closure with what the catalogue says that its callee gives it each time: `UIContextualAction { action, view, done in … }`
  func answering(_ closure: ClosureValue, callee: String) -> ClosureValue {
    guard let handler = index.knowledge.creations.handlers[Lowerer.baseName(callee)],
      index.knowledge.contract(of: handler.id) != nil
    else { return closure }
    var closure = closure
    closure.inputs += Array(repeating: .unknown, count: max(0, handler.place + 1 - closure.inputs.count))
    closure.inputs[handler.place] = index.valueType(of: handler.id)
    return closure
  }

  /// `connection.withContinuation`, as opposed to `withContinuation` and `_Concurrency.withContinuation`.
  private func isMethod(_ callee: NodeID) -> Bool {
    guard tree.kind(callee) == .memberExpr else { return false }
    let base = tree[callee].firstChild
    guard !base.isNone, tree.kind(base) == .identifierExpr else { return !base.isNone }
    return index.isType(tree.mainName(of: base)) || text(of: base).first?.isLowercase == true
  }

  /// Carries out what the catalogue says of an argument; false where it says nothing.
  mutating func perform(_ argument: Argument, to callee: Name) -> Bool {
    guard let id = oneShot(argument.value.type), argument.variable == nil,
      let operation = index.knowledge.argument(of: id, to: callee, label: argument.label)
    else { return false }
    _ = perform(operation, on: argument.value, at: tree.range(of: argument.node), named: tree.text(of: tree[argument.node].mainToken))
    return true
  }

  /// `request.collectBody(upTo:)`: a buffer is in the place of the body.
  mutating func rearm(_ receiver: NodeID, _ base: Value, _ name: Name) {
    guard let entry = index.knowledge.creations.rearming[name], base.type.memberOwner == entry.owner else { return }
    forgetName(entry.property)
    rearmedPlace = factKey(receiver).map {
      FactKey(member: entry.property, of: $0, read: facts.nameSlot(entry.property) { builder.makeSlot() })
    }
  }

  /// What is there now may be passed over as often as one likes.
  mutating func finishRearming() {
    guard let key = rearmedPlace else { return }
    rearmedPlace = nil
    if let slot = holder(of: key) { builder.emit(.set(slot, .present)) }
  }

  /// Whether a callee keeps a closure and runs it whenever something happens, as far as words tell: `onEvent`,
  /// `addObserver`, `subscribe`.
  func mayRepeat(_ argument: Argument, _ callee: String) -> Bool {
    if isCalledOnce(callee) { return false }
    let label = labelText(of: argument)
    let catalogue = index.knowledge.catalogue
    return catalogue.repeatingPrefixes.contains { prefix in
      Lowerer.begins(callee, with: prefix) || Lowerer.begins(label, with: prefix) && !tellsOutcome(argument)
    } || catalogue.repeatingSuffixes.contains { Lowerer.holds(callee, $0) } || installsHandler(callee)
  }

  /// `setMessageHandler`, `registerCallback`; not `setCancelHandler`, `addCompletionHandler`.
  private func installsHandler(_ callee: String) -> Bool {
    ["set", "add", "register"].contains { Lowerer.begins(callee, with: $0) }
      && ["Handler", "Callback"].contains { Lowerer.holds(callee, $0) }
      && !index.knowledge.catalogue.outcomeSuffixes.contains { $0.first?.isUppercase == true && Lowerer.holds(callee, $0) }
  }

  /// Whether the callee surely runs such a closure again.
  func isForEvents(_ callee: String) -> Bool {
    let catalogue = index.knowledge.catalogue
    let isNamedSo = catalogue.eventPrefixes.contains { Lowerer.begins(callee, with: $0) }
      || catalogue.repeatingSuffixes.contains { callee.hasSuffix($0) }
    return isNamedSo && !isCalledOnce(callee)
  }

  /// `observeSingleEvent`, `addOnCompleteListener`
  private func isCalledOnce(_ callee: String) -> Bool {
    index.knowledge.catalogue.onceWords.contains { Lowerer.holds(callee, $0) }
  }

  /// `onLifecycleEventConnectionFailure:`: one event of many.
  func tellsEvent(_ argument: Argument) -> Bool {
    let label = labelText(of: argument)
    return index.knowledge.catalogue.eventTypes.contains { Lowerer.holds(label, $0) }
  }

  /// `onSuccess:`, `failure:`: the closure is told how a thing ended.
  func tellsOutcome(_ argument: Argument) -> Bool { hasSuffix(argument, index.knowledge.catalogue.outcomeSuffixes) }
  func tellsFailure(_ argument: Argument) -> Bool { hasSuffix(argument, index.knowledge.catalogue.failureSuffixes) }

  private func hasSuffix(_ argument: Argument, _ words: [String]) -> Bool {
    let label = labelText(of: argument)
    return words.contains { label.hasSuffix($0) && (label.count == $0.count || $0.first?.isUppercase == true) }
  }

  private func labelText(of argument: Argument) -> String {
    argument.label == .none ? "" : tree.text(of: tree[argument.node].mainToken)
  }

  /// Whether a camel-case name has a word in it; one that begins with a small letter stands at its beginning.
  private static func holds(_ name: String, _ word: String) -> Bool {
    if begins(name, with: word) { return true }
    guard word.first?.isUppercase == true else { return false }
    return name.indices.contains { begins(String(name[$0...]), with: word) }
  }

  /// Whether a camel-case name begins with a word.
  private static func begins(_ name: String, with word: String) -> Bool {
    guard name.hasPrefix(word) else { return false }
    return name.dropFirst(word.count).first.map { !$0.isLowercase } ?? true
  }
}
