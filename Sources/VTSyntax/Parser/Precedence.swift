import VTDiagnostics

/// A precedence group, as a small number: the standard ones in ascending order, then those that the file declares.
struct PrecedenceGroup: Equatable {
  var index: UInt8
  static let assignment = PrecedenceGroup(index: 0)
  static let arrow = PrecedenceGroup(index: 1)
  static let ternary = PrecedenceGroup(index: 2)
  /// Operators without a group, and those declared in other files. Unrelated to the groups above it.
  static let unspecified = PrecedenceGroup(index: 3)
  static let disjunction = PrecedenceGroup(index: 4)
  static let conjunction = PrecedenceGroup(index: 5)
  static let comparison = PrecedenceGroup(index: 6)
  static let nilCoalescing = PrecedenceGroup(index: 7)
  static let casting = PrecedenceGroup(index: 8)
  static let range = PrecedenceGroup(index: 9)
  static let addition = PrecedenceGroup(index: 10)
  static let multiplication = PrecedenceGroup(index: 11)
  static let shift = PrecedenceGroup(index: 12)
}

/// How operators bind: the standard groups, and the operators and groups declared at the top of the same file.
struct PrecedenceTable {
  enum Associativity: UInt8 {
    case left, right, none
  }

  /// For each group the set of groups that it is higher than, as bits.
  private var lower: [UInt64]
  private var associativities: [Associativity]
  private var groupNames: [Name]
  private var operators: [(name: Name, group: PrecedenceGroup)] = []
  private static let groupLimit = 64

  private static let standard: (lower: [UInt64], associativities: [Associativity], names: [Name]) = {
    let names: [Name] = [
      Name("AssignmentPrecedence"), Name("FunctionArrowPrecedence"), Name("TernaryPrecedence"),
      Name("DefaultPrecedence"), Name("LogicalDisjunctionPrecedence"), Name("LogicalConjunctionPrecedence"),
      Name("ComparisonPrecedence"), Name("NilCoalescingPrecedence"), Name("CastingPrecedence"),
      Name("RangeFormationPrecedence"), Name("AdditionPrecedence"), Name("MultiplicationPrecedence"),
      Name("BitwiseShiftPrecedence"),
    ]
    let unspecified = UInt64(1) << 3
    let lower = names.indices.map { rank in
      rank == 3 ? UInt64(0b111) : ((UInt64(1) << UInt64(rank)) - 1) & ~unspecified
    }
    let associativities: [Associativity] = [
      .right, .right, .right, .none, .left, .left, .none, .right, .none, .none, .left, .left, .none,
    ]
    return (lower, associativities, names)
  }()

  init() {
    let standard = Self.standard
    lower = standard.lower
    associativities = standard.associativities
    groupNames = standard.names
  }

  func isHigher(_ a: PrecedenceGroup, than b: PrecedenceGroup) -> Bool {
    lower[Int(a.index)] & (1 << UInt64(b.index)) != 0
  }

  /// How two neighbouring operators bind; `.none` where neither does.
  func associativity(_ first: PrecedenceGroup, _ second: PrecedenceGroup) -> Associativity {
    if first == second { return associativities[Int(first.index)] }
    if isHigher(first, than: second) { return .left }
    return isHigher(second, than: first) ? .right : .none
  }

  // MARK: the group of an operator

  /// - Parameters:
  ///   - index: the first token of the operator.
  ///   - end: the index after its last token.
  func group(ofOperatorAt index: Int, end: Int, tokens: [Token], source: [UInt8]) -> PrecedenceGroup {
    let range = Int(tokens[index].start)..<Int(tokens[end - 1].end)
    if !operators.isEmpty {
      let name = Name(bytes: source[range])
      for declared in operators where declared.name == name { return declared.group }
    }
    let first = source[range.lowerBound]
    switch range.count {
    case 1: return Self.group(ofByte: first)
    case 2: return Self.group(first, source[range.lowerBound + 1])
    case 3: return Self.group(first, source[range.lowerBound + 1], source[range.lowerBound + 2])
    case 4:
      let shift = source[range.lowerBound + 1]
      let isShift = shift == UInt8(ascii: "<") || shift == UInt8(ascii: ">")
      let isAssignment =
        first == UInt8(ascii: "&") && isShift && source[range.lowerBound + 2] == shift
        && source[range.lowerBound + 3] == UInt8(ascii: "=")
      return isAssignment ? .assignment : .unspecified
    default:
      return .unspecified
    }
  }

