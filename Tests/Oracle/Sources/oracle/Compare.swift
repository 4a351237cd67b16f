import Foundation
import SwiftParser
import SwiftSyntax
import Synchronization

enum DumpFormat: String, CaseIterable {
  case tokens, skeleton, folds, problems
}

/// One file, read once by us; vtlint-dev reads it itself.
struct Source {
  let path: String
  let bytes: [UInt8]
  let tree: SourceFileSyntax
  /// What swift-syntax could not parse: there only the tokens are compared.
  var hasError: Bool { tree.hasError }

  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    self.path = path
    bytes = Array(data)
    tree = bytes.withUnsafeBufferPointer { Parser.parse(source: $0) }
  }

  func lines(_ format: DumpFormat) -> [Line] {
    switch format {
    case .tokens: return tokenLines(of: tree)
    case .skeleton: return Skeleton.lines(of: tree)
    case .folds: return foldLines(of: tree)
    // Only asked of files without errors.
    case .problems: return []
    }
  }
}

/// Compares all files on two threads with large stacks, because trees and visitors recurse.
func compare(_ files: [String], _ options: Options) throws -> Report {
  let batches = stride(from: 0, to: files.count, by: 64).map { Array(files[$0..<min($0 + 64, files.count)]) }
  let state = Mutex((next: 0, report: Report(), failure: Failure?.none))
  onLargeStacks(threads: 2) {
    while true {
      let batch = state.withLock { state -> [String]? in
        if state.next == batches.count || state.failure != nil { return nil }
        state.next += 1
        return batches[state.next - 1]
      }
      guard let batch else { return }
      do {
        let report = try compareBatch(batch, options)
        state.withLock { $0.report.add(report) }
      } catch {
        state.withLock { $0.failure = Failure("\(error)") }
      }
    }
  }
  return try state.withLock { state in
    if let failure = state.failure { throw failure }
    state.report.finish()
    return state.report
  }
}

private func compareBatch(_ files: [String], _ options: Options) throws -> Report {
  var ours: [DumpFormat: [String: [Line]]] = [:]
  for format in options.formats { ours[format] = try ourDumps(of: files, format, options.vtlintDev) }
  var report = Report()
  for path in files {
    guard let source = Source(path: path) else { throw Failure("cannot read \(path)") }
    report.count(source)
    if options.validOnly, source.hasError { continue }
    for format in options.formats where format == .tokens || !source.hasError {
      guard let dump = ours[format]?[path] else { throw Failure("vtlint-dev printed no \(format) of \(path)") }
      let difference = Difference(ours: dump, theirs: source.lines(format))
      if !difference.isEmpty {
        report.add(difference, format, source)
        break
      }
    }
  }
  return report
}

/// Runs `vtlint-dev dump FORMAT --list` on the files and cuts its output by the `=== path` lines.
private func ourDumps(of files: [String], _ format: DumpFormat, _ vtlintDev: String) throws -> [String: [Line]] {
  let list = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString).txt")
  try files.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(at: list) }
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: vtlintDev)
  process.arguments = ["dump", format.rawValue, "--list", list.path]
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  if process.terminationStatus != 0 {
    throw Failure("vtlint-dev dump \(format) ended with \(process.terminationStatus) on \(files[0]) and what follows it")
  }
  var dumps: [String: [Line]] = [:]
  var path = ""
  for line in String(decoding: data, as: UTF8.self)[...].utf8.split(separator: UInt8(ascii: "\n")) {
    if line.starts(with: "=== ".utf8) {
      path = String(Substring(line.dropFirst(4)))
      dumps[path] = []
    } else if let line = Line(line) {
      dumps[path]?.append(line)
    } else {
      throw Failure("not a line of a dump: \(Substring(line)) in \(path)")
    }
  }
  return dumps
}

/// Runs the body on so many threads, each with a stack of 1 GB, and waits for all.
func onLargeStacks(threads: Int, _ body: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  for _ in 0..<threads {
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 1 << 30
    thread.start()
  }
  for _ in 0..<threads { done.wait() }
}

/// Prints swift-syntax's side only: what `vtlint-dev dump` would have to print.
func printDumps(of files: [String], format: DumpFormat) {
  onLargeStacks(threads: 1) {
    for path in files {
      print("=== \(path)")
      for line in Source(path: path)?.lines(format) ?? [] { print(line.description) }
    }
  }
}
