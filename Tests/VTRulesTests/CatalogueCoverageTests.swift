// Every entry of the catalogue has a fixture in which its values are misused, and one in which they are used well. Which
// fixtures those are is read from their text: the words by which an entry knows its values, in one declaration with a marker.
// That the markers are right is what `RuleFixtures` sees to.

import Foundation
import TestSupport
import Testing
import VTCatalogue

@Suite struct CatalogueCoverageTests {
  /// C++ types have no fixtures of their own: the packages that import them do.
  private static let entries = Catalogue.builtIn.types.filter { $0.match.importedNames.isEmpty }

  @Test(arguments: entries)
  func hasABadFixture(entry: OneShotType) {
    #expect(Declaration.all.contains { $0.isBad && entry.occurs(in: $0.text) }, "no fixture misuses \(entry.id)")
  }

  @Test(arguments: entries)
  func hasAGoodFixture(entry: OneShotType) {
    #expect(Declaration.all.contains { $0.isGood && entry.occurs(in: $0.text) }, "no fixture uses \(entry.id) well")
  }

  @Test(arguments: Catalogue.builtIn.types.filter { !$0.match.importedNames.isEmpty })
  func isImportedSomewhere(entry: OneShotType) {
    let name = entry.match.importedNames[0]
    #expect(packageTexts.contains { $0.contains(name) }, "no package imports \(name)")
  }

  private let packageTexts: [String] = PackageFixture.all.flatMap { package in
    let files = FileManager.default.enumerator(at: package.folder, includingPropertiesForKeys: nil)?.allObjects ?? []
    return files.compactMap { $0 as? URL }.filter { ["h", "hpp"].contains($0.pathExtension) }.compactMap {
      try? String(contentsOf: $0, encoding: .utf8)
    }
  }
}

/// A declaration at the top level of a fixture, with the markers in it.
private struct Declaration {
  var text: String
  var isBad: Bool { text.contains("// expect: ") }
  var isGood: Bool { text.contains("// ok: ") }

  /// The types of the fixtures that say on the line of their name that they are one of a marker's.
  static let conformers: [String: [String]] = {
    var found: [String: [String]] = [:]
    for line in RuleFixture.all.flatMap({ $0.text.split(separator: "\n") }) {
      let words = line.split(whereSeparator: { " :,{".contains($0) }).map(String.init)
      guard let place = words.firstIndex(where: { ["struct", "class", "enum", "actor"].contains($0) }), place + 1 < words.count
      else { continue }
      for word in words[(place + 2)...] { found[word, default: []].append(words[place + 1]) }
    }
    return found
  }()

  /// A line that begins with `}` ends one; what stands between two belongs to the next.
  static let all: [Declaration] = RuleFixture.all.flatMap { fixture in
    var found: [Declaration] = []
    var lines: [Substring] = []
    for line in fixture.text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line)
      guard line.hasPrefix("}") else { continue }
      // `AsyncStream<Int>.Continuation` is written in rules.yaml without what it is generic over.
      found.append(Declaration(text: lines.joined(separator: "\n").replacing(/<\w+>/, with: "")))
      lines = []
    }
    return found
  }
}

extension OneShotType: CustomTestStringConvertible {
  public var testDescription: String { id }

  /// Whether some way to know a value of the entry is written in a text.
  fileprivate func occurs(in text: String) -> Bool {
    waysToKnow.contains { words in !words.isEmpty && words.allSatisfy { text.hasWord($0) } }
  }

  /// Each of them as the words that belong to it.
  private var waysToKnow: [[String]] {
    var ways = (typeNames + match.protocols).map { [$0] }
    for marker in Catalogue.builtIn.markerProtocols where marker.template == id {
      ways += Declaration.conformers[marker.name, default: []].map { [$0] }
    }
    ways += (match.resultsOf + match.closuresOf).map { $0.split(separator: ".").dropLast().suffix(1).map(String.init) }
    ways += match.functions.map { name in name.split(whereSeparator: { "(:)".contains($0) }).map(String.init).filter { $0 != "_" } }
    ways += match.parameterNames.map { [$0] }
    for success in match.successParameters { ways += match.failureParameters.map { [success, $0] } }
    for creation in creations {
      for name in creation.names.map({ $0.prefix { $0 != "(" } }) where name != "any" {
        let path = name.split(separator: ".").map(String.init)
        switch creation.form {
        case .closure, .function: ways.append(path.suffix(1))
        case .property where path[0] != "*": ways.append(path)
        case .property, .initializer, .parameter: break
        }
      }
    }
    return ways
  }
}

extension String {
  /// Whether a name stands in it that is not a part of a longer one.
  fileprivate func hasWord(_ word: String) -> Bool {
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      if before?.isPartOfName != true, after?.isPartOfName != true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
