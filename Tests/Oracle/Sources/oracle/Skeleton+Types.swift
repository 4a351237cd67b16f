import SwiftSyntax

extension Skeleton {
  mutating func typeLine(_ node: SyntaxEnum) -> Below {
    switch node {
    case .identifierType(let node):
      // `_` is a literalType of ours.
      if node.name.tokenKind != .wildcard { add("namedType", node.name.text, node) }
    case .classRestrictionType(let node): add("namedType", node.classKeyword.text, node)
    case .memberType(let node): add("memberType", node.name.text, node)
    case .optionalType(let node): add("optionalType", node)
    case .implicitlyUnwrappedOptionalType(let node): add("implicitlyUnwrappedType", node)
    case .arrayType(let node): add("arrayType", node)
    case .dictionaryType(let node): add("dictionaryType", node)
    case .inlineArrayType(let node): add("inlineArrayType", node)
    case .tupleType(let node): add("tupleType", node)
    case .functionType(let node): add("functionType", node)
    case .someOrAnyType(let node): add(node.someOrAnySpecifier.text + "Type", node)
    case .namedOpaqueReturnType(let node): add("someType", node)
    case .compositionType(let node): add("compositionType", node)
    case .suppressedType(let node): add("suppressedType", node)
    case .attributedType(let node): add("attributedType", node)
    case .metatypeType(let node): add("metatype", node.metatypeSpecifier.text, node)
    case .packElementType(let node): add("packType", node.eachKeyword.text, node)
    case .packExpansionType(let node): add("packType", node.repeatKeyword.text, node)
    default: return .unknown
    }
    return .walkAll
  }
}
