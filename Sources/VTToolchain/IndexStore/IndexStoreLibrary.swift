// libIndexStore as Swift functions: every pointer of the library stays in this file.

import CIndexStore
import VTPlatform

/// The library that reads what the compiler wrote down while it built.
package struct IndexStoreLibrary: Sendable {
  private let openStore: IndexOpenStore
  private let openUnit, openRecord: IndexOpenReader
  private let closeStore, closeUnit, closeRecord, closeError: IndexDispose
  private let errorText: IndexErrorText
  private let visitUnits: IndexVisitUnits
  private let visitDependencies, visitOccurrences: IndexVisit
  private let isSystem: IndexGetFlag
  private let mainFile, moduleName, dependencyName, dependencyPath, symbolName, symbolUSR: IndexGetText
  private let unitTime: IndexGetTime
  private let dependencyKind, symbolKind: IndexGetKind
  private let occurrenceRoles: IndexGetRoles
  private let occurrenceSymbol: IndexGetPart
  private let occurrencePlace: IndexGetPlace

  /// Loads a library; an error says what is wrong with it.
  package init(_ path: Path) throws(SystemError) {
    let library = try DynamicLibrary(path)
    func find<Function>(_ name: String, _ type: Function.Type) throws(SystemError) -> Function {
      guard let function = library.function("indexstore_" + name, as: type) else {
        throw SystemError(reason: "has no function indexstore_\(name)")
      }
      return function
    }
    // The number is 10,000 for each major version, which has been 0 for as long as there is one.
    let version = try find("version", IndexVersion.self)()
    guard version < 10_000 else { throw SystemError(reason: "has version \(version / 10_000), and 0 is understood") }
    openStore = try find("store_create", IndexOpenStore.self)
    openUnit = try find("unit_reader_create", IndexOpenReader.self)
    openRecord = try find("record_reader_create", IndexOpenReader.self)
    closeStore = try find("store_dispose", IndexDispose.self)
    closeUnit = try find("unit_reader_dispose", IndexDispose.self)
    closeRecord = try find("record_reader_dispose", IndexDispose.self)
    closeError = try find("error_dispose", IndexDispose.self)
    errorText = try find("error_get_description", IndexErrorText.self)
    visitUnits = try find("store_units_apply_f", IndexVisitUnits.self)
    visitDependencies = try find("unit_reader_dependencies_apply_f", IndexVisit.self)
    visitOccurrences = try find("record_reader_occurrences_apply_f", IndexVisit.self)
    isSystem = try find("unit_reader_is_system_unit", IndexGetFlag.self)
    mainFile = try find("unit_reader_get_main_file", IndexGetText.self)
    moduleName = try find("unit_reader_get_module_name", IndexGetText.self)
    dependencyName = try find("unit_dependency_get_name", IndexGetText.self)
    dependencyPath = try find("unit_dependency_get_filepath", IndexGetText.self)
    symbolName = try find("symbol_get_name", IndexGetText.self)
    symbolUSR = try find("symbol_get_usr", IndexGetText.self)
    unitTime = try find("unit_reader_get_modification_time", IndexGetTime.self)
    dependencyKind = try find("unit_dependency_get_kind", IndexGetKind.self)
    symbolKind = try find("symbol_get_kind", IndexGetKind.self)
    occurrenceRoles = try find("occurrence_get_roles", IndexGetRoles.self)
    occurrenceSymbol = try find("occurrence_get_symbol", IndexGetPart.self)
    occurrencePlace = try find("occurrence_get_line_col", IndexGetPlace.self)
  }

  /// What one compilation of a file left.
  struct Unit {
    var name: String
    var mainFile: String
    var module: String
    /// When it was written, in nanoseconds since 1970.
    var modified: Int64
  }

  /// A mention of a symbol in a record.
  struct Occurrence {
    /// 1-based; the column counts UTF-8 bytes.
    var line, column: UInt32
    var roles: UInt64
    /// The library's number for its kind.
    var kind: Int32
    /// As declared: `fetch(_:)`.
    var name: String
    /// The symbol's name for tools: `s:7Storage6ClientV…` for Swift.
    var usr: String
  }

  /// The units of a store that are no system modules', in the order of their names.
  /// - Parameter unreadable: counted up for each unit that could not be read.
  func units(ofStore path: Path, unreadable: inout Int) throws(SystemError) -> [Unit] {
    try withStore(path) { store in
      var names: [String] = []
      visit(into: &names, visiting: { visitUnits(store, 1, $0) { names, name in append(string(name), names) } })
      var units: [Unit] = []
      for name in names {
        guard let unit = open(openUnit, store, name) else {
          unreadable += 1
          continue
        }
        defer { closeUnit(unit) }
        if isSystem(unit) { continue }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        unitTime(unit, &seconds, &nanoseconds)
        let modified = seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue.addingReportingOverflow(nanoseconds)
        units.append(
          Unit(
            name: name, mainFile: string(mainFile(unit)), module: string(moduleName(unit)), modified: modified.partialValue))
      }
      return units
    }
  }

  /// The mentions of symbols in the main files of units, by the units' places; nil for what cannot be read.
  func occurrences(ofStore path: Path, units: [Unit]) throws(SystemError) -> [[Occurrence]?] {
    try withStore(path) { store in
      units.map { unit in
        guard let record = record(of: unit, store), let reader = open(openRecord, store, record) else { return nil }
        defer { closeRecord(reader) }
        var reading = RecordReading(library: self)
        visit(into: &reading, visiting: { visitOccurrences(reader, $0) { reading, occurrence in note(occurrence, reading) } })
        return reading.found
      }
    }
  }

  /// The name of the record of a unit's main file.
  private func record(of unit: Unit, _ store: IndexHandle) -> String? {
    guard let reader = open(openUnit, store, unit.name) else { return nil }
    defer { closeUnit(reader) }
    var reading = UnitReading(library: self, mainFile: unit.mainFile)
    visit(into: &reading, visiting: { visitDependencies(reader, $0) { reading, dependency in note(dependency: dependency, reading) } })
    return reading.record
  }

  // MARK: handles

  private func withStore<Result>(_ path: Path, _ body: (IndexHandle) -> Result) throws(SystemError) -> Result {
    var error: IndexHandle?
    guard let store = openStore(path.text, &error) else {
      defer { if let error { closeError(error) } }
      throw SystemError(reason: error.flatMap { errorText($0) }.map { String(cString: $0) } ?? "could not be opened")
    }
    defer { closeStore(store) }
    return body(store)
  }

  private func open(_ create: IndexOpenReader, _ store: IndexHandle, _ name: String) -> IndexHandle? {
    var error: IndexHandle?
    let reader = create(store, name, &error)
    if let error { closeError(error) }
    return reader
  }

  /// Hands a value to a visitor of the library's as its context.
  private func visit<Context>(into context: inout Context, visiting: (UnsafeMutableRawPointer) -> Bool) {
    withUnsafeMutablePointer(to: &context) { _ = visiting(UnsafeMutableRawPointer($0)) }
  }

  fileprivate struct UnitReading {
    let library: IndexStoreLibrary
    let mainFile: String
    var record: String?

    mutating func note(_ dependency: IndexHandle) -> Bool {
      let kindOfRecords = 2
      if library.dependencyKind(dependency) == kindOfRecords, string(library.dependencyPath(dependency)) == mainFile {
        record = string(library.dependencyName(dependency))
      }
      return record == nil
    }
  }

  fileprivate struct RecordReading {
    let library: IndexStoreLibrary
    var found: [Occurrence] = []
    /// Most symbols occur often, and asking for their texts is what takes time.
    private var symbols: [IndexHandle: (kind: Int32, name: String, usr: String)] = [:]

    init(library: IndexStoreLibrary) { self.library = library }

    mutating func note(_ occurrence: IndexHandle) -> Bool {
      let roles = library.occurrenceRoles(occurrence)
      guard IndexStore.Role(rawValue: roles).tells, let symbol = library.occurrenceSymbol(occurrence) else { return true }
      let known: (kind: Int32, name: String, usr: String)
      if let seen = symbols[symbol] {
        known = seen
      } else {
        known = (library.symbolKind(symbol), string(library.symbolName(symbol)), string(library.symbolUSR(symbol)))
        symbols[symbol] = known
      }
      var line: UInt32 = 0
      var column: UInt32 = 0
      library.occurrencePlace(occurrence, &line, &column)
      found.append(
        Occurrence(line: line, column: column, roles: roles, kind: known.kind, name: known.name, usr: known.usr))
      return true
    }
  }
}

// What the library calls back cannot carry anything but its context.

private func append(_ name: String, _ names: UnsafeMutableRawPointer?) -> Bool {
  names?.assumingMemoryBound(to: [String].self).pointee.append(name)
  return true
}

private func note(dependency: IndexHandle?, _ reading: UnsafeMutableRawPointer?) -> Bool {
  guard let dependency, let reading else { return true }
  return reading.assumingMemoryBound(to: IndexStoreLibrary.UnitReading.self).pointee.note(dependency)
}

private func note(_ occurrence: IndexHandle?, _ reading: UnsafeMutableRawPointer?) -> Bool {
  guard let occurrence, let reading else { return true }
  return reading.assumingMemoryBound(to: IndexStoreLibrary.RecordReading.self).pointee.note(occurrence)
}

private func string(_ text: IndexText) -> String {
  guard let data = text.data else { return "" }
  return String(decoding: UnsafeRawBufferPointer(start: data, count: text.length), as: UTF8.self)
}

/// The readable form of a mangled Swift name (`$s…`); nil for what is none.
func demangled(_ name: String) -> String? {
  guard let text = swift_demangle(name, name.utf8.count, nil, nil, 0) else { return nil }
  defer { release(text) }
  return String(cString: text)
}
