import ArgumentParser
import Foundation
import VTDriver

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Derives the built-in catalogue, the list of rules and the rules' pages.")

  func run() throws {
    let root = try repositoryRoot()
    do {
      let stale = try staleFiles(root: root)
      for file in stale {
        let url = root.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url, options: .atomic)
        print("wrote \(file.path)")
      }
      if stale.isEmpty { print("everything is up to date") }
    } catch let error as CatalogueError {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode(2)
    }
  }
}
