import VTDiagnostics

/// Which of a file's written types name something interesting.
///
/// The file's own aliases make more of them interesting while it is read. Each row then hears of it once: to look at all rows
/// again for each alias would take time with the square of their number.
struct InterestingRows {
  /// In this order: what is learnt only ever makes it larger.
  private enum Verdict: UInt8 { case no, dependsOnScope, yes }
  private let file: FileDeclarations
  private let generics: Set<Name>
  private var verdicts: [Verdict] = []
  /// By name, the rows that spell it. Made, with the holders, when something is learnt first.
  private var spelling: [Name: [Int32]] = [:]
  private var holders = Holders()
  private var learnt: [Name: Verdict] = [:]

  init(_ file: FileDeclarations, _ spread: InterestSpread) {
    self.file = file
    generics = Set(file.generics.lazy.filter { !$0.constraint.isNone || !$0.same.isNone }.map(\.name))
    verdicts.reserveCapacity(file.types.rows.count)
    for row in file.types.rows {
      var verdict = row.isName ? verdict(on: row.name, spread) : .no
      // Arguments stand before the rows that hold them.
      for argument in file.types.arguments(of: row) where !argument.isNone && verdict != .yes {
        let inner = verdicts[Int(argument.index)]
        if inner != .no { verdict = inner }
      }
      verdicts.append(verdict)
    }
  }

  private func verdict(on name: Name, _ spread: InterestSpread) -> Verdict {
    if spread.isType(name, in: file) { return .yes }
    return spread.scoped.contains(name) || generics.contains(name) ? .dependsOnScope : .no
  }

  /// Takes over what the spread has come to know of a name.
  mutating func learn(_ name: Name, _ spread: InterestSpread) {
    if spelling.isEmpty { prepareToLearn() }
    let verdict = verdict(on: name, spread)
    // Each of many types may have an alias of one name.
    if learnt.updateValue(verdict, forKey: name) == verdict { return }
    var open = spelling[name] ?? []
    while let place = open.popLast() {
      if verdicts[Int(place)].rawValue >= verdict.rawValue { continue }
      verdicts[Int(place)] = verdict
      holders.forEach(of: place) { open.append($0) }
    }
  }

  private mutating func prepareToLearn() {
    for (place, row) in file.types.rows.enumerated() where row.isName { spelling[row.name, default: []].append(Int32(place)) }
    holders = Holders(file.types)
  }

  /// Whether a row, written by the declaration at `place`, names something interesting.
  func tells(_ row: TypeRowID, at place: Int32, _ spread: InterestSpread) -> Bool {
    if row.isNone { return false }
    switch verdicts[Int(row.index)] {
    case .no: return false
    case .yes: return true
    case .dependsOnScope:
      let written = file.types[row]
      switch written.kind {
      case .named where spread.applies(written.name, at: place, in: file) || isConstrained(written.name, at: place): return true
      case .member where isMember(written, spread): return true
      default: return file.types.arguments(of: written).contains { tells($0, at: place, spread) }
      }
    }
  }

  /// `Response.Body`: its base is the type around it.
  private func isMember(_ row: TypeTable.Row, _ spread: InterestSpread) -> Bool {
    guard let base = file.types.arguments(of: row).first, !base.isNone else { return false }
    return spread.scoped.contains(row.name, in: file.types.path(base))
      || spread.scoped.contains(row.name, in: file.types[base].name)
  }

  /// A generic parameter of the declaration, or of one around it, with an interesting constraint.
  private func isConstrained(_ name: Name, at place: Int32) -> Bool {
    var place = place
    while place >= 0 {
      let declaration = file.declarations[Int(place)]
      for index in declaration.generics where file.generics[Int(index)].name == name {
        // `T: Box<T>` asks for itself.
        let generic = file.generics[Int(index)]
        return [generic.constraint, generic.same].contains { !$0.isNone && verdicts[Int($0.index)] == .yes }
      }
      place = declaration.parent
    }
    return false
  }
}

/// By row, those that have it as an argument, as lists through the table's arguments.
private struct Holders {
  /// By row, the last place among the arguments where it stands; -1 for none.
  private var last: [Int32] = []
  /// By place among the arguments, whose it is, and where the same row stands before; -1 for nowhere.
  private var places: [(holder: Int32, before: Int32)] = []

  init() {}

  init(_ types: TypeTable) {
    last = [Int32](repeating: -1, count: types.rows.count)
    places = [(Int32, Int32)](repeating: (-1, -1), count: types.arguments.count)
    for (holder, row) in types.rows.enumerated() {
      let arguments = types.arguments(of: row)
      for place in arguments.indices where !arguments[place].isNone {
        places[place] = (Int32(holder), last[Int(arguments[place].index)])
        last[Int(arguments[place].index)] = Int32(place)
      }
    }
  }

  func forEach(of row: Int32, _ body: (Int32) -> Void) {
    var place = last[Int(row)]
    while place >= 0 {
      body(places[Int(place)].holder)
      place = places[Int(place)].before
    }
  }
}

extension TypeTable.Row {
  fileprivate var isName: Bool { kind == .named || kind == .member }
}
