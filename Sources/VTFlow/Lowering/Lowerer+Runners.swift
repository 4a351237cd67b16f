import VTDiagnostics
import VTSyntax

// What the catalogue knows of callees that run closures.
extension Lowerer {
  func knownCallee(_ name: Name, receiver: Value?) -> KnownCallee? {
    index.knowledge.callee(name, on: receiver?.type)
  }

  /// The entry for one closure of a call.
  func runner(of callee: KnownCallee?, for argument: Argument, among arguments: [Argument]) -> Knowledge.Runner? {
    callee?.runner(label: argument.label) { label, text in
      arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
    }
  }
}
