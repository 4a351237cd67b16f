import VTDiagnostics
import VTFlow
import VTReport
import VTSyntax

/// An island that an earlier run has linted, of which some texts have changed since.
///
/// What a file's result depends on is its own text, the index and the summaries. Where the changed files declare what they
/// declared, as far as others can see it, lead to the same names of interest, and their functions do what they did, the index
/// and the summaries are to all others as they were; so only the changed files are looked at, and those whose remarks point
/// into them ([0012](../../../docs/decisions/0012-an-edit-costs-what-it-changes.md)).
struct ChangedIsland {
  private let run: IslandRun
  private let record: IslandRecord
  /// What the earlier run swept up.
  private let words: KnownWords
  /// The places of the files with new texts.
  private let changed: [Int]

  /// With more changed files it is not worth the while to find out.
  private static let changeLimit = 32

  /// - Returns: nil where too much has changed, or what every file is seen by.
  init?(_ run: IslandRun, record: IslandRecord, words: KnownWords) {
    guard record.files.count == run.files.count else { return nil }
    (self.run, self.record, self.words) = (run, record, words)
    changed = run.files.indices.filter { record.files[$0].stamp != run.swept[$0].stamp }
    if changed.count > Self.changeLimit { return nil }
    for place in changed {
      let (new, old) = (run.swept[place], words[run.files[place].path])
      guard new.stamp != nil, let old, old.words.imports == new.words.imports,
        old.mayHoldSuppressions == new.mayHoldSuppressions
      else { return nil }
      // Nobody has asked what it declares: there must be no reason to do so.
      if record.files[place].declarations == nil, new.isWanted { return nil }
    }
  }

  /// - Returns: nil where the change may matter to others: the island has to be linted as a whole.
  func lint(_ clock: inout StageClock) -> LintedIsland? {
    let isChanged = run.files.indices.map { changed.contains($0) }
    let pointing = run.files.indices.filter { place in
      !isChanged[place] && record.files[place].leadsTo.contains { changed.contains(Int($0)) }
    }
    let again = (changed + pointing).sorted()
    guard let declared = declaredFiles(again) else { return nil }
    clock.lap("parse, collect declarations")

    let index = SymbolIndex(
      merging: declared.map(\.declarations), knowledge: run.knowledge, told: run.compilerIndex.types)
    guard let places = visiblePlaces(declared, index), areAskedTheSame(declared, index) else { return nil }
    clock.lap("build the index")

    // What a function does hangs on tokens alone, and on comments for vtlint.
    let doesNew = run.files.indices.map { place in
      isChanged[place] && (declared[place].tokens != record.files[place].tokens || declared[place].mayHoldSuppressions)
    }
    let trees = Trees(files: run.files, declared: declared)
    let jobs = run.options.jobs
    let found = summaries(
      of: index, changed: doesNew, known: knownFunctions(doesNew, declared, places),
      tree: { try? trees.tree(of: $0) }, looks: { parallelMap(count: $0, jobs: jobs, $1) })
    guard let found else { return nil }
    clock.lap("summarise functions")

    let results = run.examine(again, declared, trees, index, found.summaries)
    guard let all = merged(results, again) else { return nil }
    clock.lap("analyse")
    return LintedIsland(
      files: all, declared: declared.map(\.declarations), tokens: declared.map(\.tokens), functions: found.records, isConcerned: run.concerned(index),
      interest: index.interestDigest, knownFiles: run.files.count - again.count)
  }

