// Runs the built `vtlint` as a process in a folder of its own.
import Foundation
import Testing

final class CommandFolder {
  let url: URL

  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var error: String
  }

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vtlint-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ name: String, _ text: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }

  /// Runs the command with these arguments, this folder being the current one.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try runProcess(vtlintExecutable(), arguments, input: input, environment: environment)
  }

  /// Runs a shell line in which `$VTLINT` is the command.
  func shell(_ line: String) throws -> Outcome {
    try runProcess(
      URL(filePath: "/bin/bash"), ["-c", line], input: "", environment: ["VTLINT": vtlintExecutable().path])
  }

  private func runProcess(
    _ executable: URL, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Outcome {
    // Files instead of pipes: a full pipe would need a thread of its own to be emptied.
    let streams = FileManager.default.temporaryDirectory.appending(path: "vtlint-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["in", "out", "err"].map { streams.appending(path: $0) }
    try Data(input.utf8).write(to: names[0])
    try Data().write(to: names[1])
    try Data().write(to: names[2])
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = url
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "CLICOLOR_FORCE"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[1], error: texts[2])
  }
}

/// The command that was built together with these tests: it lies beside the test bundle.
private func vtlintExecutable() throws -> URL {
  let bundle = try #require(CommandLine.arguments.first { $0.contains(".xctest") })
  var folder = URL(filePath: bundle)
  while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
  return folder.appending(path: "vtlint")
}
