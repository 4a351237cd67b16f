import VTDiagnostics
import VTSyntax

/// The words without which code has nothing to do with one-shot values: the names of their types, of what makes them,
/// and of everything that is declared with one of those. Files and functions that have none of them are not looked at.
///
/// Names are added until nothing is new: `typealias Reply = ValueFuture<Int>`, `func load() -> Reply`,
/// `lazy var first = store.load(1)` each make the next name interesting.
struct Interest: Sendable {
  private(set) var names: Set<Name>
  /// By file.
  private(set) var concernedFiles: [Bool]
  /// Properties that make values, whosever they are, in files that import one of these modules.
  private let moduleProperties: [Name: Set<Name>]
  private let suffixes: [[UInt8]]
  /// Of functions with these names a closure parameter is a duty; who calls them need not know.
  private let functionsWithDuties: Set<Name>
  /// All words that matter within a file: nearly every other word is told apart without looking it up.
  private var filter = NameFilter(byteCount: 0)
  private var words: Set<Name> = []
  /// By `ToldPlace.symbol`: a type of interest occurs in it.
  private var isToldOfInterest: [Bool] = []

  init(_ merge: IndexMerge, _ told: ToldTypes = ToldTypes()) {
    let creations = merge.knowledge.creations
    names = merge.knowledge.wordsOfFollowedTypes
    moduleProperties = creations.properties.compactMapValues { sources in
      sources.allSatisfy(\.modules.isEmpty) ? nil : sources.reduce(into: Set()) { $0.formUnion($1.modules) }
    }
    functionsWithDuties = creations.functionsWithDuties
    suffixes = creations.parameterSuffixes.map(\.suffix)
    concernedFiles = merge.files.map { _ in false }
    for (name, id) in merge.oneShotTypes where merge.knowledge.contract(of: id) != nil {
      for declaration in merge.types[name] ?? [] {
        names.insert(merge.files[Int(declaration.file.index)].declarations[Int(declaration.index)].name)
      }
    }
    addToldProperties(of: merge.files, told)
    spread(over: merge.files)
    isToldOfInterest = told.symbols.map { !names.isDisjoint(with: $0.words) }
    for (index, file) in merge.files.enumerated() where !concernedFiles[index] {
      concernedFiles[index] = file.told.contains { isToldOfInterest[Int($0.symbol)] }
    }
    words = names.union(creations.properties.keys).union(creations.functions.keys).union(creations.closures.keys)
    filter = NameFilter(byteCount: words.count * 256)
    for word in words { filter.insert(word) }
  }

  /// Properties whose types are not written: their names lead to values elsewhere.
  private mutating func addToldProperties(of files: [FileDeclarations], _ told: ToldTypes) {
    for file in files where !file.told.isEmpty {
      let symbols = Dictionary(file.told.map { ($0.offset, $0.symbol) }, uniquingKeysWith: { first, _ in first })
      for declaration in file.declarations where declaration.kind == .property && declaration.type.isNone {
        guard let symbol = symbols[declaration.nameRange.start] else { continue }
        if !names.isDisjoint(with: told.symbols[Int(symbol)].words) { names.insert(declaration.name) }
      }
    }
  }

  /// In each round only the files are looked at that may have one of the names that the last one added.
  private mutating func spread(over files: [FileDeclarations]) {
    var new = Array(names)
    for round in 0..<16 {
      let before = names
      for (index, file) in files.enumerated() {
        let isNamed =
          new.contains(where: file.names.mightContain) || round == 0 && (makesByModule(file) || declaresDuties(file))
        if !isNamed { continue }
        concernedFiles[index] = true
        addDeclaredNames(of: file)
      }
      new = Array(names.subtracting(before))
      if new.isEmpty { return }
    }
    // What the last round added is not spread any further.
    for (index, file) in files.enumerated() where !concernedFiles[index] {
      concernedFiles[index] = new.contains(where: file.names.mightContain)
    }
  }

  private func makesByModule(_ file: FileDeclarations) -> Bool {
    moduleProperties.contains { name, modules in
      file.names.mightContain(name) && file.imports.contains(where: modules.contains)
    }
  }

  private func declaresDuties(_ file: FileDeclarations) -> Bool {
    file.declarations.contains { $0.kind == .function && functionsWithDuties.contains($0.name) }
  }

