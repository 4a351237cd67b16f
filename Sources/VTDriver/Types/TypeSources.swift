import VTCatalogue
import VTPlatform
import VTReport
import VTToolchain

/// What is known of types beside the linted files.
package struct TypeSources: Sendable {
  /// Sources of dependencies. Only those are read whose module is imported, by a linted file or by another one of these.
  package var dependencies: [DeclarationText] = []
  /// What the compiler wrote down about the linted files.
  package var index = IndexAnswer()
  /// Asks the toolchain about modules without sources, once it is known which modules are imported.
  package var toolchain: @Sendable (_ isImported: @escaping @Sendable (String) -> Bool) -> ToolchainAnswer = { _ in ToolchainAnswer() }

  package init() {}
}

/// Finds what was asked for, and asks what needs to know nothing but the names of the files.
func findTypeSources(
  _ request: LintRequest, files: [SourceFile], catalogue: Catalogue, console: Console
) throws(UsageError) -> (sources: TypeSources, notices: [Notice]) {
  var sources = TypeSources()
  let request = (types: request.types, paths: request.paths)
  if !request.types.isTyped, request.types.dependencies.isEmpty, request.types.indexStore == nil { return (sources, []) }
  let folder = try startingFolder()
  let packages = request.types.isTyped ? packagesAround(request.paths, folder) : []
  let toolchain = Toolchain.find(console.environment)
  var notices: [Notice] = []
  let folders = request.types.dependencies.map { Path($0) } + packages.flatMap(\.dependencies)
  sources.dependencies = dependencies(in: folders, besides: files, folder, &notices)
  let store = try indexStore(request.types, packages)
  if let store { sources.index = askIndex(store, toolchain, about: files, by: request.types.indexReader, timeLimit(console.environment)) }
  if request.types.isTyped { sources.index.notes += whatIsMissing(store, toolchain) }
  if request.types.isTyped, sources.dependencies.isEmpty, sources.index.files.isEmpty, toolchain == nil || packages.isEmpty,
    !packages.contains(where: { hasHeaderTargets($0.folder) })
  {
    throw UsageError(nothingToAsk(packages, store))
  }
  sources.toolchain = askToolchain(toolchain, about: packages, catalogue, request.types, console)
  return (sources, notices)
}

private func askToolchain(
  _ toolchain: Toolchain?, about packages: [PackageLayout], _ catalogue: Catalogue, _ request: TypeRequest, _ console: Console
) -> @Sendable (@escaping @Sendable (String) -> Bool) -> ToolchainAnswer {
  { [environment = console.environment] isImported in
    packages.map { package in
      var question = ToolchainQuestion(
        package: package.folder, isImported: isImported, catalogue: catalogue, toolchain: toolchain, environment: environment)
      question.dependencies = package.dependencies
      question.headerReader = request.headerReader
      return (ModuleInterfaces(question)?.answer() ?? ToolchainAnswer()) + headerDeclarations(question)
    }.reduce(ToolchainAnswer(), +)
  }
}

private func whatIsMissing(_ store: Path?, _ toolchain: Toolchain?) -> [ToolchainNote] {
  var notes: [ToolchainNote] = []
  if store == nil { notes.append(ToolchainNote("there is no index store in .build/debug (swift build makes one)", isDetail: true)) }
  if toolchain == nil {
    notes.append(ToolchainNote("no toolchain was found: interfaces of modules are not asked for", isDetail: true))
  }
  return notes
}

private func nothingToAsk(_ packages: [PackageLayout], _ store: Path?) -> String {
  if packages.isEmpty { return "--typed: there is no Package.swift around the linted paths; name what to ask: --dependency, --index-store" }
  let index = store == nil ? "no index store (swift build makes one)" : "an index store that tells nothing"
  return "--typed: there is nothing to ask: no sources of dependencies (swift package resolve fetches them), \(index), and no "
    + "toolchain (put swiftc on the PATH, or name the folder above its bin in VTLINT_TOOLCHAIN)"
}

private func dependencies(
  in folders: [Path], besides linted: [SourceFile], _ folder: Path, _ notices: inout [Notice]
) -> [DeclarationText] {
  var finder = FileFinder(currentFolder: folder)
  finder.find(folders)
  notices += finder.notices
  let linted = Set(linted.map { Path($0.path).absolute(from: folder) })
  return finder.files.compactMap { path in
    if linted.contains(path.absolute(from: folder)) || isAside(path) { return nil }
    return DeclarationText(
      name: path.text, module: path.module.map { String(decoding: $0, as: UTF8.self) } ?? "", origin: .dependency,
      content: .file(path))
  }
}

/// The index store that was named, or that of a package's last build.
private func indexStore(_ request: TypeRequest, _ packages: [PackageLayout]) throws(UsageError) -> Path? {
  guard let named = request.indexStore else { return packages.lazy.compactMap(\.indexStore).first }
  guard (try? fileStatus(Path(named)))?.kind == .folder else { throw UsageError("--index-store \(printable(named)): there is no such folder") }
  return Path(named)
}

/// What the store tells; where nobody can read it, a note says why, and the run goes on without.
private func askIndex(
  _ store: Path, _ toolchain: Toolchain?, about files: [SourceFile], by reader: (path: Path, arguments: [String])?, _ limit: Double
) -> IndexAnswer {
  guard let toolchain else {
    var answer = IndexAnswer()
    answer.notes = [ToolchainNote("no toolchain was found to read the index store with (see VTLINT_TOOLCHAIN)")]
    return answer
  }
  let request = IndexRequest(
    library: toolchain.library("IndexStore"), store: store, files: Set(files.compactMap(\.pathInIndex)))
  return request.answer(by: reader, seconds: limit)
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
