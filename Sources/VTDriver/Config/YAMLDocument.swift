// From the bytes of a YAML file to a tree of nodes that is safe to walk: small, of one document, without aliases.
import Yams

/// Parses `bytes`. Aliases are refused before anything is built: a few lines of them can stand for more nodes than fit into
/// memory, and to compare two such keys, as the YAML library does, would never end. An anchor alone does no harm.
/// - Returns: nil for a file that holds nothing but comments.
func parseYAML(_ bytes: [UInt8], path: String) throws(CatalogueError) -> Node? {
  func failure(_ message: String, line: Int = 0) -> CatalogueError {
    CatalogueError(path: path, line: line, key: "", message: message)
  }
  guard bytes.count <= largestYAMLFile else {
    throw failure("the file has \(bytes.count) bytes; at most \(largestYAMLFile) are read")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("the file is not UTF-8") }
  let blanked = blankingAnchors(bytes)
  if blanked != bytes {
    // Without its anchors the file is read first: an alias is then undefined, and found before anything is copied.
    _ = try compose(String(decoding: blanked, as: UTF8.self), failure)
  }
  return try compose(text, failure)
}

/// A catalogue a hundred times as large as the built-in one is a mistake.
private let largestYAMLFile = 4 << 20

private func compose(
  _ text: String, _ failure: (String, Int) -> CatalogueError
) throws(CatalogueError) -> Node? {
  do {
    return try Parser(yaml: text, encoding: .utf8).singleRoot()
  } catch let error as YamlError {
    let (message, line) = told(error)
    // What is missing at the end is found behind the last line.
    throw failure(message, min(line, text.utf8.count { $0 == UInt8(ascii: "\n") } + 1))
  } catch {
    throw failure("\(error)", 0)
  }
}

/// What the YAML library found, in one line, and the line of the file.
private func told(_ error: YamlError) -> (message: String, line: Int) {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
    if problem.contains("alias") { return ("aliases are not read; write the value out", mark.line) }
    return ("not YAML: \(problem)", mark.line)
  case .duplicatedKeysInMapping(let duplicates, let context):
    return ("the key '\(duplicates.first ?? "")' is there twice", context.mark.line)
  case .reader(let problem, let offset, _, let yaml):
    let line = offset.map { yaml.prefix($0).count { $0.isNewline } + 1 }
    return ("not YAML: \(problem)", line ?? 0)
  default:
    return ("not YAML: \(error)", 0)
  }
}

/// The bytes with every `&name` that could be an anchor replaced by blanks, so that lines and columns stay.
private func blankingAnchors(_ bytes: [UInt8]) -> [UInt8] {
  var result = bytes
  var index = 0
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "&") else {
      index += 1
      continue
    }
    var end = index + 1
    while end < bytes.count, isAnchorByte(bytes[end]) { end += 1 }
    if end > index + 1 {
      for position in index..<end { result[position] = UInt8(ascii: " ") }
    }
    index = end
  }
  return result
}

private func isAnchorByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}
