// What the developers of vtlint run: `swift run vtlint-dev <command>`.
import ArgumentParser
import Foundation

@main
struct DeveloperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vtlint-dev", abstract: "Commands for the developers of vtlint.",
    subcommands: [CheckCommand.self, GenerateCommand.self, NewRuleCommand.self, DumpCommand.self, BenchCommand.self])
}

/// The root of the repository: the nearest folder above the current one that holds Package.swift and rules.yaml.
func repositoryRoot() throws -> URL {
  var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  while true {
    let names = ["Package.swift", "rules.yaml"].map { folder.appendingPathComponent($0).path }
    if names.allSatisfy(FileManager.default.fileExists(atPath:)) { return folder }
    let parent = folder.deletingLastPathComponent()
    guard parent.path != folder.path else { throw ValidationError("run this inside the repository of vtlint") }
    folder = parent
  }
}
