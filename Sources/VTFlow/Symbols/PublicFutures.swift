import VTDiagnostics
import VTSyntax

/// A public declaration whose callers get a value future.
package struct PublicFuture: Sendable {
  package var name: ByteRange
  package var type: Knowledge.OneShotID
}

extension SymbolIndex {
  /// The functions, subscripts and properties of a file that other modules see and that give a value future: alone, as an
  /// optional, in a tuple or in a collection. What a value future itself offers is its own business.
  package func publicFutures(in file: FileID) -> [PublicFuture] {
    files[Int(file.index)].declarations.enumerated().compactMap { place, declaration in
      let id = DeclarationID(file: file, index: Int32(place))
      let given: Type
      switch declaration.kind {
      case .function, .subscripting:
        given = declaration.type.isNone ? .void : type(declaration.type, in: TypeScope(file: file, declaration: id.index))
      case .property: given = propertyType(id)
      default: return nil
      }
      guard let future = valueFuture(in: given), isPublic(id), !isValueFuture(selfType(ownerName(of: id))) else { return nil }
      return PublicFuture(name: declaration.nameRange, type: future)
    }
  }

  /// The value future that a type is or holds.
  func valueFuture(in type: Type) -> Knowledge.OneShotID? {
    guard keepsValueFuture(type) else { return nil }
    switch type {
    case .optional(let inner), .array(let inner): return valueFuture(in: inner)
    case .dictionary(let key, let value): return valueFuture(in: value) ?? valueFuture(in: key)
    case .tuple(let elements): return elements.lazy.compactMap { self.valueFuture(in: $0.type) }.first
    case .nominal(_, let arguments) where !isValueFuture(type): return arguments.lazy.compactMap { self.valueFuture(in: $0) }.first
    default: return oneShot(type)
    }
  }

  /// Whether other modules see a declaration: it is public, and so is everything around it.
  private func isPublic(_ id: DeclarationID) -> Bool {
    let declaration = declaration(id)
    let isHidden = !declaration.flags.isDisjoint(with: [.isPrivate, .isInternal])
    if declaration.parent < 0 { return declaration.flags.contains(.isPublic) && !isHidden }
    let parentID = DeclarationID(file: id.file, index: declaration.parent)
    let parent = self.declaration(parentID)
    switch parent.kind {
    case .extensionOfType:
      // Members of a public extension are public unless they say otherwise; of a type of somebody else's, if they say so.
      guard declaration.flags.contains(.isPublic) || parent.flags.contains(.isPublic) && !isHidden else { return false }
      let extended = types(named: qualifiedName(of: parentID)).filter { self.declaration($0).kind.isNominal }
      return extended.isEmpty || extended.contains { isPublic($0) }
    case .protocolType: return isPublic(parentID)
    case .structType, .classType, .enumType, .actorType: return declaration.flags.contains(.isPublic) && isPublic(parentID)
    default: return false
    }
  }
}
