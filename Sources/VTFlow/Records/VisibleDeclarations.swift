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

  /// - Parameters:
  ///   - mayHide: no other file names it, and nobody looks for it unnamed.
  package init(before: FileDeclarations, after: FileDeclarations, mayHide: (Name) -> Bool) {
    (self.before, self.after) = (before, after)
    let candidates = before.namesOfPlainFunctions.union(after.namesOfPlainFunctions)
    hidden = candidates.isEmpty ? [] : candidates.filter { $0 != .none && mayHide($0) }
  }

  /// By the place of each declaration in the old file, its place in the new one; nil where others can see a difference.
  /// Functions that nobody else names have no place.
  package mutating func places() -> [Int32: Int32]? {
    while true {
      let (old, new) = (view(of: before), view(of: after))
      guard old.numbers == new.numbers else { return nil }
      // What the visible ones name is not hidden.
      let named = hidden.filter { name in old.numbers.contains(name.raw) }
      if named.isEmpty { return Dictionary(uniqueKeysWithValues: zip(old.places, new.places)) }
      hidden.subtract(named)
    }
  }

  /// Whether there are functions that others are taken not to see.
  package var hidesSome: Bool { !hidden.isEmpty }

  private func view(of file: FileDeclarations) -> (numbers: [UInt64], places: [Int32]) {
    var writer = RecordWriter()
    writer.write([file.isScript])
    writer.write(file.imports) { $0.write($1) }
    writer.write(file.autoclosureTakers.subtracting(hidden))
    var places: [Int32] = []
    /// By place, the number among those that can be seen.
    var numbers: [Int] = []
    let parents = file.parents
    for (place, declaration) in file.declarations.enumerated() {
      if hidden.contains(declaration.name), declaration.isPlainFunction, !parents.contains(Int32(place)) {
        numbers.append(-1)
        continue
      }
      numbers.append(places.count)
      places.append(Int32(place))
      writer.write(UInt64(declaration.kind.rawValue) | UInt64(declaration.flags.rawValue) << 8)
      writer.write(declaration.name)
      writer.write(declaration.parent < 0 ? -1 : numbers[Int(declaration.parent)])
      writer.write(declaration.type, of: file.types)
      writer.write(Array(file.parameters(of: declaration))) { $0.write($1) { $0.write($1, of: file.types) } }
      writer.write(declaration.generics.map { file.generics[Int($0)] }) { writer, generic in
        writer.write(generic.name)
        writer.write(generic.constraint, of: file.types)
      }
      writer.write(declaration.inherited.map { file.inherited[Int($0)] }) { $0.write($1, of: file.types) }
      writer.write(file.sketches[Int32(place)]) { $0.write($1) { $0.write($1, of: file.types) } }
    }
    return (writer.numbers, places)
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

  fileprivate var namesOfPlainFunctions: Set<Name> { Set(declarations.lazy.filter(\.isPlainFunction).map(\.name)) }
}

extension RecordWriter {
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
  /// The names by which some file may be asked, when another one is looked at, whether it uses a type or changes a property
  /// (`isUsedElsewhere`, `clearingElsewhere`). While the answers stay the same, it is the same to others what else it names.
  package var namesAskedLater: Set<Name> {
    var asked = continuationNames.waiting.union(continuationNames.states.map(\.name))
    for file in files {
      for declaration in file.declarations where declaration.kind.isNominal { asked.insert(declaration.name) }
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

  /// Whether functions of that name are looked for by files that do not name them: those of the catalogue, and those that are
  /// called without a name.
  package func looksForUnnamed(_ name: Name) -> Bool {
    name == KnownNames.callAsFunction || name == KnownNames.makeAsyncIterator
      || knowledge.catalogue.types.contains { $0.operations.contains { $0.names.contains { Name($0) == name } } }
  }

  /// What tells one spread of interest from another; the same in every run.
  package var interestDigest: UInt64 { interestOfAll.digest }
}
