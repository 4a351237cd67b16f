import VTDiagnostics
import VTSyntax

/// The analysis of one file: a graph and its facts for every function, closure, accessor, initialiser and script in it
/// that has to do with a one-shot value.
package struct FileAnalysis: Sendable {
  package var functions: [FunctionFacts] = []
  package var skipped: [SkippedFunction] = []
}

/// A function that was not analysed.
package struct SkippedFunction: Sendable {
  package enum Reason: Sendable {
    /// Too deep, too large, or with text that the parser skipped.
    case tooComplex
    /// A fault of vtlint's own: its graph does not hold together.
    case broken
  }
  package var range: ByteRange
  package var reason: Reason

  package init(range: ByteRange, reason: Reason) {
    self.range = range
    self.reason = reason
  }
}

/// - Parameters:
///   - all: also the functions that name nothing of interest, for tests.
///   - keepingBlocks: rules do not look at blocks, and those of all functions together are most of what memory holds.
///   - batch: gets what was found so far, now and then, and takes it away; a declaration with all its closures stands in one
///     batch. Without it everything stands in the result.
package func analyse(
  _ tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries, all: Bool = false, keepingBlocks: Bool = false,
  batch: (([FunctionFacts]) -> Void)? = nil
) -> FileAnalysis {
  var analysis = FileAnalysis()
  let bodies = FunctionBodies(tree: tree, file: file, index: index, summaries: summaries)
  let handOver = {
    guard let batch, analysis.functions.count >= Limits.functionsAtOnce else { return }
    batch(analysis.functions)
    analysis.functions = []
  }
  bodies.forEach(all: all, between: handOver) { graph, range in
    guard let graph else {
      analysis.skipped.append(SkippedFunction(range: range, reason: .tooComplex))
      return nil
    }
    if graph.origins.isEmpty { return nil }
    if let defect = graph.defect {
      assertionFailure("the graph at \(range.start): \(defect)")
      analysis.skipped.append(SkippedFunction(range: range, reason: .broken))
      return nil
    }
    guard let facts = solve(graph) else {
      analysis.skipped.append(SkippedFunction(range: range, reason: .tooComplex))
      return nil
    }
    analysis.functions.append(keepingBlocks ? facts : facts.withoutBlocks)
    return facts
  }
  return analysis
}

/// Every body of a file, lowered one by one.
struct FunctionBodies {
  let tree: SyntaxTree
  let file: FileID
  let index: SymbolIndex
  let summaries: Summaries

  private var declarations: [Declaration] { index.files[Int(file.index)].declarations }

  init(tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries) {
    self.tree = tree
    self.file = file
    self.index = index
    self.summaries = summaries
  }

  /// Gets each graph, or nil and the place of a body that is too complex; gives back what it found, because closures
  /// are looked at with what is known of the code around them.
  typealias Visit = (ControlFlowGraph?, ByteRange) -> FunctionFacts?

  /// - Parameters:
  ///   - all: also the bodies that name nothing of interest.
  ///   - between: called before each declaration.
  func forEach(all: Bool = false, between: () -> Void = {}, _ visit: Visit) {
    for (place, declaration) in declarations.enumerated() where all || mayMatter(declaration, Int32(place)) {
      between()
      switch declaration.kind {
      case .function, .initializer, .deinitializer: lowerFunction(Int32(place), visit)
      case .subscripting, .property: lowerAccessors(Int32(place), visit)
      default: break
      }
    }
    if index.files[Int(file.index)].isScript { lowerScript(visit) }
  }

  private func mayMatter(_ declaration: Declaration, _ place: Int32) -> Bool {
    switch declaration.kind {
    case .function, .initializer, .deinitializer, .subscripting, .property:
      index.concerns(DeclarationID(file: file, index: place), in: tree)
        || !summaries.kept(by: index.ownerName(of: DeclarationID(file: file, index: place))).isEmpty
    default: false
    }
  }

  // MARK: functions

