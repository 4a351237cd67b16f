// The stages of vtlint one by one over real files: what each costs, and what the whole costs as the driver runs it.
import VTCatalogue
import VTDiagnostics
import VTDriver
import VTFlow
import VTPlatform
import VTRules
import VTSyntax

struct Measurement: Sendable {
  enum Stage: String, CaseIterable, Sendable {
    case read
    case lex
    case lexAndParse = "lex + parse"
    /// Collecting declarations from trees that are there.
    case collect
    /// Merging them to the index.
    case merge
    /// Summaries of functions between files, reading and parsing included.
    case summarise
    /// Finding from trees that are there, in the files that concern anybody.
    case analyse
    /// Everything, as `vtlint lint --jobs 1` does it.
    case whole
  }

  /// The least processor time of all runs: nothing here runs on two threads, and other work on the machine must not count.
  var seconds: [Stage: Double] = [:]
  var fileCount = 0
  var byteCount = 0
  var lineCount = 0
  var tokenCount = 0
  var nodeCount = 0
  var findingCount = 0
  /// Resident at most, after the whole and before the stages apart.
  var peakBytes = 0

  fileprivate mutating func keepLeast(_ stage: Stage, _ time: Double) {
    seconds[stage] = min(seconds[stage] ?? .infinity, time)
  }
}

/// The whole runs first: what the stages apart keep in memory would hide its peak.
func measure(_ files: [Path], runs: Int) -> Measurement {
  var result = Measurement()
  result.fileCount = files.count
  let sources = files.map { SourceFile(path: $0.text, content: .file($0)) }
  for _ in 0..<runs {
    let start = processorSeconds()
    let whole = lint(files: sources, catalogue: .builtIn, options: LintOptions())
    result.keepLeast(.whole, processorSeconds() - start)
    result.byteCount = whole.statistics.bytes
  }
  result.peakBytes = peakMemory()
  for _ in 0..<runs { measureStages(sources, &result) }
  return result
}

private func measureStages(_ files: [SourceFile], _ result: inout Measurement) {
  var clock = StageClocks()
  result.tokenCount = 0
  result.lineCount = 0
  result.nodeCount = 0
  result.findingCount = 0
  var declarations: [FileDeclarations] = []
  for (index, file) in files.enumerated() {
    let bytes = clock.time(.read) { (try? file.read()) ?? [] }
    result.tokenCount += clock.time(.lex) { Lexer.lex(bytes).tokens.count }
    let tree = clock.time(.lexAndParse) { SyntaxTree.parse(bytes) }
    result.lineCount += LineTable(bytes).starts.count
    result.nodeCount += tree.nodes.count
    declarations.append(clock.time(.collect) { collectDeclarations(of: tree, file: FileID(UInt32(index))) })
  }
  let symbols = clock.time(.merge) { SymbolIndex(merging: declarations, catalogue: .builtIn) }
  let rules = Set(Catalogue.builtIn.rules.map(\.id))
  let summaries = clock.time(.summarise) { summarise(index: symbols, jobs: 1) { try? SyntaxTree.parse(files[Int($0.index)].read()) }.summaries }
  for (index, file) in files.enumerated() {
    let id = FileID(UInt32(index))
    guard symbols.concerns(id), let bytes = try? file.read() else { continue }
    let tree = SyntaxTree.parse(bytes)
    result.findingCount += clock.time(.analyse) {
      findings(in: tree, file: id, index: symbols, summaries: summaries, rules: rules).findings.count
    }
  }
  for (stage, seconds) in clock.seconds { result.keepLeast(stage, seconds) }
}

/// One sum of seconds for each stage.
private struct StageClocks {
  var seconds: [Measurement.Stage: Double] = [:]

  mutating func time<Value>(_ stage: Measurement.Stage, _ work: () -> Value) -> Value {
    let start = processorSeconds()
    let value = work()
    seconds[stage, default: 0] += processorSeconds() - start
    return value
  }
}
