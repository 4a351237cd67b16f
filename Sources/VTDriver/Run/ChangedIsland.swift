import VTDiagnostics
import VTFlow
import VTReport
import VTSyntax

/// An island that an earlier run has linted, of which some texts have changed since.
///
/// What a file's result depends on is its own text, the index and the summaries. Where the changed files declare what they
/// declared, are asked for the same names, and their functions do what they did, the index and the summaries of all others
/// are as they were; so only the changed files are looked at, and those whose remarks point into them.
struct ChangedIsland {
  let run: IslandRun
  let record: IslandRecord
  /// What the earlier run swept up.
  let words: KnownWords

  /// With more changed files it is not worth the while to find out.
  private static let changeLimit = 32

  /// - Returns: nil where the change may matter to others: the island has to be linted as a whole.
  func lint(_ clock: inout StageClock) -> LintedIsland? {
    guard let changed = changedFiles() else { return nil }
    let isChanged = run.files.indices.map { changed.contains($0) }
    let pointing = run.files.indices.filter { place in
      !isChanged[place] && record.files[place].leadsTo.contains { changed.contains(Int($0)) }
    }
    let again = (changed + pointing).sorted()
    guard let declared = declaredFiles(again, changed) else { return nil }
    clock.lap("parse, collect declarations")

    let index = SymbolIndex(
      merging: declared.map(\.declarations), knowledge: run.knowledge, told: run.compilerIndex.types)
    guard areAskedTheSame(changed, declared, index) else { return nil }
    clock.lap("build the index")

    let trees = Trees(files: run.files, declared: declared)
    let jobs = run.options.jobs
    let found = summaries(
      of: index, changed: isChanged,
      known: { record.functions(at: Int($0.index), declarations: declared[Int($0.index)].declarations.declarations.count) },
      tree: { try? trees.tree(of: $0) }, looks: { parallelMap(count: $0, jobs: jobs, $1) })
    guard let found else { return nil }
    clock.lap("summarise functions")

    let results = run.examine(again, declared, trees, index, found.summaries)
    var all: [LintedFile] = []
    var next = 0
    for place in run.files.indices {
      if next < again.count, again[next] == place {
        all.append(results[next])
        next += 1
      } else {
        guard let result = record.result(at: place, path: run.files[place].path) else { return nil }
        all.append(result)
        run.countFile()
      }
    }
    clock.lap("analyse")
    return LintedIsland(
      files: all, declared: declared.map(\.declarations), functions: found.records, knownFiles: run.files.count - again.count)
  }

  /// The places of the files with new texts; nil if there are too many, or if it matters to others that they are others.
  private func changedFiles() -> [Int]? {
    guard record.files.count == run.files.count else { return nil }
    let changed = run.files.indices.filter { record.files[$0].stamp != run.swept[$0].stamp }
    if changed.count > Self.changeLimit { return nil }
    for place in changed {
      let (new, path) = (run.swept[place], run.files[place].path)
      guard new.stamp != nil, let old = words[path], old.words.imports == new.words.imports,
        old.mayHoldSuppressions == new.mayHoldSuppressions
      else { return nil }
      // Nobody has asked what it declares: there must be no reason to do so.
      if record.files[place].declarations == nil, new.isWanted { return nil }
    }
    return changed
  }

  /// - Parameters:
  ///   - again: the places of the files that are looked at; of all others the record tells.
  ///   - changed: the places of those that have changed.
  /// - Returns: nil where one declares something else now.
  private func declaredFiles(_ again: [Int], _ changed: [Int]) -> [DeclaredFile]? {
    let reader = DeclarationReader(files: run.files, compilerIndex: run.compilerIndex, options: run.options)
    let (record, swept) = (record, run.swept)
    let isReadAgain = Set(again)
    let declared = parallelMap(count: run.files.count, jobs: run.options.jobs) { place -> DeclaredFile? in
      let id = FileID(UInt32(place))
      let unread = DeclaredFile(swept[place], id)
      if record.files[place].declarations == nil { return unread }
      if isReadAgain.contains(place) { return reader.read(id, unread) }
      guard let known = record.declarations(at: place)?.declarations(of: id, in: swept[place].module) else { return nil }
      var file = unread
      file.declarations = known
      return file
    }
    for place in changed where record.files[place].declarations != nil {
      guard let new = declared[place], let old = record.declarations(at: place),
        DeclarationRecord(new.declarations).content == old.content
      else { return nil }
    }
    let found = declared.compactMap(\.self)
    return found.count == declared.count ? found : nil
  }

  /// Whether the files that have changed give the same answers as before, whatever name others ask them for.
  private func areAskedTheSame(_ changed: [Int], _ declared: [DeclaredFile], _ index: SymbolIndex) -> Bool {
    let asked = index.namesAskedOfFiles
    return changed.allSatisfy { place in
      guard let words = words[run.files[place].path]?.words.names else { return false }
      let isRead = record.files[place].declarations != nil
      // What names nothing of interest stays unread only while it names nothing that may become so.
      let names = isRead ? asked : asked + index.declaredNames
      if !names.allSatisfy({ words.mightContain($0) == run.swept[place].words.names.mightContain($0) }) { return false }
      if !isRead { return true }
      guard let names = record.declarations(at: place)?.names else { return false }
      return asked.allSatisfy { names.mightContain($0) == declared[place].declarations.names.mightContain($0) }
    }
  }
}