  /// What a summary is made of.
  struct SummaryBody {
    var graph: ControlFlowGraph
    /// Those of the parameters, by place.
    var origins: [Int: OriginID]
    var deciders: [Decider]
    /// It calls something of which nothing is known yet.
    var isOpen: Bool
  }

  /// The graph of a function or implicit getter, for its summary; nil without a body.
  func summaryBody(of place: Int32, asksQuestions: Bool) -> SummaryBody? {
    let declaration = declarations[Int(place)]
    var block = tree.child(.block, of: declaration.node)
    if declaration.kind == .property || declaration.kind == .subscripting {
      block = tree.child(.accessorBlock, of: declaration.node)
      if !block.isNone, !tree[block].flags.contains(.implicitGetter) {
        let getter = tree.children(of: block).first { tree.mainWord(of: $0) == .get }
        block = getter.map { tree.child(.block, of: $0) } ?? .none
      }
    }
    if block.isNone { return nil }
    var lowerer = makeLowerer(place)
    let origins = lowerer.declareParameters(of: DeclarationID(file: file, index: place), forSummary: true)
    lowerer.isForSummary = true
    for place in lowerer.locals.indices { lowerer.locals[place].isParameter = true }
    lowerer.noteDeciders(of: DeclarationID(file: file, index: place))
    if !asksQuestions { lowerer.askedPlaces = [:] }
    lowerer.lowerFunctionBody(block)
    return lowerer.finishedGraph.map { graph in
      SummaryBody(graph: graph, origins: origins, deciders: lowerer.deciders, isOpen: lowerer.isOpen)
    }
  }

  private func lowerFunction(_ place: Int32, _ visit: Visit) {
    let declaration = declarations[Int(place)]
    let block = tree.child(.block, of: declaration.node)
    if block.isNone { return }
    var lowerer = makeLowerer(place)
    _ = lowerer.declareParameters(of: DeclarationID(file: file, index: place))
    lowerer.lowerFunctionBody(block)
    finish(&lowerer, declaration.nameRange, visit)
  }

  private func lowerAccessors(_ place: Int32, _ visit: Visit) {
    let declaration = declarations[Int(place)]
    for child in tree.children(of: declaration.node) {
      switch tree.kind(child) {
      case .accessorBlock:
        if tree[child].flags.contains(.implicitGetter) {
          var lowerer = makeLowerer(place)
          _ = lowerer.declareParameters(of: DeclarationID(file: file, index: place))
          lowerer.lowerFunctionBody(child)
          finish(&lowerer, declaration.nameRange, visit)
        } else {
          for accessor in tree.children(of: child) where tree.kind(accessor) == .accessorDecl {
            lowerAccessor(accessor, place, visit)
          }
        }
      case .initializer where !declaration.flags.contains(.isScriptVariable):
        var lowerer = makeLowerer(place)
        let type = declaration.type.isNone ? nil : index.propertyType(DeclarationID(file: file, index: place))
        let value = lowerer.lower(tree[child].firstChild, expecting: type)
        lowerer.use(value, .store, at: tree.range(of: child))
        lowerer.builder.finish(.exit(.normal))
        finish(&lowerer, declaration.nameRange, visit)
      default: break
      }
    }
  }

  private func lowerAccessor(_ accessor: NodeID, _ place: Int32, _ visit: Visit) {
    let block = tree.child(.block, of: accessor)
    if block.isNone { return }
    var lowerer = makeLowerer(place)
    let id = DeclarationID(file: file, index: place)
    _ = lowerer.declareParameters(of: id)
    let word = tree.mainWord(of: accessor)
    if word == .set || word == .willSet || word == .didSet {
      let named = tree.child(.accessorParameter, of: accessor)
      let name = !named.isNone ? tree.mainName(of: named) : word == .didSet ? KnownNames.oldValue : KnownNames.newValue
      lowerer.declareParameter(name, index.propertyType(id), at: tree.range(of: accessor))
      lowerer.resultType = .void
    }
    lowerer.lowerFunctionBody(block)
    finish(&lowerer, tree.range(of: accessor), visit)
  }

