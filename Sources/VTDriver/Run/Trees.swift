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

/// The trees of files that the first pass has seen: as it kept them, else read and parsed once more.
struct Trees: Sendable {
  let files: [SourceFile]
  let declared: [DeclaredFile]

  func tree(of id: FileID) throws(TreeFailure) -> SyntaxTree {
    let known = declared[Int(id.index)]
    if let tree = known.tree { return tree }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try files[Int(id.index)].read()
    } catch {
      throw .unreadable(reason: error.reason)
    }
    if known.stamp != ContentStamp(bytes) { throw .changed }
    return SyntaxTree.parse(bytes)
  }
}
