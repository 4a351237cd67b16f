/// The name that `swift_name("…")` gives to a C function, variable or type:
///
///     fetch(_:)                     a function
///     VTOperation.wait(self:for:)   a method, whose receiver is the parameter called self
///     getter:VTOperation.isReady(self:)   a property
///     VTOperation.init(id:)         an initialiser
///     VTColor.red                   a member of a type
struct ImportedName {
  enum Kind { case plain, function, initializer, getter, setter }

  var kind: Kind
  /// The types around it.
  var owner: [String]
  var base: String
  /// One for each parameter but the receiver; empty: `_`.
  var labels: [String]
  /// The place of the receiver among the parameters.
  var receiver: Int?

  init(_ text: String) {
    var text = Substring(text)
    kind = .plain
    for (prefix, prefixKind) in [("getter:", Kind.getter), ("setter:", Kind.setter)] where text.hasPrefix(prefix) {
      kind = prefixKind
      text = text.dropFirst(prefix.count)
    }
    let path = text.prefix { $0 != "(" }
    var parts = path.split(separator: ".").map(String.init)
    base = parts.popLast() ?? ""
    owner = parts
    labels = []
    guard path.endIndex < text.endIndex else { return }
    if kind == .plain { kind = base == "init" ? .initializer : .function }
    let list = text[text.index(after: path.endIndex)...].prefix { $0 != ")" }
    for (place, label) in list.split(separator: ":").enumerated() {
      if label == "self", receiver == nil, !owner.isEmpty {
        receiver = place
      } else {
        labels.append(label == "_" ? "" : String(label))
      }
    }
  }

  /// A C function that has no other name.
  init(function name: String, parameters: Int) {
    kind = .function
    owner = []
    base = name
    labels = Array(repeating: "", count: parameters)
  }

  /// A method of Objective-C, by the plainest of the importer's rules: `fetchWithID:completion:` is `fetch(withID:completion:)`.
  /// What it leaves out of names because the types say it too stays in; a call then finds no declaration, and nothing is said.
  init(selector: String) {
    let pieces = selector.split(separator: ":").map(String.init)
    let first = pieces.first ?? ""
    kind = .function
    owner = []
    base = first
    labels = selector.contains(":") ? [""] + pieces.dropFirst() : []
    if first.hasPrefix("init"), first.count == 4 || first.dropFirst(4).first?.isUppercase == true {
      kind = .initializer
      base = "init"
      let rest = first.dropFirst(4)
      if !labels.isEmpty { labels[0] = ImportedName.lowered(rest.hasPrefix("With") ? rest.dropFirst(4) : rest) }
    } else if !labels.isEmpty, let with = first.firstRange(of: "With"), with.lowerBound > first.startIndex {
      base = String(first[..<with.lowerBound])
      labels[0] = ImportedName.lowered(first[with.lowerBound...])
    }
  }

  /// `ID` becomes `id`, `Name` `name`, `URLString` `urlString`.
  private static func lowered(_ text: Substring) -> String {
    let capitals = text.prefix { $0.isUppercase }
    if capitals.count == text.count { return text.lowercased() }
    let count = capitals.count > 1 ? capitals.count - 1 : capitals.count
    return text.prefix(count).lowercased() + text.dropFirst(count)
  }
}

/// A name as Swift source writes it.
func written(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

private let keywords: Set<String> = [
  "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
  "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
  "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
  "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
  "typealias", "var", "where", "while",
]