  private func lowerScript(_ visit: Visit) {
    var lowerer = Lowerer(
      tree: tree, index: index, summaries: summaries, file: file, scope: TypeScope(file: file, declaration: -1), owner: .none)
    lowerer.resultType = .void
    lowerer.isScript = true
    lowerer.root = tree.root
    for item in tree.children(of: tree.root) { lowerer.lowerItem(item) }
    lowerer.builder.finish(.exit(.normal))
    finish(&lowerer, tree.range(of: tree.root), visit)
  }

  // MARK: one body

  private func makeLowerer(_ place: Int32) -> Lowerer {
    let id = DeclarationID(file: file, index: place)
    let declaration = declarations[Int(place)]
    var lowerer = Lowerer(
      tree: tree, index: index, summaries: summaries, file: file, scope: TypeScope(file: file, declaration: place),
      owner: index.ownerName(of: id))
    lowerer.root = declaration.node
    lowerer.narrowedSelf = index.narrowedSelf(around: id)
    lowerer.isStatic = declaration.flags.contains(.isStatic)
    lowerer.isBuilder =
      declaration.flags.contains(.isBuilder) || hasBuilder(declaration.node) || fulfilsBuilder(declaration, lowerer.owner)
    switch declaration.kind {
    case .property: lowerer.resultType = index.propertyType(id)
    case .initializer, .deinitializer:
      lowerer.resultType = .void
      lowerer.isInitializer = true
    default:
      lowerer.resultType =
        declaration.type.isNone ? .void : index.type(declaration.type, in: TypeScope(file: file, declaration: place))
    }
    return lowerer
  }

  /// `@Jobs func all()` where the sources declare `Jobs` as a result builder.
  private func hasBuilder(_ node: NodeID) -> Bool {
    let modifiers = tree.child(.modifiers, of: node)
    if modifiers.isNone { return false }
    return tree.children(of: modifiers).contains { attribute in
      tree.kind(attribute) == .attribute
        && index.types(named: tree.mainName(of: attribute)).contains { index.declaration($0).flags.contains(.isBuilder) }
    }
  }

  /// A requirement's result builder is that of the member that fulfils it, too.
  private func fulfilsBuilder(_ declaration: Declaration, _ owner: Name) -> Bool {
    if owner == .none { return false }
    return index.directSupertypes(of: owner).contains { type in
      index.members(of: type, named: declaration.name).contains {
        index.declaration($0).flags.isSuperset(of: [.isRequirement, .isBuilder])
      }
    }
  }

  /// Hands over the finished graph, then those of the closures that nobody runs in sight.
  private func finish(_ lowerer: inout Lowerer, _ range: ByteRange, _ visit: Visit) {
    lowerer.analyseUnusedClosures()
    let facts = visit(lowerer.finishedGraph, range)
    let sources = lowerer.separateBodies.isEmpty ? [:] : lowerer.sources
    for body in lowerer.separateBodies {
      var inner = Lowerer(
        tree: tree, index: index, summaries: summaries, file: file, scope: lowerer.scope, owner: lowerer.owner)
      inner.isStatic = lowerer.isStatic
      inner.root = lowerer.root
      inner.hasDuties = lowerer.hasDuties
      inner.hasHandlers = lowerer.hasHandlers
      inner.guards = lowerer.guards
      inner.bodyMentions = lowerer.bodyMentions
      inner.sourcesAround = sources
      let own = tree.range(of: body.node)
      // What it does itself, in a recursion, is told where it calls itself.
      for (slot, place) in taken(facts?.spentCaptures, by: body.node) where !(own.start..<own.end).contains(place.start) {
        inner.spentCaptures[slot] = place
      }
      for (slot, place) in taken(facts?.doneBehindCaptures, by: body.node) { inner.doneBehindCaptures[slot] = place }
      for (slot, other) in taken(facts?.sameCaptures, by: body.node) { inner.sameCaptures[slot] = other }
      if !body.mayRepeat { for (slot, duty) in taken(facts?.soleCaptures, by: body.node) { inner.owedCaptures[slot] = duty } }
      inner.locals = body.locals
      inner.separateNodes = lowerer.separateNodes
      inner.autoclosures = lowerer.autoclosures
      inner.resultType = body.result
      inner.isBuilder = body.isBuilder
      (inner.isForOneElement, inner.handled) = (body.isForOneElement, body.holder)
      inner.lowerSeparateBody(body.node, inputs: body.inputs, apart: body.apart)
      finish(&inner, tree.range(of: body.node), visit)
    }
  }
}

