import VTDiagnostics
import VTSyntax

/// The operators whose evaluation the analysis must know; every other one evaluates left, then right.
enum Operators {
  static let and = Name("&&")
  static let or = Name("||")
  static let coalesce = Name("??")
  static let not = Name("!")
  static let equal = Name("==")
  static let notEqual = Name("!=")
  static let identical = Name("===")
  static let notIdentical = Name("!==")
  static let less = Name("<")
  static let greater = Name(">")
  static let lessOrEqual = Name("<=")
  static let greaterOrEqual = Name(">=")
  static let assign = Name("=")
  static let plusAssign = Name("+=")
  static let minusAssign = Name("-=")
  /// What adds one to a number, and what takes one away: of old Swift, or of a library's own.
  static let increment = Name("++")
  static let decrement = Name("--")
  static let halfOpenRange = Name("..<")
  static let closedRange = Name("...")
  static let fits = Name("~=")
  static let plus = Name("+")
  static let minus = Name("-")

  /// The standard library's, but for those that assign.
  private static let standard: Set<Name> = Set(
    [
      "+", "-", "*", "/", "%", "&+", "&-", "&*", "&", "|", "^", "~", "<<", ">>", "&<<", "&>>", "!", "==", "!=", "===", "!==",
      "<", ">", "<=", ">=", "~=", "&&", "||", "??", "...", "..<", ".+", ".-", ".*", "./", ".==", ".!=", ".<", ".>", ".<=", ".>=",
    ].map { Name($0) })

  static func compares(_ name: Name) -> Bool { [equal, notEqual, less, greater, lessOrEqual, greaterOrEqual].contains(name) }

  static func changesNothing(_ name: Name) -> Bool { standard.contains(name) }

  /// The name of a node's operator; the pieces of an operator that begins with an angle bracket are put together.
  static func name(_ tree: SyntaxTree, _ node: NodeID) -> Name {
    let main = tree[node].mainToken
    return main.isNone ? .none : name(tree, from: main)
  }

  /// Of an operator of more pieces than anybody declares, only the first: where each piece is asked, the rest is not read anew.
  /// - Parameter main: the first piece.
  static func name(_ tree: SyntaxTree, from main: TokenID) -> Name {
    var last = main
    while tree.token(last).flags.contains(.joined), last.index - main.index < longestOperator { last.index += 1 }
    if last == main { return tree.name(of: main) }
    return Name(bytes: tree.source[Int(tree.token(main).start)..<Int(tree.token(last).end)])
  }

  private static let longestOperator = 64

  static let comparisons: Set<Name> = [equal, notEqual, less, greater, lessOrEqual, greaterOrEqual]

  static let shortCircuits: Set<Name> = [and, or, coalesce]

  /// Whether the right operand may not be evaluated.
  static func isShortCircuit(_ tree: SyntaxTree, _ node: NodeID) -> Bool {
    isShortCircuit(name(tree, node))
  }

  static func isShortCircuit(_ name: Name) -> Bool { shortCircuits.contains(name) }
}
