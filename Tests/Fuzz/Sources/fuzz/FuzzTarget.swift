import VTCatalogue
import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTRules
import VTSyntax
@testable import VTDriver

/// The parts of vtlint that read what strangers write.
enum FuzzTarget: String, CaseIterable {
  /// Bytes to tokens to rows.
  case syntax
  /// The whole pipeline on a source, and its reports.
  case analysis
  /// `.editorconfig`, `.globalconfig`.
  case editorconfig
  /// `rules.yaml`.
  case catalogue
  /// Paths, `--exclude`, `.gitignore`, baselines, and the words of the command line.
  case paths

  var isSource: Bool { self == .syntax || self == .analysis }

  func run(_ data: [UInt8]) {
    switch self {
    case .syntax: parse(data)
    case .analysis: analyse(data)
    case .editorconfig: readConfiguration(data)
    case .catalogue: readRules(data)
    case .paths: takePaths(data)
    }
  }
}

/// What must hold; libFuzzer keeps the input that breaks it.
private func require(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fatalError(message()) }
}

// MARK: - sources

private func parse(_ data: [UInt8]) {
  if let defect = lexerDefect(in: data) { fatalError(defect) }
  let broken = brokenInvariants(of: SyntaxTree.parse(data))
  require(broken.isEmpty, "\(broken)")
}

/// The tables of the catalogue take longer than a small text: they are made once.
private let builtIn = Knowledge(.builtIn)
/// As little as the fixtures need: what stands here is analysed each time.
private let api = SourceFile(
  path: "API.swift",
  content: .bytes(
    Array(
      """
      struct ValueFuture<Value> { }
      struct Store {
        var newest: ValueFuture<Int>
        func load(_ id: Int) -> ValueFuture<Int>
        func save(_ id: Int) -> ValueFuture<Void>
        func find(_ id: Int) -> ValueFuture<Int>?
        func open(_ id: Int) throws -> ValueFuture<Int>
        func connect(_ id: Int) async throws -> ValueFuture<Int>
        func pair(_ id: Int) -> (ValueFuture<Int>, ValueFuture<Int>)
        func loadAll(_ ids: [Int]) -> [ValueFuture<Int>]
      }
      let store: Store
      let eventLoop: any EventLoop
      """.utf8)))
/// No threads: to wait for them takes ten times as long as a small text.
private let everything = LintOptions(
  overrides: RuleOverrides(enabled: Set(Catalogue.builtIn.rules.map(\.id))), jobs: 0, countsFunctions: true)

private func analyse(_ data: [UInt8]) {
  let source = SourceFile(path: "Sources/M/a.swift", content: .bytes(data))
  let result = lint(files: [source, api], knowledge: builtIn, options: everything)
  for diagnostic in result.all where diagnostic.path == source.path {
    require(diagnostic.extent.start.line >= 1 && diagnostic.extent.start.column >= 1, "a place before the file")
    require(!diagnostic.message.isEmpty, "a finding without words")
  }
  let report = Report(
    diagnostics: result.shown, suppressed: result.all.filter { $0.suppression != nil }, notices: result.notices,
    rules: [], fileCount: 2, version: "1")
  for format in ReportFormat.allCases { _ = format.render(report, colored: true) }
}

// MARK: - configuration

