import VTDiagnostics
import VTFlow
import VTPlatform

/// Tells which files belong together: by the layout of packages, else by the folder that holds their package's manifest.
struct ModuleNames: Sendable {
  /// The folders with a `Package.swift`.
  private let packages: Set<ArraySlice<UInt8>>

  /// - Parameter paths: of all files of the run.
  init(_ paths: [String]) {
    let manifest = Array("Package.swift".utf8)
    packages = Set(
      paths.lazy.map { Array($0.utf8) }.filter { path in
        path.count >= manifest.count && path.suffix(manifest.count).elementsEqual(manifest)
          && (path.count == manifest.count || path[path.count - manifest.count - 1] == UInt8(ascii: "/"))
      }.map { $0.dropLast(manifest.count) })
  }

  func module(of path: String) -> ModuleName {
    let path = Path(path)
    if let module = path.module { return ModuleName(Name(bytes: module)) }
    var folder = path.bytes[...]
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[...slash]
      if packages.contains(folder) { break }
      folder = folder.dropLast()
    }
    if !packages.contains(folder) { folder = [] }
    // No module's name has a slash.
    return ModuleName(Name(bytes: Array(folder) + [UInt8(ascii: "/")]), isNamed: false)
  }
}
