import VTCatalogue
import VTDiagnostics
import VTFlow
import VTPlatform
import VTSyntax
import VTToolchain

/// What the calls of some files give, and who told.
package struct CallTypeReport: Sendable {
  package struct Line: Sendable {
    package var position: LineTable.Position
    /// The name that is called.
    package var name: String
    package var type: String
    /// "own sources", "dependency", "index store" …
    package var teller: String
    /// What the index store says, where that is something else.
    package var contradiction: String?
  }

  package var path: String
  package var lines: [Line]

  /// Reports on the files of a request, asking the sources of types that it names.
  package static func reports(on request: LintRequest, console: Console = .process) throws(UsageError) -> [CallTypeReport] {
    let catalogue = try loadCatalogue(request.catalogueFiles, near: request.paths).catalogue
    let (files, repositories, _) = try findFiles(request, catalogue, console)
    let sources = try findTypeSources(request, files: files, catalogue: catalogue, console: console).sources
    let compilerIndex = CompilerIndex(sources.index)
    let modules = ModuleNames(files, repositories: repositories)
    let texts = files.map { (try? $0.read()) ?? [] }
    var names = TypeNames()
    names.add(told: sources.index)
    let declared = zip(files, texts).enumerated().map { place, file in
      let tree = SyntaxTree.parse(file.1)
      names.add(wordsOf: tree)
      return declarations(of: tree, of: file.0, FileID(UInt32(place)), modules.module(of: file.0.path), compilerIndex)
    }
    let foreign = ForeignDeclarations(of: sources, linted: declared, jobs: 1)
    for text in foreign.texts { names.add(wordsOf: SyntaxTree.parse(text.read())) }
    let index = SymbolIndex(merging: declared + foreign.files, catalogue: catalogue, told: compilerIndex.types)
    names.add(typesOf: declared + foreign.files)
    return zip(files, texts).enumerated().map { place, file in
      let tree = SyntaxTree.parse(file.1)
      let lines = LineTable(file.1)
      let found = callTypes(in: tree, file: FileID(UInt32(place)), index: index).map { call in
        Line(
          position: lines.position(of: call.name.start), name: tree.text(call.name), type: names.text(of: call.type),
          teller: call.teller.words, contradiction: call.contradiction.map { names.text(of: $0) })
      }
      return CallTypeReport(path: file.0.path, lines: found)
    }
  }

  /// For people: a line for each call.
  package var text: String {
    lines.map { line in
      let start = "\(line.position.line):\(line.position.column) \(line.name) -> \(line.type) (\(line.teller))"
      return start + (line.contradiction.map { ", but index store: \($0)" } ?? "") + "\n"
    }.joined()
  }
}

extension Teller {
  fileprivate var words: String {
    switch self {
    case .declaration(.linted): "own sources"
    case .declaration(.dependency): "dependency"
    case .declaration(.interface): "interface"
    case .declaration(.header): "header"
    case .index: "index store"
    case .catalogue: "catalogue"
    }
  }
}
