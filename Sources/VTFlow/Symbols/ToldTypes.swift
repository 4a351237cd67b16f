import VTDiagnostics
import VTSyntax

/// A place at which the compiler knew what is meant.
package struct ToldPlace: Sendable {
  /// Where the name begins, or the loop.
  package var offset: UInt32
  /// The place in `ToldTypes.symbols`.
  package var symbol: Int32
  /// The variable before the dot, or the one that a loop goes over; `.none` for no variable.
  package var variable: Name

  package init(offset: UInt32, symbol: Int32, variable: Name) {
    self.offset = offset
    self.symbol = symbol
    self.variable = variable
  }
}

/// The places of a file at which something was told, as far as the same names stand there.
/// - Parameters:
///   - mentions: offsets of names, or of loops, and the places of what is meant in `ToldTypes.symbols`.
///   - names: the symbols' names; `.none` for an initialiser and for what a loop does.
package func toldPlaces(
  in tree: SyntaxTree, mentions: [(offset: UInt32, symbol: Int32)], names: [Name]
) -> [ToldPlace] {
  let symbols = Dictionary(grouping: mentions, by: \.offset)
  func symbol(at token: TokenID) -> Int32? {
    guard !token.isNone, let found = symbols[tree.token(token).range.start] else { return nil }
    let name = tree.name(of: token)
    return (found.first { names[Int($0.symbol)] == name } ?? found.first { names[Int($0.symbol)] == .none })?.symbol
  }
  func variable(_ node: NodeID) -> Name {
    !node.isNone && tree.kind(node) == .identifierExpr ? tree.mainName(of: node) : .none
  }
  var places: [ToldPlace] = []
  for index in tree.nodes.indices {
    let row = tree.nodes[index]
    let token = row.kind == .forStmt ? row.firstToken : row.mainToken
    let subject: Name
    switch row.kind {
    case .identifierExpr, .identifierPattern: subject = .none
    case .memberExpr: subject = variable(row.firstChild)
    case .forStmt: subject = variable(tree.child(at: 1, of: NodeID(UInt32(index))))
    default: continue
    }
    guard let symbol = symbol(at: token) else { continue }
    places.append(ToldPlace(offset: tree.token(token).range.start, symbol: symbol, variable: subject))
  }
  return places.sorted { $0.offset < $1.offset }
}

/// What the compiler told about the declarations that files mention: types in its own words, which name the module of each.
package struct ToldTypes: Sendable {
  struct Symbol: Sendable {
    /// The type whose member it is, and that of its value.
    var owner: TypeRowID
    var result: TypeRowID
    /// The last words of the types that occur in it.
    var words: Set<Name>
  }

  private(set) var symbols: [Symbol] = []
  private(set) var table = TypeTable(toldByCompiler: true)

  package init() {}

  /// - Parameter symbols: owner and result as `Module.Type<…>`; empty where there is none.
  package init(_ symbols: [(owner: String, result: String)]) {
    for symbol in symbols {
      var words: Set<Name> = []
      let owner = add(symbol.owner, &words)
      let result = add(symbol.result, &words)
      self.symbols.append(Symbol(owner: owner, result: result, words: words))
    }
  }

  private mutating func add(_ text: String, _ words: inout Set<Name>) -> TypeRowID {
    if text.isEmpty { return .none }
    let tree = SyntaxTree.parse(Array("typealias T = \(text)".utf8))
    let alias = tree[tree.root].firstChild
    guard tree.problems.isEmpty, !alias.isNone, let type = tree.children(of: alias).first(where: { $0.isTypeNode(in: tree) }) else {
      return .none
    }
    for place in tree.nodes.indices where [.memberType, .metatype].contains(tree.nodes[place].kind) {
      words.insert(tree.name(of: tree.nodes[place].mainToken))
    }
    return table.add(type, of: tree)
  }
}

/// What was told about a place, in the index's own types.
package struct ToldSymbol: Sendable {
  package var owner: Type
  package var result: Type
}

extension SymbolIndex {
  /// What the compiler told about the name that begins here, or the loop.
  package func told(at offset: UInt32, in file: FileID) -> ToldSymbol? {
    let places = files[Int(file.index)].told
    let place = firstTold(from: offset, in: places)
    guard place < places.count, places[place].offset == offset else { return nil }
    return toldSymbols[Int(places[place].symbol)]
  }

  /// The type that a result has, as far as it is told.
  func toldResult(at offset: UInt32, in file: FileID) -> Type { told(at: offset, in: file)?.result ?? .unknown }

  /// Of what a declaration and the compiler say about one place, what is believed: own sources and those of dependencies go
  /// before the compiler's index, and that before what somebody wrote down about a module.
  func result(_ found: ResolvedMember, told: Type) -> Type {
    if found.result == .unknown { return told }
    switch source(of: found.first) {
    case .linted, .dependency: return found.result
    case .interface, .header: return found.result.agrees(with: told) ? found.result : told
    }
  }

  /// The one-shot type of a variable that is written without one, by whose members are asked for in its scope. Members of
  /// protocols tell nothing, so only one-shot types count; where there are several, it is not one variable.
  func toldType(of variable: Name, in range: ByteRange, of file: FileID) -> Type {
    let places = files[Int(file.index)].told
    var found = Type.unknown
    for place in places[firstTold(from: range.start, in: places)...] {
      if place.offset >= range.end { break }
      guard place.variable == variable, variable != .none else { continue }
      let owner = toldSymbols[Int(place.symbol)].owner
      guard isFollowed(owner) else { continue }
      if found != .unknown, found != owner { return .unknown }
      found = owner
    }
    return found
  }

  /// The meaning of everything that was told.
  func types(of told: ToldTypes) -> [ToldSymbol] {
    let scope = TypeScope(file: FileID(0), declaration: -1)
    return told.symbols.map { symbol in
      ToldSymbol(owner: type(symbol.owner, of: told.table, in: scope), result: type(symbol.result, of: told.table, in: scope))
    }
  }

  private func firstTold(from offset: UInt32, in places: [ToldPlace]) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
