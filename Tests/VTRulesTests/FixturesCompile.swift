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
    let files = ["Support", rule].flatMap { RuleFixture.swiftFiles(in: RuleFixture.folder.appending(path: $0)) }
    let process = Process()
    process.executableURL = try #require(Self.compiler)
    process.arguments =
      ["-typecheck", "-swift-version", "6", "-suppress-warnings", "-module-name", "Fixture"] + files.map(\.path)
    let output = Pipe()
    process.standardError = output
    try process.run()
    let errors = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(errors)")
  }
}
