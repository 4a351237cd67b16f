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
  var notices: [Notice] = []
  var mayHoldSuppressions = false
  var byteCount = 0
  var lineCount = 0
  var functionCount = 0
  /// Kept for the second pass, if there was room.
  var tree: SyntaxTree?
}

/// The first pass: what each file declares, or only which words it has.
struct DeclarationReader: Sendable {
  private let files: [SourceFile]
  private let seeds: Seeds
  private let compilerIndex: CompilerIndex
  /// Figures were asked for: every file is parsed, and its lines and functions are counted.
  private let counts: Bool
  private let readsAll: Bool
  private let modules: ModuleNames
  /// How many bytes of source the trees that are kept may yet have.
  private let room: Locked<Int>

  init(files: [SourceFile], seeds: Seeds, compilerIndex: CompilerIndex, options: LintOptions) {
    self.files = files
    self.seeds = seeds
    self.compilerIndex = compilerIndex
    counts = options.countsFunctions
    readsAll = options.readsAll || counts
    room = Locked(options.keptBytes)
    modules = ModuleNames(files.map(\.path))
  }

  /// Looks for the words of a file; reads its declarations, too, if it is clear already that they will be wanted.
  func sweep(_ id: FileID) -> DeclaredFile {
    let file = files[Int(id.index)]
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try file.read()
    } catch {
      return DeclaredFile(
        declarations: FileDeclarations(unread: FileWords(of: []), file: id, module: .unknown), stamp: nil,
        notices: [unreadable(file, error.reason)])
    }
    let words = FileWords(of: bytes)
    var found = DeclaredFile(
      declarations: FileDeclarations(unread: words, file: id, module: modules.module(of: file.path)), stamp: ContentStamp(bytes),
      mayHoldSuppressions: Suppressions.mayOccur(in: bytes), byteCount: bytes.count)
    // What a compiler tells leads to values that no word shows.
    if readsAll || !compilerIndex.isEmpty || found.mayHoldSuppressions || seeds.mayConcern(words) { declare(bytes, id, &found) }
    return found
  }

  /// Reads the declarations of a file of which only the words are known. A file that has changed since then is left as
  /// it was: the second pass tells.
  func read(_ id: FileID, _ known: DeclaredFile) -> DeclaredFile {
    var found = known
    guard let stamp = known.stamp, let bytes = try? files[Int(id.index)].read(), ContentStamp(bytes) == stamp else {
      found.declarations = collectDeclarations(of: SyntaxTree.parse([]), file: id)
      return found
    }
    declare(bytes, id, &found)
    return found
  }

  private func declare(_ bytes: [UInt8], _ id: FileID, _ found: inout DeclaredFile) {
    let file = files[Int(id.index)]
    let tree = SyntaxTree.parse(bytes)
    found.declarations = VTDriver.declarations(of: tree, of: file, id, modules, compilerIndex)
    if file.settings?.isGenerated != true { found.notices = syntaxNotices(of: tree, file) }
    let hasRoom = room.withLock { room in
      if room < bytes.count { return false }
      room -= bytes.count
      return true
    }
    if hasRoom { found.tree = tree }
    if counts {
      let lines = LineTable(bytes)
      // A line end at the end of the file begins no line.
      found.lineCount = lines.starts.count - (lines.starts.last == UInt32(bytes.count) ? 1 : 0)
      found.functionCount = functionCount(of: tree)
    }
  }
}

func unreadable(_ file: SourceFile, _ reason: String) -> Notice {
  Notice(.error, about: .gap, path: file.path, "could not be read: \(reason)")
}

/// What could not be parsed. A few per file are enough to see that a file is not what it seems.
private func syntaxNotices(of tree: SyntaxTree, _ file: SourceFile) -> [Notice] {
  if tree.problems.isEmpty { return [] }
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
