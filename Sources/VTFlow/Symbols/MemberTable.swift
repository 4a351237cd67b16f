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

  func find(owner: Name, name: Name) -> [DeclarationID] {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      let isBefore = entry.name != name ? entry.name.raw < name.raw : entry.owner.raw < owner.raw
      if isBefore { low = middle + 1 } else { high = middle }
    }
    var found: [DeclarationID] = []
    while low < entries.count, entries[low].name == name, entries[low].owner == owner {
      found.append(entries[low].id)
      low += 1
    }
    return found
  }
}
