import VTDiagnostics
import VTFlow
import VTPlatform
import VTSyntax
import VTToolchain

/// What an index store tells about the linted files, in the analysis' words.
struct CompilerIndex: Sendable {
  let types: ToldTypes
  private let files: [String: IndexedFile]
  private let names: [Name]

  init(_ answer: IndexAnswer = IndexAnswer()) {
    files = answer.files
    names = answer.symbols.map { $0.name.isEmpty ? .none : Name($0.name) }
    types = ToldTypes(answer.symbols.map { (owner: $0.owner, result: $0.result) })
  }

  /// Nothing is told.
  var isEmpty: Bool { files.isEmpty }

  /// What is told about a file, and its module; nil: nothing.
  func told(of file: SourceFile, _ tree: SyntaxTree) -> (places: [ToldPlace], module: ModuleName)? {
    guard !files.isEmpty, let path = file.pathInIndex, let told = files[path] else { return nil }
    let lines = LineTable(tree.source)
    let mentions = told.mentions.compactMap { mention in
      lines.offset(line: mention.line, column: mention.column).map { (offset: $0, symbol: Int32(mention.symbol)) }
    }
    return (toldPlaces(in: tree, mentions: mentions, names: names), ModuleName(Name(told.module)))
  }
}

/// What a linted file declares, and what is told about it.
func declarations(
  of tree: SyntaxTree, of file: SourceFile, _ id: FileID, _ module: ModuleName, _ index: CompilerIndex
) -> FileDeclarations {
  let told = index.told(of: file, tree)
  return collectDeclarations(
    of: tree, file: id, module: told?.module ?? module, told: told?.places ?? [])
}

extension SourceFile {
  /// The path by which an index knows the file. What an editor has not saved, no compiler has seen.
  var pathInIndex: String? {
    guard case .file(let path) = content else { return nil }
    return resolvedPath(path)?.text
  }
}
