import CClang

/// What the attributes of a C, C++ or Objective-C declaration say to Swift, and to vtlint.
///
/// libclang shows most of these attributes without their arguments, but writes them out where it writes the declaration; from
/// macros too, expanded. So the text of the declaration is read, and of it only what belongs to the declaration itself:
///
///     struct vt_op *vt_fetch(void (^done)(int) __attribute__((…)))  __attribute__((swift_name("fetch(_:)")))
///                           a parameter's: not read                 read
struct DeclarationMarks {
  /// `swift_name("…")`
  var swiftName: String?
  /// `value-future`, of `swift_attr("vtlint:value-future")` or `annotate("vtlint:value-future")`.
  var mark: String?
  /// A parameter that is called exactly once.
  var isCalledOnce = false
  var isNoEscape = false
  /// The place of the completion handler that Swift turns into `async`, from 1; 0: it must not.
  var asyncParameter: Int?

  init(of cursor: Cursor) {
    read(cursor.declarationText)
    if mark != nil { return }
    // Where the text leaves attributes out, as version 14 does for `@interface`, the annotation still stands below.
    for child in cursor.children where child.kind == ClangCursorAnnotation {
      if let word = DeclarationMarks.mark(in: child.spelling) { mark = word }
    }
  }

  /// - Parameter text: a declaration as libclang writes it.
  init(text: String) { read(text) }

  private mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    var depth = 0
    var index = 0
    while index < bytes.count {
      if let opening = DeclarationMarks.openings.first(where: { bytes[index...].starts(with: $0.text) }) {
        let end = DeclarationMarks.end(ofGroup: index + opening.bracket, in: bytes)
        let start = index + opening.text.count
        if depth == 0, start < end - 1 { take(bytes[start..<(end - 1)]) }
        index = end + 1
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""): index = DeclarationMarks.end(ofString: index, in: bytes)
      default: break
      }
      index += 1
    }
  }

  /// How an attribute begins, and where in this its first bracket is.
  private static let openings: [(text: [UInt8], bracket: Int)] = [
    (Array("__attribute__((".utf8), 13), (Array("[[clang::".utf8), 0),
  ]

  /// Takes over what stands inside `__attribute__((…))`.
  private mutating func take(_ attribute: ArraySlice<UInt8>) {
    let name = String(decoding: attribute.prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self)
    let arguments = String(decoding: attribute.dropFirst(name.utf8.count + 1).dropLast(), as: UTF8.self)
    switch name {
    case "swift_name": swiftName = DeclarationMarks.unquoted(arguments)
    case "swift_attr", "annotate": mark = DeclarationMarks.mark(in: DeclarationMarks.unquoted(arguments)) ?? mark
    case "called_once": isCalledOnce = true
    case "noescape": isNoEscape = true
    case "swift_async":
      let parts = arguments.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } }
      asyncParameter = parts.first == "none" ? 0 : parts.count > 1 ? Int(parts[1]) : nil
    default: break
    }
  }

  private static let marks: Set<String> = ["value-future", "single-pass", "continuation"]

  private static func mark(in text: String) -> String? {
    guard text.hasPrefix("vtlint:") else { return nil }
    let word = String(text.dropFirst("vtlint:".count))
    return marks.contains(word) ? word : nil
  }

  private static func unquoted(_ text: String) -> String {
    // An annotation may have further arguments.
    guard let start = text.firstIndex(of: "\"") else { return text }
    return String(text[text.index(after: start)...].prefix { $0 != "\"" })
  }

  /// The place of the last byte of a string that begins here.
  private static func end(ofString start: Int, in bytes: [UInt8]) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return index
  }

  /// The place of the bracket that ends the group which begins here.
  private static func end(ofGroup start: Int, in bytes: [UInt8]) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""): index = end(ofString: index, in: bytes)
      default: break
      }
      if depth == 0 { return index }
      index += 1
    }
    return bytes.count
  }
}
