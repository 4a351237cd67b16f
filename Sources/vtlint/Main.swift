import ArgumentParser
import VTDriver
import VTPlatform

/// The command line of vtlint. Parsing arguments is all that happens here; the work is VTDriver's.
@main
struct VTLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vtlint",
    abstract: "Finds misused value futures, continuations and single-pass sequences in Swift.",
    discussion: """
      Exit status: 0 nothing at or above the fail level, 1 something is, 2 it could not run (usage, configuration, files).
      """,
    version: toolVersion,
    subcommands: [
      LintCommand.self, RulesCommand.self, ExplainCommand.self, ConfigCommand.self, InitCommand.self, ReadHeadersCommand.self,
      ReadIndexCommand.self,
    ],
    defaultSubcommand: LintCommand.self)

  /// Not the parser's own `main()`: its status for a usage error is 64, which tells nobody anything, and findings and
  /// usage errors must differ.
  static func main() {
    prepareProcess()
    if let word = singleDashWord() {
      Console.process.say("vtlint: error: unknown option '\(word)' (did you mean '-\(word)'?)")
      exitProcess(2)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitCode {
      exitProcess(status.rawValue)
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error) == .success {
        _ = try? write(Array((text + "\n").utf8), to: .output)
        exitProcess(0)
      }
      Console.process.say(text)
      exitProcess(2)
    }
  }
}

/// `-cache`, which the parser would take for five options of one letter, one of them `-h`: help, and status 0.
private func singleDashWord() -> String? {
  // What vtlint starts itself hands on the options of a compiler.
  let own = [ReadHeadersCommand.name, ReadIndexCommand.name]
  let arguments = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
  if let first = arguments.first, own.contains(first) { return nil }
  return arguments.first { word in
    guard word.hasPrefix("-"), word.count > 2, let first = word.dropFirst().first, first.isLetter else { return false }
    return !word.dropFirst().allSatisfy("qvh".contains)
  }
}

/// The options that say what the rules are.
struct CatalogueOptions: ParsableArguments {
  @Option(name: .customLong("rules"), help: ArgumentHelp("Merge this catalogue over the built-in one.", valueName: "file"))
  var files: [String] = []
}

/// Runs a command's work and leaves with its status.
func leave(with work: () throws(UsageError) -> Int32) throws {
  let status: Int32
  do throws(UsageError) {
    status = try work()
  } catch {
    Console.process.say("vtlint: error: \(error.message)")
    status = 2
  }
  throw ExitCode(status)
}
