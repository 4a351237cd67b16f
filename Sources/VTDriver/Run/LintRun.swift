import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport

/// The version of the tool.
package let toolVersion = "0.1.0"

private let commandNames = ["lint", "rules", "explain", "config", "init"]

/// Runs `vtlint lint`: finds the files, lints them, writes the reports.
///
/// Reports go to stdout or their files, all else goes to stderr.
/// - Returns: 0 when nothing reaches the fail level, 1 when something does, 2 when something could not be done.
package func runLint(_ request: LintRequest, console: Console = .process) -> Int32 {
  do throws(UsageError) {
    try checkOutputs(request)
    let (catalogue, additions) = try loadCatalogue(
      request.catalogueFiles, near: request.paths, isDiscovering: request.configuration != .none)
    let baseline = try request.baseline.map { file throws(UsageError) in try readBaseline(file) }
    var clock = StageClock()
    let (files, repositories, notices) = try findFiles(request, catalogue, console)
    try checkOutputs(request, spare: files)
    let types = try findTypeSources(request, files: files, catalogue: catalogue, console: console)
    let folder = request.cache.map { CacheFolder($0, additions: additions) }
    let known = folder?.read()
    clock.lap("find files, read configuration")
    var options = options(for: request)
    (options.types, options.repositories, options.cache) = (types.sources, repositories, known?.cache)
    var result = lint(files, catalogue, options, request, console)
    result.statistics.stages = clock.laps + result.statistics.stages
    result.notices = notices + types.notices + result.notices
    if let known { result.notices += known.notices + [write(result.cache, to: folder, request)].compactMap(\.self) }
    result.notices += result.typeNotes.filter { !$0.isDetail }.map { Notice(.note, $0.text) }
    if let baseline { apply(baseline, to: &result, files) }
    if let file = request.newBaseline { try writeBaseline(of: &result, to: file) }
    return finish(result, files, catalogue, request, console)
  } catch {
    console.say("vtlint: error: \(error.message)")
    return 2
  }
}

private func checkOutputs(_ request: LintRequest) throws(UsageError) {
  if request.outputs.count(where: { $0.file == nil }) > 1 {
    throw UsageError("only one report can go to stdout; give the others a file: --format FORMAT=FILE")
  }
  let folder = try startingFolder()
  var seen: Set<Path> = []
  for file in request.filesToWrite where !seen.insert(Path(file).absolute(from: folder)).inserted {
    throw UsageError("two reports cannot go to one file: \(printable(file))")
  }
}

/// A report in the place of a source would be the end of that source.
private func checkOutputs(_ request: LintRequest, spare files: [SourceFile]) throws(UsageError) {
  let outputs = request.filesToWrite.compactMap { name in (try? fileStatus(Path(name))).map { (name, $0.identity) } }
  if outputs.isEmpty { return }
  for case .file(let path) in files.map(\.content) {
    guard let identity = (try? fileStatus(path))?.identity, let output = outputs.first(where: { $0.1 == identity }) else {
      continue
    }
    throw UsageError("\(printable(output.0)) is one of the linted files; a report cannot take its place")
  }
}

/// Finds the files and what the configuration says about each, and the repositories they were found in.
func findFiles(
  _ request: LintRequest, _ catalogue: Catalogue, _ console: Console
) throws(UsageError) -> (files: [SourceFile], repositories: [Path], notices: [Notice]) {
  let folder = try startingFolder()
  // An unset variable of a script would stand for the whole folder.
  if request.paths.contains("") || request.standardInputPath == "" { throw UsageError("a path is empty") }
  var finder = FileFinder(currentFolder: folder, excluding: request.excludes)
  finder.find(request.paths.filter { $0 != "-" }.map { Path($0) })
  var configuration = try Configuration(
    source: request.configuration, catalogue: catalogue, overrides: request.overrides, currentFolder: folder)
  var files = finder.files.map { path in
    SourceFile(
      path: path.text, content: .file(path), settings: configuration.settings(for: path.absolute(from: folder)))
  }
  var notices = finder.notices
  // A misspelt command is taken for a path.
  if request.paths.count == 1, let command = nearestWord(to: request.paths[0], in: commandNames), notices.count == 1 {
    notices[0].message += " (did you mean 'vtlint \(command)'?)"
  }
  if request.paths.contains("-") {
    let path = request.standardInputPath.map { Path($0).tidied } ?? Path("<stdin>")
    do throws(SystemError) {
      let bytes = try console.standardInput()
      let settings = configuration.settings(for: path.absolute(from: folder))
      // The text of an editor takes the place of what it last saved.
      files.removeAll { $0.path == path.text }
      if !finder.excludes(path) { files.append(SourceFile(path: path.text, content: .bytes(bytes), settings: settings)) }
    } catch {
      notices.append(Notice(.error, about: .gap, path: path.text, "could not be read: \(error.reason)"))
    }
  }
  // With a mistake in the configuration nobody knows what was asked for.
  if configuration.notices.contains(where: { $0.level == .error }) { files = [] }
  return (files, finder.repositories, configuration.notices + notices)
}

