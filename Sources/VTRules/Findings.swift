import VTDiagnostics
import VTFlow
import VTSyntax

/// All findings of one file, in the order of their places.
/// - Parameter rules: the rules that anybody wants computed (severity above `none`).
package func findings(in tree: SyntaxTree, file: FileID, index: SymbolIndex, rules: Set<RuleID>) -> [Finding] {
  []
}
