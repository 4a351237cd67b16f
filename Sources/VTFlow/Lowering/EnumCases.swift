import VTDiagnostics
import VTSyntax

// What is remembered of the case and the type of a value; where all cases but one are excluded, the last one holds.
extension Lowerer {
  /// The remembered condition "the subject is this case of its enum"; at most one case of a subject holds.
  /// - Parameter type: that of the subject, where it is known.
  mutating func caseSlot(_ subject: FactKey, _ name: Name, of type: Type = .unknown) -> SlotID? {
    let slot = factSlot(
      FactKey(hash: FactKey.mix(subject.hash, name.raw), dependencies: subject.dependencies), salt: 0x6361,
      counting: subject.path, group: subject.hash)
    if let slot { noteQuestion(slot, .isCase(name), about: subject) }
    if slot != nil, let count = caseCount(of: type) ?? looksLikeResult(type, name) { builder.noteCaseCount(count, ofGroup: subject.hash) }
    return slot
  }

  /// `.success` and `.failure` of what nobody knows are those of a `Result`; with a third case beside them they are not.
  private func looksLikeResult(_ type: Type, _ name: Name) -> Int? {
    if case .nominal(let owner, _) = type, !index.types(named: owner).isEmpty { return nil }
    return name == KnownNames.success || name == KnownNames.failure ? 2 : nil
  }

  /// Whether a condition "the subject is this case" is asked after others like it, and nobody knows whether there are more.
  func mayBeLastCase(_ slot: SlotID?, of subject: FactKey?) -> Bool {
    guard let slot, let subject, builder.graph.caseCounts[subject.hash] == nil else { return false }
    return builder.graph.exclusiveGroups[subject.hash]?.contains { $0 != slot } == true
  }

  /// The remembered condition "the subject is of this type". Of structs and enums a value has one type only; a class may
  /// also be one of those above it.
  mutating func typeSlot(_ subject: FactKey, _ name: Name) -> SlotID? {
    guard case .nominal(let type, _) = index.named(name, arguments: [], in: scope) else { return nil }
    let isExact = index.types(named: type).contains {
      index.declaration($0).kind == .structType || index.declaration($0).kind == .enumType
    }
    let key = FactKey(hash: FactKey.mix(subject.hash, type.raw), dependencies: subject.dependencies)
    return factSlot(key, salt: 0x7479, group: isExact ? FactKey.mix(subject.hash, 0x7479) : nil)
  }

  /// nil where the type is unknown, is no enum, or may have cases that nobody here sees.
  mutating func caseCount(of type: Type) -> Int? {
    guard case .nominal(let name, _) = type else { return nil }
    if name == KnownNames.result { return 2 }
    if let known = caseCounts[name] { return known }
    let count = index.caseNames(of: name)?.count
    caseCounts[name] = .some(count)
    return count
  }
}

extension SymbolIndex {
  /// All cases of an enum in their order; nil for all else, and where the names do not tell them apart.
  func caseNames(of name: Name) -> [Name]? {
    let declared = types(named: name)
    guard declared.count == 1, declaration(declared[0]).kind == .enumType else { return nil }
    let cases = files[Int(declared[0].file.index)].declarations.lazy.filter {
      $0.kind == .enumCase && $0.parent == declared[0].index
    }
    // Two with one base name are one condition here.
    let names: [Name] = cases.map(\.name)
    return Set(names).count == names.count && names.count < 32 ? names : nil
  }
}
