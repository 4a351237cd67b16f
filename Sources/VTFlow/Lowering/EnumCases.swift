import VTDiagnostics
import VTSyntax

// How many cases a type has: where all others are excluded, the last one holds.
extension Lowerer {
  /// nil where the type is unknown, is no enum, or may have cases that nobody here sees.
  mutating func caseCount(of type: Type) -> Int? {
    guard case .nominal(let name, _) = type else { return nil }
    if name == KnownNames.result { return 2 }
    if let known = caseCounts[name] { return known }
    let count = index.caseCount(of: name)
    caseCounts[name] = .some(count)
    return count
  }
}

extension SymbolIndex {
  fileprivate func caseCount(of name: Name) -> Int? {
    let declared = types(named: name)
    guard declared.count == 1, declaration(declared[0]).kind == .enumType else { return nil }
    let cases = files[Int(declared[0].file.index)].declarations.lazy.filter {
      $0.kind == .enumCase && $0.parent == declared[0].index
    }
    // Two with one base name are one condition here.
    let names = Set(cases.map(\.name))
    return names.count == cases.count && names.count < 32 ? names.count : nil
  }
}