extension Lowerer {
  /// Declares a function's parameters and `self`; the origins of those that are value futures, by place (-1: self).
  /// - Parameter forSummary: what an `inout` parameter holds at the end is of interest; it is not handed over.
  mutating func declareParameters(of id: DeclarationID, forSummary: Bool = false) -> [Int: OriginID] {
    var origins: [Int: OriginID] = [:]
    let declaration = index.declaration(id)
    let typeScope = TypeScope(file: id.file, declaration: id.index)
    if index.parameters(of: id).count > Limits.parameters { isTooComplex = true }
    var outcomes = forSummary ? nil : outcomeParameters(of: id)
    for (place, parameter) in index.parameters(of: id).prefix(Limits.parameters).enumerated() {
      var type = index.type(parameter.type, in: typeScope)
      if parameter.isVariadic { type = .array(type) }
      if forSummary, let known = index.standIn(for: type.unwrapped) { type = type.isOptional ? .optional(known) : known }
      if outcomes?.places.contains(place) == true {
        declareOutcome(parameter.name, &outcomes, at: parameterRange(place, declaration))
        continue
      }
      // `completion: Completion = nil`, where nobody here declares `Completion`.
      if isOptionalByDefault(parameter, type, place, declaration) { type = .optional(type) }
      let duty = dutyParameter(place, type, of: id, forSummary: forSummary)
      if let duty { type = type.isOptional ? .optional(index.valueType(of: duty)) : index.valueType(of: duty) }
      if let duty, index.knowledge.type(duty).kind == .completion { hasHandlers = true }
      let isInout = isInout(parameter, of: id)
      if let origin = declareParameter(
        parameter.name, type, at: parameterRange(place, declaration), isInout: isInout && !forSummary,
        isCreated: duty != nil && !isForwardedTo(id) && !isLeftToOverrides(id))
      {
        origins[place] = origin
      } else if forSummary, !isInout, let origin = declareElements(of: type) {
        origins[place] = origin
      }
    }
    if forSummary, declaration.kind == .function || declaration.kind == .property, !isStatic {
      for (number, property) in summaries.kept(by: owner).enumerated() {
        if let origin = declareKept(property) { origins[Summaries.place(ofKept: number)] = origin }
      }
    }
    if owner != .none, !isStatic, declaration.parent >= 0 {
      let parent = index.declaration(DeclarationID(file: id.file, index: declaration.parent))
      if forSummary { selfStandIn = index.standIn(for: selfType) }
      // The inside of a one-shot type is its own business; an extension in other people's code is a user of it.
      if parent.kind == .extensionOfType, oneShot(selfType) != nil, declaration.kind != .initializer {
        let range = declaration.nameRange
        let value = made(selfType, .parameter, at: range)
        if let slot = value.slot, let origin = madeInSlot[slot] {
          selfStorage = value.storage
          builder.nameOrigin(origin, "self")
          origins[-1] = origin
        }
      }
    }
    return origins
  }

  /// The parameters just declared that can be asked, and the result.
  mutating func noteDeciders(of id: DeclarationID) {
    for (place, (parameter, local)) in zip(index.parameters(of: id), locals).enumerated() {
      guard oneShot(local.type) == nil, isAskable(local.type), !isInout(parameter, of: id), case .slot(let slot) = local.storage
      else { continue }
      deciders.append(Decider(subject: .parameter(Int16(clamping: place)), slot: slot))
    }
    deciders = Array(deciders.prefix(Limits.deciders))
    for (place, (parameter, local)) in zip(index.parameters(of: id), locals).enumerated() {
      guard isEnum(local.type) || local.type == .nominal(KnownNames.int, []), !isInout(parameter, of: id),
        case .slot(let slot) = local.storage
      else { continue }
      askedPlaces[slot] = Int16(clamping: place)
    }
    guard oneShot(resultType) == nil, isAskable(resultType) else { return }
    let slot = builder.makeSlot()
    resultSlot = slot
    deciders.append(Decider(subject: .result, slot: slot))
  }

