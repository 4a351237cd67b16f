import VTReport

/// Why a rules.yaml could not be used. One mistake is enough: nothing of the file is loaded then.
package struct CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  package var path: String
  /// 1-based; 0 when the mistake is the file as a whole.
  package var line: Int
  /// The way to the place from the top of the file: `types[2].operations[0].role`; empty at the top.
  package var key: String
  /// What is wrong, and what was expected.
  package var message: String

  package init(path: String, line: Int, key: String, message: String) {
    self.path = path
    self.line = line
    self.key = key
    self.message = message
  }

  /// `rules.yaml:12: error: types[2].kind: …`, without the parts that are not known; one line, whatever the file holds.
  package var description: String {
    let place = line > 0 ? "\(path):\(line)" : path
    return printable(key.isEmpty ? "\(place): error: \(message)" : "\(place): error: \(key): \(message)")
  }
}
