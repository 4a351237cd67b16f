import VTCatalogue
import VTPlatform

/// The words without which headers have nothing to do with one-shot values: marks, macros that stand for marks, and the types
/// that the catalogue names by their C spelling. Only where one of them occurs is libclang asked at all.
struct HeaderWords {
  private var words: [[UInt8]]

  /// No header is larger.
  private static let sizeLimit = 16 << 20

  init(_ catalogue: Catalogue) {
    words = ["vtlint:", "called_once"].map { Array($0.utf8) }
    for spelling in importedTypes(of: catalogue).keys {
      // `vt_op`; of `std::future` the last part, as it stands behind `::` or before `<`.
      let name = spelling.split(separator: ":").last ?? ""
      if spelling.contains("::") {
        words += ["::\(name)", "\(name)<"].map { Array($0.utf8) }
      } else {
        words.append(Array(name.utf8))
      }
    }
  }

  /// The wanted targets in whose headers a word occurs.
  func select(among targets: [CTarget], _ isWanted: (CTarget) -> Bool) -> [CTarget] {
    if !targets.contains(where: isWanted) { return [] }
    let texts = targets.map { target in
      target.allHeaders.compactMap { try? readFile($0, limit: HeaderWords.sizeLimit) }
    }
    var all = self
    // `#define VT_FUTURE __attribute__((swift_attr("vtlint:value-future")))` makes a word of VT_FUTURE, in all targets.
    for text in texts.joined() { all.words += HeaderWords.macros(in: text) }
    return zip(targets, texts).filter { isWanted($0) && $1.contains(where: all.occurs) }.map(\.0)
  }

  private func occurs(in text: [UInt8]) -> Bool { words.contains { occurrence(of: $0, in: text, from: 0) != nil } }

  private static func macros(in text: [UInt8]) -> [[UInt8]] {
    let mark = Array("vtlint:".utf8)
    var found: [[UInt8]] = []
    var start = 0
    while let place = occurrence(of: mark, in: text, from: start) {
      start = place + mark.count
      let line = text[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let parts = text[line..<place].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "(") }
      if parts.count > 1, parts[0].elementsEqual("#define".utf8) { found.append(Array(parts[1])) }
    }
    return found
  }
}

private func occurrence(of word: [UInt8], in text: [UInt8], from start: Int) -> Int? {
  guard let first = word.first, text.count >= word.count else { return nil }
  var index = start
  while let place = text[index...].firstIndex(of: first), place + word.count <= text.count {
    if text[place..<place + word.count].elementsEqual(word) { return place }
    index = place + 1
  }
  return nil
}

/// The types that the catalogue knows by a C spelling, and what Swift text calls them: `std::future`, `std.future`; without
/// those of which nothing is to be said.
func importedTypes(of catalogue: Catalogue) -> [String: String] {
  var names: [String: String] = [:]
  for type in catalogue.types where type.kind != .shared && type.kind != .blocker {
    for imported in type.match.importedTypes { names[imported.spelling] = imported.swiftName }
  }
  return names
}
