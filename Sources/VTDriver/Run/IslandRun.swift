import VTDiagnostics
import VTFlow
import VTReport
import VTSyntax

/// What is left of a file when it has been looked at.
struct LintedFile: Sendable, Equatable {
  var diagnostics: [Diagnostic] = []
  var notices: [Notice] = []
  var lineCount = 0
  var functionCount = 0
}

/// What came of an island.
struct LintedIsland: Sendable {
  /// In the order of its files.
  var files: [LintedFile]
  /// What declares and does what, for the next run.
  var declared: [FileDeclarations] = []
  /// `SyntaxTree.tokenDigest` by file.
  var tokens: [UInt64] = []
  var functions: [FileID: FunctionRecord] = [:]
  /// By file: it has to do with one-shot values.
  var isConcerned: [Bool] = []
  /// `SymbolIndex.interestDigest`.
  var interest: UInt64 = 0
  /// Files whose results an earlier run found.
  var knownFiles = 0
}

/// Lints files that know nothing of all others: reads what they declare, as far as it matters, puts it together, and looks
/// at each of them.
struct IslandRun {
  /// In the order of their places here.
  let files: [SourceFile]
  let swept: [SweptFile]
  let knowledge: Knowledge
  let options: LintOptions
  /// For files without settings of their own.
  let standard: FileSettings
  let compilerIndex: CompilerIndex
  /// What others than the linted files declare, with places behind theirs.
  let foreign: [FileDeclarations]
  /// What is found out is wanted for another run, too.
  var isRecorded = false
  let countFile: @Sendable () -> Void

  func lint(_ clock: inout StageClock) -> LintedIsland {
    let declared = readDeclarations()
    clock.lap("parse, collect declarations")

    let index = SymbolIndex(
      merging: declared.map(\.declarations) + foreign, knowledge: knowledge, told: compilerIndex.types)
    clock.lap("build the index")

    let trees = Trees(files: files, declared: declared)
    let found = summarise(index: index, isRecorded: isRecorded, jobs: options.jobs) { try? trees.tree(of: $0) }
    clock.lap("summarise functions")

    let results = examine(files.indices, declared, trees, index, found.summaries)
    clock.lap("analyse")
    if !isRecorded { return LintedIsland(files: results) }
    return LintedIsland(
      files: results, declared: declared.map(\.declarations), tokens: declared.map(\.tokens), functions: found.records, isConcerned: concerned(index),
      interest: index.interestDigest)
  }

  /// By file: it has to do with one-shot values, or may wait for something where it should not.
  func concerned(_ index: SymbolIndex) -> [Bool] {
    files.indices.map { index.concerns(FileID(UInt32($0))) || index.mayBlock(FileID(UInt32($0))) }
  }

  /// The second pass, and what the first one said, of some of the files.
  func examine(
    _ places: some Collection<Int>, _ declared: [DeclaredFile], _ trees: Trees, _ index: SymbolIndex, _ summaries: Summaries
  ) -> [LintedFile] {
    let places = Array(places)
    let examiner = Examiner(
      files: files, declared: declared, trees: trees, index: index, summaries: summaries, rules: knowledge.catalogue.rules,
      standard: standard)
    return parallelMap(count: places.count, jobs: options.jobs) { number in
      defer { countFile() }
      let second = examiner.examine(FileID(UInt32(places[number])))
      let first = declared[places[number]]
      return LintedFile(
        diagnostics: second.diagnostics, notices: first.notices + second.notices, lineCount: first.lineCount,
        functionCount: first.functionCount)
    }
  }

  /// Reads the files that are wanted whatever others declare, then those that matter because of what the ones before declare.
  private func readDeclarations() -> [DeclaredFile] {
    let reader = DeclarationReader(files: files, compilerIndex: compilerIndex, options: options, isRecorded: isRecorded)
    var declared = swept.enumerated().map { DeclaredFile($1, FileID(UInt32($0))) }
    let marked = declared.map(\.mayHoldSuppressions)
    var wanted = swept.indices.filter { swept[$0].isWanted }.map { FileID(UInt32($0)) }
    var areLast = false
    while true {
      let (ids, known) = (wanted, declared)
      let read = parallelMap(count: ids.count, jobs: options.jobs) { reader.read(ids[$0], known[Int(ids[$0].index)]) }
      for (id, file) in zip(ids, read) { declared[Int(id.index)] = file }
      if areLast { return declared }
      (wanted, areLast) = filesToRead(
        declared.map(\.declarations) + foreign, marked: marked, knowledge: knowledge, told: compilerIndex.types)
    }
  }
}
