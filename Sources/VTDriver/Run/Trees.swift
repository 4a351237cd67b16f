import VTDiagnostics
import VTFlow
import VTPlatform
import VTReport
import VTSyntax

/// Why the tree that the index speaks of is not to be had.
enum TreeFailure: Error {
  case unreadable(reason: String)
  case changed

  func notice(_ file: SourceFile) -> Notice {
    switch self {
    case .unreadable(let reason): VTDriver.unreadable(file, reason)
    case .changed: Notice(.error, about: .gap, path: file.path, "changed while it was linted; it was skipped")
    }
  }
}

extension SourceFile {
  /// Its bytes, if they are what they were.
  /// - Parameter stamp: that of the first reading.
  func read(again stamp: ContentStamp?) throws(TreeFailure) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try read()
    } catch {
      throw .unreadable(reason: error.reason)
    }
    if stamp != ContentStamp(bytes) { throw .changed }
    return bytes
  }
}

/// The trees of files that the first pass has seen: as it kept them, else read and parsed once more.
struct Trees: Sendable {
  let files: [SourceFile]
  let declared: [DeclaredFile]

  func tree(of id: FileID) throws(TreeFailure) -> SyntaxTree {
    if let tree = declared[Int(id.index)].tree { return tree }
    return SyntaxTree.parse(try source(of: id), findsNames: false)
  }

  func source(of id: FileID) throws(TreeFailure) -> [UInt8] {
    let known = declared[Int(id.index)]
    if let tree = known.tree { return tree.source }
    return try files[Int(id.index)].read(again: known.stamp)
  }
}
