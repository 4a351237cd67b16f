import ArgumentParser
import Foundation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Builds with warnings as errors, compares the derived files, runs all tests: what CI does, and nothing else.")

  @Option(help: ArgumentHelp("Passed on to swift build and swift test.", valueName: "folder"))
  var scratchPath: String?

  func run() throws {
    let root = try repositoryRoot()
    let options = scratchPath.map { ["--scratch-path", $0] } ?? []
    try step("build") { try swift(["build", "--build-tests"] + options, in: root) }
    try step("derived files") {
      let stale = try staleFiles(root: root)
      for file in stale { print("out of date: \(file.path)") }
      if !stale.isEmpty { print("run: swift run vtlint-dev generate") }
      return stale.isEmpty
    }
    try step("tests") { try swift(["test"] + options, in: root) }
  }

  private func step(_ name: String, _ run: () throws -> Bool) throws {
    print("== \(name)")
    fflush(nil)
    guard try run() else {
      print("== \(name): failed")
      throw ExitCode(1)
    }
  }

  /// Runs `swift` with these arguments; its output goes where ours goes.
  private func swift(_ arguments: [String], in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift"] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
