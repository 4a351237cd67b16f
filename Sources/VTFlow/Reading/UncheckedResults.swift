import VTCatalogue
import VTDiagnostics
import VTSyntax

/// A function of a pooled source that hands a result out for any token.
package struct UncheckedResult: Sendable {
  package var function: ByteRange
  /// The parameter; nil where it has no name.
  package var token: ByteRange?
  package var type: Knowledge.OneShotID
}

/// A function by which a pooled source hands out results.
struct TokenRequirement: Sendable {
  /// The protocol that asks for it, or the class of the source itself.
  var owner: Name
  var name: Name
  var tokenPlace: Int
  var type: Knowledge.OneShotID
}

extension SymbolIndex {
  /// Whether the file may have a function that hands out results of a pooled source.
  package func mayHandOutResults(_ file: FileID) -> Bool {
    !tokenRequirements.isEmpty && mentions(Set(tokenRequirements.map(\.name)), in: file)
  }

  /// What the initialisers of value futures ask of their sources: `init(source: any FutureSource<Value>, token: Int)`.
  func findTokenRequirements() -> [TokenRequirement] {
    var found: [TokenRequirement] = []
    for (type, id) in oneShotTypesByName.sorted(by: { $0.key.raw < $1.key.raw }) {
      guard let source = knowledge.type(id).source else { continue }
      let labels = (Name(source.argument), Name(source.token))
      for initializer in members(of: type, named: KnownNames.initializer) {
        let parameters = parameters(of: initializer)
        let scope = TypeScope(file: initializer.file, declaration: initializer.index)
        guard let sourceType = parameters.first(where: { $0.label == labels.0 }),
          let token = parameters.first(where: { $0.label == labels.1 }),
          let owner = self.type(sourceType.type, in: scope).unwrapped.memberOwner
        else { continue }
        found += requirements(of: owner, token: self.type(token.type, in: scope), source, id)
      }
    }
    return found
  }

  /// The functions of a source that take a token and give what is waited for.
  private func requirements(of owner: Name, token: Type, _ source: TokenSource, _ id: Knowledge.OneShotID) -> [TokenRequirement] {
    var found: [TokenRequirement] = []
    for type in types(named: owner) {
      let file = files[Int(type.file.index)]
      for (place, declaration) in file.declarations.enumerated()
      where declaration.parent == type.index && declaration.kind == .function && !declaration.type.isNone {
        let function = DeclarationID(file: type.file, index: Int32(place))
        let scope = TypeScope(file: type.file, declaration: function.index)
        let place = parameters(of: function).firstIndex { self.type($0.type, in: scope) == token && token != .unknown }
        let handsOut =
          self.type(declaration.type, in: scope).givesParameter
          || source.results.contains { Name($0) == declaration.name }
        guard let place, handsOut else { continue }
        found.append(
          TokenRequirement(
            owner: owner, name: declaration.name, tokenPlace: place - parameters(of: function).startIndex, type: id))
      }
    }
    return found
  }

  /// The functions of pooled sources that hand out a result and never look whether the token is theirs.
  package func uncheckedResults(in tree: SyntaxTree, file: FileID) -> [UncheckedResult] {
    let reader = BodyReader(tree: tree, file: file, index: self)
    return files[Int(file.index)].declarations.enumerated().compactMap { place, declaration in
      let id = DeclarationID(file: file, index: Int32(place))
      guard declaration.kind == .function, !declaration.flags.contains(.isRequirement),
        let body = tree.child(.block, of: declaration.node).present
      else { return nil }
      let owner = ownerName(of: id)
      guard let requirement = tokenRequirements.first(where: { $0.name == declaration.name && inherits(owner, from: $0.owner) }),
        requirement.tokenPlace < parameters(of: id).count
      else { return nil }
      let check = TokenCheck(reader: reader, tokenRequirements: tokenRequirements)
      let token = check.parameter(requirement.tokenPlace, of: declaration.node)
      guard check.handsOut(body), !check.isChecked(token, in: body, depth: 0) else { return nil }
      return UncheckedResult(
        function: declaration.nameRange, token: token.map { tree.mainRange(of: $0) }, type: requirement.type)
    }
  }
}

extension Type {
  /// Whether it is, or holds, what a protocol or a generic type leaves open.
  fileprivate var givesParameter: Bool {
    switch self {
    case .parameter: true
    case .optional(let inner), .array(let inner): inner.givesParameter
    case .nominal(_, let arguments): arguments.contains { $0.givesParameter }
    case .tuple(let elements): elements.contains { $0.type.givesParameter }
    case .unknown, .dictionary, .function, .metatype: false
    }
  }
}

