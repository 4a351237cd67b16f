/// One line of a dump: `start..end` in bytes, then a kind and a detail (see docs/DUMPS.md).
struct Line: Comparable {
  var start: Int
  var end: Int
  /// Kind and detail, separated by a blank; empty in a dump of tokens.
  var text: String

  static func < (a: Line, b: Line) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  var description: String { text.isEmpty ? "\(start)..\(end)" : "\(start)..\(end) \(text)" }

  /// Reads a line that `vtlint-dev` printed; nil if it is not one.
  init?(_ bytes: Substring.UTF8View) {
    guard let dots = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let blank = bytes[dots...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
    guard bytes[dots...].dropFirst().first == UInt8(ascii: "."),
      let start = Int(Substring(bytes[..<dots])),
      let end = Int(Substring(bytes[dots..<blank].dropFirst(2)))
    else { return nil }
    self.init(start: start, end: end, text: blank == bytes.endIndex ? "" : String(Substring(bytes[blank...].dropFirst())))
  }

  init(start: Int, end: Int, text: String) {
    self.start = start
    self.end = end
    self.text = text
  }
}

/// The lines that only one of two sorted dumps has.
struct Difference {
  var onlyOurs: [Line] = []
  var onlyTheirs: [Line] = []

  var isEmpty: Bool { onlyOurs.isEmpty && onlyTheirs.isEmpty }

  init(ours: [Line], theirs: [Line]) {
    var i = 0
    var j = 0
    while i < ours.count || j < theirs.count {
      if j == theirs.count || (i < ours.count && ours[i] < theirs[j]) {
        onlyOurs.append(ours[i])
        i += 1
      } else if i == ours.count || theirs[j] < ours[i] {
        onlyTheirs.append(theirs[j])
        j += 1
      } else {
        i += 1
        j += 1
      }
    }
  }

  /// Both sides in the order of the text, each line with the sign of its side.
  var marked: [(sign: String, line: Line)] {
    let all = onlyOurs.map { ("- vtlint", $0) } + onlyTheirs.map { ("+ swift-syntax", $0) }
    return all.sorted { $0.1 < $1.1 }
  }
}
