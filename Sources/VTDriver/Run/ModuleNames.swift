import VTDiagnostics
import VTFlow
import VTPlatform

/// Tells which files belong together: by the layout of packages, else by the folder that holds their package's manifest, or
/// their repository.
struct ModuleNames: Sendable {
  private struct Package {
    var folder: [Name]
    /// nil for a repository without a manifest.
    var targets: Set<Name>?

    func module(_ name: Name, _ isForTests: Bool) -> ModuleName {
      ModuleName(name, package: folder, targets: targets, isForTests: isForTests)
    }
  }

  /// By its folder, with a slash at its end; empty for the one where the run began.
  private let packages: [ArraySlice<UInt8>: Package]

  /// - Parameters:
  ///   - files: all of the run.
  ///   - repositories: the tops of repositories. What belongs to no package in there belongs together.
  init(_ files: [SourceFile], repositories: [Path] = []) {
    let manifest = Array("Package.swift".utf8)
    var packages: [ArraySlice<UInt8>: Package] = [:]
    for repository in repositories {
      let parts = repository.parts.map { Name(bytes: $0) }
      packages[repository.appending([]).bytes[...]] = Package(folder: parts, targets: nil)
    }
    for file in files {
      let path = Array(file.path.utf8)
      guard path.count >= manifest.count, path.suffix(manifest.count).elementsEqual(manifest) else { continue }
      let folder = path.dropLast(manifest.count)
      guard folder.isEmpty || folder.last == slash else { continue }
      let parts = folder.split(separator: slash).map { Name(bytes: $0) }
      packages[folder] = Package(folder: parts, targets: targetNames(in: (try? file.read()) ?? []))
    }
    self.packages = packages
  }

  func module(of path: String) -> ModuleName {
    let path = Path(path)
    let name = path.module.map { Name(bytes: $0) } ?? .none
    let isForTests = name != .none && path.parts.contains { $0.elementsEqual("Tests".utf8) }
    var folder = path.bytes[...]
    if !packages.isEmpty {
      while let last = folder.lastIndex(of: slash) {
        folder = folder[...last]
        if let package = packages[folder] { return package.module(name, isForTests) }
        folder = folder.dropLast()
      }
      if let package = packages[[]] { return package.module(name, isForTests) }
    }
    return ModuleName(name, isForTests: isForTests)
  }
}

private let slash = UInt8(ascii: "/")

/// What a manifest calls its targets: the names behind `target(name:`, `executableTarget(name:` and so on.
private func targetNames(in manifest: [UInt8]) -> Set<Name> {
  var names: Set<Name> = []
  for place in manifest.indices where manifest[place] == UInt8(ascii: "a") && manifest[place...].starts(with: "arget(".utf8) {
    var rest = manifest[place...].dropFirst("arget(".utf8.count).drop(while: isBlank)
    for word in ["name", ":", "\""] {
      guard rest.starts(with: word.utf8) else { break }
      rest = rest.dropFirst(word.utf8.count).drop(while: isBlank)
      guard word == "\"" else { continue }
      names.insert(Name(bytes: rest.prefix { $0 != UInt8(ascii: "\"") }))
    }
  }
  return names
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