  private mutating func addDeclaredNames(of file: FileDeclarations) {
    // A row that names something interesting makes its declaration interesting.
    var isInteresting = file.types.rows.map { names.contains($0.name) }
    if isInteresting.contains(true) {
      // Arguments stand before the rows that hold them.
      for (index, row) in file.types.rows.enumerated() where !isInteresting[index] {
        isInteresting[index] = file.types.arguments(of: row).contains { !$0.isNone && isInteresting[Int($0.index)] }
      }
      func tells(_ row: TypeRowID) -> Bool { !row.isNone && isInteresting[Int(row.index)] }
      for declaration in file.declarations where declaration.kind != .extensionOfType && tells(declaration.type) {
        names.insert(declaration.name)
        // `pool[0]` and `pool()` name neither.
        if declaration.kind == .subscripting || declaration.name == KnownNames.callAsFunction {
          if let owner = ownerWord(of: declaration, in: file) { names.insert(owner) }
        }
      }
      for generic in file.generics where tells(generic.constraint) { names.insert(generic.name) }
      addNamesOfGivers(in: file, tells)
    }
    for (index, sketch) in file.sketches
    where mentions(sketch, in: file) || sketch.genericArguments.contains(where: { !$0.isNone && isInteresting[Int($0.index)] }) {
      names.insert(file.declarations[Int(index)].name)
    }
  }

  /// Cases that hold a value, and functions that give one to a closure.
  private mutating func addNamesOfGivers(in file: FileDeclarations, _ tells: (TypeRowID) -> Bool) {
    for declaration in file.declarations {
      for parameter in file.parameters[Int(declaration.parameters.lowerBound)..<Int(declaration.parameters.upperBound)]
      where tells(parameter.type) && (declaration.kind == .enumCase || takesClosure(parameter.type, in: file)) {
        names.insert(declaration.name)
        if declaration.kind == .initializer, let owner = ownerWord(of: declaration, in: file) { names.insert(owner) }
      }
    }
  }

  private func takesClosure(_ row: TypeRowID, in file: FileDeclarations) -> Bool {
    if row.isNone { return false }
    let type = file.types[row]
    return type.kind == .function || type.kind != .named && file.types.arguments(of: type).contains { takesClosure($0, in: file) }
  }

  private func mentions(_ sketch: InitializerSketch, in file: FileDeclarations) -> Bool {
    names.contains(sketch.base)
      || sketch.steps.contains { step in
        guard case .member(let name) = step else { return false }
        return names.contains(name) || moduleProperties[name].map { file.imports.contains(where: $0.contains) } == true
      }
  }

  /// The word that stands for the type a declaration is a member of.
  private func ownerWord(of declaration: Declaration, in file: FileDeclarations) -> Name? {
    if declaration.parent < 0 { return nil }
    let parent = file.declarations[Int(declaration.parent)]
    if parent.kind != .extensionOfType { return parent.name }
    return parent.type.isNone ? nil : file.types[parent.type].name
  }

  // MARK: within a file

  /// Whether a declaration may have to do with a one-shot value: it has one of the words, or is a member of a type that is one.
  func concerns(_ declaration: Declaration, of file: FileDeclarations, in tree: SyntaxTree) -> Bool {
    if declaration.kind == .function, functionsWithDuties.contains(declaration.name) { return true }
    var inner = declaration
    while let owner = ownerWord(of: inner, in: file) {
      if names.contains(owner) { return true }
      inner = file.declarations[Int(inner.parent)]
    }
    let row = tree[declaration.node]
    if (row.firstToken.index..<row.endToken.index).contains(where: { isWord(TokenID($0), in: tree) }) { return true }
    if file.told.isEmpty { return false }
    let range = tree.range(of: declaration.node)
    return file.told.contains { range.start <= $0.offset && $0.offset < range.end && isToldOfInterest[Int($0.symbol)] }
  }

  private func isWord(_ token: TokenID, in tree: SyntaxTree) -> Bool {
    let range = tree.token(token).range
    let name = tree.name(of: token)
    if filter.mightContain(name), words.contains(name) { return true }
    return suffixes.contains { suffix in
      range.end - range.start > suffix.count && tree.source[Int(range.end) - 1] == suffix[suffix.count - 1]
        && tree.source[Int(range.end) - suffix.count..<Int(range.end)].elementsEqual(suffix)
    }
  }
}
