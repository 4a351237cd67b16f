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
    /// A type by its dotted path in a module, as the compiler tells it; the first argument names the module.
    case inModule
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
    package static let isBorrowing = Flags(rawValue: 64)
    /// `T!`
    package static let isImplicitlyUnwrapped = Flags(rawValue: 128)
  }

  package struct Row: Sendable {
    package var kind: Kind
    package var flags: Flags
    package var count: UInt16
    /// The arguments' place in `arguments`.
    package var first: UInt32
    package var name: Name
  }

  package private(set) var rows: [Row] = []
  package private(set) var arguments: [TypeRowID] = []

  package subscript(_ id: TypeRowID) -> Row { rows[Int(id.index)] }

  package func arguments(of row: Row) -> ArraySlice<TypeRowID> {
    arguments[Int(row.first)..<Int(row.first) + Int(row.count)]
  }

  /// A dotted path as written.
  func path(_ id: TypeRowID) -> Name {
    let row = self[id]
    guard row.kind == .member, let base = arguments(of: row).first, !base.isNone else { return row.name }
    return .joined(path(base), row.name)
  }

  /// Whether what has this written type may be a closure that is kept: one that escapes, or something whose name says nothing.
  func mayBeKeptClosure(_ id: TypeRowID) -> Bool {
    if id.isNone { return false }
    let row = self[id]
    if row.flags.contains(.isEscaping) { return true }
    switch row.kind {
    case .function, .array, .dictionary, .metatype: return false
    case .named: return !KnownNames.literalTypes.contains(row.name)
    default: return true
    }
  }

  /// The arguments of the rows being made; those of a row lie above what its surroundings have put there.
  private var pending: [TypeRowID] = []
  /// The types are in the compiler's words: each path begins with a module, and what has none is a generic parameter, which
  /// stands for anything.
  private let isToldByCompiler: Bool

  init(toldByCompiler: Bool = false) { isToldByCompiler = toldByCompiler }

  /// A table that an earlier run made.
  init(rows: [Row], arguments: [TypeRowID]) {
    isToldByCompiler = false
    (self.rows, self.arguments) = (rows, arguments)
  }

  /// The same without room for more.
  var fitted: TypeTable {
    var table = self
    (table.rows, table.arguments, table.pending) = (rows.fitted, arguments.fitted, [])
    return table
  }

  /// Takes over a type of the tree.
  mutating func add(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    if node.isNone { return .none }
    let row = tree[node]
    let mark = pending.count
    switch row.kind {
    case .namedType where isToldByCompiler: return append(.unknown, from: mark)
    case .memberType where isToldByCompiler: return addQualified(node, of: tree)
    // A module has no metatype: the type has this name.
    case .metatype where isToldByCompiler && tree.kind(row.firstChild) == .namedType: return addQualified(node, of: tree)
    case .namedType:
      pushGenericArguments(of: node, tree)
      return append(.named, name: tree.name(of: row.mainToken), from: mark)
    case .memberType:
      push(row.firstChild, tree)
      pushGenericArguments(of: node, tree)
      return append(.member, name: tree.name(of: row.mainToken), from: mark)
    case .optionalType: return append(.optional, wrapping: row.firstChild, tree)
    case .implicitlyUnwrappedType: return append(.optional, wrapping: row.firstChild, tree, .isImplicitlyUnwrapped)
    case .arrayType: return append(.array, wrapping: row.firstChild, tree)
    case .inlineArrayType: return append(.array, wrapping: tree.child(at: 1, of: node), tree)
    case .metatype: return append(.metatype, wrapping: row.firstChild, tree)
    case .packType: return append(.pack, wrapping: row.firstChild, tree)
    case .someType, .anyType: return append(.constrained, wrapping: row.firstChild, tree)
    case .dictionaryType:
      push(row.firstChild, tree)
      push(tree.child(at: 1, of: node), tree)
      return append(.dictionary, from: mark)
    case .compositionType:
      pushChildren(of: node, tree)
      return append(.composition, from: mark)
    case .tupleType:
      pushChildren(of: node, tree)
      // `(T)` is T.
      if pending.count == mark + 1, self[pending[mark]].name == .none {
        let only = pending.removeLast()
        return arguments(of: self[only]).first ?? .none
      }
      return append(.tuple, from: mark)
    case .tupleTypeElement:
      push(row.firstChild, tree)
      return append(.element, name: tree.name(of: row.mainToken), from: mark)
    case .functionType: return addFunction(node, of: tree)
    case .attributedType: return addAttributed(node, of: tree)
    default: return append(.unknown, from: mark)
    }
  }

  /// `Module.Outer.Inner<…>`, as one row. A generic type around it says nothing of its own.
  private mutating func addQualified(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    var path: [Name] = []
    var part = node
    while tree.kind(part) == .memberType || part == node {
      path.append(tree.name(of: tree[part].mainToken))
      part = tree[part].firstChild
    }
    let mark = pending.count
    guard !part.isNone, tree.kind(part) == .namedType else { return append(.unknown, from: mark) }
    let module = append(.named, name: tree.name(of: tree[part].mainToken), from: mark)
    pending.append(module)
    pushGenericArguments(of: node, tree)
    return append(.inModule, name: path.reversed().reduce(.none) { .joined($0, $1) }, from: mark)
  }

  private mutating func addFunction(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    var flags: Flags = []
    let mark = pending.count
    for child in tree.children(of: node) {
      switch tree.kind(child) {
      case .tupleTypeElement, .returnType: push(tree[child].firstChild, tree)
      case .effects:
        if tree[child].flags.contains(.isAsync) { flags.insert(.isAsync) }
        if tree[child].flags.contains(.throws) { flags.insert(.canThrow) }
      default: break
      }
    }
    return append(.function, from: mark, flags)
  }

  private mutating func addAttributed(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    var inner = TypeRowID.none
    var flags: Flags = []
    let known = rows.count
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
        case .borrowing, .__shared: flags.insert(.isBorrowing)
        case .escaping: flags.insert(.isEscaping)
        case .autoclosure: flags.insert(.isAutoclosure)
        default: break
        }
      }
    }
    if inner.isNone { return append(.unknown, from: pending.count) }
    if Int(inner.index) < known, !flags.isEmpty {
      // Others have that row, too.
      rows.append(self[inner])
      inner = TypeRowID(UInt32(rows.count - 1))
    }
    rows[Int(inner.index)].flags.formUnion(flags)
    return inner
  }

  /// A type without arguments that nobody has written: that of a literal.
  mutating func addNamed(_ name: Name) -> TypeRowID { append(.named, name: name, from: pending.count) }

  /// Takes over a type that stands where an expression is expected: what is called in `[Int]()`, `[String: Store]()`.
  mutating func addCalled(_ node: NodeID, of tree: SyntaxTree) -> TypeRowID {
    if node.isNone { return .none }
    let row = tree[node]
    let mark = pending.count
    func parts() -> [NodeID] { Array(tree.children(of: row.kind == .dictionaryExpr ? row.firstChild : node)) }
    switch row.kind {
    case .typeExpr: return add(row.firstChild, of: tree)
    case .parenExpr: return addCalled(row.firstChild, of: tree)
    case .identifierExpr:
      pushGenericArguments(of: node, tree)
      return append(.named, name: tree.name(of: row.mainToken), from: mark)
    case .memberExpr where !row.firstChild.isNone && !row.flags.contains(.implicitBase):
      pending.append(addCalled(row.firstChild, of: tree))
      pushGenericArguments(of: node, tree)
      return append(.member, name: tree.name(of: row.mainToken), from: mark)
    case .arrayExpr where parts().count == 1, .optionalChainExpr:
      pending.append(addCalled(row.firstChild, of: tree))
      return append(row.kind == .arrayExpr ? .array : .optional, from: mark)
    case .dictionaryExpr where tree.children(of: node).reduce(0) { count, _ in count + 1 } == 1 && parts().count == 2:
      for part in parts() { pending.append(addCalled(part, of: tree)) }
      return append(.dictionary, from: mark)
    case .tupleExpr:
      for part in parts() where tree.kind(part) == .argument {
        let inner = pending.count
        pending.append(addCalled(tree[part].firstChild, of: tree))
        pending.append(append(.element, name: tree.mainName(of: part), from: inner))
      }
      return append(.tuple, from: mark)
    default: return append(.unknown, from: mark)
    }
  }

  private mutating func push(_ node: NodeID, _ tree: SyntaxTree) {
    let made = add(node, of: tree)
    pending.append(made)
  }

  private mutating func pushGenericArguments(of node: NodeID, _ tree: SyntaxTree) {
    let list = tree.child(.genericArguments, of: node)
    if !list.isNone { pushChildren(of: list, tree) }
  }

  private mutating func pushChildren(of node: NodeID, _ tree: SyntaxTree) {
    for child in tree.children(of: node) { push(child, tree) }
  }

  private mutating func append(_ kind: Kind, wrapping node: NodeID, _ tree: SyntaxTree, _ flags: Flags = []) -> TypeRowID {
    let mark = pending.count
    push(node, tree)
    return append(kind, from: mark, flags)
  }

  /// Makes a row whose arguments are what has been pushed since the mark.
  private mutating func append(_ kind: Kind, name: Name = .none, from mark: Int, _ flags: Flags = []) -> TypeRowID {
    if kind == .named, pending.count == mark, flags.isEmpty, let known = recentRow(of: name) { return known }
    guard let count = UInt16(exactly: pending.count - mark) else {
      // Nobody writes that by hand, and nobody needs to know such a type.
      pending.removeSubrange(mark...)
      return append(.unknown, from: mark)
    }
    let row = Row(kind: kind, flags: flags, count: count, first: UInt32(arguments.count), name: name)
    arguments.append(contentsOf: pending[mark...])
    pending.removeSubrange(mark...)
    rows.append(row)
    return TypeRowID(UInt32(rows.count - 1))
  }

  /// A plain `Name` among the last rows: most types of a file are a few, again and again.
  private func recentRow(of name: Name) -> TypeRowID? {
    let last = max(0, rows.count - 32)..<rows.count
    guard let place = last.last(where: { rows[$0].name == name && rows[$0].kind == .named && rows[$0].count == 0 && rows[$0].flags.isEmpty })
    else { return nil }
    return TypeRowID(UInt32(place))
  }
}
