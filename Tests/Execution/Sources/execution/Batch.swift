import Dispatch
import Foundation
import Synchronization

/// Some functions in one file: compiled, executed and linted together.
struct Batch: Sendable {
  /// Where the files of a batch are written.
  var folder: URL
  var functions: [Function]
  var tools: Tools

  /// What each function showed and what the linter said; functions that the compiler refused are missing.
  func run() throws -> (outcomes: [Outcome], refused: [(function: Function, reason: String)]) {
    var accepted = functions
    var refused: [(Function, String)] = []
    while !accepted.isEmpty {
      let file = GeneratedFile(prelude: tools.prelude, functions: accepted)
      let errors = try compile(file)
      if errors.isEmpty { return (try outcomes(of: file), refused) }
      let reasons = file.byFunction(errors)
      if reasons.isEmpty { throw Failure("the compiler refuses the prelude: \(errors)") }
      refused += accepted.compactMap { function in reasons[function.name].map { (function, $0) } }
      accepted.removeAll { reasons[$0.name] != nil }
    }
    return ([], refused)
  }

  /// The compiler's errors by line; none if there is a program now.
  private func compile(_ file: GeneratedFile) throws -> [(line: Int, text: String)] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try file.text(for: .linter).write(to: folder.appending(path: "Generated.swift"), atomically: true, encoding: .utf8)
    let path = folder.appending(path: "Executed.swift").path
    try (file.text(for: .execution) + file.table).write(toFile: path, atomically: true, encoding: .utf8)
    let arguments = [
      // What is generated runs for longer than it is compiled; the checks for overlapping accesses are a third of that.
      "-Onone", "-enforce-exclusivity=unchecked", "-swift-version", "5", "-suppress-warnings", "-parse-as-library", "-module-name", "Generated",
      "-o", folder.appending(path: "run").path, path,
    ] + tools.runtime
    let result = try execute("swiftc", arguments)
    if result.status == 0 { return [] }
    let errors: [(line: Int, text: String)] = result.errors.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", maxSplits: 3)
      guard fields.count == 4, fields[0].hasSuffix("Executed.swift"), fields[3].hasPrefix(" error"), let number = Int(fields[1])
      else { return nil }
      return (number, String(fields[3].dropFirst(8)))
    }
    if errors.isEmpty { throw Failure("swiftc failed:\n\(result.errors)") }
    return errors
  }

  private func outcomes(of file: GeneratedFile) throws -> [Outcome] {
    let seen = try execute(folder.appending(path: "run").path, [])
    if seen.status != 0 { throw Failure("the generated program ended with \(seen.status): \(seen.errors)") }
    let linted = try execute(
      tools.vtlint,
      ["--no-config", "--format", "json", "--fail-level", "never", folder.appending(path: "Generated.swift").path, tools.referenceAPI])
    if linted.status != 0 { throw Failure("vtlint ended with \(linted.status): \(linted.errors)") }
    return try file.outcomes(seen: seen.output, report: Report(json: linted.output))
  }
}

/// Runs many functions in batches, some of them at the same time, each in a folder of its own.
struct Batches {
  var folder: URL
  /// How many functions stand in one file.
  var size: Int
  var jobs: Int
  var tools: Tools

  typealias Results = (outcomes: [Outcome], refused: [(function: Function, reason: String)])

  func run(_ functions: [Function]) throws -> Results {
    let batches = stride(from: 0, to: functions.count, by: size).enumerated().map { place, start in
      Batch(
        folder: folder.appending(path: "\(place % jobs)"), functions: Array(functions[start..<min(start + size, functions.count)]),
        tools: tools)
    }
    var all: Results = ([], [])
    for start in stride(from: 0, to: batches.count, by: jobs) {
      let now = batches[start..<min(start + jobs, batches.count)]
      let results = Mutex<[Int: Result<Results, any Error>]>([:])
      DispatchQueue.concurrentPerform(iterations: now.count) { place in
        let result = Result { try now[start + place].run() }
        results.withLock { $0[place] = result }
      }
      for place in now.indices {
        guard let found = try results.withLock({ $0[place - start] })?.get() else { continue }
        all.outcomes += found.outcomes
        all.refused += found.refused
      }
    }
    return all
  }
}

/// The programs and files that a batch needs.
struct Tools: Sendable {
  var vtlint: String
  /// The files that are compiled with the generated one.
  var runtime: [String]
  var referenceAPI: String
  var prelude: [String]

  init(vtlint: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    self.vtlint = vtlint
    runtime = ["Runtime.swift", "Children.swift"].map { package.appending(path: "Runtime/\($0)").path }
    referenceAPI = package.appending(path: "../../Fixtures/rules/Support/ReferenceAPI.swift").standardized.path
    let text = try String(contentsOf: package.appending(path: "Runtime/Prelude.swift"), encoding: .utf8)
    prelude = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// vtlint's report, as far as it is of interest.
struct Report: Decodable {
  struct Finding: Decodable {
    var rule: String
    var path: String
    var line: Int
  }
  var findings: [Finding]

  init(json: String) throws { self = try JSONDecoder().decode(Report.self, from: Data(json.utf8)) }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Runs a program to its end.
func execute(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  // Files instead of pipes: nobody has to read two streams at once.
  let folder = FileManager.default.temporaryDirectory.appending(path: "execution-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["output", "errors"].map { folder.appending(path: $0) }
  for file in files { try Data().write(to: file) }
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { try String(decoding: Data(contentsOf: $0), as: UTF8.self) }
  return (process.terminationStatus, texts[0], texts[1])
}