  /// A condition about a parameter of which a summary is made: it may tell what becomes of the others.
  mutating func noteQuestion(_ slot: SlotID, _ question: Decision.Question, about subject: FactKey) {
    guard !askedPlaces.isEmpty, let variable = subject.variable, let place = askedPlaces[variable],
      deciders.count < Limits.deciders * 2, !deciders.contains(where: { $0.slot == slot })
    else { return }
    deciders.append(Decider(subject: .question(place, question), slot: slot))
  }

  func isInout(_ parameter: Parameter, of id: DeclarationID) -> Bool {
    !parameter.type.isNone && index.files[Int(id.file.index)].types[parameter.type].flags.contains(.isInout)
  }

  /// Whether what it holds at the end of a function tells something.
  func isAskable(_ type: Type) -> Bool { type.isOptional || type == .nominal(KnownNames.bool, []) }

  @discardableResult
  mutating func declareParameter(
    _ name: Name, _ type: Type, at range: ByteRange, isInout: Bool = false, isCreated: Bool = false
  ) -> OriginID? {
    let before = builder.graph.origins.count
    let value = made(type, .parameter, at: range, isCreated: isCreated)
    var storage = value.storage
    if case .none = storage { storage = .slot(builder.makeSlot(text(range))) }
    declare(name, type, storage, isLet: !isInout)
    if isInout, case .slot(let slot) = storage { pushCleanup(.inoutParameter(slot)) }
    guard builder.graph.origins.count == before + 1 else { return nil }
    builder.nameOrigin(OriginID(before), text(range))
    return OriginID(before)
  }

  /// A method by the name of a delegate's, of a type that takes part in nothing: whoever is called forwards to it, and sees to
  /// what it leaves undone.
  private func isForwardedTo(_ id: DeclarationID) -> Bool {
    let declaration = index.declaration(id)
    let isOfDelegate = index.knowledge.creations.givesDuty(declaration.name, index.parameters(of: id))
    return isOfDelegate && owner != .none && index.directSupertypes(of: owner).isEmpty
  }

  /// `open func load(completion: …) -> Self { return self }`: a body without a call, of a method that others override, says
  /// nothing of what the method is to do.
  private func isLeftToOverrides(_ id: DeclarationID) -> Bool {
    guard owner != .none, let body = tree.child(.block, of: index.declaration(id).node).present else { return false }
    let row = tree[body]
    if row.endToken.index - row.firstToken.index > Limits.tokensOfStub { return false }
    let calls = (row.firstToken.index..<row.endToken.index).contains { tree.tokens[Int($0)].kind == .leftParen }
    return !calls && !index.overrides(of: id, from: file).isEmpty
  }

  /// The entry that makes a parameter a duty by its name, or by the name of the function.
  private func dutyParameter(
    _ place: Int, _ type: Type, of id: DeclarationID, forSummary: Bool = false
  ) -> Knowledge.OneShotID? {
    let creations = index.knowledge.creations
    let parameters = Array(index.parameters(of: id))
    let declaration = index.declaration(id)
    guard declaration.kind == .function || declaration.kind == .initializer, !parameters[place].isVariadic,
      !isInout(parameters[place], of: id)
    else { return nil }
    // Whom a framework calls is not private, and gives nothing back: that is a helper of somebody who answers for it.
    if !declaration.flags.contains(.isPrivate), resultType == .void {
      let fitting = creations.parameterMatches(declaration.name, parameters[...]).first { match in
        let isMeant = match.parameter == .none ? place == parameters.count - 1 : parameters[place].name == match.parameter
        return isMeant && (match.conformers.isEmpty || match.conformers.contains { index.inherits(owner, from: $0) })
      }
      if let fitting { return fitting.id }
    }
    guard isKeptClosure(place, type, of: id) || forSummary && type.givesNothing, !isForEvents(text(declaration.nameRange)),
      !hasEmptyBody(declaration)
    else { return nil }
    for (name, range) in [
      (parameters[place].name, parameterRange(place, declaration)), (parameters[place].label, labelRange(place, declaration)),
    ] {
      let text = tree.source[Int(range.start)..<Int(range.end)]
      if let found = creations.parameter(name, text: text),
        creations.fits(found, told: inputs(type)) || isToldBeforeLeaving(parameters[place].name, declaration)
      {
        return hasHandlerOfFailures(besides: place, of: id) || isToldEvents(place, declaration) ? nil : found
      }
    }
    return nil
  }

