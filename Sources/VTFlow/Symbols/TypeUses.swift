import VTDiagnostics
import VTSyntax

/// What declarations do with types: who keeps their objects, and which files have functions of them. Put together once, so that
/// no continuation has to look through all files.
struct TypeUses: Sendable {
  /// The names in types of stored properties and global variables, and in what cases of enumerations carry; an object that only
  /// keeps itself alive is not kept.
  private(set) var kept: Set<Name> = []
  /// The names in types of constants: what a variable holds may be somebody's delegate, which it does not keep.
  private(set) var constant: Set<Name> = []
  private var filesByOwner: [Name: [FileID]] = [:]

  init() {}

  /// - Parameter ownerName: the qualified name of the type that a declaration is a member of.
  init(files: [FileDeclarations], lintedCount: Int, ownerName: (DeclarationID) -> Name) {
    for (count, file) in files.enumerated() {
      for (place, declaration) in file.declarations.enumerated() {
        switch declaration.kind {
        case .function where declaration.parent >= 0:
          let owner = ownerName(DeclarationID(file: file.file, index: Int32(place)))
          if filesByOwner[owner]?.last != file.file { filesByOwner[owner, default: []].append(file.file) }
        case .property where count < lintedCount && declaration.flags.contains(.isStored):
          addProperty(declaration, Int32(place), in: file)
        case .enumCase where count < lintedCount:
          for parameter in file.parameters(of: declaration) { addNames(in: parameter.type, of: file, to: &kept) }
        default: break
        }
      }
    }
  }

  /// The files that declare functions of a type, in its own declaration or in an extension.
  func files(withFunctionsOf owner: Name) -> [FileID] { filesByOwner[owner] ?? [] }

  private mutating func addProperty(_ property: Declaration, _ place: Int32, in file: FileDeclarations) {
    var names: Set<Name> = []
    addNames(in: property.type, of: file, to: &names)
    if property.flags.contains(.isLet) { constant.formUnion(names) }
    if let sketch = file.sketches[place] { names.insert(sketch.base) }
    if property.parent >= 0, !property.flags.contains(.isStatic) { names.remove(file.declarations[Int(property.parent)].name) }
    kept.formUnion(names)
  }

  private func addNames(in row: TypeRowID, of file: FileDeclarations, to names: inout Set<Name>) {
    if row.isNone { return }
    let written = file.types[row]
    names.insert(written.name)
    for argument in file.types.arguments(of: written) { addNames(in: argument, of: file, to: &names) }
  }
}
