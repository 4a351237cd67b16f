import Foundation
import Testing

// Snapshots: text that a stage makes, compared with a file of the repository that people have read.

/// The root of the repository, found from where this file stands.
package let repositoryRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The files of a folder of `Fixtures` with that ending (without dot), as paths from the repository root, sorted.
package func fixtures(in folder: String, withExtension ending: String) -> [String] {
  let path = "Fixtures/" + folder
  let names = (try? FileManager.default.contentsOfDirectory(atPath: repositoryRoot.appending(path: path).path)) ?? []
  return names.filter { $0.hasSuffix("." + ending) }.sorted().map { path + "/" + $0 }
}

/// The bytes of a file of the repository.
package func repositoryFile(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: repositoryRoot.appending(path: path)))
}

/// Compares text with the snapshot at that path (from the repository root). With `UPDATE_SNAPSHOTS=1` in the
/// environment the file is written instead, and the test fails all the same: a run that writes proves nothing.
package func expectSnapshot(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = repositoryRoot.appending(path: path)
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try Data(text.utf8).write(to: url)
    Issue.record("wrote \(path); read it, then run without UPDATE_SNAPSHOTS", sourceLocation: sourceLocation)
    return
  }
  guard let data = try? Data(contentsOf: url) else {
    Issue.record("\(path) is missing; UPDATE_SNAPSHOTS=1 writes it", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  if text == expected { return }
  let difference = firstDifference(of: text, from: expected)
  Issue.record("\(path): \(difference)", sourceLocation: sourceLocation)
}

private func firstDifference(of text: String, from expected: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, expectedLines).prefix { $0 == $1 }.count
  func at(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(end)" }
  return "line \(line + 1) is\n  \(at(lines))\nand not\n  \(at(expectedLines))"
}
