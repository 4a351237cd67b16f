import VTDiagnostics
import VTSyntax

/// Another parameter, a flag, without which a function does not run a closure:
///
///     func report(_ isWanted: Bool, _ body: () -> Void) { if isWanted { body() } }
///     func choose(_ isFirst: Bool, _ body: () -> Void, else other: () -> Void) { isFirst ? body() : other() }
package struct RunCondition: Sendable, Hashable {
  /// The flag's place. In 16 bits, which are enough for `Limits.parameters`.
  package var place: Int16
  /// What the flag has to be.
  package var isTrue: Bool

  /// The first condition around the only place that mentions the parameter; nil where none is a flag of the function.
  static func look(for parameter: Name, among list: NodeID, in body: NodeID, of tree: SyntaxTree) -> RunCondition? {
    let flags = tree.children(of: list).filter { tree.kind($0) == .parameter }.map { node in
      let isFlag = tree.children(of: node).contains { tree.kind($0) == .namedType && tree.mainName(of: $0) == KnownNames.bool }
      return isFlag && !tree.declares(tree.mainName(of: node), in: body) ? tree.mainName(of: node) : Name.none
    }
    guard flags.contains(where: { $0 != .none }) else { return nil }
    var node = body
    while true {
      let children = tree.children(of: node).filter { tree.mentions(parameter, in: $0) }
      guard children.count == 1, let child = children.first, tree.kind(child) != .closureExpr else { return nil }
      for (condition, isTrue) in tree.conditions(of: node, for: child) {
        guard let flag = tree.flag(condition), let place = flags.firstIndex(of: flag.name), let small = Int16(exactly: place)
        else { continue }
        return RunCondition(place: small, isTrue: flag.isTrue == isTrue)
      }
      node = child
    }
  }
}

extension SyntaxTree {
  /// `[first, second]`
  func isFilledList(_ value: NodeID) -> Bool {
    !value.isNone && [.arrayExpr, .dictionaryExpr].contains(kind(value)) && !self[value].firstChild.isNone
  }

  /// Whether a body has a way out, without an error or a value, in front of the first statement that mentions a parameter; none
  /// if no statement does. Where the caller decides by another parameter, or where the body sees to it that only the first call
  /// comes further, that is meant.
  func leaves(_ body: NodeID, before name: Name, among list: NodeID) -> Bool {
    var parameters: Set<Name> = []
    var guards: GuardNames?
    for statement in children(of: body) {
      if mentions(name, in: statement) { return false }
      guard let conditions = waysOut(statement) else { continue }
      if parameters.isEmpty { parameters = Set(children(of: list).map { mainName(of: $0) }) }
      if children(of: conditions).contains(where: { flag($0).map { parameters.contains($0.name) } ?? false }) { continue }
      let known = guards ?? GuardNames(in: body, of: self)
      guards = known
      let row = self[conditions]
      let isMeant = (row.firstToken.index..<row.endToken.index).contains { place in
        let kind = tokens[Int(place)].kind
        return kind == .leftParen || kind == .identifier && known[self.name(of: TokenID(place))] != nil
      }
      if !isMeant { return mentions(name, in: body) }
    }
    return false
  }

  /// `guard let data else { throw Missing() }`: the name for whose lack alone a body throws; `.none` if it may throw otherwise.
  func lackThatThrows(in body: NodeID) -> Name {
    var found = Name.none
    guard !body.isNone else { return found }
    for statement in children(of: body) where mayThrow(statement) {
      guard found == .none, kind(statement) == .guardStmt, let conditions = child(.conditions, of: statement).present,
        !mayThrow(conditions), let only = onlyChild(of: conditions), kind(only) == .optionalBinding,
        let pattern = self[only].firstChild.present, kind(pattern) == .identifierPattern
      else { return .none }
      let value = child(.initializer, of: only).present.flatMap { self[$0].firstChild.present } ?? pattern
      guard [.identifierExpr, .identifierPattern].contains(kind(value)) else { return .none }
      found = mainName(of: value)
    }
    return found
  }

  /// The conditions of `guard … else { return }` and `if … { return }`.
  private func waysOut(_ statement: NodeID) -> NodeID? {
    guard [.guardStmt, .ifExpr].contains(kind(statement)), let block = child(.block, of: statement).present,
      let last = lastChild(of: block).present, kind(last) == .returnStmt, self[last].firstChild.isNone
    else { return nil }
    return child(.conditions, of: statement).present
  }

  /// `let name`, `var name`
  fileprivate func declares(_ name: Name, in node: NodeID) -> Bool {
    let row = self[node]
    return (row.firstToken.index..<row.endToken.index).dropFirst().contains {
      [.let, .var].contains(token(TokenID($0 - 1)).word) && self.name(of: TokenID($0)) == name
    }
  }

  /// The conditions on which a part of a statement or expression is evaluated, and what each of them has to be.
  fileprivate func conditions(of node: NodeID, for part: NodeID) -> [(NodeID, isTrue: Bool)] {
    switch kind(node) {
    case .ifExpr where part == child(.block, of: node): return children(of: child(.conditions, of: node)).map { ($0, true) }
    case .ifExpr where part != child(.conditions, of: node):
      let all = Array(children(of: child(.conditions, of: node)))
      return all.count == 1 ? [(all[0], false)] : []
    case .block:
      return children(of: node).prefix { $0 != part }.flatMap { statement -> [(NodeID, isTrue: Bool)] in
        switch kind(statement) {
        case .guardStmt: children(of: child(.conditions, of: statement)).map { ($0, true) }
        case .ifExpr where leavesWhenTrue(statement): children(of: child(.conditions, of: statement)).map { ($0, false) }
        default: []
        }
      }
    case .ternaryExpr where part != child(at: 0, of: node): return [(child(at: 0, of: node), part == child(at: 1, of: node))]
    case .infixExpr where part == child(at: 1, of: node):
      let name = Operators.name(self, node)
      return name == Operators.and || name == Operators.or ? [(child(at: 0, of: node), name == Operators.and)] : []
    default: return []
    }
  }

  /// `if flag { …; return }`, with one condition and nothing else.
  private func leavesWhenTrue(_ statement: NodeID) -> Bool {
    let parts = Array(children(of: statement))
    guard parts.count == 2, children(of: parts[0]).count(where: { _ in true }) == 1, let last = lastChild(of: parts[1]).present
    else { return false }
    return [.returnStmt, .throwStmt].contains(kind(last))
  }

  /// `flag`, `!flag`
  fileprivate func flag(_ condition: NodeID) -> (name: Name, isTrue: Bool)? {
    switch kind(condition) {
    case .identifierExpr: return (mainName(of: condition), true)
    case .parenExpr: return self[condition].firstChild.present.flatMap { flag($0) }
    case .prefixExpr where Operators.name(self, condition) == Operators.not:
      return self[condition].firstChild.present.flatMap { flag($0) }.map { ($0.name, !$0.isTrue) }
    default: return nil
    }
  }
}