/// Looks for a comparison of a token in a body.
private struct TokenCheck {
  let reader: BodyReader
  let tokenRequirements: [TokenRequirement]
  private var tree: SyntaxTree { reader.tree }
  private var index: SymbolIndex { reader.index }

  init(reader: BodyReader, tokenRequirements: [TokenRequirement]) {
    self.reader = reader
    self.tokenRequirements = tokenRequirements
  }

  /// The row of a parameter; nil where it has no name.
  func parameter(_ place: Int, of function: NodeID) -> NodeID? {
    let list = tree.child(.parameters, of: function)
    guard !list.isNone, let parameter = tree.child(at: place, of: list).present, !tree[parameter].mainToken.isNone else {
      return nil
    }
    return tree.token(tree[parameter].mainToken).kind == .wildcard ? nil : parameter
  }

  /// Whether the body gives something back, other than an error.
  func handsOut(_ body: NodeID) -> Bool {
    let items = Array(tree.children(of: body))
    if items.count == 1, tree.kind(items[0]).isExpression { return !isTrap(items[0]) }
    return returnsValue(body, nesting: 0)
  }

  private func returnsValue(_ node: NodeID, nesting: Int) -> Bool {
    if nesting > 400 { return false }
    return tree.children(of: node).contains { child in
      switch tree.kind(child) {
      case .returnStmt: tree[child].firstChild.present.map { !isTrap($0) } ?? false
      case .closureExpr, .functionDecl, .structDecl, .classDecl, .enumDecl, .actorDecl: false
      default: returnsValue(child, nesting: nesting + 1)
      }
    }
  }

  private func isTrap(_ node: NodeID) -> Bool {
    tree.kind(node) == .callExpr && index.knowledge.neverReturning.contains(tree.mainName(of: tree[node].firstChild))
  }

  /// Whether a token is compared, looked up, or given to somebody who may do so.
  func isChecked(_ parameter: NodeID?, in body: NodeID, depth: Int) -> Bool {
    guard let parameter else { return false }
    let name = tree.mainName(of: parameter)
    for node in tree.rows(inside: body) where tree.kind(node) == .identifierExpr && tree.mainName(of: node) == name {
      let path = reader.path(to: node)
      guard reader.local(name, at: path[...])?.node == parameter else { continue }
      if mayCheck(path, depth) { return true }
    }
    return false
  }

  private func mayCheck(_ path: [NodeID], _ depth: Int) -> Bool {
    for place in path.indices.dropLast().reversed() {
      let outer = path[place]
      let inner = path[place + 1]
      switch tree.kind(outer) {
      // Arithmetic makes another number of it, parentheses and members none.
      case .parenExpr, .memberExpr, .prefixExpr: continue
      case .infixExpr:
        if TokenCheck.comparisons.contains(Operators.name(tree, outer)) { return true }
      case .assignExpr:
        // `_ = token` looks at nothing; what is stored may be compared later.
        return tree.kind(tree.child(at: 0, of: outer)) != .wildcardExpr
      case .argument:
        switch tree.kind(path[place - 1]) {
        case .callExpr: return mayCheck(argument: inner, ofCall: place - 1, path, depth)
        // What is told about it.
        case .interpolation: return false
        default: return true
        }
      default: return true
      }
    }
    return false
  }

  /// `check(token)`: by the body of the function, where this file has it; what only looks compares nothing.
  private func mayCheck(argument: NodeID, ofCall place: Int, _ path: [NodeID], _ depth: Int) -> Bool {
    let call = path[place]
    let callee = tree.mainName(of: tree[call].firstChild)
    if index.knowledge.borrowing.contains(callee), !index.knowledge.assertions.contains(callee) { return false }
    guard depth < 4, !tokenRequirements.contains(where: { $0.name == callee }),
      let found = reader.resolve(callAt: path[...place]), found.candidates.count == 1, found.first.file == reader.file,
      let position = tree.children(of: call).filter({ tree.kind($0) == .argument }).firstIndex(of: path[place + 1]),
      position < found.parameterPlaces.count
    else { return true }
    let function = index.declaration(found.first).node
    guard let body = tree.child(.block, of: function).present else { return true }
    return isChecked(parameter(found.parameterPlaces[position], of: function), in: body, depth: depth + 1)
  }

  private static let comparisons: Set<Name> = [
    Operators.equal, Operators.notEqual, Operators.identical, Operators.notIdentical, Operators.less, Operators.greater,
    Operators.lessOrEqual, Operators.greaterOrEqual, Name("~="), Name("^"), Name("&"),
  ]
}
