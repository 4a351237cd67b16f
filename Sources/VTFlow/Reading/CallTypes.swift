import VTDiagnostics
import VTSyntax

/// Who told what a call gives.
package enum Teller: Sendable, Hashable {
  case declaration(DeclarationSource)
  /// The compiler, in its index.
  case index
  case catalogue
}

/// What a call gives.
package struct CallType: Sendable {
  /// The name that is called.
  package var name: ByteRange
  package var type: Type
  package var teller: Teller
  /// What the compiler's index says instead, where it says something else.
  package var contradiction: Type?
}

/// What each call of a file gives, as far as anybody tells: for people, and for tests that hold the tellers against each other.
package func callTypes(in tree: SyntaxTree, file: FileID, index: SymbolIndex) -> [CallType] {
  let reader = BodyReader(tree: tree, file: file, index: index)
  return tree.nodes.indices.compactMap { place in
    let call = NodeID(UInt32(place))
    guard tree.kind(call) == .callExpr else { return nil }
    let callee = tree[call].firstChild
    guard [.identifierExpr, .memberExpr].contains(tree.kind(callee)), !tree[callee].mainToken.isNone else { return nil }
    let name = tree.mainRange(of: callee)
    let path = reader.path(to: call)[...]
    let told = index.toldResult(at: name.start, in: file)
    if let found = reader.resolve(callAt: path), found.result != .unknown {
      let teller = Teller.declaration(index.source(of: found.first))
      return CallType(name: name, type: found.result, teller: teller, contradiction: found.result.agrees(with: told) ? nil : told)
    }
    if told != .unknown { return CallType(name: name, type: told, teller: .index) }
    let type = reader.type(at: path)
    // What is declared nowhere and called is taken for a type's name: a guess that is nobody's word.
    if case .nominal(let made, _) = type, !index.isType(made) { return nil }
    return type == .unknown ? nil : CallType(name: name, type: type, teller: .catalogue)
  }.sorted { $0.name < $1.name }
}

extension Type {
  /// Whether both may be one type: what is unknown, or stands for anything, is no contradiction.
  func agrees(with other: Type) -> Bool {
    func agree(_ a: [Type], _ b: [Type]) -> Bool { a.count == b.count && zip(a, b).allSatisfy { $0.agrees(with: $1) } }
    switch (self, other) {
    case (.unknown, _), (_, .unknown), (.parameter, _), (_, .parameter): return true
    case (.nominal(let a, let one), .nominal(let b, let two)): return a == b && (one.isEmpty || two.isEmpty || agree(one, two))
    case (.optional(let a), .optional(let b)), (.array(let a), .array(let b)), (.metatype(let a), .metatype(let b)):
      return a.agrees(with: b)
    case (.dictionary(let a, let b), .dictionary(let c, let d)): return a.agrees(with: c) && b.agrees(with: d)
    case (.tuple(let a), .tuple(let b)): return agree(a.map(\.type), b.map(\.type))
    case (.function(let a, let b), .function(let c, let d)): return agree(a, c) && b.agrees(with: d)
    default: return false
    }
  }
}
