import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTSyntax

/// What the first look at a file finds: its words, without lexing it.
struct SweptFile: Sendable {
  let words: FileWords
  let module: ModuleName
  /// nil: the file could not be read.
  var stamp: ContentStamp?
  var notices: [Notice] = []
  var mayHoldSuppressions = false
  var byteCount = 0
  /// The answer of `Seeds.mayConcern`.
  var mayConcern = false
  /// What it declares is wanted, whatever others declare.
  var isWanted = false

  func declarations(_ id: FileID) -> FileDeclarations { FileDeclarations(unread: words, file: id, module: module) }
}

/// Looks for the words of files.
struct FileSweep: Sendable {
  private let seeds: Seeds
  private let wantsAll: Bool
  private let modules: ModuleNames
  private let known: KnownWords?

  /// - Parameter files: all of the run.
  init(of files: [SourceFile], seeds: Seeds, compilerIndex: CompilerIndex, options: LintOptions) {
    self.seeds = seeds
    known = options.cache?.words
    // What a compiler tells leads to values that no word shows.
    wantsAll = options.readsAll || options.countsFunctions || !compilerIndex.isEmpty
    modules = ModuleNames(files, repositories: options.repositories)
  }

  func sweep(_ file: SourceFile) -> SweptFile {
    let module = modules.module(of: file.path)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try file.read()
    } catch {
      return SweptFile(words: FileWords(of: []), module: module, notices: [unreadable(file, error.reason)])
    }
    let stamp = ContentStamp(bytes)
    var found: SweptFile
    if let known = known?[file.path], known.stamp == stamp {
      found = SweptFile(words: known.words, module: module)
      (found.mayHoldSuppressions, found.mayConcern) = (known.mayHoldSuppressions, known.mayConcern)
    } else {
      found = SweptFile(words: FileWords(of: bytes), module: module)
      found.mayHoldSuppressions = Suppressions.mayOccur(in: bytes)
      found.mayConcern = seeds.mayConcern(found.words)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      found.notices.append(Notice(.warning, about: .gap, path: file.path, "not linted: it is UTF-16, and Swift reads UTF-8 only"))
    }
    (found.stamp, found.byteCount) = (stamp, bytes.count)
    found.isWanted = wantsAll || found.mayHoldSuppressions || found.mayConcern
    return found
  }
}
