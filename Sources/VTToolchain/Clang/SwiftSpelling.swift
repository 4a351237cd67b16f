import CClang

/// C, C++ and Objective-C types as Swift sees them, near enough to tell which values are one-shot.
///
/// A pointer to a type that is one-shot is written as that type, with the optional that its nullability makes: in C the handle
/// is the pointer. Names that Swift would not find are written all the same; to vtlint they are types that it does not know.
struct SwiftSpelling {
  /// C spellings of the catalogue, and what Swift text calls them: `std::future`, `std.future`.
  let imported: [String: String]

  /// The catalogue's types that have been written.
  private(set) var used: Set<String> = []

  init(imported: [String: String]) { self.imported = imported }

  mutating func type(_ type: CType, depth: Int = 0) -> String {
    // Types of templates can nest without end.
    if depth > 16 { return "Any" }
    switch type.kind {
    case ClangTypeElaborated: return self.type(type.named, depth: depth + 1)
    case ClangTypeAttributed: return attributed(type, depth: depth)
    case ClangTypeTypedef: return alias(type, depth: depth)
    case ClangTypePointer: return pointer(type, depth: depth) + "!"
    case ClangTypeBlockPointer: return "(\(function(type.pointee, depth: depth)))!"
    case ClangTypeLValueReference, ClangTypeRValueReference:
      return self.type(type.pointee, depth: depth + 1)
    case ClangTypeRecord, ClangTypeEnum: return record(type, depth: depth)
    case ClangTypeObjCObjectPointer: return objectPointer(type, depth: depth) + "!"
    case ClangTypeObjCInterface: return path(of: type.declaration)
    case ClangTypeFunction, ClangTypeFunctionNoPrototype:
      return "@convention(c) \(function(type, depth: depth))"
    default:
      if let plain = SwiftSpelling.plainTypes[type.kind] { return plain }
      let canonical = type.canonical
      return canonical.kind == type.kind ? "Any" : self.type(canonical, depth: depth + 1)
    }
  }

  /// A parameter's type, with what the callee does to the argument where the type tells.
  mutating func parameter(_ type: CType, isNoEscape: Bool) -> String {
    let bare = SwiftSpelling.bare(type)
    var spelled = self.type(type)
    if spelled.hasSuffix("!") { spelled.removeLast() }
    switch bare.kind {
    case ClangTypeLValueReference: return (bare.pointee.isConst ? "borrowing " : "inout ") + spelled
    case ClangTypeRValueReference: return "consuming " + spelled
    // Who may not change what is behind a handle does not use it up.
    case ClangTypePointer where bare.pointee.isConst && isOneShot(bare.pointee): return "borrowing " + spelled
    case ClangTypeBlockPointer where !spelled.hasSuffix("?") && !isNoEscape:
      return "@escaping " + spelled
    default: return spelled
    }
  }

  /// The parameters of a block's or function pointer's type.
  mutating func closureParameters(_ type: CType) -> [CType]? {
    let bare = SwiftSpelling.bare(type)
    return bare.kind == ClangTypeBlockPointer ? SwiftSpelling.bare(bare.pointee).parameters : nil
  }

  // MARK: - names

  /// The dotted name that Swift has for a declared type.
  func path(of declaration: Cursor) -> String {
    let name = name(of: declaration)
    if name == "Any" { return name }
    let parts = SwiftSpelling.owners(of: declaration) + [name]
    return imported[parts.joined(separator: "::")] ?? parts.map(written).joined(separator: ".")
  }

  /// The last part of it; `Any` where it has none.
  func name(of declaration: Cursor) -> String {
    if let name = DeclarationMarks(of: declaration).swiftName { return ImportedName(name).base }
    return SwiftSpelling.isUnnamed(declaration) ? "Any" : declaration.spelling
  }

  /// The struct or enumeration that has no name but that of its alias.
  static func unnamed(_ type: CType) -> Cursor? {
    let type = bare(type)
    guard type.kind == ClangTypeRecord || type.kind == ClangTypeEnum else { return nil }
    return isUnnamed(type.declaration) ? type.declaration : nil
  }

  /// Version 14 has no name for the struct of `typedef struct { … } name`, later ones have that of the alias.
  static func isUnnamed(_ declaration: Cursor) -> Bool {
    let spelling = declaration.spelling
    return spelling.isEmpty || spelling.contains(" ")
  }

  /// The names of the namespaces and classes around a declaration; those that C++ does not make anybody write are left out.
  static func owners(of declaration: Cursor) -> [String] {
    var owners: [String] = []
    var parent = declaration.semanticParent
    let kinds = [ClangCursorNamespace, ClangCursorStruct, ClangCursorClass, ClangCursorUnion]
    while owners.count < 32, kinds.contains(parent.kind) {
      let name = parent.spelling
      if !name.isEmpty, !parent.isInlineNamespace { owners.insert(name, at: 0) }
      parent = parent.semanticParent
    }
    return owners
  }

  // MARK: - kinds of types

  /// Whether values of the type, or of that which it refers to, are promised not to change.
  static func isConstReference(_ type: CType) -> Bool {
    let bare = bare(type)
    return (bare.kind == ClangTypePointer || bare.kind == ClangTypeLValueReference) && bare.pointee.isConst
  }

