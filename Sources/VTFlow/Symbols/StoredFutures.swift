import VTDiagnostics
import VTSyntax

extension SymbolIndex {
  /// A property that keeps a value future.
  package struct StoredFuture: Sendable {
    package var range: ByteRange
    package var type: Knowledge.OneShotID
  }

  /// The instance, static and global variables of a file that keep a value future. Not: protocol requirements,
  /// computed properties, variables of a script, and the inside of a one-shot type.
  package func storedValueFutures(in file: FileID) -> [StoredFuture] {
    var found: [StoredFuture] = []
    for (place, declaration) in files[Int(file.index)].declarations.enumerated() {
      guard declaration.kind == .property, declaration.flags.contains(.isStored),
        !declaration.flags.contains(.isScriptVariable), !declaration.flags.contains(.isRequirement),
        // It observes what the class above keeps.
        !declaration.flags.contains(.isOverride)
      else { continue }
      let id = DeclarationID(file: file, index: Int32(place))
      if isValueFuture(selfType(ownerName(of: id))) { continue }
      if let type = valueFuture(in: propertyType(id)) { found.append(StoredFuture(range: declaration.nameRange, type: type)) }
    }
    return found
  }
}
