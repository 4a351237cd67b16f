// libIndexStore as Swift functions: every pointer of the library stays in this file.
//
// Handles are used while what they came from is open; texts are copied before the next call; a visitor's context is the value
// that `visit` was given, of the type that its function names, and lives as long as the visit.

import CIndexStore
import VTPlatform

/// The library that reads what the compiler wrote down while it built.
@safe
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
      guard let function = unsafe library.function("indexstore_" + name, as: type) else {
        throw SystemError(reason: "has no function indexstore_\(name)")
      }
      return function
    }
    // The number is 10,000 for each major version, which has been 0 for as long as there is one.
    let version = try find("version", IndexVersion.self)()
    guard version < 10_000 else { throw SystemError(reason: "has version \(version / 10_000), and 0 is understood") }
    unsafe openStore = try unsafe find("store_create", IndexOpenStore.self)
    unsafe openUnit = try unsafe find("unit_reader_create", IndexOpenReader.self)
    unsafe openRecord = try unsafe find("record_reader_create", IndexOpenReader.self)
    unsafe closeStore = try unsafe find("store_dispose", IndexDispose.self)
    unsafe closeUnit = try unsafe find("unit_reader_dispose", IndexDispose.self)
    unsafe closeRecord = try unsafe find("record_reader_dispose", IndexDispose.self)
    unsafe closeError = try unsafe find("error_dispose", IndexDispose.self)
    unsafe errorText = try unsafe find("error_get_description", IndexErrorText.self)
    unsafe visitUnits = try unsafe find("store_units_apply_f", IndexVisitUnits.self)
    unsafe visitDependencies = try unsafe find("unit_reader_dependencies_apply_f", IndexVisit.self)
    unsafe visitOccurrences = try unsafe find("record_reader_occurrences_apply_f", IndexVisit.self)
    unsafe isSystem = try unsafe find("unit_reader_is_system_unit", IndexGetFlag.self)
    unsafe mainFile = try unsafe find("unit_reader_get_main_file", IndexGetText.self)
    unsafe moduleName = try unsafe find("unit_reader_get_module_name", IndexGetText.self)
    unsafe dependencyName = try unsafe find("unit_dependency_get_name", IndexGetText.self)
    unsafe dependencyPath = try unsafe find("unit_dependency_get_filepath", IndexGetText.self)
    unsafe symbolName = try unsafe find("symbol_get_name", IndexGetText.self)
    unsafe symbolUSR = try unsafe find("symbol_get_usr", IndexGetText.self)
    unsafe unitTime = try unsafe find("unit_reader_get_modification_time", IndexGetTime.self)
    unsafe dependencyKind = try unsafe find("unit_dependency_get_kind", IndexGetKind.self)
    unsafe symbolKind = try unsafe find("symbol_get_kind", IndexGetKind.self)
    unsafe occurrenceRoles = try unsafe find("occurrence_get_roles", IndexGetRoles.self)
    unsafe occurrenceSymbol = try unsafe find("occurrence_get_symbol", IndexGetPart.self)
    unsafe occurrencePlace = try unsafe find("occurrence_get_line_col", IndexGetPlace.self)
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
    try unsafe withStore(path) { store in
      var names: [String] = []
      unsafe visit(into: &names) { context in
        unsafe visitUnits(store, 1, context) { names, name in unsafe append(string(name), names) }
      }
      var units: [Unit] = []
      for name in names {
        guard let unit = unsafe open(openUnit, store, name) else {
          unreadable += 1
          continue
        }
        defer { unsafe closeUnit(unit) }
        if unsafe isSystem(unit) { continue }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        unsafe unitTime(unit, &seconds, &nanoseconds)
        let modified = seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue.addingReportingOverflow(nanoseconds)
        unsafe units.append(
          Unit(
            name: name, mainFile: string(mainFile(unit)), module: string(moduleName(unit)), modified: modified.partialValue))
      }
      return units
    }
  }

  /// The mentions of symbols in the main files of units, by the units' places; nil for what cannot be read.
  func occurrences(ofStore path: Path, units: [Unit]) throws(SystemError) -> [[Occurrence]?] {
    try unsafe withStore(path) { store in
      units.map { unit in
        guard let record = unsafe record(of: unit, store), let reader = unsafe open(openRecord, store, record) else { return nil }
        defer { unsafe closeRecord(reader) }
        var reading = RecordReading(library: self)
        unsafe visit(into: &reading) { context in
          unsafe visitOccurrences(reader, context) { reading, occurrence in unsafe note(occurrence, reading) }
        }
        return reading.found
      }
    }
  }

  /// The name of the record of a unit's main file.
  private func record(of unit: Unit, _ store: IndexHandle) -> String? {
    guard let reader = unsafe open(openUnit, store, unit.name) else { return nil }
    defer { unsafe closeUnit(reader) }
    var reading = UnitReading(library: self, mainFile: unit.mainFile)
    unsafe visit(into: &reading) { context in
      unsafe visitDependencies(reader, context) { reading, dependency in unsafe note(dependency: dependency, reading) }
    }
    return reading.record
  }

  // MARK: handles

  private func withStore<Result>(_ path: Path, _ body: (IndexHandle) -> Result) throws(SystemError) -> Result {
    var error: IndexHandle?
    guard let store = unsafe openStore(path.text, &error) else {
      defer { if let error = unsafe error { unsafe closeError(error) } }
      guard let error = unsafe error, let text = unsafe errorText(error) else { throw SystemError(reason: "could not be opened") }
      throw SystemError(reason: unsafe String(cString: text))
    }
    defer { unsafe closeStore(store) }
    return unsafe body(store)
  }

  private func open(_ create: IndexOpenReader, _ store: IndexHandle, _ name: String) -> IndexHandle? {
    var error: IndexHandle?
    let reader = unsafe create(store, name, &error)
    if let error = unsafe error { unsafe closeError(error) }
    return unsafe reader
  }

  /// Hands a value to a visitor of the library's as its context.
  private func visit<Context>(into context: inout Context, _ visiting: (UnsafeMutableRawPointer) -> Bool) {
    unsafe withUnsafeMutablePointer(to: &context) { _ = unsafe visiting(UnsafeMutableRawPointer($0)) }
  }

  fileprivate struct UnitReading {
    let library: IndexStoreLibrary
    let mainFile: String
    var record: String?

    mutating func note(_ dependency: IndexHandle) -> Bool {
      let kindOfRecords = 2
      if unsafe library.dependencyKind(dependency) == kindOfRecords,
        unsafe string(library.dependencyPath(dependency)) == mainFile
      {
        record = unsafe string(library.dependencyName(dependency))
      }
      return record == nil
    }
  }

  @safe
  fileprivate struct RecordReading {
    let library: IndexStoreLibrary
    var found: [Occurrence] = []
    /// Most symbols occur often, and asking for their texts is what takes time.
    private var symbols: [IndexHandle: (kind: Int32, name: String, usr: String)] = unsafe [:]

    init(library: IndexStoreLibrary) { self.library = library }

    mutating func note(_ occurrence: IndexHandle) -> Bool {
      let roles = unsafe library.occurrenceRoles(occurrence)
      guard IndexStore.Role(rawValue: roles).tells, let symbol = unsafe library.occurrenceSymbol(occurrence) else { return true }
      let known: (kind: Int32, name: String, usr: String)
      if let seen = unsafe symbols[symbol] {
        known = seen
      } else {
        known = unsafe (library.symbolKind(symbol), string(library.symbolName(symbol)), string(library.symbolUSR(symbol)))
        unsafe symbols[symbol] = known
      }
      var line: UInt32 = 0
      var column: UInt32 = 0
      unsafe library.occurrencePlace(occurrence, &line, &column)
      found.append(
        Occurrence(line: line, column: column, roles: roles, kind: known.kind, name: known.name, usr: known.usr))
      return true
    }
  }
}

