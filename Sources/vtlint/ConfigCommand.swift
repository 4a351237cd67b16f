import ArgumentParser
import VTDriver

/// The options that say where configuration comes from.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"), help: ArgumentHelp("Use this file instead of the .editorconfig files.", valueName: "file"))
  var file: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration file.")
  var isOff = false

  func source() throws(UsageError) -> ConfigurationSource {
    if isOff, file != nil { throw UsageError("--config and --no-config exclude each other") }
    return isOff ? .none : file.map { .file($0) } ?? .discovery
  }
}

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print what .editorconfig says about a path, which need not exist.")

  @Argument(help: ArgumentHelp("The paths asked about.", valueName: "path"))
  var paths: [String] = ["."]

  @Option(
    help: ArgumentHelp("Read files of this name instead of .editorconfig, for the raw pairs.", valueName: "name"))
  var editorconfigFileName: String?

  @Flag(help: "Print each rule's severity and the file and line that set it.")
  var explain = false

  @Flag(help: "Print what is wrong with the configuration, and nothing else.")
  var check = false

  @OptionGroup var source: ConfigurationOptions
  @OptionGroup var catalogue: CatalogueOptions

  func run() throws {
    try leave { () throws(UsageError) in
      if explain && check { throw UsageError("--explain and --check exclude each other") }
      let question: ConfigQuestion =
        explain ? .explain : check ? .check : .pairs(fileName: editorconfigFileName ?? ".editorconfig")
      return try runConfig(paths, question: question, source: try source.source(), catalogueFiles: catalogue.files)
    }
  }
}