  private static func group(ofByte byte: UInt8) -> PrecedenceGroup {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "&"): .multiplication
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "^"): .addition
    case UInt8(ascii: "<"), UInt8(ascii: ">"): .comparison
    default: .unspecified
    }
  }

  private static func group(_ a: UInt8, _ b: UInt8) -> PrecedenceGroup {
    switch (a, b) {
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .conjunction
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .disjunction
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): .nilCoalescing
    case (UInt8(ascii: "<"), UInt8(ascii: "<")), (UInt8(ascii: ">"), UInt8(ascii: ">")): .shift
    case (UInt8(ascii: "&"), UInt8(ascii: "*")): .multiplication
    case (UInt8(ascii: "&"), UInt8(ascii: "+")), (UInt8(ascii: "&"), UInt8(ascii: "-")): .addition
    case (_, UInt8(ascii: "=")):
      switch a {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "~"): .comparison
      case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: "|"):
        .assignment
      default: .unspecified
      }
    default: .unspecified
    }
  }

  private static func group(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> PrecedenceGroup {
    switch (a, b, c) {
    case (UInt8(ascii: "."), UInt8(ascii: "."), UInt8(ascii: ".")),
      (UInt8(ascii: "."), UInt8(ascii: "."), UInt8(ascii: "<")):
      .range
    case (UInt8(ascii: "="), UInt8(ascii: "="), UInt8(ascii: "=")),
      (UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "=")):
      .comparison
    case (UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "<")),
      (UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: ">")):
      .shift
    case (UInt8(ascii: "<"), UInt8(ascii: "<"), UInt8(ascii: "=")),
      (UInt8(ascii: ">"), UInt8(ascii: ">"), UInt8(ascii: "=")),
      (UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "=")),
      (UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "=")),
      (UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "=")):
      .assignment
    default: .unspecified
    }
  }

  // MARK: declarations of the file

  /// Reads `precedencegroup G { higherThan: H … }` and `infix operator +++: G` from the tokens: an operator may be
  /// used before it is declared.
  mutating func addDeclarations(tokens: [Token], source: [UInt8]) {
    // Groups first: an operator may name a group that is declared behind it.
    for index in tokens.indices where tokens[index].word == .precedencegroup && index + 2 < tokens.count {
      addGroup(at: index + 1, tokens: tokens, source: source)
    }
    closeRelations()
    for index in tokens.indices where tokens[index].word == .operator && index > 0 && tokens[index - 1].word == .infix {
      addOperator(at: index + 1, tokens: tokens, source: source)
    }
  }

  private func name(_ token: Token, _ source: [UInt8]) -> Name {
    Name(bytes: source[Int(token.start)..<Int(token.end)])
  }

  /// The group of that name, made known if it is new.
  private mutating func group(named name: Name) -> Int? {
    if let index = groupNames.firstIndex(of: name) { return index }
    if groupNames.count >= Self.groupLimit { return nil }
    groupNames.append(name)
    lower.append(0)
    associativities.append(.none)
    return groupNames.count - 1
  }

  private mutating func addGroup(at index: Int, tokens: [Token], source: [UInt8]) {
    guard let group = group(named: name(tokens[index], source)) else { return }
    var relation = Word.none
    for token in tokens[(index + 1)...] {
      if token.kind == .rightBrace || token.kind == .endOfFile { return }
      switch token.word {
      case .higherThan, .lowerThan, .associativity, .assignment:
        relation = token.word
        continue
      case .left: if relation == .associativity { associativities[group] = .left }
      case .right: if relation == .associativity { associativities[group] = .right }
      default: break
      }
      guard token.kind == .identifier, relation == .higherThan || relation == .lowerThan,
        let other = self.group(named: name(token, source))
      else { continue }
      let (high, low) = relation == .higherThan ? (group, other) : (other, group)
      lower[high] |= 1 << UInt64(low)
    }
  }

  /// Higher than what a lower group is higher than.
  private mutating func closeRelations() {
    var changed = true
    while changed {
      changed = false
      for high in lower.indices {
        var all = lower[high]
        for low in lower.indices where all & (1 << UInt64(low)) != 0 { all |= lower[low] }
        // A group that is its own superior is a mistake of the source.
        all &= ~(1 << UInt64(high))
        if all != lower[high] {
          lower[high] = all
          changed = true
        }
      }
    }
  }

  private mutating func addOperator(at index: Int, tokens: [Token], source: [UInt8]) {
    guard index < tokens.count, tokens[index].kind == .op else { return }
    var end = index
    while tokens[end].flags.contains(.joined), end + 1 < tokens.count { end += 1 }
    let operatorName = Name(bytes: source[Int(tokens[index].start)..<Int(tokens[end].end)])
    var group = PrecedenceGroup.unspecified
    if end + 2 < tokens.count, tokens[end + 1].kind == .colon,
      let index = groupNames.firstIndex(of: name(tokens[end + 2], source))
    {
      group = PrecedenceGroup(index: UInt8(index))
    }
    operators.append((operatorName, group))
  }
}
