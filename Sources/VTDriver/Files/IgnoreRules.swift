import VTPlatform

/// One `.gitignore` file, or the globs of `--exclude`: which paths below a folder are to be left out.
///
/// The notation is git's: blank lines and `#` comments, `!` takes back, a slash at the end means folders only, a slash
/// elsewhere ties the pattern to the file's own folder, `*`, `?`, `[a-z]`, `**/`, `/**`, `/**/`. The last rule that
/// matches decides. POSIX classes (`[[:space:]]`) are read as plain sets, as ripgrep does.
package struct IgnoreRules: Sendable {
  /// The folder that the patterns are relative to; absolute and tidied.
  package let folder: Path
  private var rules: [Rule] = []

  private struct Rule: Sendable {
    var glob: Glob
    var isNegated: Bool
    var foldersOnly: Bool
    /// Matched against the whole path below the folder, not against the name alone.
    var isAnchored: Bool
  }

  package init(folder: Path, text: [UInt8]) {
    self.folder = folder
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    for line in body.split(separator: 0x0A) {
      add(line: line.last == 0x0D ? line.dropLast() : line)
    }
  }

  package init(folder: Path, patterns: [String]) {
    self.folder = folder
    for pattern in patterns { add(line: patternInFolder(pattern)[...]) }
  }

  /// `./Generated` and an absolute path are what people type and scripts pass; git's notation knows neither.
  private func patternInFolder(_ pattern: String) -> [UInt8] {
    let isNegated = pattern.hasPrefix("!")
    let text = Array(pattern.utf8.dropFirst(isNegated ? 1 : 0))
    var below: ArraySlice<UInt8>?
    if text.starts(with: "./".utf8) { below = text.dropFirst(2) } else { below = Path(bytes: text).relative(to: folder) }
    guard let below else { return Array(pattern.utf8) }
    return Array((isNegated ? "!/" : "/").utf8) + below
  }

  /// Whether the path is to be left out; nil when no rule speaks of it, or it does not lie below the folder.
  package func ignores(_ path: Path, isFolder: Bool) -> Bool? {
    guard !rules.isEmpty, let below = path.relative(to: folder) else { return nil }
    let whole = globText(below)
    let name = whole.lastIndex(of: slash).map { Array(whole[($0 + 1)...]) } ?? whole
    for rule in rules.reversed() where isFolder || !rule.foldersOnly {
      if rule.glob.matches(rule.isAnchored ? whole : name) { return !rule.isNegated }
    }
    return nil
  }

  /// In bytes, the longest path that systems take. Matching costs the product of both lengths, for every file.
  private static let longestPattern = 4096

  private mutating func add(line: ArraySlice<UInt8>) {
    if line.count > Self.longestPattern { return }
    var pattern = globText(withoutTrailingBlanks(line))[...]
    if pattern.isEmpty || pattern.first == UInt32(UInt8(ascii: "#")) { return }
    let isNegated = pattern.first == UInt32(UInt8(ascii: "!"))
    if isNegated { pattern.removeFirst() }
    let foldersOnly = pattern.last == slash
    if foldersOnly { pattern.removeLast() }
    let isAnchored = pattern.contains(slash)
    if pattern.first == slash { pattern.removeFirst() }
    guard !pattern.isEmpty, let glob = Glob(gitPattern: Array(pattern)) else { return }
    rules.append(Rule(glob: glob, isNegated: isNegated, foldersOnly: foldersOnly, isAnchored: isAnchored))
  }

  /// Blanks at the end do not count, unless the last is escaped.
  private func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 {
      let backslashes = line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      line.removeLast()
    }
    return line
  }
}

private let slash = UInt32(UInt8(ascii: "/"))

extension Glob {
  /// Reads git's notation; nil for a pattern that can match nothing (an open bracket, a backslash at the end).
  fileprivate init?(gitPattern text: [UInt32]) {
    self.init()
    let star = UInt32(UInt8(ascii: "*"))
    var index = 0
    while index < text.count {
      switch text[index] {
      case star:
        var end = index
        while end < text.count, text[end] == star { end += 1 }
        let startsPart = index == 0 || text[index - 1] == slash
        let endsPart = end == text.count || text[end] == slash
        if end - index == 2, startsPart, endsPart {
          if end == text.count {
            steps.append(.star)
          } else {
            // `**/`: nothing, or any folders with the slash behind them.
            let next = steps.count
            steps += [.split([next + 1, next + 3]), .star, .character(slash)]
            end += 1
          }
        } else {
          steps.append(.starButSlash)
        }
        index = end
      case UInt32(UInt8(ascii: "?")):
        steps.append(.anyButSlash)
        index += 1
      case UInt32(UInt8(ascii: "[")):
        guard let (step, end) = Glob.characterSet(in: text, at: index, negations: "!^") else { return nil }
        steps.append(step)
        index = end
      case UInt32(UInt8(ascii: "\\")):
        guard index + 1 < text.count else { return nil }
        steps.append(.character(text[index + 1]))
        index += 2
      default:
        steps.append(.character(text[index]))
        index += 1
      }
    }
  }

  /// Reads `[…]`; nil when it is not closed. A `]` that comes first is one of the characters.
  package static func characterSet(in text: [UInt32], at start: Int, negations: String) -> (step: Step, end: Int)? {
    var index = start + 1
    let negated = index < text.count && negations.unicodeScalars.contains { $0.value == text[index] }
    if negated { index += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    func character() -> UInt32? {
      if index < text.count, text[index] == UInt32(UInt8(ascii: "\\")) { index += 1 }
      guard index < text.count else { return nil }
      defer { index += 1 }
      return text[index]
    }
    while index < text.count, text[index] != UInt32(UInt8(ascii: "]")) || index == first {
      guard let low = character() else { return nil }
      let isRange =
        index + 1 < text.count && text[index] == UInt32(UInt8(ascii: "-")) && text[index + 1] != UInt32(UInt8(ascii: "]"))
      if isRange {
        index += 1
        guard let high = character() else { return nil }
        if low <= high { ranges.append(low...high) }
      } else {
        ranges.append(low...low)
      }
    }
    return index < text.count ? (.oneOf(ranges, negated: negated), index + 1) : nil
  }
}
