// The repository as text: its sources with what they import and declare, and its pages with what they name.
import Foundation
import TestSupport

/// A text file, by its path below the root.
struct RepositoryFile {
  let path: String
  let text: String

  /// Its folder below the root, without a slash at the end; empty for the root itself.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
}

/// The files below a folder of the repository whose names end so, by path.
func files(below folder: String, endingIn suffix: String) throws -> [RepositoryFile] {
  let names = FileManager.default.enumerator(atPath: packageRoot.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
  return try names.filter { $0.hasSuffix(suffix) && !"/\($0)".contains("/.") }.sorted().map { name in
    try file("\(folder)/\(name)")
  }
}

func file(_ path: String) throws -> RepositoryFile {
  RepositoryFile(path: path, text: try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8))
}

func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: packageRoot.appending(path: path).path) }

/// The folders below `Sources`: one for each module. Modules of C headers alone begin with a C.
func moduleFolders() throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: packageRoot.appending(path: "Sources").path).filter {
    !$0.hasPrefix(".") && !$0.hasPrefix("C")
  }
}

extension String {
  /// The words behind `import` at the beginnings of lines, also of `@testable import`.
  var imports: Set<String> {
    Set(matches(of: /(?m)^\s*(?:@\w+ +)*(?:(?:public|package|internal|private) +)?import (\w+)/).map { String($0.1) })
  }

  /// The types that a Swift text declares or extends.
  var declaredTypes: Set<String> {
    Set(matches(of: /\b(?:struct|class|enum|protocol|actor|typealias) +([A-Z]\w*)/).map { String($0.1) })
  }

  /// The functions that a Swift text declares.
  var declaredFunctions: Set<String> {
    Set(matches(of: /\bfunc +(\w+)/).map { String($0.1) })
  }

  /// What a page sets in code font within a line.
  var codeSpans: [String] {
    // Blocks between fences hold no spans.
    replacing(/(?m)^```[\s\S]*?^```$/, with: "").matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }
}
