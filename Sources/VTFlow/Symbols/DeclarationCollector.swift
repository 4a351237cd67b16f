import VTDiagnostics
import VTSyntax

/// Reads the declarations of a parsed file. Function bodies are not entered: what they declare is nobody else's.
/// `#if` alternatives are all read; a name that has one type in one of them and another in the next stays unknown.
/// - Parameters:
///   - module: that the file belongs to.
///   - told: what the compiler told about places in the file.
package func collectDeclarations(
  of tree: SyntaxTree, file: FileID, module: ModuleName = .unknown, told: [ToldPlace] = []
) -> FileDeclarations {
  var collector = DeclarationCollector(tree: tree, file: file)
  for child in tree.children(of: tree.root) { collector.collect(child, parent: -1) }
  return FileDeclarations(collector.finished(), source: .linted, module: module, told: told)
}

struct DeclarationCollector {
  private let tree: SyntaxTree
  private(set) var result: DeclarationDraft
  /// Some body declares a type: bodies are entered only then.
  private let hasLocalTypes: Bool
  /// The types of literals that the table has.
  private var literalTypes: [Name: TypeRowID] = [:]
  /// What the closure parameters of the function being read are given, by their names: plain names, or `.none`.
  private var closureInputs: [Name: [Name]] = [:]

  init(tree: SyntaxTree, file: FileID) {
    self.tree = tree
    result = DeclarationDraft(file: file, names: tree.names)
    hasLocalTypes = tree.hasTypeInBody
    // While it grows, an array of many is there twice. Room that stays untouched is no memory.
    let many = 1 << 16
    if tree.nodes.count > many { result.declarations.reserveCapacity(tree.nodes.count { $0.kind.isDeclared }) }
  }

  func finished() -> DeclarationDraft {
    guard result.isScript else { return result }
    var result = result
    for index in result.declarations.indices
    where result.declarations[index].parent < 0 && result.declarations[index].kind == .property {
      result.declarations[index].flags.insert(.isScriptVariable)
    }
    return result
  }

  mutating func collect(_ node: NodeID, parent: Int32) {
    let row = tree[node]
    switch row.kind {
    case .structDecl: collectType(node, .structType, parent)
    case .classDecl: collectType(node, .classType, parent)
    case .enumDecl: collectType(node, .enumType, parent)
    case .actorDecl: collectType(node, .actorType, parent)
    case .protocolDecl: collectType(node, .protocolType, parent)
    case .extensionDecl: collectType(node, .extensionOfType, parent)
    case .functionDecl: collectFunction(node, .function, parent)
    case .initDecl: collectFunction(node, .initializer, parent)
    case .deinitDecl: collectFunction(node, .deinitializer, parent)
    case .subscriptDecl: collectFunction(node, .subscripting, parent)
    case .variableDecl: collectVariables(node, parent)
    case .enumCaseDecl:
      for element in tree.children(of: node) where tree.kind(element) == .enumElement {
        let declaration = start(element, .enumCase, parent)
        append(declaration, parameters: tree.child(.parameters, of: element), body: .none)
      }
    case .typealiasDecl, .associatedtypeDecl:
      var declaration = start(node, row.kind == .typealiasDecl ? .typeAlias : .associatedType, parent)
      for child in tree.children(of: node) {
        if tree.kind(child) == .genericParameters { declaration.generics = genericNames(child) }
        if child.isTypeNode(in: tree) { declaration.type = result.types.add(child, of: tree) }
      }
      result.declarations.append(declaration)
    case .importDecl: result.imports.append(tree.name(of: row.mainToken))
    case .ifConfig:
      for clause in tree.children(of: node) {
        let hasCondition = tree[clause].flags.contains(.hasCondition)
        for child in tree.children(of: clause).dropFirst(hasCondition ? 1 : 0) { collect(child, parent: parent) }
      }
    default:
      if parent < 0, row.kind.isStatement { result.isScript = true }
    }
  }

