/// A type of C, C++ or Objective-C that an entry of the catalogue names: `std::future`, `struct vt_op`.
package struct ImportedType: Sendable, Hashable {
  /// Without the word `struct`: `vt_op`.
  package var spelling: String
  /// What it is called where headers are written as Swift text: `std.future`. One name for all spellings of an entry.
  package var swiftName: String
}

extension Match {
  /// How Swift code writes these types: `std.future`, `std.__1.future`.
  package var importedSwiftNames: [String] {
    importedTypes.map { $0.spelling.split(separator: ":").joined(separator: ".") }
  }

  package var importedTypes: [ImportedType] {
    let spellings = importedNames.map { name in name.split(separator: " ").last.map(String.init) ?? name }
    let swiftName = spellings.first?.split(separator: ":").joined(separator: ".") ?? ""
    return spellings.map { ImportedType(spelling: $0, swiftName: swiftName) }
  }
}
