import VTDiagnostics
import VTSyntax

// What the catalogue knows of callees that run closures.
extension Lowerer {
  func knownCallee(_ name: Name, receiver: Value?) -> KnownCallee? {
    index.knowledge.callee(name, on: receiver?.type)
  }

  /// The entry for one closure of a call.
  func runner(of callee: KnownCallee?, for argument: Argument, among arguments: [Argument]) -> Knowledge.Runner? {
    var takesNothing = true
    if case .closure(let closure) = argument.value.storage { takesNothing = tree.takesNothing(closure.node) }
    return callee?.runner(label: argument.label, takesNothing: takesNothing) { label, text in
      arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
    }
  }
}

extension SyntaxTree {
  /// Whether a closure, or function, has neither parameters nor `$0`.
  func takesNothing(_ node: NodeID) -> Bool {
    let list = child(.parameters, of: node)
    if !list.isNone { return self[list].firstChild.isNone }
    let row = self[node]
    return !tokens[Int(row.firstToken.index)..<Int(row.endToken.index)].contains { $0.kind == .dollarIdentifier }
  }
}
