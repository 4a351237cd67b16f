// A folder that lives as long as one test.
import Foundation
import VTPlatform
@testable import VTDriver

final class TemporaryFolder {
  /// Without links in it, so that it equals what the driver computes.
  let path: String

  init() throws {
    let created = FileManager.default.temporaryDirectory.appending(path: "vtlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: created, withIntermediateDirectories: true)
    path = resolvedPath(Path(created.path))!.text
  }

  deinit {
    // A folder that a test made unreadable could not be removed.
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders around it.
  func write(_ name: String, _ text: String = "") throws {
    let file = "\(path)/\(name)"
    try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// The names of what the folder holds, hidden ones included.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