/// The current folder, to which relative paths belong.
package func startingFolder() throws(UsageError) -> Path {
  do throws(SystemError) {
    return try currentFolder()
  } catch {
    throw UsageError("the current folder is gone: \(error.reason)")
  }
}

private func options(for request: LintRequest) -> LintOptions {
  var options = LintOptions(
    overrides: request.overrides, jobs: request.jobs ?? processorCount(), countsFunctions: request.showsStatistics)
  options.readsAll = request.isStrict || request.isVerbose
  return options
}

private func lint(
  _ files: [SourceFile], _ catalogue: Catalogue, _ options: LintOptions, _ request: LintRequest, _ console: Console
) -> LintResult {
  let showsProgress = request.showsProgress && !request.isQuiet && console.isTerminal(.error)
  let progress = showsProgress ? ProgressLine(total: files.count * 2, console: console) : nil
  defer { progress?.clear() }
  var options = options
  options.progress = { progress?.update($0) }
  return lint(files: files, catalogue: catalogue, options: options)
}

/// - Returns: why that was not done, if there is a cache.
private func write(_ cache: ResultCache?, to folder: CacheFolder?, _ request: LintRequest) -> Notice? {
  if let cache { return folder?.write(cache) }
  return Notice(.note, "the cache was not used: what others know of types may change without a word")
}

// MARK: - baseline

private func readBaseline(_ file: String) throws(UsageError) -> Baseline {
  let text: [UInt8]
  do throws(SystemError) {
    text = try readFile(Path(file), limit: 256 << 20)
  } catch {
    throw UsageError("--baseline \(printable(file)) could not be read: \(error.reason)")
  }
  return try Baseline(text: text, path: file)
}

/// Leaves out what is accepted and says what of it is gone. An entry whose file was not linted now, or by other rules only, is
/// not gone.
private func apply(_ baseline: Baseline, to result: inout LintResult, _ files: [SourceFile]) {
  let ran = Dictionary(files.map { (printable($0.path), $0.settings?.severities.active) }, uniquingKeysWith: { first, _ in first })
  let unmet = baseline.apply(to: &result.all)
  let gone = unmet.count { entry in
    guard let active = ran[entry.path] else { return (try? fileStatus(Path(entry.path))) == nil }
    return active?.contains { $0.text == entry.rule } ?? true
  }
  let known = result.all.count { $0.suppression == .baseline }
  var message = "\(counted(known, "finding")) of the baseline left out"
  if gone > 0 { message += "; \(gone) of its findings \(gone == 1 ? "is" : "are") gone: write it anew with --write-baseline" }
  result.notices.append(Notice(.note, message))
}

/// Records what is there now. What is recorded is accepted from here on, in this run too.
///
/// After an error nobody knows all that is there: the old file stays, or everything it accepts would be new tomorrow.
private func writeBaseline(of result: inout LintResult, to file: String) throws(UsageError) {
  if result.notices.contains(where: { $0.level == .error }) {
    return result.notices.append(Notice(.error, "\(file) was not written, because not everything could be linted"))
  }
  let found = result.all.filter { $0.suppression == nil || $0.suppression == .baseline }
  do throws(SystemError) {
    try writeFile(Path(file), Baseline(of: found).text)
  } catch {
    throw UsageError("--write-baseline \(printable(file)) could not be written: \(error.reason)")
  }
  for index in result.all.indices where result.all[index].suppression == nil { result.all[index].suppression = .baseline }
  result.notices.append(Notice(.note, "\(counted(found.count, "finding")) written to \(file)"))
}