  /// `func load(_ completion: @escaping (Data) -> Void) {}`: it stands for something else, or is not written yet.
  private func hasEmptyBody(_ declaration: Declaration) -> Bool {
    tree.child(.block, of: declaration.node).present.map { tree[$0].firstChild.isNone } ?? false
  }

  /// `guard let data else { callback(nil); return }`, and `callback(data)` elsewhere: nobody tells a listener something and
  /// leaves.
  private func isToldBeforeLeaving(_ name: Name, _ declaration: Declaration) -> Bool {
    guard let body = tree.child(.block, of: declaration.node).present else { return false }
    let rows = Array(tree.rows(inside: body))
    let calls = rows.filter { isCall($0, of: name) }
    return calls.count > 1
      && (rows.contains { tree.kind($0) == .returnStmt && isCall(tree[$0].firstChild, of: name) }
        || calls.contains { call in
          let next = tree[call].nextSibling
          return !next.isNone && tree.kind(next) == .returnStmt && tree[next].firstChild.isNone
        })
  }

  /// `callback(…)`, `callback?(…)`
  private func isCall(_ node: NodeID, of name: Name) -> Bool {
    guard !node.isNone, tree.kind(node) == .callExpr, var callee = tree[node].firstChild.present else { return false }
    if tree.kind(callee) == .optionalChainExpr, let inner = tree[callee].firstChild.present { callee = inner }
    return tree.kind(callee) == .identifierExpr && tree.mainName(of: callee) == name
  }

  private func inputs(_ closure: Type) -> [Type] {
    if case .function(let inputs, _) = closure.unwrapped { return inputs }
    return []
  }

  /// `completion: @escaping (DownloadEvent) -> Void`: it is told whatever happens, in whichever order.
  private func isToldEvents(_ place: Int, _ declaration: Declaration) -> Bool {
    let parameter = parameterNode(place, declaration)
    guard !parameter.isNone, let type = tree.children(of: parameter).first(where: { $0.isTypeNode(in: tree) }) else { return false }
    let inputs = text(of: type).drop { $0 != "(" }.drop { $0 == "(" }.prefix { $0 != ")" }
    if inputs.contains(",") { return false }
    let name = inputs.prefix { $0 != "<" }
    return index.knowledge.catalogue.eventTypes.contains { name.hasSuffix($0) }
  }

  /// Whether a parameter is a closure that gives nothing back and may be run after the function has returned.
  func isKeptClosure(_ place: Int, _ type: Type, of id: DeclarationID) -> Bool {
    let written = Array(index.parameters(of: id))[place].type
    let isEscaping = !written.isNone && index.files[Int(id.file.index)].types[written].flags.contains(.isEscaping)
    switch type.unwrapped {
    // A closure that does not escape is run here, however often; an optional one always escapes.
    case .function(_, .void): return type.isOptional || isEscaping
    // An alias of a closure type that is declared elsewhere.
    case .nominal(let name, _) where !index.isType(name) && !KnownNames.literalTypes.contains(name):
      return type.isOptional || isEscaping || hasNameOfClosure(place, index.declaration(id))
    default: return false
    }
  }