  private mutating func collectType(_ node: NodeID, _ kind: Declaration.Kind, _ parent: Int32) {
    var declaration = start(node, kind, parent)
    var members = NodeID.none
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .genericParameters: declaration.generics = genericNames(child)
      case .inheritance:
        let first = UInt32(result.inherited.count)
        for type in tree.children(of: child) { result.inherited.append(result.types.add(type, of: tree)) }
        declaration.inherited = first..<UInt32(result.inherited.count)
      case .whereClause: addRequirements(child, to: &declaration.generics)
      case .memberBlock: members = child
      default: if child.isTypeNode(in: tree) { declaration.type = result.types.add(child, of: tree) }
      }
    }
    let place = Int32(result.declarations.count)
    result.declarations.append(declaration)
    if members.isNone { return }
    for member in tree.children(of: members) { collect(member, parent: place) }
  }

  private mutating func collectFunction(_ node: NodeID, _ kind: Declaration.Kind, _ parent: Int32) {
    var declaration = start(node, kind, parent)
    var parameters = NodeID.none
    var body = NodeID.none
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .genericParameters: declaration.generics = genericNames(child)
      case .whereClause: addRequirements(child, to: &declaration.generics)
      case .parameters: parameters = child
      case .effects:
        let flags = tree[child].flags
        if flags.contains(.isAsync) { declaration.flags.insert(.isAsync) }
        if flags.contains(.throws) && !throwsNever(child) || flags.contains(.rethrows) { declaration.flags.insert(.canThrow) }
        if flags.contains(.rethrows) { declaration.flags.insert(.onlyRethrows) }
      case .returnType:
        declaration.type = result.types.add(tree[child].firstChild, of: tree)
        if !declaration.type.isNone, result.types[declaration.type].name == KnownNames.never {
          declaration.flags.insert(.neverReturns)
        }
      case .block: body = child
      default: break
      }
    }
    if tree[node].flags.contains(.optional), kind == .initializer { declaration.flags.insert(.isFailable) }
    if !body.isNone, !declaration.type.isNone, result.types[declaration.type].name == KnownNames.bool,
      tree.tellsFirstComers(body)
    {
      declaration.flags.insert(.tellsFirstComers)
    }
    if declaration.flags.contains(.canThrow), throwsInNameOnly(body) { declaration.flags.insert(.throwsInNameOnly) }
    append(declaration, parameters: parameters, body: body)
  }

  /// A body of one statement may well stand in for what is to be written there: it says nothing beside the declaration.
  private func throwsInNameOnly(_ body: NodeID) -> Bool {
    guard let first = body.present.flatMap({ tree[$0].firstChild.present }), !tree[first].nextSibling.isNone else { return false }
    return !tree.mayThrow(body)
  }

  private mutating func append(_ declaration: Declaration, parameters list: NodeID, body: NodeID) {
    var declaration = declaration
    let first = UInt32(result.parameters.count)
    closureInputs = [:]
    let lack = declaration.flags.contains(.canThrow) ? tree.lackThatThrows(in: body) : .none
    if !list.isNone {
      for child in tree.children(of: list) where tree.kind(child) == .parameter {
        var found = parameter(child, among: list, body: body)
        // A subscript's only name is no label.
        if declaration.kind == .subscripting, !tree[child].flags.contains(.hasTwoNames) { found.label = .none }
        if isGenericResult(found.type, of: declaration) {
          if isGivenBackInTernary(found.name, body) {
            found.givenBackWhen = RunCondition.look(for: found.name, among: list, in: body, of: tree)
          }
          found.isGivenBack = found.givenBackWhen != nil || onlyGivesBack(found.name, body)
        }
        if !found.type.isNone, result.types[found.type].flags.contains(.isAutoclosure) { noteAutoclosure(of: declaration) }
        found.throwsAtNil = lack != .none && found.name == lack
        result.parameters.append(found)
      }
    }
    noteGivenToClosures(from: Int(first), body)
    declaration.parameters = first..<UInt32(result.parameters.count)
    let place = Int32(result.declarations.count)
    result.declarations.append(declaration)
    if hasLocalTypes, !body.isNone { collectLocalTypes(in: body, parent: place, nesting: 0) }
  }

  private mutating func noteAutoclosure(of declaration: Declaration) {
    let isInitializer = declaration.kind == .initializer && declaration.parent >= 0
    result.autoclosureTakers.insert(isInitializer ? result.declarations[Int(declaration.parent)].name : declaration.name)
  }

  /// Whether a parameter and the result of a function are of the same type, which may be any: `identity<T>(_ x: T) -> T`.
  private func isGenericResult(_ parameter: TypeRowID, of function: Declaration) -> Bool {
    guard function.kind == .function, !function.generics.isEmpty, !parameter.isNone, !function.type.isNone else { return false }
    let (given, back) = (result.types[parameter], result.types[function.type])
    guard given.kind == .named, back.kind == .named, given.name == back.name, given.count == 0, !given.flags.contains(.isInout)
    else { return false }
    return function.generics.contains { result.generics[Int($0)].name == given.name }
  }

  /// `func with(_ f: F, _ body: (F) -> Void) { body(f) }`: what a body names once, as what a closure parameter is given.
  private mutating func noteGivenToClosures(from first: Int, _ body: NodeID) {
    // Longer lists are nobody's helper, and each name in them costs a look at the body.
    if closureInputs.isEmpty || result.parameters.count - first > Limits.parametersOfLender { return }
    for (closure, parameter) in result.parameters[first...].enumerated() {
      let inputs = (closureInputs[parameter.name] ?? []).prefix(Limits.parametersOfLender)
      for (place, name) in inputs.enumerated() where name != .none {
        guard let given = result.parameters[first...].firstIndex(where: { $0.name == name }), mentions(of: name, in: body) == 1,
          let closure = Int16(exactly: closure), let place = Int16(exactly: place)
        else { continue }
        result.parameters[given].givenTo = ClosureInput(closure: closure, place: place)
      }
    }
  }

  private func mentions(of name: Name, in body: NodeID) -> Int {
    (tree[body].firstToken.index..<tree[body].endToken.index).count { tree.name(of: TokenID($0)) == name }
  }

  /// `first ? a : b` as all that a body is, with the parameter behind the question.
  private func isGivenBackInTernary(_ parameter: Name, _ body: NodeID) -> Bool {
    guard let only = tree.onlyChild(of: body) else { return false }
    let given = tree.kind(only) == .returnStmt ? tree[only].firstChild : only
    guard !given.isNone, tree.kind(given) == .ternaryExpr, mentions(of: parameter, in: body) == 1 else { return false }
    return [1, 2].contains { place in
      let side = tree.child(at: place, of: given)
      return tree.kind(side) == .identifierExpr && tree.mainName(of: side) == parameter
    }
  }

  /// Whether a body names a parameter once, as that which it gives back on every way.
  private func onlyGivesBack(_ parameter: Name, _ body: NodeID) -> Bool {
    guard !body.isNone, let last = tree.lastChild(of: body).present else { return false }
    let isOnly = tree[body].firstChild == last
    let given = tree.kind(last) == .returnStmt ? tree[last].firstChild : isOnly ? last : .none
    guard !given.isNone, tree.kind(given) == .identifierExpr, tree.mainName(of: given) == parameter else { return false }
    let row = tree[body]
    var (mentions, returns) = (0, 0)
    for place in row.firstToken.index..<row.endToken.index {
      if tree.name(of: TokenID(place)) == parameter { mentions += 1 }
      if tree.tokens[Int(place)].word == .return { returns += 1 }
    }
    return mentions == 1 && returns == (tree.kind(last) == .returnStmt ? 1 : 0)
  }

  /// Types that a body declares are members of nobody, but what they hold is code like any other.
  private mutating func collectLocalTypes(in node: NodeID, parent: Int32, nesting: Int) {
    if nesting > 400 { return }
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .structDecl, .classDecl, .enumDecl, .actorDecl, .typealiasDecl, .protocolDecl: collect(child, parent: parent)
      default: collectLocalTypes(in: child, parent: parent, nesting: nesting + 1)
      }
    }
  }

  private func literal(_ node: NodeID) -> Constant {
    if node.isNone { return .unknown }
    // `#line` tells nobody what to do.
    if tree.kind(node) == .macroExpr { return .present }
    guard tree.kind(node) == .literalExpr else { return .unknown }
    switch tree.mainWord(of: node) {
    case .true: return .true
    case .false: return .false
    case .nil: return .nil
    default: return .unknown
    }
  }

  private mutating func parameter(_ node: NodeID, among list: NodeID, body: NodeID) -> Parameter {
    var found = Parameter(
      label: tree.outerName(of: node), name: tree.mainName(of: node), type: .none, hasDefault: false,
      isVariadic: tree[node].flags.contains(.isVariadic),
      isBuilder: hasAttribute(tree[node].firstChild) { $0.first.map { (0x41...0x5A).contains($0) } ?? false })
    for child in tree.children(of: node) {
      if tree.kind(child) == .initializer {
        found.hasDefault = true
        found.fallback = literal(tree[child].firstChild)
      }
      if tree.kind(child) == .packType, tree.mainWord(of: child) == .repeat {
        found.isPack = true
        found.type = result.types.add(tree[child].firstChild, of: tree)
      } else if child.isTypeNode(in: tree) {
        found.type = result.types.add(child, of: tree)
      }
    }
    if !found.type.isNone, !found.isPack {
      let type = result.types[found.type]
      // `@escaping Handler`: what escapes is a closure, whatever its type is called.
      if [.function, .optional].contains(type.kind) || type.flags.contains(.isEscaping) {
        found.answers = CallbackAnswers.answers(to: found.name, among: list, in: body, of: tree)
      }
      let isOptional = type.kind == .optional
      guard let closure = isOptional ? result.types.arguments(of: type).first.map({ result.types[$0] }) : type,
        closure.kind == .function || closure.flags.contains(.isEscaping)
      else { return found }
      let isEscaping = isOptional || closure.flags.contains(.isEscaping)
      if isEscaping, !isOptional, tree.isCalledOnce(before: tree[node].firstToken) {
        (found.runs, found.quietRuns) = (.laterOnce, .laterOnce)
      } else if !body.isNone {
        let seen = ClosureRunCounter.look(
          for: found.name, isAutoclosure: closure.flags.contains(.isAutoclosure), in: body, of: tree)
        (found.runs, found.forward, found.isRunLast) = (seen.runs, seen.forward, seen.isRunLast)
        found.quietRuns = seen.quietRuns
        closureInputs[found.name] = seen.inputs.isEmpty ? nil : seen.inputs
        found.isWholeBody = seen.runs == .once && tree.children(of: body).count { _ in true } == 1
        found.isDropped = tree.leaves(body, before: found.name, among: list)
        found.forward?.isEscaping = isEscaping
        let isConditional = found.runs == .atMostOnce || found.forward?.isEvaluated == true && found.forward?.outer == .atMostOnce
        if isConditional { found.runsWhen = RunCondition.look(for: found.name, among: list, in: body, of: tree) }
        // It may be kept, and a way that does not run it is most likely one on which somebody else does.
        if isEscaping, [.never, .atMostOnce].contains(found.runs) { found.runs = .unknown }
      }
    }
    return found
  }

  private mutating func collectVariables(_ node: NodeID, _ parent: Int32) {
    let base = start(node, .property, parent)
    for binding in tree.children(of: node) where tree.kind(binding) == .patternBinding {
      var declaration = base
      var initializer = NodeID.none
      declaration.flags.insert(.isStored)
      var pattern = NodeID.none
      for child in tree.children(of: binding) {
        switch tree.kind(child) {
        case .typeAnnotation: declaration.type = result.types.add(tree[child].firstChild, of: tree)
        case .initializer: initializer = tree[child].firstChild
        case .accessorBlock: readAccessors(child, into: &declaration)
        case .identifierPattern, .tuplePattern, .wildcardPattern: pattern = child
        default: break
        }
      }
      if !pattern.isNone, tree.kind(pattern) == .tuplePattern { collectElements(of: pattern, declaration, initializer) }
      guard !pattern.isNone, tree.kind(pattern) == .identifierPattern else { continue }
      // What is computed has no wrapper: such an attribute is a builder, or says where it runs.
      if !declaration.flags.contains(.isStored), hasAttribute(tree[node].firstChild, isBuilderLike) {
        declaration.flags.insert(.isBuilder)
      }
      declaration.node = binding
      declaration.name = tree.mainName(of: pattern)
      declaration.nameRange = tree.range(of: pattern)
      if parent >= 0, result.declarations[Int(parent)].kind == .protocolType { declaration.flags.remove(.isStored) }
      readType(of: initializer, into: &declaration)
      if !declaration.flags.isDisjoint(with: [.isLet, .isLazy]), tree.isFilledList(initializer) {
        declaration.flags.insert(.hasElements)
      }
      let wrapper = declaration.flags.contains(.isStored) ? attribute(of: tree[node].firstChild, isBuilderLike) : nil
      if let wrapper, declaration.type.isNone, initializer.isNone { sketchWrapped(&declaration, wrapper) }
      result.declarations.append(declaration)
      if let wrapper { collectProjection(of: declaration, wrapper) }
    }
  }

  /// The type of the next declaration, if its initialiser tells and nothing is written.
  private mutating func readType(of initializer: NodeID, into declaration: inout Declaration) {
    guard declaration.type.isNone, !initializer.isNone else { return }
    declaration.type = writtenType(of: initializer)
    if declaration.type.isNone { result.sketches[Int32(result.declarations.count)] = sketch(of: initializer) }
  }

  /// `let (stream, continuation) = AsyncStream.makeStream(of: Int.self)`: each name is an element of what the initialiser gives.
  private mutating func collectElements(of pattern: NodeID, _ base: Declaration, _ initializer: NodeID) {
    let isLiteral = !initializer.isNone && tree.kind(initializer) == .tupleExpr
    let values = isLiteral ? tree.children(of: initializer).map { tree[$0].firstChild } : []
    let whole = initializer.isNone || isLiteral || !base.type.isNone ? nil : sketch(of: initializer)
    let types = base.type.isNone ? [] : Array(result.types.arguments(of: result.types[base.type]))
    for (place, element) in tree.children(of: pattern).enumerated() where tree.kind(element) == .patternElement {
      guard let name = tree[element].firstChild.present, tree.kind(name) == .identifierPattern else { continue }
      var declaration = base
      declaration.node = name
      declaration.name = tree.mainName(of: name)
      declaration.nameRange = tree.range(of: name)
      declaration.type = place < types.count ? types[place] : .none
      readType(of: place < values.count ? values[place] : .none, into: &declaration)
      if var sketch = whole {
        sketch.steps.append(.member(Name(String(place))))
        result.sketches[Int32(result.declarations.count)] = sketch
      }
      result.declarations.append(declaration)
    }
  }

  /// `@Loaded var user`: what it is the wrapper says, which gives it and keeps what there is to keep.
  private mutating func sketchWrapped(_ property: inout Declaration, _ wrapper: NodeID) {
    property.flags.remove(.isStored)
    result.sketches[Int32(result.declarations.count)] = sketch(of: KnownNames.wrappedValue, wrapper)
  }

  /// `$user`, where the file names it.
  private mutating func collectProjection(of property: Declaration, _ wrapper: NodeID) {
    let range = property.nameRange
    let name = Name(bytes: [UInt8(ascii: "$")] + tree.source[Int(range.start)..<Int(range.end)])
    guard result.names.mightContain(name) else { return }
    var projection = property
    (projection.name, projection.type, projection.node) = (name, .none, wrapper)
    projection.flags.formIntersection([.isStatic, .isPrivate])
    result.sketches[Int32(result.declarations.count)] = sketch(of: KnownNames.projectedValue, wrapper)
    result.declarations.append(projection)
  }

  private func sketch(of member: Name, _ wrapper: NodeID) -> InitializerSketch {
    InitializerSketch(base: tree.mainName(of: wrapper), genericArguments: [], steps: [.member(member)], isOptionalTry: false)
  }

  /// The type that an initialiser spells out: `[Int]()`, `nil as Store?`, `false`.
  private mutating func writtenType(of initializer: NodeID) -> TypeRowID {
    let row = tree[initializer]
    switch row.kind {
    case .callExpr where [.arrayExpr, .dictionaryExpr].contains(tree.kind(row.firstChild)):
      return result.types.addCalled(row.firstChild, of: tree)
    case .asExpr where !row.flags.contains(.hasQuestion): return result.types.add(tree.child(at: 1, of: initializer), of: tree)
    case .literalExpr, .stringExpr:
      guard let name = typeOfLiteral(initializer) else { return .none }
      // One row for all: files of constants have thousands of them.
      let known = literalTypes[name] ?? result.types.addNamed(name)
      literalTypes[name] = known
      return known
    default: return .none
    }
  }

  private func readAccessors(_ block: NodeID, into declaration: inout Declaration) {
    if tree[block].flags.contains(.implicitGetter) {
      declaration.flags.remove(.isStored)
      return
    }
    for accessor in tree.children(of: block) where tree.kind(accessor) == .accessorDecl {
      let word = tree.mainWord(of: accessor)
      if word != .willSet, word != .didSet { declaration.flags.remove(.isStored) }
      let effects = tree.child(.effects, of: accessor)
      if word == .get, !effects.isNone {
        if tree[effects].flags.contains(.isAsync) { declaration.flags.insert(.isAsync) }
        if tree[effects].flags.contains(.throws), !throwsNever(effects) { declaration.flags.insert(.canThrow) }
      }
    }
  }

  /// `throws(Never)`
  private func throwsNever(_ effects: NodeID) -> Bool {
    tree[effects].firstChild.present.map { tree.mainName(of: $0) == KnownNames.never } ?? false
  }

  /// A declaration with its name and modifiers.
  private mutating func start(_ node: NodeID, _ kind: Declaration.Kind, _ parent: Int32) -> Declaration {
    let row = tree[node]
    var flags: Declaration.Flags = []
    let modifiers = row.firstChild
    if !modifiers.isNone, tree.kind(modifiers) == .modifiers {
      let words = tree[modifiers]
      for index in words.firstToken.index..<words.endToken.index {
        switch tree.tokens[Int(index)].word {
        case .static, .class: flags.insert(.isStatic)
        case .mutating: flags.insert(.isMutating)
        case .consuming, .__consuming: flags.insert(.isConsuming)
        case .borrowing: flags.insert(.isBorrowing)
        case .public, .open: if !isSetterAccess(TokenID(index), before: words.endToken) { flags.insert(.isPublic) }
        case .internal, .package: if !isSetterAccess(TokenID(index), before: words.endToken) { flags.insert(.isInternal) }
        case .private, .fileprivate: if !isSetterAccess(TokenID(index), before: words.endToken) { flags.insert(.isPrivate) }
        case .override: flags.insert(.isOverride)
        case .lazy: flags.insert(.isLazy)
        default: break
        }
      }
    }
    // What a builder takes is no dropped result: of `@ViewBuilder var body`, and of what uses a type with `@resultBuilder`.
    if hasAttribute(modifiers, { $0.suffix(7).elementsEqual("Builder".utf8) }) { flags.insert(.isBuilder) }
    if kind == .property, tree.mainWord(of: node) == .let { flags.insert(.isLet) }
    if parent >= 0, result.declarations[Int(parent)].kind == .protocolType {
      flags.insert(.isRequirement)
      if kind == .function, hasAttribute(modifiers, isBuilderLike) { flags.insert(.isBuilder) }
    }
    if kind.isNominal { flags.formUnion(tree.mark(before: row.firstToken)) }
    let nameRange = row.mainToken.isNone ? tree.range(of: node) : tree.token(row.mainToken).range
    var name = tree.name(of: row.mainToken)
    if kind == .function, !row.mainToken.isNone, tree.token(row.mainToken).kind == .op {
      flags.insert(.isOperator)
      name = Operators.name(tree, node)
    }
    return Declaration(
      kind: kind, flags: flags, name: name, parent: parent, type: .none, parameters: 0..<0,
      generics: 0..<0, inherited: 0..<0, node: node, nameRange: nameRange)
  }

  /// `private(set)` hides nothing from readers.
  private func isSetterAccess(_ token: TokenID, before end: TokenID) -> Bool {
    let next = TokenID(token.index + 1)
    return next.index < end.index && tree.token(next).kind == .leftParen
  }

  /// The name of a type of the sources, but for those of actors.
  private func isBuilderLike(_ name: ArraySlice<UInt8>) -> Bool {
    (0x41...0x5A).contains(name.first ?? 0) && !name.suffix(5).elementsEqual("Actor".utf8)
  }

  /// Whether an attribute has such a name. Of a closure parameter every attribute with a capital letter names a builder, which
  /// takes the statements of the closure.
  private func hasAttribute(_ modifiers: NodeID, _ isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
    attribute(of: modifiers, isWanted) != nil
  }

  private func attribute(of modifiers: NodeID, _ isWanted: (ArraySlice<UInt8>) -> Bool) -> NodeID? {
    guard !modifiers.isNone, tree.kind(modifiers) == .modifiers else { return nil }
    for attribute in tree.children(of: modifiers) where tree.kind(attribute) == .attribute {
      let main = tree[attribute].mainToken
      if main.isNone { continue }
      let range = tree.token(main).range
      if isWanted(tree.source[Int(range.start)..<Int(range.end)]) { return attribute }
    }
    return nil
  }

  private mutating func genericNames(_ list: NodeID) -> Range<UInt32> {
    let first = UInt32(result.generics.count)
    for child in tree.children(of: list) where tree.kind(child) == .genericParameter {
      var constraint = TypeRowID.none
      for part in tree.children(of: child) where part.isTypeNode(in: tree) { constraint = result.types.add(part, of: tree) }
      result.generics.append(GenericParameter(name: tree.mainName(of: child), constraint: constraint))
    }
    return first..<UInt32(result.generics.count)
  }

  /// `where T: Store` of a generic parameter without a constraint of its own, `where P.Output == User`.
  private mutating func addRequirements(_ clause: NodeID, to generics: inout Range<UInt32>) {
    for requirement in tree.children(of: clause) where tree.kind(requirement) == .requirement {
      let row = tree[requirement]
      guard let type = tree[row.firstChild].nextSibling.present else { continue }
      if tree.token(row.mainToken).kind == .colon {
        guard tree.kind(row.firstChild) == .namedType, tree[row.firstChild].firstChild.isNone,
          let place = generics.first(where: { result.generics[Int($0)].name == tree.mainName(of: row.firstChild) }),
          result.generics[Int(place)].constraint.isNone
        else { continue }
        result.generics[Int(place)].constraint = result.types.add(type, of: tree)
      } else if let name = pathOfParameter(row.firstChild) {
        if generics.isEmpty { generics = UInt32(result.generics.count)..<UInt32(result.generics.count) }
        result.generics.append(GenericParameter(name: name, constraint: .none, same: result.types.add(type, of: tree)))
        generics = generics.lowerBound..<UInt32(result.generics.count)
      }
    }
  }

  /// `Output` and `P.Output`; what is of `Self` needs no name before it.
  private func pathOfParameter(_ type: NodeID) -> Name? {
    let base = tree[type].firstChild
    switch tree.kind(type) {
    case .namedType where base.isNone: return tree.mainName(of: type)
    case .memberType where !base.isNone && tree.kind(base) == .namedType && tree[base].firstChild.isNone:
      return .joined(tree.mainName(of: base) == KnownNames.selfType ? .none : tree.mainName(of: base), tree.mainName(of: type))
    default: return nil
    }
  }

  /// The shape of an initialiser expression, nil when it is none of the simple ones.
  private mutating func sketch(of expression: NodeID) -> InitializerSketch? {
    var steps: [InitializerSketch.Step] = []
    var node = expression
    var isOptionalTry = false
    while true {
      let row = tree[node]
      switch row.kind {
      case .tryExpr:
        if row.flags.contains(.hasQuestion) { isOptionalTry = true }
        node = row.firstChild
      case .awaitExpr, .parenExpr, .unsafeExpr: node = row.firstChild
      case .callExpr where tree.kind(row.firstChild) == .closureExpr:
        // `{ store.load(1) }()`
        guard let only = tree.onlyChild(of: tree.child(.block, of: row.firstChild)) else { return nil }
        node = only
      case .callExpr:
        var labels: [Name] = []
        var trailing = 0
        for argument in tree.children(of: node) where tree.kind(argument) == .argument {
          let isTrailing = tree[argument].flags.contains(.isTrailing)
          if isTrailing, tree[argument].mainToken.isNone { trailing += 1 } else { labels.append(tree.mainName(of: argument)) }
        }
        steps.append(.call(labels: labels, trailing: trailing))
        node = row.firstChild
      case .subscriptExpr:
        steps.append(.element(labels: tree.children(of: node).filter { tree.kind($0) == .argument }.map { tree.mainName(of: $0) }))
        node = row.firstChild
      case .memberExpr:
        if row.flags.contains(.implicitBase) || row.firstChild.isNone { return nil }
        steps.append(.member(tree.name(of: row.mainToken)))
        node = row.firstChild
      case .optionalChainExpr:
        steps.append(.optionalChain)
        node = row.firstChild
      case .forceExpr:
        steps.append(.force)
        node = row.firstChild
      case .identifierExpr:
        var arguments: [TypeRowID] = []
        let list = tree.child(.genericArguments, of: node)
        if !list.isNone { for type in tree.children(of: list) { arguments.append(result.types.add(type, of: tree)) } }
        return InitializerSketch(
          base: tree.name(of: row.mainToken), genericArguments: arguments, steps: steps.reversed(), isOptionalTry: isOptionalTry,
          content: steps.count == 1 ? content(of: expression) : .none)
      default: return nil
      }
      if node.isNone || steps.count > 32 { return nil }
    }
  }
}

