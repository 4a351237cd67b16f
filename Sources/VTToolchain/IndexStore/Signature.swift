/// What the readable form of a mangled name says of a function or property:
///
///     Storage.Client.fetch(Swift.Int) async throws -> Storage.ValueFuture<Swift.String>
///     Storage.Client.newest : Storage.ValueFuture<Swift.String>
///     (extension in App):Storage.Client< where A == Swift.Int>.run<B>(B) -> A
///     static Storage.Client.shared : Storage.Client
struct Signature: Hashable {
  /// The type whose member it is, as `Module.Type`; empty for what stands at a module's top level.
  var owner: String
  var result: String

  /// Reads the text; nil for what is neither a function nor a property.
  init?(_ text: String) {
    // What the compiler hides behind `some`, and what is private, has no name that could be looked up.
    if text.contains("<<") || text.contains("(in ") || text.contains(" #") { return nil }
    var rest = Substring(text)
    if rest.hasPrefix("static ") { rest = rest.dropFirst("static ".count) }
    if rest.hasPrefix("(extension in ") {
      guard let end = rest.range(of: "):") else { return nil }
      rest = rest[end...]
    }
    guard let head = Signature.head(of: rest) else { return nil }
    owner = head.path.dropLast().joined(separator: ".")
    // `Module.function`
    if head.path.count == 2 { owner = "" }
    guard head.path.count >= 2, !head.path.contains("") else { return nil }
    if rest[head.end...].first == "(" {
      guard let arrow = Signature.arrow(behindParametersAt: head.end, of: rest) else { return nil }
      result = String(rest[arrow...])
    } else if rest[head.end...].hasPrefix(" : ") {
      result = String(rest[head.end...].dropFirst(3))
    } else {
      return nil
    }
  }

  /// The dotted names before the parameters or the colon, without what stands in angle brackets.
  private static func head(of text: Substring) -> (path: [String], end: Substring.Index)? {
    var path = [""]
    var depth = 0
    for place in text.indices {
      switch text[place] {
      case "<": depth += 1
      case ">" where depth > 0: depth -= 1
      case "(" where depth == 0, " " where depth == 0: return (path, place)
      case "." where depth == 0: path.append("")
      case let character where depth == 0: path[path.count - 1].append(character)
      default: break
      }
    }
    return nil
  }

  /// Where the result begins, behind `(…) async throws(E) -> `.
  private static func arrow(behindParametersAt start: Substring.Index, of text: Substring) -> Substring.Index? {
    var depth = 0
    var place = start
    while place < text.endIndex {
      switch text[place] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "-" where depth == 0:
        let arrow = " -> "
        let begin = text.index(before: place)
        return text[begin...].hasPrefix(arrow) ? text.index(begin, offsetBy: arrow.count) : nil
      default: break
      }
      place = text.index(after: place)
    }
    return nil
  }
}

extension Substring {
  /// Where the text behind the first occurrence of some words begins.
  fileprivate func range(of words: String) -> Substring.Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(words) { return index(place, offsetBy: words.count) }
      formIndex(after: &place)
    }
    return nil
  }
}
