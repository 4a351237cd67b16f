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

  /// Puts what is told about a file beside what it declares.
  func tell(_ declarations: inout FileDeclarations, of file: SourceFile, _ tree: SyntaxTree, _ lines: LineTable) {
    guard !files.isEmpty, let path = file.pathInIndex, let told = files[path] else { return }
    let mentions = told.mentions.compactMap { mention in
      lines.offset(line: mention.line, column: mention.column).map { (offset: $0, symbol: Int32(mention.symbol)) }
    }
    declarations.told = toldPlaces(in: tree, mentions: mentions, names: names)
    declarations.module = Name(told.module)
  }
}

/// What a linted file declares, and what is told about it.
func declarations(
  of tree: SyntaxTree, _ lines: LineTable, _ file: SourceFile, _ id: FileID, _ index: CompilerIndex
) -> FileDeclarations {
  var declarations = collectDeclarations(of: tree, file: id)
  if let module = Path(file.path).module { declarations.module = Name(bytes: module) }
  index.tell(&declarations, of: file, tree, lines)
  return declarations
}

extension SourceFile {
  /// The path by which an index knows the file. What an editor has not saved, no compiler has seen.
  var pathInIndex: String? {
    guard case .file(let path) = content else { return nil }
    return resolvedPath(path)?.text
  }
}