extension DeclarationCollector {
  /// `Lock(State())`, `Lock(initialState: State())`, `Lock(State.idle)`
  private func content(of call: NodeID) -> Name {
    guard tree.kind(call) == .callExpr, let argument = tree[call].firstChild.present.map({ tree[$0].nextSibling })?.present,
      tree.kind(argument) == .argument, tree[argument].nextSibling.isNone, let made = tree[argument].firstChild.present,
      [.callExpr, .memberExpr].contains(tree.kind(made)), let type = tree[made].firstChild.present,
      tree.kind(type) == .identifierExpr, tree.isTypeName(type)
    else { return .none }
    return tree.mainName(of: type)
  }

  private func typeOfLiteral(_ node: NodeID) -> Name? {
    if tree.kind(node) == .stringExpr { return KnownNames.string }
    if [.true, .false].contains(tree.mainWord(of: node)) { return KnownNames.bool }
    return tree.token(tree[node].mainToken).kind == .integerLiteral ? KnownNames.int : nil
  }
}

extension NodeKind {
  /// Whether a row of this kind may become a declaration.
  fileprivate var isDeclared: Bool {
    switch self {
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .functionDecl, .initDecl, .deinitDecl,
      .subscriptDecl, .patternBinding, .enumElement, .typealiasDecl, .associatedtypeDecl:
      true
    default: false
    }
  }
}

extension SyntaxTree {
  /// Whether a type stands in a function body or accessor: more types than the members of types and files.
  fileprivate var hasTypeInBody: Bool {
    var types = 0
    for node in nodes {
      switch node.kind {
      case .structDecl, .classDecl, .enumDecl, .actorDecl, .typealiasDecl, .protocolDecl: types += 1
      default: break
      }
    }
    if types == 0 { return false }
    return types > countTypes(in: root)
  }

  /// The types that stand as members or at the top level.
  private func countTypes(in node: NodeID) -> Int {
    var count = 0
    for child in children(of: node) {
      switch kind(child) {
      case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl:
        count += 1
        fallthrough
      case .extensionDecl, .memberBlock, .ifConfig, .ifConfigClause: count += countTypes(in: child)
      case .typealiasDecl: count += 1
      default: break
      }
    }
    return count
  }
}

extension NodeID {
  /// nil for `.none`.
  var present: NodeID? { isNone ? nil : self }
}
