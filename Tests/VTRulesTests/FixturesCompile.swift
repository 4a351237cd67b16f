// Fixtures are real Swift: the compiler accepts each folder of them together with the reference API.

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct FixturesCompile {
  /// The compiler that runs these tests is nearly always on PATH.
  static let compiler: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "swiftc") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  @Test(.enabled(if: compiler != nil, "no swiftc on PATH"), arguments: RuleFixture.rules)
  func typeChecks(rule: String) throws {
    try typeCheck(swiftFiles(in: RuleFixture.folder.appending(path: rule)), with: Self.support)
  }

  @Test(.enabled(if: compiler != nil, "no swiftc on PATH"), arguments: ProjectFixture.all)
  func typeChecks(project: ProjectFixture) throws {
    // It may have types of its own with the names of a library's.
    try typeCheck(swiftFiles(in: project.folder), with: Self.support.filter { $0.lastPathComponent != "Libraries.swift" })
  }

  private static let support = swiftFiles(in: RuleFixture.folder.appending(path: "Support"))

  private func typeCheck(_ files: [URL], with support: [URL]) throws {
    let process = Process()
    process.executableURL = Self.compiler
    process.arguments =
      ["-typecheck", "-swift-version", "6", "-suppress-warnings", "-module-name", "Fixture"]
      + (support + files).map(\.path)
    let output = Pipe()
    process.standardError = output
    try process.run()
    let errors = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(errors)")
  }
}
