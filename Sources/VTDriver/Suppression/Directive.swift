import VTDiagnostics

/// A comment that silences rules, as it is written:
///
///     // vtlint:disable:next double-await, unconsumed - the source hands out a fresh token per read
///
/// The word `vtlint:` must come first in the comment, so that prose about suppressions is none. Rules are separated by
/// commas; what follows the list is the reason, and words in it are never taken for rules.
struct Directive {
  enum Action: String, CaseIterable {
    /// From here to the matching `enable`, or to the end of the file.
    case disable
    case enable
    /// The next line with code.
    case disableNext = "disable:next"
    /// The line of the comment.
    case disableThis = "disable:this"
    case disableFile = "disable:file"
  }

  /// The action that a word means which is none: what other linters call theirs, or a misspelling.
  static func action(meantBy word: String) -> Action? {
    let parts = word.lowercased().split { !$0.isLetter }
    if let verb = parts.first, ["disable", "ignore", "allow"].contains(verb) {
      switch parts.dropFirst().joined(separator: " ") {
      case "": return .disable
      case "next", "next line", "nextline": return .disableNext
      case "this", "this line", "line", "same line": return .disableThis
      case "file", "this file": return .disableFile
      default: break
      }
    }
    return nearestWord(to: word, in: Action.allCases.map(\.rawValue)).flatMap(Action.init)
  }

  /// A word of the list and where it stands.
  struct RuleWord {
    var text: String
    var range: ByteRange
  }

  var action: Action
  var rules: [RuleWord]
  /// The text after the list; empty for none.
  var reason: String
  /// From `vtlint:` to the end of the comment's text.
  var range: ByteRange

  enum Failure: Error {
    /// The comment begins with `vtlint:` and a word that is not one of the actions; a blank before it counts.
    case unknownAction(String, isAlone: Bool)
  }

  /// There are not so many rules.
  private static let ruleLimit = 1_000

  /// Reads a comment; nil when it does not begin with `vtlint:`.
  init?(comment: ByteRange, in source: [UInt8]) throws(Failure) {
    var reader = Reader(source: source, range: comment)
    reader.skipDelimiters()
    let start = reader.place
    guard reader.eat("vtlint:") else { return nil }
    let word = reader.word(until: isBlank)
    guard let action = Action(rawValue: word.text) else {
      reader.skipBlanks()
      let name = word.text.isEmpty ? " " + reader.word(until: isBlank).text : word.text
      throw .unknownAction(name, isAlone: reader.rest.isEmpty)
    }
    self.action = action
    rules = []
    repeat {
      reader.skipBlanks()
      var rule = reader.word { isBlank($0) || $0 == UInt8(ascii: ",") }
      // In any case, as everywhere.
      rule.text = rule.text.lowercased()
      // A dash where a rule should stand begins the reason: the list is empty.
      if rule.text.isEmpty || rule.text.allSatisfy({ $0 == "-" || $0 == "—" }) { break }
      rules.append(rule)
      reader.skipBlanks()
    } while rules.count < Self.ruleLimit && reader.eat(",")
    reason = reader.rest.trimmed { $0 == "-" || $0 == "—" || $0 == ":" || $0 == " " || $0 == "\t" }
    range = ByteRange(start: UInt32(start), end: UInt32(reader.end))
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

private struct Reader {
  let source: [UInt8]
  var place: Int
  var end: Int

  init(source: [UInt8], range: ByteRange) {
    self.source = source
    place = Int(range.start)
    end = Int(range.end)
  }

  /// `//`, `///`, `/*`, `/**` and blanks, and at the end `*/`, `**/` and blanks.
  mutating func skipDelimiters() {
    let isBlock = source[place + 1] == UInt8(ascii: "*")
    if isBlock, end - place >= 4, source[..<end].hasSuffix("*/") { end -= 2 }
    place += 1
    while place < end, source[place] == UInt8(ascii: "/") || source[place] == UInt8(ascii: "*") { place += 1 }
    skipBlanks()
    while end > place, isBlank(source[end - 1]) || (isBlock && source[end - 1] == UInt8(ascii: "*")) { end -= 1 }
  }

  mutating func skipBlanks() { while place < end, isBlank(source[place]) { place += 1 } }

  mutating func eat(_ text: String) -> Bool {
    guard source[place..<end].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  mutating func word(until stop: (UInt8) -> Bool) -> Directive.RuleWord {
    let start = place
    while place < end, !stop(source[place]) { place += 1 }
    return .init(
      text: String(decoding: source[start..<place], as: UTF8.self),
      range: ByteRange(start: UInt32(start), end: UInt32(place)))
  }

  var rest: String { String(decoding: source[place..<end], as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension String {
  fileprivate func trimmed(_ isLeading: (Character) -> Bool) -> String { String(drop(while: isLeading)) }
}
