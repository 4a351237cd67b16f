import VTDiagnostics
import VTSyntax

// What the compiler told, asked where declarations leave a type unknown.
extension Lowerer {
  /// The type of what the name of an expression means.
  func told(_ node: NodeID) -> Type { toldSymbol(node)?.result ?? .unknown }

  private func toldSymbol(_ node: NodeID) -> ToldSymbol? {
    let token = tree[node].mainToken
    return token.isNone ? nil : index.told(at: tree.token(token).range.start, in: file)
  }

  /// A value of unknown type whose member is asked for has the type that the member belongs to.
  func typed(_ base: Value, byMember member: NodeID) -> Value {
    guard base.type == .unknown, let owner = toldSymbol(member)?.owner else { return base }
    var base = base
    base.type = owner
    return base
  }
}
