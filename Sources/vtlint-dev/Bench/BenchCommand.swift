import ArgumentParser
import VTDriver
import VTPlatform

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures each stage over the Swift files of the given paths, on one thread.",
    discussion: "Build it with -c release. MB are 10^6 bytes of source; each time is processor time, the least of all runs.")

  @Option(help: "How often each stage runs.")
  var runs = 5

  @Flag(help: "Instead: the analysis of large functions of several kinds, and how it grows with their size.")
  var shapes = false

  @Argument(help: "Files and folders.")
  var paths: [String] = []

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs must be at least 1") }
    guard shapes == paths.isEmpty else { throw ValidationError("give files and folders, or --shapes") }
  }

  func run() throws {
    if shapes { return print(onLargeStack { [runs] in shapesTable(runs: runs) }, terminator: "") }
    var finder = FileFinder(currentFolder: try currentFolder())
    finder.find(paths.map { Path($0) })
    guard !finder.files.isEmpty else { throw ValidationError("no Swift files there") }
    let result = onLargeStack { [files = finder.files, runs] in measure(files, runs: runs) }
    print(table(of: result), terminator: "")
  }

  private func table(of result: Measurement) -> String {
    let megabytes = Double(result.byteCount) / 1e6
    var text = """
      \(result.fileCount) files, \(decimal(megabytes, 2)) MB, \(result.lineCount) lines, \(result.tokenCount) tokens, \
      \(result.nodeCount) nodes, \(result.findingCount) findings
      one thread, processor time, least of \(runs) runs; peak memory of the whole: \(decimal(Double(result.peakBytes) / 1e6, 1)) MB\n

      """
    text += benchRow("stage", ["ms", "MB/s", "klines/s"])
    for stage in Measurement.Stage.allCases {
      let seconds = result.seconds[stage] ?? 0
      text += benchRow(
        stage.rawValue,
        [decimal(seconds * 1e3, 2), decimal(megabytes / seconds, 1), decimal(Double(result.lineCount) / 1e3 / seconds, 0)])
    }
    return text
  }
}

/// A line of a table: a name, and figures in columns.
func benchRow(_ name: String, _ figures: [String]) -> String {
  let first = name + String(repeating: " ", count: max(0, 16 - name.count))
  return first + figures.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined() + "\n"
}

/// A figure with that many digits behind the point.
func decimal(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite else { return "-" }
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = (value * scale).rounded()
  if digits == 0 { return String(Int(scaled)) }
  let fraction = String(Int(scaled) % Int(scale))
  return "\(Int(scaled) / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
}