// What the library calls back cannot carry anything but its context.

private func append(_ name: String, _ names: UnsafeMutableRawPointer?) -> Bool {
  unsafe names?.assumingMemoryBound(to: [String].self).pointee.append(name)
  return true
}

private func note(dependency: IndexHandle?, _ reading: UnsafeMutableRawPointer?) -> Bool {
  guard let dependency = unsafe dependency, let reading = unsafe reading else { return true }
  return unsafe reading.assumingMemoryBound(to: IndexStoreLibrary.UnitReading.self).pointee.note(dependency)
}

private func note(_ occurrence: IndexHandle?, _ reading: UnsafeMutableRawPointer?) -> Bool {
  guard let occurrence = unsafe occurrence, let reading = unsafe reading else { return true }
  return unsafe reading.assumingMemoryBound(to: IndexStoreLibrary.RecordReading.self).pointee.note(occurrence)
}

private func string(_ text: IndexText) -> String {
  guard let data = unsafe text.data else { return "" }
  return unsafe String(decoding: UnsafeRawBufferPointer(start: data, count: text.length), as: UTF8.self)
}

/// The readable form of a mangled Swift name (`$s…`); nil for what is none.
func demangled(_ name: String) -> String? {
  guard let text = unsafe swift_demangle(name, name.utf8.count, nil, nil, 0) else { return nil }
  defer { unsafe release(text) }
  return unsafe String(cString: text)
}
