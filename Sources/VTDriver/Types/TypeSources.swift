import VTCatalogue
import VTPlatform
import VTReport
import VTToolchain

/// What is known of types beside the linted files.
package struct TypeSources: Sendable {
  /// Sources of dependencies. Only those are read whose module is imported, by a linted file or by another one of these.
  package var dependencies: [DeclarationText] = []
  /// Asks the toolchain about modules without sources, once it is known which modules are imported.
  package var toolchain: @Sendable (_ isImported: @escaping @Sendable (String) -> Bool) -> ToolchainAnswer = { _ in ToolchainAnswer() }

  package init() {}
}

/// Finds what was asked for; nothing is read yet but the names of files.
func findTypeSources(
  _ request: LintRequest, files: [SourceFile], catalogue: Catalogue, console: Console
) throws(UsageError) -> (sources: TypeSources, notices: [Notice]) {
  var sources = TypeSources()
  if !request.types.isTyped, request.types.dependencies.isEmpty, request.types.indexStore == nil { return (sources, []) }
  let folder = try startingFolder()
  let linted = Set(files.map { Path($0.path).absolute(from: folder) })
  var finder = FileFinder(currentFolder: folder)
  var packages: [PackageLayout] = []
  var wanted = request.types.dependencies.map { Path($0) }
  if request.types.isTyped {
    packages = packagesAround(request.paths, folder)
    guard !packages.isEmpty else { throw UsageError("--typed: there is no Package.swift around the linted paths") }
    wanted += packages.flatMap(\.dependencies)
  }
  finder.find(wanted)
  sources.dependencies = finder.files.compactMap { path in
    if linted.contains(path.absolute(from: folder)) || isAside(path) { return nil }
    return DeclarationText(
      name: path.text, module: path.module.map { String(decoding: $0, as: UTF8.self) } ?? "", origin: .dependency,
      content: .file(path))
  }
  return (sources, finder.notices)
}

private func packagesAround(_ paths: [String], _ folder: Path) -> [PackageLayout] {
  var found: [PackageLayout] = []
  for path in paths {
    guard let package = PackageLayout(around: path == "-" ? folder : Path(path), currentFolder: folder),
      !found.contains(where: { $0.folder == package.folder })
    else { continue }
    found.append(package)
  }
  return found
}

/// What a dependency keeps beside what it offers: manifests, tests, examples.
private func isAside(_ path: Path) -> Bool {
  path.name.starts(with: "Package".utf8) || path.parts.contains { foldersAside.contains(String(decoding: $0, as: UTF8.self)) }
}

private let foldersAside: Set<String> = ["Tests", "Examples", "Example", "Benchmarks", "Snippets", "Plugins", "IntegrationTests"]
