// The fixtures with markers as files: where they stand, and the texts that are made of one.

import Foundation
import Testing

/// One Swift file below `Fixtures/rules/<rule>/`.
package struct RuleFixture: Sendable, CustomTestStringConvertible {
  /// The folder it stands in.
  package let rule: String
  /// As `double-await/loops.swift`.
  package let name: String
  package let text: String

  package var testDescription: String { name }

  /// As it is reported: the file's own name, for `main.swift` means something.
  package var path: String { String(name.split(separator: "/").last ?? "") }

  /// The declarations that the linter reads together with every fixture.
  package static let referenceAPI = read(folder.appending(path: "Support/ReferenceAPI.swift"))

  package static let folder = packageRoot.appending(path: "Fixtures/rules")

  /// In the order of their names, so that a run is the same everywhere.
  package static let all: [RuleFixture] = rules.flatMap { rule in
    swiftFiles(in: folder.appending(path: rule)).map { file in
      RuleFixture(rule: rule, name: "\(rule)/\(file.lastPathComponent)", text: read(file))
    }
  }

  /// The folders with fixtures: one per rule.
  package static let rules: [String] = contents(of: folder).map(\.lastPathComponent).filter { $0 != "Support" }
}

/// A folder below `Fixtures/projects/`, whose files are linted together and know nothing else.
package struct ProjectFixture: Sendable, CustomTestStringConvertible {
  package let name: String
  package let folder: URL
  /// Paths as they are reported, and texts.
  package let files: [(path: String, text: String)]
  /// Its own rules.yaml; empty if it has none.
  package let rules: String

  package var testDescription: String { name }

  /// Every project that has Swift files and is no package.
  package static let all: [ProjectFixture] = contents(of: packageRoot.appending(path: "Fixtures/projects")).map { folder in
    let files = swiftFiles(in: folder).map { (path: $0.lastPathComponent, text: read($0)) }
    return ProjectFixture(
      name: folder.lastPathComponent, folder: folder, files: files, rules: read(folder.appending(path: "rules.yaml")))
  }.filter { project in !project.files.isEmpty && !project.files.contains { $0.path == "Package.swift" } }
}

/// A package below `Fixtures/projects/`, with what is found in its `Sources` by the sources of types that are asked.
package struct PackageFixture: Sendable, CustomTestStringConvertible {
  package struct Expectation: Sendable {
    package var options: String
    /// `path:line:column rule`
    package var findings: [String]
  }

  package let name: String
  package let folder: URL
  package let expectations: [Expectation]

  package var testDescription: String { name }

  package static let all: [PackageFixture] = contents(of: packageRoot.appending(path: "Fixtures/projects")).filter {
    FileManager.default.fileExists(atPath: $0.appending(path: "Package.swift").path)
  }.map { folder in
    PackageFixture(
      name: folder.lastPathComponent, folder: folder, expectations: expectations(read(folder.appending(path: "expected.txt"))))
  }

  /// A copy that may be built in; it takes the package's name.
  package func copy(into folder: URL) throws -> URL {
    let copy = folder.appending(path: name)
    try FileManager.default.copyItem(at: self.folder, to: copy)
    return copy
  }

  /// Reads `expected.txt`: `$ options`, then a line for each finding; `#` begins a comment.
  private static func expectations(_ text: String) -> [Expectation] {
    var found: [Expectation] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("$") {
        found.append(Expectation(options: line.dropFirst().trimmingCharacters(in: .whitespaces), findings: []))
      } else if !found.isEmpty {
        found[found.count - 1].findings.append(String(line))
      }
    }
    return found
  }
}

/// The folder that holds Package.swift.
package let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The Swift files that stand in a folder itself, by name.
package func swiftFiles(in folder: URL) -> [URL] {
  contents(of: folder).filter { $0.pathExtension == "swift" }
}

private func contents(of folder: URL) -> [URL] {
  let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  return all.sorted { $0.path < $1.path }
}

private func read(_ file: URL) -> String {
  // A file that cannot be read gives a text that no fixture may have: empty.
  (try? String(contentsOf: file, encoding: .utf8)) ?? ""
}

/// A change of the text around a fixture that must not change what is found in it, or must silence it.
package enum FixtureVariant: String, CaseIterable, Sendable {
  case asWritten, afterShebangAndMultiByteComment, carriageReturns, insideConditional
  case commentedOut, insideString
  case suppressedRegion, suppressedLineByLine

  package func text(of fixture: String) -> String {
    switch self {
    case .asWritten: fixture
    case .afterShebangAndMultiByteComment: "#!/usr/bin/env swift\n/* größer 未来 👩‍👩‍👧 */ // é\n" + fixture
    case .carriageReturns: fixture.replacingOccurrences(of: "\n", with: "\r\n")
    case .insideConditional: "#if true\n" + fixture + "#endif\n"
    case .commentedOut: "/*\n" + fixture + "*/\n"
    case .insideString: "let quoted = ###\"\"\"\n" + fixture + "\"\"\"###\n"
    case .suppressedRegion: "// vtlint:disable all - on purpose\n" + fixture + "// vtlint:enable all\n"
    case .suppressedLineByLine: fixture.replacingOccurrences(of: "// expect: ", with: "// vtlint:disable:this ")
    }
  }

  /// What has to be found in `text(of: fixture)`. A suppression that silences nothing would be found itself.
  package func markers(of fixture: String) -> Markers {
    switch self {
    case .asWritten, .afterShebangAndMultiByteComment, .carriageReturns, .insideConditional:
      return Markers(readingFrom: text(of: fixture))
    case .commentedOut, .insideString, .suppressedLineByLine: return .silence
    case .suppressedRegion:
      let hasFindings = !Markers(readingFrom: fixture).expected.isEmpty
      return hasFindings ? .silence : Markers(readingFrom: "// expect: unused-suppression")
    }
  }
}
