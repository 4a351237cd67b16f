import VTCatalogue
import VTDiagnostics

/// Compares what a file declares with what it declared before it was edited, as others see it: without places, and without
/// the functions that nobody else names.
///
/// A function is found by its name. Where no other file has that as a word, it is the same to all others whether it is there
/// and what it takes; and to what the own file declares where that does not name it either. Not so what is found without a
/// name: operators, requirements, what overrides, `callAsFunction`.
package struct VisibleDeclarations {
  private let before: FileDeclarations
  private let after: FileDeclarations
  /// Names of functions that nobody else names.
  private var hidden: Set<Name>

  /// - Parameter mayHide: no other file names it, and nobody looks for it unnamed; where functions of that name are not what they
  ///   were, it is worth the while to find that out.
  package init(before: FileDeclarations, after: FileDeclarations, mayHide: (_ name: Name, _ isWorthIt: Bool) -> Bool) {
    (self.before, self.after) = (before, after)
    let (old, new) = (before.plainFunctions, after.plainFunctions)
    // Each name is looked for in all files. Of very many only those are worth it that are not what they were.
    let asksForAll = old.count + new.count <= Limits.hiddenFunctions
    hidden = Set(old.keys).union(new.keys).filter { name in
      let isChanged = old[name] != new[name]
      return name != .none && (isChanged || asksForAll) && mayHide(name, isChanged)
    }
  }

  /// Where a declaration is now.
  package struct Place: Sendable {
    var index: Int32
    /// Other files may name it.
    var isSeen: Bool
  }

  /// By the place of each declaration in the old file, its place in the new one; nil where others can see a difference.
  /// Functions that nobody else names have one if they look the same as before.
  package mutating func places() -> [Int32: Place]? {
    while true {
      let (old, new) = (view(of: before), view(of: after))
      guard old.numbers == new.numbers else { return nil }
      // What the visible ones name is not hidden.
      let named = hidden.intersection(old.numbers.lazy.map { Name(raw: $0) })
      if !named.isEmpty {
        hidden.subtract(named)
        continue
      }
      var found = Dictionary(
        uniqueKeysWithValues: zip(old.seen, new.seen).map { ($0, Place(index: $1, isSeen: true)) })
      for (look, places) in old.unseen {
        for (place, index) in zip(places, new.unseen[look] ?? []) { found[place] = Place(index: index, isSeen: false) }
      }
      return found
    }
  }

  /// What others see of a file.
  private struct View {
    var numbers: [UInt64] = []
    /// The places of what they see, and, by what it looks like, of what they do not see.
    var seen: [Int32] = []
    var unseen: [[UInt64]: [Int32]] = [:]
  }

  private func view(of file: FileDeclarations) -> View {
    var view = View()
    var writer = RecordWriter()
    writer.write([file.isScript])
    writer.write(file.imports) { $0.write($1) }
    writer.write(file.autoclosureTakers.subtracting(hidden))
    /// By place, the number among those that can be seen.
    var numbers: [Int] = []
    let parents = file.parents
    for (place, declaration) in file.declarations.enumerated() {
      let parent = declaration.parent < 0 ? -1 : numbers[Int(declaration.parent)]
      if hidden.contains(declaration.name), declaration.isPlainFunction, !parents.contains(Int32(place)) {
        var alone = RecordWriter()
        alone.write(declaration, Int32(place), of: file, parent: parent)
        view.unseen[alone.numbers, default: []].append(Int32(place))
        numbers.append(-1)
      } else {
        writer.write(declaration, Int32(place), of: file, parent: parent)
        numbers.append(view.seen.count)
        view.seen.append(Int32(place))
      }
    }
    view.numbers = writer.numbers
    return view
  }
}

extension Declaration {
  /// A function that is found by its name and in no other way.
  fileprivate var isPlainFunction: Bool {
    kind == .function && generics.isEmpty && flags.isDisjoint(with: [.isRequirement, .isOverride, .isOperator])
  }
}

extension FileDeclarations {
  fileprivate var parents: Set<Int32> { Set(declarations.lazy.map(\.parent)) }

  /// What the plain functions look like, by their names.
  fileprivate var plainFunctions: [Name: [[UInt64]]] {
    var found: [Name: [[UInt64]]] = [:]
    for (place, declaration) in declarations.enumerated() where declaration.isPlainFunction {
      var writer = RecordWriter()
      writer.write(declaration, Int32(place), of: self, parent: 0)
      found[declaration.name, default: []].append(writer.numbers)
    }
    return found
  }
}

extension RecordWriter {
  /// - Parameter parent: the number of what it stands in among those that can be seen; -1 for nothing.
  fileprivate mutating func write(_ declaration: Declaration, _ place: Int32, of file: FileDeclarations, parent: Int) {
    write(UInt64(declaration.kind.rawValue) | UInt64(declaration.flags.rawValue) << 8)
    write(declaration.name)
    write(parent)
    write(declaration.type, of: file.types)
    write(Array(file.parameters(of: declaration))) { $0.write($1) { $0.write($1, of: file.types) } }
    write(declaration.generics.map { file.generics[Int($0)] }) { writer, generic in
      writer.write(generic.name)
      writer.write(generic.constraint, of: file.types)
      writer.write(generic.same, of: file.types)
    }
    write(declaration.inherited.map { file.inherited[Int($0)] }) { $0.write($1, of: file.types) }
    write(file.sketches[place]) { $0.write($1) { $0.write($1, of: file.types) } }
  }

  /// A type with all that it is made of.
  fileprivate mutating func write(_ id: TypeRowID, of types: TypeTable) {
    if id.isNone { return write(0) }
    let row = types[id]
    write(UInt64(row.kind.rawValue) | UInt64(row.flags.rawValue) << 8 | 1 << 16)
    write(row.name)
    write(Array(types.arguments(of: row))) { $0.write($1, of: types) }
  }
}

extension SymbolIndex {
  /// The names by which some file may be asked, when another one is looked at, whether it uses the type of a property in which
  /// continuations wait, or changes that (`isUsedElsewhere`, `clearingElsewhere`). While the answers stay the same, it is the same
  /// to others what else it names.
  package var namesAskedLater: Set<Name> {
    let properties = continuationNames.waiting.union(continuationNames.states.map(\.name)).union(continuationNames.fixed)
    var asked = properties
    if properties.isEmpty { return asked }
    for file in files {
      for declaration in file.declarations where declaration.kind == .property && properties.contains(declaration.name) {
        if let owner = ownerWord(of: declaration, in: file) { asked.insert(owner) }
      }
    }
    return asked
  }

  /// All names by which a file may turn out to have to do with others: of whatever is declared, and of the catalogue.
  package var namesOfAnyInterest: Set<Name> {
    var names = Set(knowledge.seeds.askedNames)
    for file in files {
      for declaration in file.declarations { names.insert(declaration.name) }
      for generic in file.generics { names.insert(generic.name) }
    }
    return names
  }

  /// The names of functions that are looked for by files that do not name them: those of the catalogue, and those that are
  /// called without a name.
  package var namesLookedForUnnamed: Set<Name> {
    let operations = knowledge.catalogue.types.flatMap(\.operations).flatMap(\.names).map { Name($0) }
    return Set(operations).union([KnownNames.callAsFunction, KnownNames.makeAsyncIterator])
  }

  /// What tells one spread of interest from another; the same in every run.
  package var interestDigest: UInt64 { interest.digest }
}
