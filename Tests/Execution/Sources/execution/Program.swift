/// A generated function: statements as text with signs (see Rendering.swift), nested so that the shrinker can take
/// them apart.
struct Function: Sendable {
  var name: Int
  /// Its parameters: `a: Bool`, `f1: ValueFuture<User>`.
  var parameters: [Parameter] = []
  /// Written behind the parameters; empty for nothing.
  var result = ""
  var body: [Statement] = []
  /// Other functions that it calls, in front of it.
  var helpers: [Statement] = []
  /// The helpers are run for themselves, too.
  var helperCalls: [String] {
    helpers.compactMap { helper in
      guard case .line(let header)? = helper.parts.first, let name = header.split(separator: " ").dropFirst().first?.prefix(while: { $0 != "(" })
      else { return nil }
      let words = header.contains("async throws {") || header.contains(") async throws ->") ? "try await " : ""
      let closure = header.contains("body:") ? ", {}" : ""
      return "_ = \(words)\(name)(ValueFuture(), choose(2) == 1\(closure))".split(separator: "⟨f⟩").joined(separator: "\(self.name)")
    }
  }

  var lineCount: Int { 2 + (helpers + body).reduce(0) { $0 + $1.lineCount } }

  var header: String {
    let list = parameters.map { "\($0.name): \($0.type.rawValue)" }.joined(separator: ", ")
    return "func fn\(name)(\(list)) async throws\(result.isEmpty ? "" : " -> \(result)") {"
  }

  /// The call with arguments that stand for any.
  var call: String {
    let list = parameters.map { "\($0.name): \($0.type.anyValue)" }.joined(separator: ", ")
    return "_ = try await fn\(name)(\(list))"
  }
}

struct Parameter: Sendable {
  enum Kind: String, Sendable {
    case bool = "Bool"
    case kind = "Kind"
    case int = "Int"
    case future = "ValueFuture<User>"
    case optional = "ValueFuture<User>?"

    var anyValue: String {
      switch self {
      case .bool: "choose(2) == 1"
      case .kind: "[Kind.one, .two, .three][choose(3)]"
      case .int: "choose(3)"
      case .future: "ValueFuture()"
      case .optional: "choose(2) == 1 ? ValueFuture() : nil"
      }
    }
  }

  var name: String
  var type: Kind
}

/// Lines, and blocks between them: `if a {`, a block, `} else {`, a block, `}`.
struct Statement: Sendable {
  enum Part: Sendable {
    case line(String)
    case block([Statement])
  }
  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
  init(_ line: String) { parts = [.line(line)] }

  var lineCount: Int {
    parts.reduce(0) { count, part in
      switch part {
      case .line: count + 1
      case .block(let statements): count + statements.reduce(0) { $0 + $1.lineCount }
      }
    }
  }
}
