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
  /// What it declares is wanted, whatever others declare.
  var isWanted = false

  func declarations(_ id: FileID) -> FileDeclarations { FileDeclarations(unread: words, file: id, module: module) }
}

/// Looks for the words of files.
struct FileSweep: Sendable {
  private let seeds: Seeds
  private let wantsAll: Bool
  private let modules: ModuleNames

  /// - Parameter files: all of the run.
  init(of files: [SourceFile], seeds: Seeds, compilerIndex: CompilerIndex, options: LintOptions) {
    self.seeds = seeds
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
    var found = SweptFile(words: FileWords(of: bytes), module: module, stamp: ContentStamp(bytes), byteCount: bytes.count)
    found.mayHoldSuppressions = Suppressions.mayOccur(in: bytes)
    found.isWanted = wantsAll || found.mayHoldSuppressions || seeds.mayConcern(found.words)
    return found
  }
}