  /// What `nil` is the default of is optional, whatever the alias of its type is called.
  private func isOptionalByDefault(_ parameter: Parameter, _ type: Type, _ place: Int, _ declaration: Declaration) -> Bool {
    guard parameter.hasDefault, case .nominal(let name, _) = type, !index.isType(name) else { return false }
    let node = parameterNode(place, declaration)
    guard !node.isNone else { return false }
    return tree.children(of: node).contains { child in
      tree.kind(child) == .initializer && isNil(tree[child].firstChild)
    }
  }

  /// `RequestCompletionBlock`, `Client.Completion<Event>`
  func hasNameOfClosure(_ place: Int, _ declaration: Declaration) -> Bool {
    let parameter = parameterNode(place, declaration)
    guard !parameter.isNone, let type = tree.children(of: parameter).first(where: { $0.isTypeNode(in: tree) }) else { return false }
    let name = text(of: type).prefix { $0 != "<" }
    return ["Block", "Handler", "Callback", "Closure"].contains { name.hasSuffix($0) }
  }

  /// The place of a parameter's label; of its name if it has no other.
  private func labelRange(_ place: Int, _ declaration: Declaration) -> ByteRange {
    let parameter = parameterNode(place, declaration)
    if parameter.isNone || tree[parameter].mainToken.isNone { return declaration.nameRange }
    return tree.token(tree.outerToken(of: parameter)).range
  }

  func parameterRange(_ place: Int, _ declaration: Declaration) -> ByteRange {
    let parameter = parameterNode(place, declaration)
    if parameter.isNone || tree[parameter].mainToken.isNone { return declaration.nameRange }
    return tree.mainRange(of: parameter)
  }

  /// The parameter that stands at a place; `.none` where the declaration writes no list.
  private func parameterNode(_ place: Int, _ declaration: Declaration) -> NodeID {
    let list = tree.child(.parameters, of: declaration.node)
    return list.isNone ? .none : tree.child(at: place, of: list)
  }

  /// A body whose single expression is its result, unless there is none.
  mutating func lowerFunctionBody(_ block: NodeID) { lowerFunctionBody(Array(tree.children(of: block))) }

  private mutating func lowerFunctionBody(_ items: [NodeID]) {
    pushCleanup(.scope)
    let isResult =
      resultType != .void
      && lowerSingleExpression(items) { lowerer, item in
        let isCheck = lowerer.resultSlot != nil && lowerer.namesCheck(item)
        let value = isCheck ? lowerer.booleanValue(item) : lowerer.lower(item, expecting: lowerer.resultType)
        lowerer.finishReturn(value, at: lowerer.tree.range(of: item), item)
      }
    if !isResult { lowerItems(items) }
    emitCleanups(downTo: 0)
    builder.finish(.exit(.normal))
  }

  /// A closure, local function or accessor block that is analysed by itself.
  /// - Parameters:
  ///   - inputs: what the closure is known to be given, where its own parameters do not say.
  ///   - apart: of what it is given one of each pair is nil.
  mutating func lowerSeparateBody(_ node: NodeID, inputs: [Type], apart: Set<CallbackAnswers.Pair>) {
    isSeparate = true
    pushCleanup(.scope)
    switch tree.kind(node) {
    case .accessorBlock:
      let block = bodyBlock(of: node)
      if !block.isNone { return lowerFunctionBody(block) }
    case .functionDecl:
      declareClosureParameters(of: node)
      let block = tree.child(.block, of: node)
      if !block.isNone { return lowerFunctionBody(block) }
    default:
      if let around = autoclosureSite(node) {
        (awaitDepth, tryDepth) = (around.awaitDepth, around.tryDepth)
        return lowerFunctionBody(bodyItems(of: node))
      }
      let own = hasDuties ? guardNames(in: node) : GuardNames()
      (ownCounters, ownCollections) = (own.counters, own.collections)
      locals += lowerCaptures(of: node)
      heldSelves = [:]
      let first = locals.count
      declareClosureParameters(of: node, inputs, unlisted: apart.isEmpty ? [] : inputNames(of: node))
      keepApart(apart.union(flagsAndErrors(of: node)), of: node, from: first)
      leaveOutFiltered(node, from: first)
      let block = bodyBlock(of: node)
      if !block.isNone { return lowerFunctionBody(block) }
    }
    emitCleanups(downTo: 0)
    builder.finish(.exit(.normal))
  }

