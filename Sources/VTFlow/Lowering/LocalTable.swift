import VTDiagnostics

/// The locals of a body in the order of their declarations. Those of one name are chained, so that a name is found at once
/// among ten thousand of them.
struct LocalTable: RandomAccessCollection, MutableCollection {
  private var rows: [Local] = []
  /// The local of the same name before each, or -1.
  private var before: [Int32] = []
  private var newest: [Name: Int32] = [:]

  var startIndex: Int { 0 }
  var endIndex: Int { rows.count }

  /// A local keeps its name.
  subscript(place: Int) -> Local {
    get { rows[place] }
    _modify { yield &rows[place] }
  }

  mutating func append(_ local: Local) {
    before.append(newest[local.name] ?? -1)
    newest[local.name] = Int32(truncatingIfNeeded: rows.count)
    rows.append(local)
  }

  mutating func append(contentsOf locals: some Sequence<Local>) { for local in locals { append(local) } }

  /// Forgets the locals from a place on: their scope ends.
  mutating func removeSubrange(_ range: PartialRangeFrom<Int>) {
    for place in (range.lowerBound..<rows.count).reversed() {
      let earlier = before[place]
      newest[rows[place].name] = earlier < 0 ? nil : earlier
    }
    rows.removeSubrange(range)
    before.removeSubrange(range)
  }

  /// The newest local of that name.
  func last(named name: Name) -> Int? { newest[name].map { Int($0) } }

  /// The local of the same name before this one.
  func previous(_ place: Int) -> Int? { before[place] < 0 ? nil : Int(before[place]) }

  static func += (table: inout LocalTable, locals: some Sequence<Local>) { table.append(contentsOf: locals) }
}
