import ArgumentParser
import VTDriver

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Add a section with every rule, commented out, to .editorconfig in the current folder.")

  func run() throws {
    try leave { () throws(UsageError) in try runInit() }
  }
}
