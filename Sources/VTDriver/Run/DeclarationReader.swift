import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTSyntax

/// What the first pass keeps of a file.
struct DeclaredFile: Sendable {
  var declarations: FileDeclarations
  /// nil: the file could not be read, and the second pass leaves it alone.
  var stamp: ContentStamp?
  var notices: [Notice]
  var mayHoldSuppressions: Bool
  var lineCount = 0
  var functionCount = 0
  /// `SyntaxTree.tokenDigest`, where that is recorded; 0 where nobody has read the file.
  var tokens: UInt64 = 0
  /// Kept for the second pass, if there was room.
  var tree: SyntaxTree?

  /// A file of which only the words are known.
  init(_ swept: SweptFile, _ id: FileID) {
    declarations = swept.declarations(id)
    stamp = swept.stamp
    notices = swept.notices
    mayHoldSuppressions = swept.mayHoldSuppressions
  }
}

/// Reads what files declare.
struct DeclarationReader: Sendable {
  private let files: [SourceFile]
  private let compilerIndex: CompilerIndex
  /// Figures were asked for: lines and functions are counted.
  private let counts: Bool
  private let isRecorded: Bool
  /// How many bytes of source the trees that are kept may yet have.
  private let room: Locked<Int>

  /// - Parameter isRecorded: what is found is wanted for another run, too.
  init(files: [SourceFile], compilerIndex: CompilerIndex, options: LintOptions, isRecorded: Bool) {
    self.files = files
    self.isRecorded = isRecorded
    self.compilerIndex = compilerIndex
    counts = options.countsFunctions
    room = Locked(options.keptBytes)
  }

  /// Reads the declarations of a file of which only the words are known. A file that has changed since then declares
  /// nothing, and the second pass leaves it alone.
  func read(_ id: FileID, _ known: DeclaredFile) -> DeclaredFile {
    var found = known
    let file = files[Int(id.index)]
    var bytes: [UInt8] = []
    if let stamp = known.stamp {
      do throws(TreeFailure) {
        bytes = try file.read(again: stamp)
      } catch {
        found.stamp = nil
        found.notices.append(error.notice(file))
      }
    }
    if found.stamp == nil {
      found.declarations = collectDeclarations(of: SyntaxTree.parse([]), file: id)
      return found
    }
    let tree = SyntaxTree.parse(bytes)
    found.declarations = declarations(of: tree, of: file, id, known.declarations.module, compilerIndex)
    if file.settings?.isGenerated != true { found.notices += syntaxNotices(of: tree, file) }
    if isRecorded { found.tokens = tree.tokenDigest }
    let hasRoom = room.withLock { room in
      if room < bytes.count { return false }
      room -= bytes.count
      return true
    }
    if hasRoom { found.tree = tree.fitted }
    if counts {
      let lines = LineTable(bytes)
      // A line end at the end of the file begins no line.
      found.lineCount = lines.starts.count - (lines.starts.last == UInt32(bytes.count) ? 1 : 0)
      found.functionCount = functionCount(of: tree)
    }
    return found
  }
}

func unreadable(_ file: SourceFile, _ reason: String) -> Notice {
  Notice(.error, about: .gap, path: file.path, "could not be read: \(reason)")
}

/// What could not be parsed. A few per file are enough to see that a file is not what it seems.
private func syntaxNotices(of tree: SyntaxTree, _ file: SourceFile) -> [Notice] {
  if tree.problems.isEmpty { return [] }
  // What is encrypted in a repository has the name of a source, and a problem in each line.
  if tree.source.first == 0 { return [Notice(.note, about: .gap, path: file.path, "could not parse: it is no text")] }
  let limit = 3
  let lines = LineTable(tree.source)
  var notices = tree.problems.prefix(limit).map { problem in
    Notice(
      .note, about: .gap, path: file.path, position: lines.position(of: problem.range.start),
      "could not parse: \(problem.message)")
  }
  if tree.problems.count > limit {
    let count = tree.problems.count - limit
    notices.append(Notice(.note, about: .gap, path: file.path, "could not parse \(count) more place\(count == 1 ? "" : "s")"))
  }
  return notices
}

private func functionCount(of tree: SyntaxTree) -> Int {
  tree.nodes.count { node in
    switch node.kind {
    case .functionDecl, .initDecl, .deinitDecl, .accessorDecl, .closureExpr: true
    case .accessorBlock: node.flags.contains(.implicitGetter)
    default: false
    }
  }
}
