import VTDiagnostics
import VTSyntax

/// The place of a type in its file's `TypeTable`.
package struct TypeRowID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: UInt32) { self.index = index }
  /// No type is written.
  package static let none = TypeRowID(.max)
  package var isNone: Bool { index == .max }
}

/// The types that one file writes down, as flat rows that outlive the file's tree.
///
/// Rows say what is written, not what it means: names are resolved when somebody asks (`SymbolIndex.type`).
package struct TypeTable: Sendable {
  package enum Kind: UInt8, Sendable {
    /// `Name<arguments>`
    case named
    /// `base.Name<arguments>`; the first argument is the base.
    case member
    /// The arguments below have one type each, but for tuple and function.
    case optional, array, dictionary, metatype, pack
    /// `some T`, `any T`: stands for the constraint.
    case constrained
    /// `A & B`
    case composition
    /// Arguments are `element` rows.
    case tuple
    /// A tuple's element: `name` is the label; one argument.
    case element
    /// Parameters, then the result.
    case function
    case unknown
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let isInout = Flags(rawValue: 1)
    package static let isConsuming = Flags(rawValue: 2)
    package static let isEscaping = Flags(rawValue: 4)
    package static let isAutoclosure = Flags(rawValue: 8)
    package static let isAsync = Flags(rawValue: 16)
    package static let canThrow = Flags(rawValue: 32)
  }

  package struct Row: Sendable {
    package var kind: Kind
    package var flags: Flags
    package var name: Name
    /// The arguments' place in `arguments`.
    package var first: UInt32
    package var count: UInt32
  }

  package private(set) var rows: [Row] = []
  package private(set) var arguments: [TypeRowID] = []

  package subscript(_ id: TypeRowID) -> Row { rows[Int(id.index)] }

  package func arguments(of row: Row) -> ArraySlice<TypeRowID> {
    arguments[Int(row.first)..<Int(row.first + row.count)]
  }

  /// Takes over a type of the tree.
  mutating func add(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    if node.isNone { return .none }
    let row = tree[node]
    switch row.kind {
    case .namedType:
      return append(.named, name: tree.name(of: row.mainToken), genericArguments(of: node, tree))
    case .memberType:
      let base = add(row.firstChild, of: tree)
      return append(.member, name: tree.name(of: row.mainToken), [base] + genericArguments(of: node, tree))
    case .optionalType, .implicitlyUnwrappedType:
      return append(.optional, [add(row.firstChild, of: tree)])
    case .arrayType:
      return append(.array, [add(row.firstChild, of: tree)])
    case .inlineArrayType:
      return append(.array, [add(tree.child(at: 1, of: node), of: tree)])
    case .dictionaryType:
      return append(.dictionary, [add(row.firstChild, of: tree), add(tree.child(at: 1, of: node), of: tree)])
    case .metatype:
      return append(.metatype, [add(row.firstChild, of: tree)])
    case .packType:
      return append(.pack, [add(row.firstChild, of: tree)])
    case .someType, .anyType:
      return append(.constrained, [add(row.firstChild, of: tree)])
    case .compositionType:
      return append(.composition, children(of: node, tree))
    case .tupleType:
      let elements = children(of: node, tree)
      // `(T)` is T.
      if elements.count == 1, self[elements[0]].name == .none { return arguments(of: self[elements[0]]).first ?? .none }
      return append(.tuple, elements)
    case .tupleTypeElement:
      return append(.element, name: tree.name(of: row.mainToken), [add(row.firstChild, of: tree)])
    case .functionType:
      return addFunction(node, of: tree)
    case .attributedType:
      return addAttributed(node, of: tree)
    default:
      return append(.unknown, [])
    }
  }

  private mutating func addFunction(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    var flags: Flags = []
    var parts: [TypeRowID] = []
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .tupleTypeElement: parts.append(add(tree[child].firstChild, of: tree))
      case .effects:
        if tree[child].flags.contains(.isAsync) { flags.insert(.isAsync) }
        if tree[child].flags.contains(.throws) { flags.insert(.canThrow) }
      case .returnType: parts.append(add(tree[child].firstChild, of: tree))
      default: break
      }
    }
    return append(.function, parts, flags)
  }

  private mutating func addAttributed(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    var inner = TypeRowID.none
    var flags: Flags = []
    for child in tree.children(of: node) {
      guard tree.kind(child) == .modifiers else {
        inner = add(child, of: tree)
        continue
      }
      let row = tree[child]
      for index in row.firstToken.index..<row.endToken.index {
        switch tree.tokens[Int(index)].word {
        case .inout: flags.insert(.isInout)
        case .consuming, .__owned: flags.insert(.isConsuming)
        default:
          let name = tree.name(of: TokenID(index))
          if name == KnownNames.escaping { flags.insert(.isEscaping) }
          if name == KnownNames.autoclosure { flags.insert(.isAutoclosure) }
        }
      }
    }
    if inner.isNone { return append(.unknown, []) }
    rows[Int(inner.index)].flags.formUnion(flags)
    return inner
  }

  private mutating func genericArguments(of node: NodeID, _ tree: SyntaxTree) -> [TypeRowID] {
    let list = tree.child(.genericArguments, of: node)
    return list.isNone ? [] : children(of: list, tree)
  }

  private mutating func children(of node: NodeID, _ tree: SyntaxTree) -> [TypeRowID] {
    var found: [TypeRowID] = []
    for child in tree.children(of: node) { found.append(add(child, of: tree)) }
    return found
  }

  private mutating func append(_ kind: Kind, name: Name = .none, _ parts: [TypeRowID], _ flags: Flags = []) -> TypeRowID {
    let row = Row(kind: kind, flags: flags, name: name, first: UInt32(arguments.count), count: UInt32(parts.count))
    arguments.append(contentsOf: parts)
    rows.append(row)
    return TypeRowID(UInt32(rows.count - 1))
  }
}
