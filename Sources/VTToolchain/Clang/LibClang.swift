// libclang as values that cannot be misused: the only file that calls it. Invariants:
//
// - A `ClangLibrary` has all functions of its table, and is never unloaded.
// - Cursors and types are plain memory into a unit; each keeps its unit, the unit its library and its index, so nothing is
//   read that has been freed.
// - Every `ClangString` is copied and disposed of where it comes up (`take`).
// - libclang is used from one thread: nothing here is Sendable.

import CClang

/// A library that has been loaded, with the functions that were found in it.
final class ClangLibrary {
  fileprivate let functions: ClangFunctions
  /// "clang version 21.0.0 …"
  let version: String

  /// - Parameter path: the path of the library, or a name that the loader looks for in its own folders.
  init(path: String) throws(UnusableLibrary) {
    var functions = ClangFunctions()
    // The text lives until the loader is asked again.
    if let reason = unsafe clangLoad(path, &functions) { throw unsafe UnusableLibrary(reason: String(cString: reason)) }
    self.functions = functions
    version = unsafe functions.take(functions.getClangVersion())
  }

  /// The first number of the version: 21.
  var majorVersion: Int? {
    guard let words = version.firstRange(of: "version ") else { return nil }
    return Int(version[words.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }

  struct UnusableLibrary: Error {
    let reason: String
  }
}

extension ClangFunctions {
  fileprivate func take(_ string: ClangString) -> String {
    defer { unsafe disposeString(string) }
    return unsafe getCString(string).map { unsafe String(cString: $0) } ?? ""
  }
}

/// A text that libclang has parsed. Its pointers are valid until it goes, and cursors and types keep it.
@safe
final class ClangUnit {
  fileprivate let functions: ClangFunctions
  private let library: ClangLibrary
  private let index: UnsafeMutableRawPointer
  private let handle: OpaquePointer

  /// Parses a text that stands in no file.
  /// - Parameters:
  ///   - name: the path it would have.
  ///   - arguments: those of the compiler.
  /// - Returns: nil where libclang gives up, by which it also answers to a crash of its own.
  init?(_ library: ClangLibrary, text: String, name: String, arguments: [String]) {
    let functions = library.functions
    guard let index = functions.createIndex(0, 0) else { return nil }
    var handle: OpaquePointer?
    let options = ClangOptionSkipFunctionBodies | ClangOptionKeepGoing | ClangOptionIncludeAttributedTypes
    let status = unsafe text.withCString { contents in
      unsafe name.withCString { path in
        unsafe withCStrings(arguments) { arguments in
          var file = unsafe ClangUnsavedFile(name: path, contents: contents, length: UInt(text.utf8.count))
          return unsafe functions.parseTranslationUnit2(
            index, path, arguments.baseAddress, Int32(arguments.count), &file, 1, options, &handle)
        }
      }
    }
    guard status == 0, let handle = unsafe handle else {
      unsafe functions.disposeIndex(index)
      return nil
    }
    self.library = library
    self.functions = functions
    unsafe self.index = index
    unsafe self.handle = handle
  }

  deinit {
    unsafe functions.disposeTranslationUnit(handle)
    unsafe functions.disposeIndex(index)
  }

  var root: Cursor { unsafe Cursor(self, functions.getTranslationUnitCursor(handle)) }

  /// The errors, in the order of the text: what is wrong and in which file.
  var errors: [(message: String, file: String, line: Int)] {
    var errors: [(message: String, file: String, line: Int)] = []
    for number in unsafe 0..<functions.getNumDiagnostics(handle) {
      guard let diagnostic = unsafe functions.getDiagnostic(handle, number) else { continue }
      defer { unsafe functions.disposeDiagnostic(diagnostic) }
      guard unsafe functions.getDiagnosticSeverity(diagnostic) >= ClangSeverityError else { continue }
      let (file, line) = unsafe place(of: functions.getDiagnosticLocation(diagnostic))
      unsafe errors.append((functions.take(functions.getDiagnosticSpelling(diagnostic)), file, line))
    }
    return errors
  }

  fileprivate func place(of location: ClangLocation) -> (file: String, line: Int) {
    var file: UnsafeMutableRawPointer?
    var line: UInt32 = 0
    unsafe functions.getFileLocation(location, &file, &line, nil, nil)
    guard let file = unsafe file else { return ("", 0) }
    return unsafe (functions.take(functions.getFileName(file)), Int(line))
  }
}

/// A declaration, a reference or an attribute.
struct Cursor {
  fileprivate let unit: ClangUnit
  private let raw: ClangCursor

  fileprivate init(_ unit: ClangUnit, _ raw: ClangCursor) {
    self.unit = unit
    self.raw = raw
  }

  private var functions: ClangFunctions { unit.functions }

  /// One of the numbers of `CClang.h`, or one that nobody asks for.
  var kind: UInt32 { raw.kind }
  var spelling: String { unsafe functions.take(functions.getCursorSpelling(raw)) }
  var semanticParent: Cursor { Cursor(unit, functions.getCursorSemanticParent(raw)) }
  var referenced: Cursor { Cursor(unit, functions.getCursorReferenced(raw)) }
  /// Where the declaration is completed, in this unit; nil where it is not.
  var definition: Cursor? {
    let found = Cursor(unit, functions.getCursorDefinition(raw))
    return found.isDeclaration ? found : nil
  }
  var isDeclaration: Bool { (1..<50).contains(kind) || kind == ClangCursorLinkage }
  /// It could not be understood, and what it says of itself is made up.
  var isInvalid: Bool { functions.isInvalidDeclaration(raw) != 0 }
  var isInlineNamespace: Bool { functions.Cursor_isInlineNamespace(raw) != 0 }
  var isConstMethod: Bool { functions.CXXMethod_isConst(raw) != 0 }
  var isStaticMethod: Bool { functions.CXXMethod_isStatic(raw) != 0 }
  /// Of a member of a C++ class.
  var isPublic: Bool { functions.getCXXAccessSpecifier(raw) == ClangAccessPublic }
  var file: String { unit.place(of: functions.getCursorLocation(raw)).file }

  var type: CType { CType(unit, functions.getCursorType(raw)) }
  var resultType: CType { CType(unit, functions.getCursorResultType(raw)) }
  var underlyingType: CType { CType(unit, functions.getTypedefDeclUnderlyingType(raw)) }

  var parameters: [Cursor] {
    (0..<max(0, functions.Cursor_getNumArguments(raw))).map { Cursor(unit, functions.Cursor_getArgument(raw, UInt32($0))) }
  }

  /// The declaration as libclang writes it, with its attributes and without its members.
  var declarationText: String {
    guard let policy = functions.getCursorPrintingPolicy(raw) else { return "" }
    defer { unsafe functions.PrintingPolicy_dispose(policy) }
    unsafe functions.PrintingPolicy_setProperty(policy, ClangPolicyTerseOutput, 1)
    return unsafe functions.take(functions.getCursorPrettyPrinted(raw, policy))
  }

  /// What stands directly in it, in the order of the text.
  var children: [Cursor] {
    final class Found { var cursors: [ClangCursor] = [] }
    let found = Found()
    withExtendedLifetime(found) {
      _ = unsafe functions.visitChildren(
        raw,
        { cursor, _, context in
          unsafe Unmanaged<Found>.fromOpaque(context!).takeUnretainedValue().cursors.append(cursor)
          return 1
        }, unsafe Unmanaged.passUnretained(found).toOpaque())
    }
    return found.cursors.map { Cursor(unit, $0) }
  }

  static func == (a: Cursor, b: Cursor) -> Bool { a.functions.equalCursors(a.raw, b.raw) != 0 }
}

/// A type of C, C++ or Objective-C.
struct CType {
  private let unit: ClangUnit
  private let raw: ClangType

  fileprivate init(_ unit: ClangUnit, _ raw: ClangType) {
    self.unit = unit
    self.raw = raw
  }

  private var functions: ClangFunctions { unit.functions }

  /// One of the numbers of `CClang.h`, or one that nobody asks for; 0: there is no type.
  var kind: UInt32 { raw.kind }
  var canonical: CType { CType(unit, functions.getCanonicalType(raw)) }
  var pointee: CType { CType(unit, functions.getPointeeType(raw)) }
  var declaration: Cursor { Cursor(unit, functions.getTypeDeclaration(raw)) }
  var isConst: Bool { functions.isConstQualifiedType(raw) != 0 }
  /// What stands behind `struct`, or behind the namespaces.
  var named: CType { CType(unit, functions.Type_getNamedType(raw)) }
  /// Without attributes such as `_Nullable`.
  var unattributed: CType { CType(unit, functions.Type_getModifiedType(raw)) }
  /// Whether it is marked so: that a pointer may be, or may not be, null.
  var isNonNull: Bool { functions.Type_getNullability(raw) == ClangNullabilityNonNull }
  var isNullable: Bool { functions.Type_getNullability(raw) == ClangNullabilityNullable }
  var result: CType { CType(unit, functions.getResultType(raw)) }
  var parameters: [CType] {
    (0..<max(0, functions.getNumArgTypes(raw))).map { CType(unit, functions.getArgType(raw, UInt32($0))) }
  }
  var templateArguments: [CType] {
    (0..<max(0, functions.Type_getNumTemplateArguments(raw))).map {
      CType(unit, functions.Type_getTemplateArgumentAsType(raw, UInt32($0)))
    }
  }
}

/// Lends the texts as C strings for the time of the call.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  // One block of memory: the texts one behind the other, each with its end.
  let bytes: [CChar] = texts.flatMap { text in text.utf8.map { CChar(bitPattern: $0) } + [0] }
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    var start = 0
    let pointers: [UnsafePointer<CChar>?] = unsafe texts.map { text in
      defer { start += text.utf8.count + 1 }
      return unsafe bytes.baseAddress.map { unsafe $0 + start }
    }
    return unsafe pointers.withUnsafeBufferPointer(body)
  }
}
