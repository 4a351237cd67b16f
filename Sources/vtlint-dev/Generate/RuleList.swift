// The list of the rules' types, from the names of their files alone: Sources/VTRules/Rules/DoubleAwait.swift holds DoubleAwait.
import Foundation

/// The list of the rules in `folder`; nil while there are none.
func ruleList(ofFilesIn folder: URL) -> String? {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  let types = files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) }.sorted()
  return types.isEmpty ? nil : ruleList(types: types)
}

package func ruleList(types: [String]) -> String {
  derivedNotice + """
    // Made from the names of the files in Sources/VTRules/Rules.

    /// Every rule, by name.
    let allRules: [any Rule.Type] = [
    \(types.map { "  \($0).self," }.joined(separator: "\n"))
    ]

    """
}
