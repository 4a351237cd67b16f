import ArgumentParser
import VTDriver

/// Reads an index store for another run of vtlint, in a process that may fail without harm. Not for people.
struct ReadIndexCommand: ParsableCommand {
  static let name = "read-index"

  static let configuration = CommandConfiguration(commandName: name, shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough) var words: [String] = []

  func run() throws {
    try leave { () throws(UsageError) in try runReadIndex(words) }
  }
}
