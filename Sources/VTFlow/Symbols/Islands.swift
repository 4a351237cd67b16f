import VTDiagnostics

/// Cuts the files of a run into islands: no module of one imports, directly or through others, a module of another, so that
/// each can be looked at as if there were no others. A look at a name then costs what its own code base costs, not
/// what everything costs that happens to be linted with it.
/// - Parameter files: in the order of their places; their words are enough.
/// - Returns: the places of each island's files in ascending order, the islands in the order of their first files.
package func islands(of files: [FileDeclarations]) -> [[FileID]] {
  let table = ModuleTable(files)
  // A file of which nothing is known sees everything.
  if table.moduleOfFile.contains(-1) { return files.isEmpty ? [] : [files.map(\.file)] }
  var sets = DisjointSets(count: table.modules.count)
  for (module, imports) in table.imports.enumerated() {
    for imported in imports { sets.unite(Int32(module), imported) }
  }
  var places: [Int32: Int] = [:]
  var islands: [[FileID]] = []
  for (file, module) in zip(files, table.moduleOfFile) {
    let set = sets.representative(of: module)
    if let place = places[set] {
      islands[place].append(file.file)
    } else {
      places[set] = islands.count
      islands.append([file.file])
    }
  }
  return islands
}