// MARK: - the end

private func finish(
  _ result: LintResult, _ files: [SourceFile], _ catalogue: Catalogue, _ request: LintRequest, _ console: Console
) -> Int32 {
  let shown = result.shown
  var status: Int32 = 0
  if let level = request.failLevel, shown.contains(where: { $0.severity >= level }) { status = 1 }
  if result.notices.contains(where: { $0.level == .error || request.isStrict && $0.subject == .gap }) { status = 2 }
  var report = Report(
    diagnostics: shown,
    suppressed: request.includesSuppressed ? result.all.filter { $0.suppression != nil && $0.severity > .silent } : nil,
    notices: result.notices, rules: catalogue.rules, fileCount: result.statistics.files, version: toolVersion,
    exitStatus: status, category: request.category, folder: (try? currentFolder())?.text ?? "/")
  report.otherFolder = otherNameOfCurrentFolder(console)
  // The report before the words about it: on a terminal the summary then stands last.
  var clock = StageClock()
  let isVoid = status == 2 && report.fileCount == 0
  for output in request.outputs {
    // A report on nothing would close every alert that the last one raised.
    if isVoid, let file = output.file {
      console.say("vtlint: \(printable(file)) was not written, because nothing was linted")
    } else if !write(report, to: output, request.color, console) {
      status = 2
    }
  }
  for notice in result.notices where notice.level != .note || !request.isQuiet { console.say(notice.line) }
  if request.isVerbose { sayWhatHappened(to: files, result, console) }
  if !request.isQuiet { console.say("vtlint: " + summary(of: report)) }
  clock.lap("report")
  if request.showsStatistics { console.say(statisticsText(of: result, reporting: clock.laps)) }
  return status
}

/// The shell's name for the current folder, which keeps the links that led there: scripts pass `$PWD/Sources`.
private func otherNameOfCurrentFolder(_ console: Console) -> String? {
  guard let name = console.environment("PWD"), Path(name).isAbsolute, let status = try? fileStatus(Path(name)),
    status.identity == (try? fileStatus(Path(".")))?.identity
  else { return nil }
  return name
}

/// `--verbose`: a line for each file, and what the sources of types did.
private func sayWhatHappened(to files: [SourceFile], _ result: LintResult, _ console: Console) {
  for note in result.typeNotes where note.isDetail { console.say("vtlint: \(note.text)") }
  var counts: [String: Int] = [:]
  for diagnostic in result.shown { counts[diagnostic.path, default: 0] += 1 }
  for file in files {
    let what = file.settings?.isGenerated == true ? "generated code" : counted(counts[file.path, default: 0], "finding")
    console.say("\(printablePath(file.path)): \(what)")
  }
}

/// - Returns: false when the report could not be written, which has been said then.
private func write(_ report: Report, to output: LintRequest.Output, _ color: ColorMode, _ console: Console) -> Bool {
  let rendered = output.format.render(report, colored: output.file == nil && color.isOn(.output, console))
  do throws(SystemError) {
    if let file = output.file {
      try writeFile(Path(file), rendered.bytes)
    } else {
      _ = try console.write(.output, rendered.bytes)
    }
    if rendered.leftOut > 0 {
      console.say(
        "vtlint: warning: \(printable(output.file ?? "the report")) lacks \(rendered.leftOut) of the least severe findings: "
          + "code scanning takes at most 25,000, and no more than 10 MB")
    }
    return true
  } catch {
    console.say("vtlint: error: \(printable(output.file ?? "stdout")) could not be written: \(error.reason)")
    return false
  }
}

private func summary(of report: Report) -> String {
  if report.fileCount == 0 {
    return report.exitStatus == 2 ? "nothing was linted" : "nothing to lint: no Swift files found"
  }
  let counts = [Severity.error, .warning, .suggestion].compactMap { severity in
    let count = report.count(of: severity)
    return count == 0 ? nil : counted(count, severity.word)
  }
  return (counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) + " in \(counted(report.fileCount, "file"))"
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
