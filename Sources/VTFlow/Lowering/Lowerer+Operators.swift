import VTDiagnostics
import VTSyntax

// Operators that the sources or libraries declare: functions, of which some change what they are given.
extension Lowerer {
  /// An operator that the sources declare is a function like others: of those that fit the one that is meant for the
  /// operands; nil if that cannot be told.
  mutating func callOperator(_ node: NodeID, _ values: [Value], _ operands: [NodeID]) -> Value? {
    // There are very many operators and very many overloads of them: only those matter that are given a value future, or
    // that make one of types of the sources, or that evaluate a side that has to do with one.
    let isGiven = values.contains { oneShot($0.type) != nil } || operands.contains { autoclosureSite($0) != nil }
    guard isGiven || values.contains(where: { $0.type.memberOwner != nil }) else { return nil }
    let name = Operators.name(tree, node)
    guard index.isDeclaredSomewhere(name) else { return nil }
    var candidates = globals(named: name)
    if !isGiven, candidates.count > Limits.overloadsOfOperator { candidates = [] }
    for owner in Set(values.compactMap(\.type.memberOwner)) { candidates += members(of: owner, named: name) }
    var fitting: [(found: ResolvedMember, arguments: [Argument])] = []
    for candidate in candidates {
      let parameters = Array(index.parameters(of: candidate))
      guard parameters.count == values.count else { continue }
      let scope = TypeScope(file: candidate.file, declaration: candidate.index)
      let agrees = zip(parameters, values).allSatisfy { parameter, value in
        oneShot(index.type(parameter.type, in: scope)) == oneShot(value.type)
      }
      let arguments = values.indices.map {
        Argument(
          node: operands[$0], expression: operands[$0], label: parameters[$0].label, value: values[$0], isTrailing: false,
          variable: nil)
      }
      if agrees, let found = index.resolveCall([candidate], on: .unknown, arguments: callArguments(arguments)),
        isGiven || oneShot(found.result) != nil
      {
        fitting.append((found, arguments))
      }
    }
    guard fitting.count == 1 else { return nil }
    return call(fitting[0].found, node, fitting[0].arguments, tree.text(of: tree[node].mainToken))
  }

  /// An operator that is not the standard library's may have a side that is `inout`: `number +++ 2`.
  mutating func changeOperands(_ operands: [NodeID], of node: NodeID) {
    let isVariable = operands.map { operand in
      tree.kind(operand) == .identifierExpr && findLocal(tree.mainName(of: operand)).map { !locals[$0].isLet } ?? false
    }
    let name = Operators.name(tree, node)
    if operands.count == 1, [Operators.increment, Operators.decrement].contains(name) {
      return advance(operands[0], by: name == Operators.increment ? 1 : -1)
    }
    guard isVariable.contains(true), !Operators.changesNothing(name) else { return }
    let declared = globals(named: name)
    for place in operands.indices where isVariable[place] {
      let isInout = declared.contains { id in
        let parameters = Array(index.parameters(of: id))
        return parameters.count == operands.count && self.isInout(parameters[place], of: id)
      }
      guard declared.isEmpty || isInout else { continue }
      noteVariable(named: operands[place])
      overwrite(operands[place])
    }
  }
}
