import VTDiagnostics
import VTReport
import VTRules
import VTFlow
import VTSyntax

/// The suppressions of one file: decides which findings they silence, remembers which of them did, and tells of
/// those that did not.
struct Suppressions {
  static let unusedRule: RuleID = "unused-suppression"

  /// One rule of one comment.
  private struct Entry {
    enum Reach {
      case lines(ClosedRange<Int>)
      /// From an offset on, up to another.
      case bytes(Range<UInt32>)
      case file
    }
    /// nil: all rules.
    var rule: RuleID?
    /// Rules that were enabled again one by one while all were disabled, and from which offset on.
    var exceptions: [RuleID: UInt32] = [:]
    var reach: Reach
    var reason: String
    /// The word that names the rule.
    var word: ByteRange
    var isUsed = false

    /// For an entry whose lines hold the offset, if it has lines.
    func reaches(_ rule: RuleID, _ offset: UInt32) -> Bool {
      if case .bytes(let range) = reach, !range.contains(offset) { return false }
      return offset < exceptions[rule] ?? .max
    }

    func begins(behind offset: UInt32) -> Bool {
      if case .bytes(let range) = reach { range.lowerBound > offset } else { false }
    }
  }

  private struct LineAndRule: Hashable {
    var line: Int
    var rule: RuleID?
  }

  private var entries: [Entry] = []
  /// Where to look for what silences a finding, so that many suppressions and many findings do not multiply. What repeats
  /// another suppression of its kind stands in none of them: it silences nothing.
  private var entriesByLine: [LineAndRule: Int] = [:]
  private var entriesOfFile: [RuleID?: Int] = [:]
  /// In the order of their places; those of one rule do not overlap.
  private var regions: [RuleID?: [Int]] = [:]
  /// Regions without an end so far.
  private var openRegions: [Int] = []
  private var commentsWithoutReason: [ByteRange] = []
  /// Mistakes in the comments.
  static let mistakeLimit = 100
  private(set) var mistakes: [(range: ByteRange, message: String)] = []
  private let lines: LineTable

  /// Whether it is worth to look for suppressions in a text at all.
  static func mayOccur(in source: [UInt8]) -> Bool { mark.occurs(in: source) }

  private static let mark = ByteSearch(for: "vtlint:")

  init(in tree: SyntaxTree, rules: [RuleID]) {
    lines = LineTable(tree.source)
    var directives: [(Directive, comment: ByteRange)] = []
    forEachComment(in: tree) { comment in
      do throws(Directive.Failure) {
        if let directive = try Directive(comment: comment, in: tree.source) { directives.append((directive, comment)) }
      } catch {
        noteUnknownAction(error, comment)
      }
    }
    for (directive, comment) in directives { add(directive, comment, tree, known: Set(rules)) }
  }

  /// `vtlint:` begins marks of types too. What is neither was meant to be one of them.
  private mutating func noteUnknownAction(_ failure: Directive.Failure, _ comment: ByteRange) {
    guard case .unknownAction(let word, let isAlone) = failure, mistakes.count < Self.mistakeLimit else { return }
    let marks = SyntaxTree.marksOfTypes
    // `vtlint:ignore double-await` is another linter's way to suppress.
    if marks.contains(where: { word.hasPrefix($0) }), isAlone || Directive.action(meantBy: word) == nil { return }
    if let meant = Directive.action(meantBy: word) {
      mistakes.append((comment, "unknown suppression 'vtlint:\(word)' (did you mean 'vtlint:\(meant.rawValue)'?)"))
    } else if let meant = nearestWord(to: word, in: marks) {
      mistakes.append((comment, "unknown mark 'vtlint:\(word)' (did you mean 'vtlint:\(meant)'?)"))
    } else if !word.hasPrefix(" ") {
      let all = Directive.Action.allCases.map(\.rawValue) + marks
      mistakes.append((comment, "unknown comment 'vtlint:\(word.prefix(60))': it is none of \(all.joined(separator: ", "))"))
    }
  }

  private mutating func add(_ directive: Directive, _ comment: ByteRange, _ tree: SyntaxTree, known: Set<RuleID>) {
    if directive.rules.isEmpty {
      if directive.action == .enable { return close(rule: nil, at: comment.start) }
      mistakes.append((directive.range, "the suppression names no rule; write the rules, or 'all'"))
      return
    }
    if directive.reason.isEmpty, directive.action != .enable { commentsWithoutReason.append(directive.range) }
    for word in directive.rules {
      let rule = RuleID(word.text)
      guard word.text == "all" || known.contains(rule) else {
        // A search for the nearest word for each of a million would take minutes.
        if mistakes.count >= Self.mistakeLimit { continue }
        mistakes.append((word.range, unknown("rule", word.text, among: known.map(\.text).sorted())))
        continue
      }
      let named = word.text == "all" ? nil : rule
      guard let reach = reach(of: directive.action, comment, tree) else {
        close(rule: named, at: comment.start)
        continue
      }
      add(Entry(rule: named, reach: reach, reason: directive.reason, word: word.range))
    }
  }

  private mutating func add(_ entry: Entry) {
    switch entry.reach {
    case .lines(let lines):
      for line in lines {
        let place = LineAndRule(line: line, rule: entry.rule)
        if entriesByLine[place] == nil { entriesByLine[place] = entries.count }
      }
    case .bytes(let range):
      if let open = openRegions.first(where: { entries[$0].rule == entry.rule }) {
        if entries[open].exceptions.isEmpty { break }
        // All rules are disabled anew, those too that were enabled meanwhile.
        end(open, at: range.lowerBound)
        openRegions.removeAll { $0 == open }
      }
      openRegions.append(entries.count)
      regions[entry.rule, default: []].append(entries.count)
    case .file:
      if entriesOfFile[entry.rule] == nil { entriesOfFile[entry.rule] = entries.count }
    }
    entries.append(entry)
  }

