import VTPlatform

/// What a call or a member access means, as the compiler saw it.
package struct IndexedSymbol: Hashable, Sendable {
  /// The name as it stands in the source; empty for an initialiser, which is called by its type's name, and for what a loop
  /// does without words.
  package var name: String
  /// The type whose member it is, as `Module.Type`; empty for none.
  package var owner: String
  /// The type of the value, as `Module.Type<…>`; empty where nobody can tell.
  package var result: String
}

/// The mentions of symbols in one file.
package struct IndexedFile: Sendable {
  package struct Mention: Sendable {
    /// 1-based; the column counts UTF-8 bytes.
    package var line, column: Int
    /// The place in the answer's `symbols`.
    package var symbol: Int
  }

  package var module: String
  package var mentions: [Mention]
}

/// What an index store tells about the files that were asked for.
package struct IndexAnswer: Sendable {
  /// By absolute path, links resolved.
  package var files: [String: IndexedFile] = [:]
  package var symbols: [IndexedSymbol] = []
  /// Files that changed after they were compiled: what the store has speaks of another text.
  package var outdated: Set<String> = []
  /// How many compilations the store has, and how many parts of it could not be read.
  package var unitCount = 0
  package var unreadableCount = 0
  package var notes: [ToolchainNote] = []

  package init() {}
}

/// Reads what the compiler wrote down when it built: for each place in a file the declaration that is meant there, with
/// overloads resolved.
package struct IndexStore: Sendable {
  struct Role: OptionSet {
    let rawValue: UInt64
    static let definition = Role(rawValue: 1 << 1)
    static let reference = Role(rawValue: 1 << 2)
    static let call = Role(rawValue: 1 << 5)
    static let implicit = Role(rawValue: 1 << 8)

    /// The type of what is mentioned, or of a property that has none written.
    var tells: Bool { !isDisjoint(with: [.reference, .definition]) }
  }

  /// The library's numbers for the kinds of symbols that have a value.
  private enum Kind {
    static let function: Int32 = 12
    static let method: Int32 = 16
    static let staticMethods: ClosedRange<Int32> = 17...18
    static let properties: ClosedRange<Int32> = 19...21
    static let variable: Int32 = 13
    static let initializer: Int32 = 22
  }

  package let path: Path
  private let library: IndexStoreLibrary

  package init(_ path: Path, library: IndexStoreLibrary) {
    self.path = path
    self.library = library
  }

  /// Looks up the files that stand in some folders (absolute, links resolved).
  package func answer(about folders: Set<String>) throws(SystemError) -> IndexAnswer {
    var answer = IndexAnswer()
    let units = try library.units(ofStore: path, unreadable: &answer.unreadableCount)
    answer.unitCount = units.count
    // Of several compilations of one file the last one counts.
    var newest: [String: IndexStoreLibrary.Unit] = [:]
    for unit in units {
      guard let file = resolvedPath(Path(unit.mainFile)), let folder = file.parent, folders.contains(folder.text) else { continue }
      if unit.modified > newest[file.text]?.modified ?? .min { newest[file.text] = unit }
    }
    var current: [(file: String, unit: IndexStoreLibrary.Unit)] = []
    for (file, unit) in newest.sorted(by: { $0.key < $1.key }) {
      guard let changed = (try? fileStatus(Path(file)))?.modified else { continue }
      if unit.modified >= changed { current.append((file, unit)) } else { answer.outdated.insert(file) }
    }
    var symbols = SymbolTable()
    for ((file, unit), occurrences) in zip(current, try library.occurrences(ofStore: path, units: current.map(\.unit))) {
      guard let occurrences else {
        answer.unreadableCount += 1
        continue
      }
      let mentions = occurrences.compactMap { occurrence -> IndexedFile.Mention? in
        guard let symbol = symbols.place(of: occurrence) else { return nil }
        return IndexedFile.Mention(line: Int(occurrence.line), column: Int(occurrence.column), symbol: symbol)
      }
      answer.files[file] = IndexedFile(module: unit.module, mentions: mentions)
    }
    answer.symbols = symbols.symbols
    return answer
  }

  /// The symbols that tell something, each once.
  private struct SymbolTable {
    private(set) var symbols: [IndexedSymbol] = []
    /// nil: it tells nothing.
    private var places: [String: Int?] = [:]

    mutating func place(of occurrence: IndexStoreLibrary.Occurrence) -> Int? {
      guard occurrence.usr.hasPrefix("s:"), isAsked(occurrence) else { return nil }
      let isImplicit = !Role(rawValue: occurrence.roles).isDisjoint(with: .implicit)
      let key = isImplicit ? occurrence.usr + "!" : occurrence.usr
      if let known = places[key] { return known }
      let symbol = SymbolTable.symbol(occurrence, isImplicit: isImplicit)
      let place = symbol.map { symbol in
        symbols.append(symbol)
        return symbols.count - 1
      }
      places[key] = .some(place)
      return place
    }

    /// Calls and reads of what has a value, and the iterator that `for await` makes.
    private func isAsked(_ occurrence: IndexStoreLibrary.Occurrence) -> Bool {
      let roles = Role(rawValue: occurrence.roles)
      if roles.contains(.implicit) { return occurrence.name == "makeAsyncIterator()" }
      switch occurrence.kind {
      case Kind.function, Kind.method, Kind.staticMethods, Kind.initializer: return roles.contains(.call)
      case Kind.properties, Kind.variable: return true
      default: return false
      }
    }

    private static func symbol(_ occurrence: IndexStoreLibrary.Occurrence, isImplicit: Bool) -> IndexedSymbol? {
      guard let text = demangled("$s" + occurrence.usr.dropFirst(2)), let signature = Signature(text) else { return nil }
      let isInitializer = occurrence.kind == Kind.initializer
      return IndexedSymbol(
        name: isImplicit || isInitializer ? "" : String(occurrence.name.prefix { $0 != "(" }), owner: signature.owner,
        result: isImplicit ? "" : signature.result)
    }
  }
}