  /// Whether the values of a type, or what points to them, are one-shot.
  private func isOneShot(_ type: CType) -> Bool {
    let type = SwiftSpelling.bare(type)
    switch type.kind {
    case ClangTypeTypedef:
      return DeclarationMarks(of: type.declaration).mark != nil || isOneShot(type.declaration.underlyingType)
    case ClangTypeRecord:
      let declaration = type.declaration
      let path = (SwiftSpelling.owners(of: declaration) + [declaration.spelling]).joined(separator: "::")
      return imported[path] != nil || DeclarationMarks(of: declaration.definition ?? declaration).mark != nil
    default: return false
    }
  }

  /// Without what only tells how it is written.
  private static func bare(_ type: CType) -> CType {
    var type = type
    for _ in 0..<16 {
      if type.kind == ClangTypeElaborated {
        type = type.named
      } else if type.kind == ClangTypeAttributed {
        type = type.unattributed
      } else {
        return type
      }
    }
    return type
  }

  private mutating func attributed(_ type: CType, depth: Int) -> String {
    let spelled = self.type(type.unattributed, depth: depth + 1)
    guard spelled.hasSuffix("!") else { return spelled }
    if type.isNonNull { return String(spelled.dropLast()) }
    return type.isNullable ? spelled.dropLast() + "?" : spelled
  }

  private mutating func alias(_ type: CType, depth: Int) -> String {
    let declaration = type.declaration
    let name = declaration.spelling
    if let known = SwiftSpelling.knownAliases[name] { return known }
    let underlying = SwiftSpelling.bare(declaration.underlyingType)
    if DeclarationMarks(of: declaration).mark != nil {
      // The alias of a handle is written as a type of its own.
      return path(of: declaration) + (underlying.kind == ClangTypePointer ? "!" : "")
    }
    // The alias is all the name that the type has.
    if SwiftSpelling.unnamed(underlying) != nil { return path(of: declaration) }
    return self.type(underlying, depth: depth + 1)
  }

  private mutating func record(_ type: CType, depth: Int) -> String {
    let declaration = type.declaration
    let path = path(of: declaration)
    if imported.values.contains(path) { used.insert(path) }
    let arguments = type.templateArguments
    if arguments.isEmpty { return path }
    return path + "<" + arguments.map { self.type($0, depth: depth + 4) }.joined(separator: ", ") + ">"
  }

  private mutating func pointer(_ type: CType, depth: Int) -> String {
    let pointee = type.pointee
    let bare = SwiftSpelling.bare(pointee)
    if isOneShot(pointee) {
      let spelled = self.type(bare, depth: depth + 1)
      return spelled.hasSuffix("!") ? String(spelled.dropLast()) : spelled
    }
    let access = pointee.isConst ? "" : "Mutable"
    switch bare.canonical.kind {
    case ClangTypeFunction, ClangTypeFunctionNoPrototype:
      return "(@convention(c) \(function(bare.canonical, depth: depth)))"
    case ClangTypeVoid: return "Unsafe\(access)RawPointer"
    case ClangTypeRecord where bare.canonical.declaration.definition == nil: return "OpaquePointer"
    default: return "Unsafe\(access)Pointer<\(self.type(pointee, depth: depth + 1))>"
    }
  }

  private func objectPointer(_ type: CType, depth: Int) -> String {
    let pointee = type.pointee
    guard pointee.kind == ClangTypeObjCInterface else { return "Any" }
    let name = path(of: pointee.declaration)
    return SwiftSpelling.bridgedClasses[name] ?? name
  }

  private mutating func function(_ type: CType, depth: Int) -> String {
    let function = SwiftSpelling.bare(type)
    let parameters = function.parameters.map { self.type($0, depth: depth + 1) }
    return "(\(parameters.joined(separator: ", "))) -> \(self.type(function.result, depth: depth + 1))"
  }

  private static let plainTypes: [UInt32: String] = [
    ClangTypeVoid: "Void", ClangTypeBool: "Bool", ClangTypeCharU: "Int8",
    ClangTypeUChar: "UInt8", ClangTypeChar16: "Unicode.UTF16.CodeUnit",
    ClangTypeChar32: "Unicode.Scalar", ClangTypeUShort: "UInt16", ClangTypeUInt: "UInt32",
    ClangTypeULong: "UInt", ClangTypeULongLong: "UInt64", ClangTypeCharS: "Int8",
    ClangTypeSChar: "Int8", ClangTypeWChar: "Unicode.Scalar", ClangTypeShort: "Int16",
    ClangTypeInt: "Int32", ClangTypeLong: "Int", ClangTypeLongLong: "Int64",
    ClangTypeFloat: "Float", ClangTypeDouble: "Double", ClangTypeObjCId: "Any!",
    ClangTypeObjCClass: "AnyClass!", ClangTypeObjCSelector: "Selector!",
  ]

  private static let knownAliases: [String: String] = [
    "size_t": "Int", "ssize_t": "Int", "ptrdiff_t": "Int", "intptr_t": "Int", "uintptr_t": "UInt", "NSInteger": "Int",
    "NSUInteger": "Int", "BOOL": "Bool", "instancetype": "Self!", "int8_t": "Int8", "int16_t": "Int16", "int32_t": "Int32",
    "int64_t": "Int64", "uint8_t": "UInt8", "uint16_t": "UInt16", "uint32_t": "UInt32", "uint64_t": "UInt64",
  ]

  private static let bridgedClasses: [String: String] = [
    "NSString": "String", "NSData": "Data", "NSError": "Error", "NSURL": "URL", "NSDate": "Date", "NSArray": "[Any]",
    "NSDictionary": "[AnyHashable: Any]", "NSSet": "Set<AnyHashable>",
  ]
}