  /// nil for `enable`, which reaches nothing but ends what reached here.
  private func reach(of action: Directive.Action, _ comment: ByteRange, _ tree: SyntaxTree) -> Entry.Reach? {
    switch action {
    case .enable: return nil
    case .disable: return .bytes(comment.start..<UInt32.max)
    case .disableFile: return .file
    case .disableThis:
      let line = lines.position(of: comment.start).line
      return .lines(line...line)
    case .disableNext: return .lines(nextLines(after: comment, tree))
    }
  }

  /// The next line with code. Attributes on lines of their own belong to the declaration below them.
  private func nextLines(after comment: ByteRange, _ tree: SyntaxTree) -> ClosedRange<Int> {
    let commentLine = lines.position(of: comment.end).line
    var token = tree.tokenIndex(from: comment.end)
    while lines.position(of: tree.tokens[token].start).line <= commentLine, tree.tokens[token].kind != .endOfFile { token += 1 }
    let first = lines.position(of: tree.tokens[token].start).line
    // An attribute that nothing closes would be read to the end of the file, for each suppression before one.
    let longestAttributes = 100
    let limit = min(token + 1_000, tree.tokens.count - 1)
    while token < limit, tree.tokens[token].kind == .at { token = tree.tokens.index(afterAttributeAt: token, below: limit) }
    // What stands behind an attribute on its own line needs no second line.
    let last = tree.tokens[token].flags.contains(.startsLine) ? lines.position(of: tree.tokens[token].start).line : first
    return first...max(first, min(last, first + longestAttributes))
  }

  private mutating func end(_ region: Int, at end: UInt32) {
    if case .bytes(let range) = entries[region].reach { entries[region].reach = .bytes(range.lowerBound..<end) }
  }

  /// Ends the open regions of a rule; of all rules for nil.
  private mutating func close(rule: RuleID?, at end: UInt32) {
    for region in openRegions {
      if rule == nil || entries[region].rule == rule {
        self.end(region, at: end)
        openRegions.removeAll { $0 == region }
      } else if let rule, entries[region].rule == nil, entries[region].exceptions[rule] == nil {
        entries[region].exceptions[rule] = end
      }
    }
  }

  /// Whether a finding is silenced, and with which reason (which may be empty); the suppressions that do it count as used.
  mutating func reason(forSilencing rule: RuleID, at range: ByteRange) -> String? {
    let line = lines.position(of: range.start).line
    var candidates = candidates(of: rule, line, range.start)
    // Not for the rule about suppressions: an `all` that silences nothing would silence the word about itself.
    if rule != Self.unusedRule {
      candidates += self.candidates(of: nil, line, range.start)
    }
    var reason: String?
    for index in candidates.sorted() {
      guard entries[index].reaches(rule, range.start) else { continue }
      entries[index].isUsed = true
      if reason?.isEmpty ?? true { reason = entries[index].reason }
    }
    return reason
  }

  /// At most one of each kind.
  private func candidates(of rule: RuleID?, _ line: Int, _ offset: UInt32) -> [Int] {
    let places = regions[rule] ?? []
    var low = 0
    var high = places.count
    // The first region that begins behind the offset; the one before it may hold it.
    while low < high {
      let middle = (low + high) / 2
      if entries[places[middle]].begins(behind: offset) { high = middle } else { low = middle + 1 }
    }
    let region = low > 0 ? places[low - 1] : nil
    return [entriesByLine[LineAndRule(line: line, rule: rule)], region, entriesOfFile[rule]].compactMap(\.self)
  }

  /// The suppressions that silenced nothing. Asked after all findings were.
  /// - Parameter ran: the rules that ran on this file; nothing is said of others.
  /// - Parameter ranAll: every rule that is on by default ran, so that `all` can be judged.
  func unused(ran: Set<RuleID>, ranAll: Bool, file: FileID) -> [Finding] {
    entries.compactMap { entry in
      if entry.isUsed || entry.rule == Self.unusedRule { return nil }
      guard entry.rule.map(ran.contains) ?? ranAll else { return nil }
      let what = entry.rule.map { "'\($0.text)'" } ?? "all rules"
      return Finding(
        rule: Self.unusedRule, file: file, range: entry.word, message: "this suppression of \(what) silences nothing")
    }
  }

  /// The suppressions that do not say why, for teams that want to know; one for each comment.
  func withoutReason(file: FileID) -> [Finding] {
    commentsWithoutReason.map { range in
      Finding(
        rule: Self.unusedRule, file: file, range: range,
        message: "this suppression gives no reason; write it behind the rules: ' - why'")
    }
  }
}

extension [Token] {
  /// Behind `@name.name(…)`, or as much of it as is there.
  fileprivate func index(afterAttributeAt start: Int, below limit: Int) -> Int {
    var index = start + 1
    // The name ends at the first blank.
    while [.identifier, .keyword, .period].contains(self[index].kind), !self[index].flags.contains(.spaceBefore) { index += 1 }
    guard self[index].kind == .leftParen, !self[index].flags.contains(.spaceBefore) else { return index }
    var depth = 0
    while index < limit {
      if self[index].kind == .leftParen { depth += 1 }
      if self[index].kind == .rightParen { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    return index
  }
}
