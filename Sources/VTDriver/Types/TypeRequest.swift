import VTPlatform
import VTToolchain

/// What the user asked for beside the linted files, to tell types by.
package struct TypeRequest: Sendable {
  /// Everything that is found.
  package var isTyped = false
  /// Files and folders whose declarations are read.
  package var dependencies: [String] = []
  package var indexStore: String?
  /// A program that reads C headers (see `HeaderRequest`); nil: this process does.
  package var headerReader: (path: Path, arguments: [String])?
  /// A program that reads index stores (see `IndexRequest`); nil: this process does.
  package var indexReader: (path: Path, arguments: [String])?

  package init() {}
}
