import VTDiagnostics
import VTFlow
import VTSyntax
import VTToolchain

/// The texts of names, for people: the analysis itself compares names without knowing how they are spelt.
struct TypeNames {
  private var texts: [Name: String] = [:]

  mutating func add(wordsOf tree: SyntaxTree) {
    for place in tree.tokens.indices {
      let token = TokenID(UInt32(place))
      let name = tree.name(of: token)
      if name != .none, texts[name] == nil { texts[name] = tree.text(of: token) }
    }
  }

  /// The paths of nested types, as the compiler tells them.
  mutating func add(told answer: IndexAnswer) {
    for symbol in answer.symbols {
      for path in (symbol.owner + " " + symbol.result).split(whereSeparator: { !($0.isLetter || $0.isNumber || "._".contains($0)) }) {
        // Before the first dot stands the module.
        add(path: path.split(separator: ".").dropFirst().map(String.init))
      }
    }
  }

  /// The paths of the types that are declared.
  mutating func add(typesOf files: [FileDeclarations]) {
    for file in files {
      for declaration in file.declarations where declaration.kind.hasMembers {
        var path: [String] = []
        var current: Declaration? = declaration
        while let type = current {
          path.insert(texts[type.name] ?? "", at: 0)
          current = type.parent < 0 ? nil : file.declarations[Int(type.parent)]
        }
        add(path: path)
      }
    }
  }

  private mutating func add(path: [String]) {
    if !path.isEmpty { texts[.dotted(path.joined(separator: "."))] = path.joined(separator: ".") }
  }

  func text(of type: Type) -> String {
    func list(_ types: [Type]) -> String { types.map { text(of: $0) }.joined(separator: ", ") }
    switch type {
    case .unknown: return "?"
    case .nominal(let name, let arguments):
      let plain = texts[name] ?? "?"
      return arguments.isEmpty ? plain : "\(plain)<\(list(arguments))>"
    case .optional(let inner): return "\(text(of: inner))?"
    case .array(let inner): return "[\(text(of: inner))]"
    case .dictionary(let key, let value): return "[\(text(of: key)): \(text(of: value))]"
    case .tuple(let elements): return "(\(list(elements.map(\.type))))"
    case .function(let parameters, let result): return "(\(list(parameters))) -> \(text(of: result))"
    case .metatype(let inner): return "\(text(of: inner)).Type"
    case .parameter(let name, _): return texts[name] ?? "?"
    }
  }
}
