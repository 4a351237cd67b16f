import ArgumentParser
import Foundation
import VTDriver
import VTFlow
import VTPlatform
import VTSyntax

/// Prints what a stage made of files, in the formats of docs/DUMPS.md: for people, and for the oracle to compare.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Prints what a stage made of files (docs/DUMPS.md describes the formats).")

  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case tokens, tree, skeleton, folds, problems, cfg, facts, types
  }

  @Argument(help: "What to print: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format

  @Argument(help: "The files.")
  var files: [String] = []

  @Option(help: "A file that names more files, one per line.")
  var list: String?

  @OptionGroup var sourcesOfTypes: TypeOptions

  func run() throws {
    let listed = try list.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    let sources = (files + listed.split(separator: "\n").map(String.init)).map { path in
      SourceFile(path: path, content: .file(Path(path)))
    }
    switch format {
    case .tokens: try printEach(sources) { $0.tokenDump() }
    case .tree: try printEach(sources) { $0.treeDump() }
    case .skeleton: try printEach(sources) { $0.skeletonDump() }
    case .folds: try printEach(sources) { $0.foldDump() }
    case .problems: try printEach(sources) { $0.problemDump() }
    case .cfg: try printTogether(sources) { $0.graph.dump() }
    case .facts: try printTogether(sources) { $0.dump() }
    case .types: try printTypes(sources)
    }
  }

  /// What concerns a file alone.
  private func printEach(_ sources: [SourceFile], _ dump: @escaping @Sendable (SyntaxTree) -> String) throws {
    for source in sources {
      let bytes = try read(source)
      write(source, onLargeStack { dump(SyntaxTree.parse(bytes)) })
    }
  }

  /// What hangs on the declarations of all the files.
  private func printTogether(_ sources: [SourceFile], _ dump: @escaping @Sendable (FunctionFacts) -> String) throws {
    let inMemory = try sources.map { SourceFile(path: $0.path, content: .bytes(try read($0))) }
    let texts = onLargeStack { analysisDumps(of: inMemory, dump) }
    for (source, text) in zip(sources, texts) { write(source, text) }
  }

  /// What calls give, as far as the sources of types that were named tell.
  private func printTypes(_ sources: [SourceFile]) throws {
    var request = LintRequest()
    request.paths = sources.map(\.path)
    request.types = sourcesOfTypes.request
    let asked = request
    let result = onLargeStack { Result { () throws(UsageError) in try CallTypeReport.reports(on: asked) } }
    for report in try result.get() {
      FileHandle.standardOutput.write(Data("=== \(report.path)\n\(report.text)".utf8))
    }
  }

  private func read(_ source: SourceFile) throws -> [UInt8] {
    do throws(SystemError) {
      return try source.read()
    } catch {
      throw ValidationError("cannot read \(source.path): \(error.reason)")
    }
  }

  private func write(_ source: SourceFile, _ text: String) {
    FileHandle.standardOutput.write(Data("=== \(source.path)\n\(text)".utf8))
  }
}
