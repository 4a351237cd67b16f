extension Glob {
  /// Reads the name of an `.editorconfig` section. The text to match is the path below the file's folder with a `/`
  /// before it.
  ///
  /// `*` any characters but `/`; `**` any; `?` one but `/`; `[ab-d]`, `[!a]`; `{a,b}`, nested; `{1..5}`; `\` takes the
  /// next character as it is. A name without `/` matches in every folder below. What is not well-formed stands
  /// for itself: `{` without `}`, `{one}` without a comma, `[a/b]`.
  package init(section name: [UInt32]) {
    self.init()
    var compiler = SectionCompiler(text: name)
    // A slash within `[…]` or `{…}` counts too.
    compiler.text.insert(contentsOf: name.contains(slash) ? (name.first == slash ? [] : [slash]) : globText("/**/".utf8), at: 0)
    compiler.bracesAreSpecial = compiler.bracesArePaired
    compiler.compile(compiler.text.indices)
    steps = compiler.steps
  }
}

private let slash = UInt32(UInt8(ascii: "/"))
private let star = UInt32(UInt8(ascii: "*"))
private let backslash = UInt32(UInt8(ascii: "\\"))
private let openBrace = UInt32(UInt8(ascii: "{"))
private let closeBrace = UInt32(UInt8(ascii: "}"))
private let comma = UInt32(UInt8(ascii: ","))

private struct SectionCompiler {
  var text: [UInt32]
  var steps: [Glob.Step] = []
  var bracesAreSpecial = true
  /// Where the brace that closes each opening brace stands. Found in one pass, so that deep nesting is not searched again
  /// at each level.
  private var closings: [Int: Int] = [:]
  /// The commas between the alternatives of each opening brace.
  private var commas: [Int: [Int]] = [:]

  init(text: [UInt32]) { self.text = text }

  /// Unless every brace has a partner, all of them stand for themselves.
  var bracesArePaired: Bool {
    mutating get {
      var open: [Int] = []
      var index = 0
      while index < text.count {
        switch text[index] {
        case backslash: index += 1
        case openBrace: open.append(index)
        case comma: if let innermost = open.last { commas[innermost, default: []].append(index) }
        case closeBrace:
          guard let start = open.popLast() else { return false }
          closings[start] = index
        default: break
        }
        index += 1
      }
      return open.isEmpty
    }
  }

  mutating func compile(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case star: index = compileStars(index, range.upperBound)
      case slash where text[index...].starts(with: globText("/**/".utf8)):
        // A slash, or a slash, anything and another slash.
        let next = steps.count
        steps += [.character(slash), .split([next + 2, next + 4]), .star, .character(slash)]
        index += 4
      case UInt32(UInt8(ascii: "?")):
        steps.append(.anyButSlash)
        index += 1
      case UInt32(UInt8(ascii: "[")): index = compileSet(index, range.upperBound)
      case openBrace where bracesAreSpecial: index = compileBraces(index)
      case backslash where index + 1 < range.upperBound:
        steps.append(.character(text[index + 1]))
        index += 2
      default:
        steps.append(.character(text[index]))
        index += 1
      }
    }
  }

  private mutating func compileStars(_ start: Int, _ limit: Int) -> Int {
    let end = text[start..<limit].firstIndex { $0 != star } ?? limit
    steps.append(end - start == 1 ? .starButSlash : .star)
    return end
  }

  private mutating func compileSet(_ start: Int, _ limit: Int) -> Int {
    if let (set, end) = Glob.characterSet(in: text, at: start, negations: "!"), end <= limit,
      !text[start..<end].contains(slash)
    {
      steps.append(set)
      return end
    }
    steps.append(.character(text[start]))
    return start + 1
  }

  private mutating func compileBraces(_ start: Int) -> Int {
    let end = closings[start]!
    if let range = numberRange(start + 1..<end) {
      steps.append(.number(range))
    } else if let commas = commas[start] {
      compileAlternatives(between: [start] + commas + [end])
    } else {
      steps.append(.character(openBrace))
      compile(start + 1..<end)
      steps.append(.character(closeBrace))
    }
    return end + 1
  }

  /// A split to the beginning of each alternative; behind each a jump to the end.
  private mutating func compileAlternatives(between borders: [Int]) {
    let split = steps.count
    var beginnings: [Int] = []
    var jumps: [Int] = []
    steps.append(.split([]))
    for (start, end) in zip(borders, borders.dropFirst()) {
      beginnings.append(steps.count)
      compile(start + 1..<end)
      jumps.append(steps.count)
      steps.append(.split([]))
    }
    steps[split] = .split(beginnings)
    for jump in jumps { steps[jump] = .split([steps.count]) }
  }

  /// `3..120`; nil for anything else, and when the first number is not the smaller.
  private func numberRange(_ range: Range<Int>) -> ClosedRange<Int>? {
    let characters = text[range].map { UInt8(exactly: $0) ?? 0 }
    let words = String(decoding: characters, as: UTF8.self)
    guard let dots = words.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    guard let low = Int(words[..<dots]), words[dots...].hasPrefix(".."), let high = Int(words[dots...].dropFirst(2)),
      low < high
    else { return nil }
    return low...high
  }
}
