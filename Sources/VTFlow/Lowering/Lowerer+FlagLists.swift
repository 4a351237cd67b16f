import VTSyntax

// Several conditions that are asked at once: `[a.isCompleted, b.isCompleted].allSatisfy { $0 }`.
extension Lowerer {
  /// What is asked of a list of conditions: whether one of them has an answer.
  struct FlagList {
    var flags: [NodeID]
    /// The answer that is looked for.
    var answer: Bool
    /// Whether the whole is true where one has it.
    var isTrueWhereFound: Bool
  }

  /// Only for conditions that do nothing else: the language asks all of them, whatever the first one says.
  mutating func flagList(_ node: NodeID) -> FlagList? {
    guard tree.kind(node) == .callExpr, let callee = tree[node].firstChild.present, tree.kind(callee) == .memberExpr,
      let list = tree[callee].firstChild.present, tree.kind(list) == .arrayExpr, let asked = onlyArgument(of: node)
    else { return nil }
    let flags = Array(tree.children(of: list))
    guard !flags.isEmpty, flags.count <= Limits.intervals else { return nil }
    var found: FlagList?
    switch tree.mainName(of: callee) {
    case KnownNames.allSatisfy:
      found = wantedAnswer(asked).map { FlagList(flags: flags, answer: !$0, isTrueWhereFound: false) }
    case KnownNames.contains:
      let answer = isBoolean(asked) ? tree.mainWord(of: asked) == .true : wantedAnswer(asked)
      found = answer.map { FlagList(flags: flags, answer: $0, isTrueWhereFound: true) }
    default: break
    }
    return found != nil && flags.allSatisfy { namesCheck($0) && isReadable($0) } ? found : nil
  }

  mutating func lowerFlags(_ list: FlagList, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let (found, notFound) = list.isTrueWhereFound ? (whenTrue, whenFalse) : (whenFalse, whenTrue)
    for flag in list.flags {
      let next = builder.makeBlock()
      lowerCondition(flag, list.answer ? found : next, list.answer ? next : found)
      builder.resume(at: next)
    }
    builder.jump(notFound)
  }

  /// `{ $0 }`, `\.self`: true; `{ !$0 }`: false; nil for another question.
  private func wantedAnswer(_ question: NodeID) -> Bool? {
    if tree.kind(question) == .keyPathExpr { return onlyName(ofKeyPath: question) == KnownNames.selfValue ? true : nil }
    guard tree.kind(question) == .closureExpr, let only = tree.onlyChild(of: tree.child(.block, of: question)) else { return nil }
    let isTurned = tree.kind(only) == .prefixExpr && Operators.name(tree, only) == Operators.not
    guard let named = isTurned ? tree[only].firstChild.present : only, tree.kind(named) == .identifierExpr,
      inputNames(of: question) == [tree.text(of: tree[named].mainToken)]
    else { return nil }
    return !isTurned
  }
}
