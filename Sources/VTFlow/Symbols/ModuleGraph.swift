import VTDiagnostics

/// Which files can name what others declare: those of their own module, and of the modules that it imports, directly or
/// through others. A file of which not even a place is known sees everything, and is seen by everyone.
///
/// A run over many packages thus does not mix what has nothing to do with each other.
struct ModuleGraph: Sendable {
  typealias Module = ModuleTable.Module

  private let moduleOfFile: [Module]
  /// By module: a bit for each module it sees, itself included.
  private var reach: [[UInt64]]

  init(_ files: [FileDeclarations]) {
    let table = ModuleTable(files)
    moduleOfFile = table.moduleOfFile
    let words = (table.modules.count + 63) / 64
    reach = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: table.modules.count)
    for (module, imports) in table.imports.enumerated() {
      insert(Module(module), into: module)
      for imported in imports { insert(imported, into: module) }
    }
    close()
  }

  private mutating func insert(_ seen: Module, into module: Int) {
    reach[module][Int(seen) / 64] |= 1 << UInt64(seen % 64)
  }

  /// What is seen by what one sees is seen, too.
  private mutating func close() {
    for middle in reach.indices {
      for module in reach.indices where module != middle && contains(module, middle) {
        for word in reach[module].indices { reach[module][word] |= reach[middle][word] }
      }
    }
  }

  private func contains(_ module: Int, _ seen: Int) -> Bool { reach[module][seen / 64] >> UInt64(seen % 64) & 1 == 1 }

  var count: Int { reach.count }

  func module(of file: FileID) -> Module { moduleOfFile[Int(file.index)] }

  func sees(_ module: Module, _ other: Module) -> Bool {
    module < 0 || other < 0 || module == other || contains(Int(module), Int(other))
  }

  func sees(_ file: FileID, _ other: FileID) -> Bool { sees(module(of: file), module(of: other)) }

  /// The modules that some of these see.
  func seen(from modules: Set<Module>) -> Set<Module> {
    let all = (-1..<Module(count))
    return Set(all.filter { other in modules.contains { sees($0, other) } })
  }
}