  /// - Parameter unlisted: the inputs of a closure without a list of which something is known.
  private mutating func declareClosureParameters(of node: NodeID, _ inputs: [Type] = [], unlisted: [String] = []) {
    let list = tree.child(.parameters, of: node)
    if list.isNone {
      let range = tree.token(tree[node].firstToken).range
      for place in 0..<max(inputs.count, unlisted.count) {
        let type = place < inputs.count ? inputs[place] : .unknown
        if place < unlisted.count || oneShot(type) != nil {
          declareParameter(Name("$\(place)"), type, at: range, isCreated: isHandler(type))
        }
      }
      return
    }
    for (place, parameter) in tree.children(of: list).filter({ tree.kind($0) == .parameter }).enumerated() {
      var type = Type.unknown
      for child in tree.children(of: parameter) where child.isTypeNode(in: tree) { type = writtenType(child) }
      if type == .unknown, place < inputs.count { type = inputs[place] }
      if type == .unknown { type = index.toldType(of: tree.mainName(of: parameter), in: tree.range(of: node), of: file) }
      let main = tree[parameter].mainToken
      let name = tree.mainName(of: parameter)
      callbackParameters.insert(name)
      let duty = answered(name, type, in: node)
      if let duty { type = type.isOptional ? .optional(index.valueType(of: duty)) : index.valueType(of: duty) }
      let range = main.isNone ? tree.range(of: parameter) : tree.token(main).range
      declareParameter(name, type, at: range, isCreated: duty != nil || isHandler(type))
    }
  }

  /// A completion handler, which has no type of its own: the catalogue says that the closure is given one.
  private func isHandler(_ type: Type) -> Bool { oneShot(type).map { index.knowledge.type($0).kind == .completion } ?? false }

  /// `{ request, completion in … completion(…) }`: whom a closure has to answer, by a name that says so.
  private func answered(_ name: Name, _ type: Type, in closure: NodeID) -> Knowledge.OneShotID? {
    switch type.unwrapped {
    case .unknown, .function(_, .void): break
    default: return nil
    }
    let creations = index.knowledge.creations
    guard tree.kind(closure) == .closureExpr, let id = creations.parameterNames[name],
      creations.fits(id, told: inputs(type))
    else { return nil }
    let isCalled = tree.rows(inside: closure).contains { isCall($0, of: name) }
    return isCalled && !tree.children(of: bodyBlock(of: closure)).contains { givesSomething($0, butCallsOf: name) } ? id : nil
  }

  /// `return nil`, `return operation`: a closure that says otherwise what became of it.
  private func givesSomething(_ node: NodeID, butCallsOf name: Name) -> Bool {
    switch tree.kind(node) {
    case .closureExpr, .functionDecl: false
    case .returnStmt: tree[node].firstChild.present.map { !isCall($0, of: name) } ?? false
    default: tree.children(of: node).contains { givesSomething($0, butCallsOf: name) }
    }
  }

  /// Closures that were given a name and never run or handed on still have a body to look at.
  mutating func analyseUnusedClosures() {
    for (closure, locals) in namedClosures
    where !everInlined.contains(closure.node) && separateNodes.insert(closure.node).inserted {
      separateBodies.append(SeparateBody(node: closure.node, result: closure.result, inputs: closure.inputs, locals: locals))
    }
  }
}

/// What is known of the variables that a closure takes with it. Where several calls get the closure, what is known of the first
/// call comes last, and so it counts.
private func taken<Known>(_ captures: [Use.Capture: Known]?, by closure: NodeID) -> [(slot: SlotID, known: Known)] {
  guard let captures else { return [] }
  let own = captures.filter { $0.key.closure == closure }.sorted { $0.key.call.index > $1.key.call.index }
  return own.map { ($0.key.slot, $0.value) }
}

extension Limits {
  /// The longest body, in tokens, that may stand for those of overrides.
  fileprivate static let tokensOfStub = 12
}
