import VTDiagnostics
import VTSyntax

/// The place of a file in the run's sorted list of files.
package struct FileID: Hashable, Sendable, Comparable {
  package let index: UInt32
  package init(_ index: UInt32) { self.index = index }
  package static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// What one file declares, free of its tree: the first pass makes one per file, the index merges them.
package struct FileDeclarations: Sendable {
  package let file: FileID
}

/// Reads the declarations of a parsed file.
package func collectDeclarations(of tree: SyntaxTree, file: FileID) -> FileDeclarations {
  FileDeclarations(file: file)
}
