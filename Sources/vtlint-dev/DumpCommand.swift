import ArgumentParser
import Foundation
import VTSyntax

/// Prints what a stage made of files, in the formats of docs/DUMPS.md: for people, and for the oracle to compare.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Prints what a stage made of files (docs/DUMPS.md describes the formats).")

  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case tokens, tree, skeleton, folds
  }

  @Argument(help: "What to print: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format

  @Argument(help: "The files.")
  var files: [String] = []

  @Option(help: "A file that names more files, one per line.")
  var list: String?

  func run() throws {
    let listed = try list.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    for path in files + listed.split(separator: "\n").map(String.init) {
      guard let data = FileManager.default.contents(atPath: path) else { throw ValidationError("cannot read \(path)") }
      let text = onLargeStack { [format] in dump(Array(data), as: format) }
      FileHandle.standardOutput.write(Data("=== \(path)\n\(text)".utf8))
    }
  }
}

private func dump(_ bytes: [UInt8], as format: DumpCommand.Format) -> String {
  let tree = SyntaxTree.parse(bytes)
  return switch format {
  case .tokens: tree.tokenDump()
  case .tree: tree.treeDump()
  case .skeleton: tree.skeletonDump()
  case .folds: tree.foldDump()
  }
}
