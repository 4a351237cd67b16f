import VTDiagnostics
import VTFlow
import VTPlatform
import VTSyntax
import VTToolchain

/// The declarations of others than the linted files, as files that follow those.
struct ForeignDeclarations {
  private(set) var files: [FileDeclarations] = []
  /// What they were read from.
  private(set) var texts: [DeclarationText] = []
  private(set) var notes: [ToolchainNote] = []
  /// The place of the first of them in the run's list of files.
  private let firstPlace: Int
  private let jobs: Int

  /// - Parameter linted: what the linted files declare.
  init(of sources: TypeSources, linted: [FileDeclarations], jobs: Int) {
    firstPlace = linted.count
    self.jobs = jobs
    let imports = linted.reduce(into: Set<Name>()) { $0.formUnion($1.imports) }
    readImported(sources.dependencies, imports)
    let known = Set((linted + files).map(\.module.name))
    notes += sources.index.notes
    let answer = sources.toolchain { module in
      let name = Name(module)
      return imports.contains(name) && !known.contains(name)
    }
    notes += answer.notes
    read(answer.texts.sorted { $0.origin.rawValue < $1.origin.rawValue })
  }

  /// Reads the sources of imported modules, of those that they import, and so on: what is not imported is not seen.
  private mutating func readImported(_ texts: [DeclarationText], _ imports: Set<Name>) {
    var waiting = texts.map { (text: $0, module: Name($0.module)) }
    var imports = imports
    while true {
      // A file that stands in no module's folder may belong to any.
      let next = waiting.filter { $0.text.module.isEmpty || imports.contains($0.module) }
      if next.isEmpty { break }
      waiting.removeAll { $0.text.module.isEmpty || imports.contains($0.module) }
      let count = files.count
      read(next.map(\.text))
      for file in files[count...] where file.module.name != .none { imports.formUnion(file.imports) }
    }
    if !texts.isEmpty {
      notes.append(ToolchainNote("declarations of \(files.count) of \(counted(texts.count, "file")) of dependencies read", isDetail: true))
    }
  }

  private mutating func read(_ texts: [DeclarationText]) {
    let first = firstPlace + files.count
    self.texts += texts
    files += parallelMap(count: texts.count, jobs: jobs) { place in
      let text = texts[place]
      let found = collectDeclarations(of: SyntaxTree.parse(text.read()), file: FileID(UInt32(first + place)))
      return found.seenFromOutside(as: text.origin.source, module: text.module.isEmpty ? .none : Name(text.module))
    }
  }
}

extension DeclarationText {
  /// What cannot be read declares nothing.
  func read() -> [UInt8] {
    switch content {
    case .bytes(let known): known
    case .file(let path): (try? readFile(path, limit: SourceFile.sizeLimit)) ?? []
    }
  }
}

extension DeclarationText.Origin {
  fileprivate var source: DeclarationSource {
    switch self {
    case .dependency: .dependency
    case .interface: .interface
    case .header: .header
    }
  }
}
