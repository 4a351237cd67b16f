import VTDiagnostics

/// The members of all types, and what stands at the top level, by name and owner: one array sorted by both, and where each
/// name begins in it. A dictionary of arrays would cost an allocation for each of some hundred thousand names, most of
/// them never asked for.
struct MemberTable: Sendable {
  struct Entry: Sendable {
    /// `.none` for what stands at a file's top level.
    var owner: Name
    var name: Name
    var id: DeclarationID
  }

  /// An entry without its name, which the places tell.
  private struct Row: Sendable {
    var owner: Name
    var id: DeclarationID
  }

  private let rows: [Row]
  private let places: NameMap<Range<Int32>>

  /// - Parameter found: in the order of files and places, which stays for equal owners and names.
  init(_ found: [Entry]) {
    let entries = found.sorted { a, b in
      if a.name != b.name { return a.name.raw < b.name.raw }
      if a.owner != b.owner { return a.owner.raw < b.owner.raw }
      return a.id.file != b.id.file ? a.id.file < b.id.file : a.id.index < b.id.index
    }
    var ranges: [(key: Name, value: Range<Int32>)] = []
    var start = 0
    for place in entries.indices where place + 1 == entries.count || entries[place + 1].name != entries[start].name {
      ranges.append((entries[start].name, Int32(start)..<Int32(place + 1)))
      start = place + 1
    }
    places = NameMap(unique: ranges)
    rows = entries.map { Row(owner: $0.owner, id: $0.id) }
  }

  /// Whether anything at all has this name.
  func contains(_ name: Name) -> Bool { places.contains(name) }

  /// All of a name, whosever they are; nothing where there are more than anybody looks at.
  func find(name: Name) -> [DeclarationID] {
    guard let range = places[name], range.count <= Limits.overloads else { return [] }
    return range.map { rows[Int($0)].id }
  }

  /// Nothing where one file declares more of them than anybody can tell apart: each of its calls would look at all.
  func find(owner: Name, name: Name) -> [DeclarationID] {
    guard let range = places[name] else { return [] }
    var place = firstPlace(of: owner, in: range)
    var found: [DeclarationID] = []
    var countInFile = 0
    while place < Int(range.upperBound), rows[place].owner == owner {
      let id = rows[place].id
      countInFile = found.last?.file == id.file ? countInFile + 1 : 1
      if countInFile > Limits.declarationsOfOneName { return [] }
      found.append(id)
      place += 1
    }
    return found
  }

  /// Where those of a name that have this owner stand, or would stand.
  private func firstPlace(of owner: Name, in range: Range<Int32>) -> Int {
    var low = Int(range.lowerBound)
    var high = Int(range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].owner.raw < owner.raw { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
