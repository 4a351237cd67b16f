import VTCatalogue
import VTDiagnostics
import VTSyntax

/// Every declaration of all linted files, and the catalogue's one-shot types, ready to be asked for types.
/// Immutable after the merge, so every thread reads it without locks.
package struct SymbolIndex: Sendable {
  /// Merges what the files declare; `files` in the order of their `FileID`s.
  package init(merging files: [FileDeclarations], catalogue: Catalogue) {}

  /// Whether the file names anything that could be a one-shot value; the second pass skips the others.
  package func concerns(_ file: FileID) -> Bool { true }
}
