import VTPlatform
import VTReport

/// Where a command's words go. Tests give one that remembers; the process has one.
package struct Console: Sendable {
  /// Returns false when nobody reads any more.
  package var write: @Sendable (StandardStream, [UInt8]) throws(SystemError) -> Bool
  package var isTerminal: @Sendable (StandardStream) -> Bool
  package var environment: @Sendable (String) -> String?
  package var standardInput: @Sendable () throws(SystemError) -> [UInt8]

  package init(
    write: @escaping @Sendable (StandardStream, [UInt8]) throws(SystemError) -> Bool,
    isTerminal: @escaping @Sendable (StandardStream) -> Bool,
    environment: @escaping @Sendable (String) -> String?,
    standardInput: @escaping @Sendable () throws(SystemError) -> [UInt8]
  ) {
    self.write = write
    self.isTerminal = isTerminal
    self.environment = environment
    self.standardInput = standardInput
  }

  package static let process = Console(
    write: { stream, bytes throws(SystemError) in try VTPlatform.write(bytes, to: stream) },
    isTerminal: { VTPlatform.isTerminal($0) },
    environment: { environmentValue($0) },
    standardInput: { () throws(SystemError) in try readStandardInput(limit: SourceFile.sizeLimit) })

  /// A line, or several, on stderr. There is nobody to tell when that fails. Whoever writes a message forgets now and then
  /// that a part of it comes from the command line or a file: nothing raw gets out here.
  package func say(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
    _ = try? write(.error, Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// When a report has colours.
package enum ColorMode: String, CaseIterable, Sendable {
  case auto, always, never

  /// Reads the word of `--color`.
  package init(word: String) throws(UsageError) {
    guard let mode = ColorMode(rawValue: word) else {
      throw UsageError("--color: " + unknown("word", word, among: ColorMode.allCases.map(\.rawValue)))
    }
    self = mode
  }

  /// `NO_COLOR` goes before `CLICOLOR_FORCE`; either counts when it is set to something (and `CLICOLOR_FORCE` not to 0).
  package func isOn(_ stream: StandardStream, _ console: Console) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let no = console.environment("NO_COLOR"), !no.isEmpty { return false }
    if let force = console.environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    return console.isTerminal(stream) && console.environment("TERM") != "dumb"
  }
}