private func readConfiguration(_ data: [UInt8]) {
  // The first line is the path that is asked about.
  let end = data.firstIndex(of: 0x0A) ?? data.count
  let path = Path(bytes: Array(data[..<end])).absolute(from: Path("/r/Sources"))
  let text = Array(data[end...].dropFirst())
  let file = EditorConfigFile(folder: Path("/r"), path: ".editorconfig", text: text)
  let lineCount = text.count { $0 == 0x0A } + 1
  for pair in file.preamble + file.sections.flatMap(\.pairs) {
    require((1...lineCount).contains(pair.line) && !pair.key.isEmpty, "\(pair)")
  }
  for notice in mistakes(in: file, catalogue: .builtIn) { require(!notice.line.contains("\n"), notice.line) }
  let applying = file.sections(for: path)
  require(path.relative(to: Path("/r")) != nil || applying.isEmpty, "a section reaches beyond its folder")
  var pairs = MergedPairs()
  pairs.add(GlobalConfiguration([file]).pairs)
  for section in applying { pairs.add(file.sections[section].pairs) }
  pairs.addDefaults()
  let severities = RuleSeverities(catalogue: .builtIn, overrides: RuleOverrides(), pairs: pairs)
  for rule in Catalogue.builtIn.rules { _ = severities.origin(of: rule.id) }
  for option in RuleOption.allCases { _ = option.value(in: pairs, .builtIn) }
}

private let sample = Array(
  """
  struct Box { var f: ValueFuture<Int>; func take() async throws { let a = f.value; try await a; try await f.get() } }
  func g(_ c: CheckedContinuation<Void, Never>, done: @escaping (Int) -> Void) { c.resume(); if done(1) { c.resume() } }
  """.utf8)

private func readRules(_ data: [UInt8]) {
  do throws(CatalogueError) {
    let catalogue = try readCatalogue(data, path: "rules.yaml", over: .builtIn)
    require(catalogue.rules.map(\.id) == Catalogue.builtIn.rules.map(\.id), "a file made or lost a rule")
    _ = lint(files: [SourceFile(path: "a.swift", content: .bytes(sample))], catalogue: catalogue, options: everything)
  } catch {
    require(!"\(error)".contains("\n"), "\(error)")
  }
}

// MARK: - paths and words

private func takePaths(_ data: [UInt8]) {
  let lines = data.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false).map { Array($0) }
  let path = Path(bytes: lines[0])
  let folder = Path("/r/s")
  let absolute = path.absolute(from: folder)
  require(absolute.isAbsolute && absolute.absolute(from: folder) == absolute, "not absolute: \(absolute.text)")
  require(!absolute.parts.contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }, absolute.text)
  require(path.tidied.tidied == path.tidied, "tidied twice: \(path.tidied.text)")
  if let below = absolute.relative(to: folder) {
    require(folder.appending(below).tidied == absolute, "not below: \(absolute.text)")
  }
  var parent = absolute.parent
  for _ in absolute.parts { parent = parent?.parent }
  require(parent == nil, "too many parents: \(absolute.text)")
  _ = (path.module, printablePath(path.text), artifact(path.text))

  let patterns = (lines.count > 1 ? lines[1] : []).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  for rules in [IgnoreRules(folder: folder, patterns: patterns), IgnoreRules(folder: folder, text: data)] {
    if rules.ignores(absolute, isFolder: true) != nil {
      require(absolute.relative(to: folder) != nil, "ignored beyond its folder")
    }
    _ = rules.ignores(absolute, isFolder: false)
  }
  _ = Glob(section: globText(lines.last!)).matches(globText(absolute.bytes))

  for words in patterns.indices.map({ patterns[$0...] }).prefix(4) {
    let words = Array(words)
    _ = try? LintRequest.Output.read(formats: words, file: nil)
    _ = try? RuleOverrides(only: words, disabled: [], enabled: [], severities: [])
    _ = try? RuleOverrides(only: [], disabled: [], enabled: [], severities: words)
    for word in words {
      var request = LintRequest()
      _ = try? request.setFailLevel(word)
      _ = try? ColorMode(word: word)
    }
  }
  if let baseline = try? Baseline(text: data, path: "b") {
    require((try? Baseline(text: baseline.text, path: "b"))?.entries.count == baseline.entries.count, "a baseline changed")
  }
}

private func artifact(_ path: String) -> [UInt8] {
  let notice = Notice(.note, path: path, position: .init(line: 1, column: 1), path)
  return sarifReport(Report(diagnostics: [], notices: [notice], folder: "/r")).bytes
}
