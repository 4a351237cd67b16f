import VTDiagnostics
import VTSyntax

/// Functions of a file that complete a continuation for whoever calls them, as their text tells:
///
///     struct Request { let continuation: C; func finish(_ n: Int) { continuation.resume(returning: n) } }
///     extension CheckedContinuation { func finish(_ value: T) { resume(returning: value) } }
///     func finish(_ continuation: C, _ n: Int) { continuation.resume(returning: n) }
///
/// Not those that set a flag, which is asked elsewhere, or that change what they are called on.
struct CompletingHelpers {
  /// By name: the types whose methods complete what they are called on, or the property of it with this name.
  private var methods: [Name: [(owner: Name, member: Name)]] = [:]
  /// By name: the places of the parameters that are completed.
  private var parameters: [Name: Set<Int>] = [:]

  init() {}

  init(of reader: BodyReader) {
    let tree = reader.tree
    let completing = reader.index.knowledge.completingNames
    for place in tree.nodes.indices where tree.nodes[place].kind == .functionDecl {
      let node = NodeID(UInt32(place))
      let subjects = tree.subjects(in: node, of: completing)
      if subjects.isEmpty || reader.hasModifier(KnownNames.mutating, node) || !GuardNames(in: node, of: tree).isEmpty { continue }
      let name = tree.mainName(of: node)
      let inputs = tree.parameters(of: node)
      let own = Set(inputs.map { tree.mainName(of: $0) })
      let given = inputs.indices.filter { subjects.contains(tree.mainName(of: inputs[$0])) }
      if !given.isEmpty { parameters[name, default: []].formUnion(given) }
      let owner = reader.owner(of: reader.path(to: node)[...])
      if owner != .none {
        methods[name, default: []] += subjects.subtracting(own).map { (owner, $0) }
      }
    }
  }

  /// Whether a call of this name is worth a look.
  func mayComplete(_ name: Name) -> Bool { methods[name] != nil || parameters[name] != nil }

  func completes(argument place: Int, of name: Name) -> Bool { parameters[name]?.contains(place) == true }

  /// Whether the method completes what is found, or what it has in it.
  func completes(_ found: ContinuationMentions.Source, by name: Name, _ index: SymbolIndex) -> Bool {
    if found.isCarrier { return completes(found.property, by: name, index) }
    let type = index.knowledge.type(found.property.type)
    return methods[name]?.contains { method in
      method.member == KnownNames.selfValue && type.typeNames.contains { Name($0) == method.owner }
    } == true
  }

  /// The same of a struct in a property that has the continuation in it.
  func completes(_ property: ContinuationProperty, by name: Name, _ index: SymbolIndex) -> Bool {
    guard case .member(let member, _)? = property.carrier, let methods = methods[name] else { return false }
    let owner = index.propertyType(property.id).keptValue.memberOwner
    return methods.contains { $0.owner == owner && $0.member == member }
  }
}

extension Type {
  /// What an optional holds, an array, or a dictionary under its keys.
  fileprivate var keptValue: Type {
    switch self {
    case .optional(let inner), .array(let inner), .dictionary(_, let inner): inner.keptValue
    default: self
    }
  }
}

extension SyntaxTree {
  /// The names that a function calls such operations on: `c` of `c.resume()`, and `self` of `resume()`.
  fileprivate func subjects(in node: NodeID, of operations: Set<Name>) -> Set<Name> {
    let row = self[node]
    var found: Set<Name> = []
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) {
      guard tokens[place].kind == .identifier, operations.contains(name(of: TokenID(UInt32(place)))), place > 0,
        tokens[place + 1].kind == .leftParen, place != row.mainToken.index
      else { continue }
      guard tokens[place - 1].kind == .period else {
        found.insert(KnownNames.selfValue)
        continue
      }
      let isChained = place > 1 && [.postfixQuestion, .exclamation].contains(tokens[place - 2].kind)
      let subject = place - (isChained ? 3 : 2)
      guard subject >= 0 else { continue }
      // `self.continuation.resume()` is its continuation's, and `request.continuation.resume()` somebody else's.
      if tokens[subject].word == .selfValue {
        found.insert(KnownNames.selfValue)
      } else if subject < 2 || tokens[subject - 1].kind != .period || tokens[subject - 2].word == .selfValue {
        found.insert(name(of: TokenID(UInt32(subject))))
      }
    }
    return found
  }
}
