import ArgumentParser
import VTDriver

/// Reads C headers for another run of vtlint, in a process that may fail without harm. Not for people.
struct ReadHeadersCommand: ParsableCommand {
  static let name = "read-headers"

  static let configuration = CommandConfiguration(commandName: name, shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough) var words: [String] = []

  func run() throws {
    try leave { () throws(UsageError) in try runReadHeaders(words) }
  }
}