  /// - Parameter again: the places of the files that are looked at; of all others the record tells.
  private func declaredFiles(_ again: [Int]) -> [DeclaredFile]? {
    let reader = DeclarationReader(files: run.files, compilerIndex: run.compilerIndex, options: run.options, isRecorded: true)
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
      file.tokens = record.files[place].tokens
      return file
    }
    let found = declared.compactMap(\.self)
    return found.count == declared.count ? found : nil
  }

  /// What the earlier run found out about the functions of each file.
  /// - Parameters:
  ///   - doesNew: by file: of these only the functions count that are there still.
  ///   - places: what `visiblePlaces` found.
  private func knownFunctions(
    _ doesNew: [Bool], _ declared: [DeclaredFile], _ places: [Int: [Int32: VisibleDeclarations.Place]]
  ) -> [FileID: FunctionRecord] {
    var known: [FileID: FunctionRecord] = [:]
    for place in run.files.indices {
      // Places of the old file may lie beyond those of the new one.
      let count = doesNew[place] ? Int(Int32.max) : declared[place].declarations.declarations.count
      guard let functions = record.functions(at: place, declarations: count) else { continue }
      known[FileID(UInt32(place))] = doesNew[place] ? functions.moved(to: places[place] ?? [:]) : functions
    }
    return known
  }

  /// By changed file, where its declarations were and are; nil where others see a difference.
  private func visiblePlaces(_ declared: [DeclaredFile], _ index: SymbolIndex) -> [Int: [Int32: VisibleDeclarations.Place]]? {
    var found: [Int: [Int32: VisibleDeclarations.Place]] = [:]
    let unnamed = index.namesLookedForUnnamed
    for place in changed where record.files[place].declarations != nil {
      let (file, module) = (declared[place].declarations.file, run.swept[place].module)
      guard let before = record.declarations(at: place)?.declarations(of: file, in: module) else { return nil }
      var visible = VisibleDeclarations(before: before, after: declared[place].declarations) { name, isWorthIt in
        !unnamed.contains(name) && !isNamed(name, elsewhere: place, asksTexts: isWorthIt)
      }
      guard let places = visible.places() else { return nil }
      found[place] = places
    }
    return found
  }

  /// Whether another file has a word.
  /// - Parameter asksTexts: files that may have it are read for it: of thousands some always may. Otherwise they count as such.
  private func isNamed(_ name: Name, elsewhere place: Int, asksTexts: Bool) -> Bool {
    let mayHave = run.swept.indices.filter { $0 != place && run.swept[$0].words.names.mightContain(name) }
    if !asksTexts || mayHave.count > Self.changeLimit { return !mayHave.isEmpty }
    return mayHave.contains { other in
      guard let text = try? run.files[other].read(again: run.swept[other].stamp) else { return true }
      return Lexer.lex(text).hasWord(name, in: text)
    }
  }

  /// Whether the same names lead to values, the same files and modules have to do with them, and the files that have changed
  /// give the same answers as before, whatever name others ask them for.
  private func areAskedTheSame(_ declared: [DeclaredFile], _ index: SymbolIndex) -> Bool {
    let concerned = run.concerned(index)
    guard index.interestDigest == record.interest else { return false }
    for place in run.files.indices where concerned[place] != record.files[place].isConcerned {
      // In its module there must be another one that it leads to and from.
      let module = run.swept[place].module
      guard changed.contains(place),
        run.files.indices.contains(where: { $0 != place && concerned[$0] && run.swept[$0].module == module })
      else { return false }
    }
    let asked = index.namesAskedLater
    return changed.allSatisfy { place in
      let (old, new) = (words[run.files[place].path]?.words.names, run.swept[place].words.names)
      guard let old else { return false }
      if record.files[place].declarations == nil {
        // What names nothing of interest stays unread only while it names nothing that may become so.
        return index.namesOfAnyInterest.allSatisfy { old.mightContain($0) == new.mightContain($0) }
      }
      guard let names = record.declarations(at: place)?.names else { return false }
      let now = declared[place].declarations.names
      return asked.allSatisfy { names.mightContain($0) == now.mightContain($0) && names.mightContain(type: $0) == now.mightContain(type: $0) }
    }
  }

  /// The results of all files, in their order.
  private func merged(_ results: [LintedFile], _ again: [Int]) -> [LintedFile]? {
    var all: [LintedFile] = []
    var next = 0
    for place in run.files.indices {
      if next < again.count, again[next] == place {
        all.append(results[next])
        next += 1
        continue
      }
      guard let result = record.result(at: place, path: run.files[place].path) else { return nil }
      all.append(result)
      run.countFile()
    }
    return all
  }
}
