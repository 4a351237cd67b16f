import VTDiagnostics

/// The members of all types, and what stands at the top level, by owner and name: one sorted array, searched by halves.
/// A dictionary of arrays would cost an allocation for each of some hundred thousand names, most of them never asked for.
struct MemberTable: Sendable {
  struct Entry: Sendable {
    /// `.none` for what stands at a file's top level.
    var owner: Name
    var name: Name
    var id: DeclarationID
  }

  private let entries: [Entry]

  /// - Parameter found: in the order of files and places, which stays for equal owners and names.
  init(_ found: [Entry]) {
    entries = found.sorted { a, b in
      if a.name != b.name { return a.name.raw < b.name.raw }
      if a.owner != b.owner { return a.owner.raw < b.owner.raw }
      return a.id.file != b.id.file ? a.id.file < b.id.file : a.id.index < b.id.index
    }
  }

  /// Whether anything at all has this name.
  func contains(_ name: Name) -> Bool {
    let place = firstPlace(owner: .none, name: name)
    return place < entries.count && entries[place].name == name
  }

  /// Nothing where one file declares more of them than anybody can tell apart: each of its calls would look at all.
  func find(owner: Name, name: Name) -> [DeclarationID] {
    var place = firstPlace(owner: owner, name: name)
    var found: [DeclarationID] = []
    var countInFile = 0
    while place < entries.count, entries[place].name == name, entries[place].owner == owner {
      let id = entries[place].id
      countInFile = found.last?.file == id.file ? countInFile + 1 : 1
      if countInFile > Limits.declarationsOfOneName { return [] }
      found.append(id)
      place += 1
    }
    return found
  }

  /// Where entries of this owner and name stand, or would stand.
  private func firstPlace(owner: Name, name: Name) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      let isBefore = entry.name != name ? entry.name.raw < name.raw : entry.owner.raw < owner.raw
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
