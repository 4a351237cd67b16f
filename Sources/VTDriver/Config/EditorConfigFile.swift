import VTPlatform

/// One `.editorconfig` file, as the EditorConfig specification 0.17 has it: pairs in sections, and what stands before
/// the first section. Lines that are neither blank, comment, section nor pair are skipped, as the specification says;
/// they are kept for whoever wants to say so.
package struct EditorConfigFile: Sendable {
  package struct Pair: Hashable, Sendable {
    /// In lower case.
    package var key: String
    package var value: String
    /// The file as people know it, and the 1-based line in it.
    package var path: String
    package var line: Int
  }

  package struct Section: Sendable {
    /// nil: the name is too long to be meant, and matches nothing.
    package var glob: Glob?
    package var pairs: [Pair] = []
    /// 1-based, of the line with its name.
    package var line: Int
  }

  /// A line that is neither blank, comment, section nor pair.
  package struct SkippedLine: Sendable {
    package var text: String
    /// 1-based.
    package var line: Int
  }

  /// The folder that the sections are relative to; absolute and tidied.
  package var folder: Path
  package var path: String
  /// What stands before the first section. EditorConfig reads only `root` there.
  package var preamble: [Pair] = []
  package var sections: [Section] = []
  package var skipped: [SkippedLine] = []

  /// In bytes. The specification asks for 1,024; a bound keeps braces from nesting deeper than the stack.
  private static let longestName = 4096

  /// Files further up do not count.
  package var isRoot: Bool { preambleValue(of: "root")?.lowercased() == "true" }

  package func preambleValue(of key: String) -> String? { preamble.last { $0.key == key }?.value }

  package init(folder: Path, path: String, text: [UInt8]) {
    self.folder = folder
    self.path = path
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      read(line: trimmed(line), number: index + 1)
    }
  }

  private mutating func read(line: ArraySlice<UInt8>, number: Int) {
    guard let first = line.first, first != UInt8(ascii: ";"), first != UInt8(ascii: "#") else { return }
    if first == UInt8(ascii: "["), line.last == UInt8(ascii: "]"), line.count > 1 {
      let name = line.dropFirst().dropLast()
      return sections.append(Section(glob: name.count > Self.longestName ? nil : Glob(section: globText(name)), line: number))
    }
    // There are no comments behind a value: since version 0.15 of the specification a `#` there belongs to it.
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else {
      return skipped.append(SkippedLine(text: String(decoding: line, as: UTF8.self), line: number))
    }
    let key = String(decoding: trimmed(line[..<equals]), as: UTF8.self).lowercased()
    if key.isEmpty { return }
    let value = String(decoding: trimmed(line[(equals + 1)...]), as: UTF8.self)
    let pair = Pair(key: key, value: value, path: path, line: number)
    if sections.isEmpty { preamble.append(pair) } else { sections[sections.count - 1].pairs.append(pair) }
  }

  /// The numbers of the sections that apply to a file, in their order.
  package func sections(for file: Path) -> [Int] {
    guard let below = file.relative(to: folder) else { return [] }
    let text = globText([UInt8(ascii: "/")] + below)
    return sections.indices.filter { sections[$0].glob?.matches(text) ?? false }
  }
}

private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  var line = line
  while let first = line.first, isBlank(first) { line.removeFirst() }
  while let last = line.last, isBlank(last) { line.removeLast() }
  return line
}
