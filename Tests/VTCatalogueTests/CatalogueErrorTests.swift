// A mistake in a rules.yaml is told with its line, the way to it, and what was expected; nothing of the file is used.
import Foundation
import TestSupport
import Testing
import VTCatalogue
import VTDriver

private struct Mistake: CustomTestStringConvertible {
  var name: String
  var yaml: String
  var line: Int
  var key: String
  /// A part of the message.
  var says: String
  var testDescription: String { name }

  /// Those of Fixtures/catalogue/mistakes.txt, whose head says how they are written.
  static let all: [Mistake] = {
    let text = String(decoding: (try? repositoryFile("Fixtures/catalogue/mistakes.txt")) ?? [], as: UTF8.self)
    return text.components(separatedBy: "\n=== ").dropFirst().compactMap { block in
      let form = /([^\n]+)\n[a-z]+, line ([0-9]+), ([^ ]*): ([^\n]+)\n---\n([\s\S]*)/
      guard let match = block.wholeMatch(of: form) else { return nil }
      let (_, name, line, key, says, yaml) = match.output
      return Mistake(name: String(name), yaml: String(yaml), line: Int(line)!, key: String(key), says: String(says))
    }
  }()
}

@Suite("Mistakes in rules.yaml") struct CatalogueErrorTests {
  @Test(arguments: Mistake.all) fileprivate func mistake(_ mistake: Mistake) throws {
    let error = try #require(throws: CatalogueError.self) {
      try readCatalogue(Array(mistake.yaml.utf8), path: "team/rules.yaml", over: .builtIn)
    }
    #expect(error.path == "team/rules.yaml")
    #expect(error.line == mistake.line)
    #expect(error.key == mistake.key)
    #expect(error.message.contains(mistake.says), "\(error.message)")
  }

  @Test func allAreThere() { #expect(Mistake.all.count >= 47) }

  @Test func aControlCharacter() throws {
    let error = try #require(throws: CatalogueError.self) {
      try readCatalogue(Array("types: []\nlists: \u{1}".utf8), path: "rules.yaml", over: .builtIn)
    }
    #expect(error.line == 2 && error.message.contains("not YAML"))
  }

  @Test func oneLineForPeople() {
    let error = CatalogueError(path: "a/rules.yaml", line: 3, key: "types[0].kind", message: "wrong")
    #expect(error.description == "a/rules.yaml:3: error: types[0].kind: wrong")
    let whole = CatalogueError(path: "a/rules.yaml", line: 0, key: "", message: "wrong")
    #expect(whole.description == "a/rules.yaml: error: wrong")
  }

  @Test func notUTF8() throws {
    let error = try #require(throws: CatalogueError.self) {
      try readCatalogue([0x74, 0xFF, 0x3A, 0x20, 0x61], path: "rules.yaml", over: .builtIn)
    }
    #expect(error.message == "the file is not UTF-8")
  }

  @Test func tooLarge() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 5 << 20)
    let error = try #require(throws: CatalogueError.self) { try readCatalogue(bytes, path: "rules.yaml", over: .builtIn) }
    #expect(error.message.contains("\(bytes.count) bytes"))
  }

  /// Nine lines that stand for 10^9 nodes; as a key, they would be compared one by one.
  @Test(arguments: ["types: *l9", "? *l9\n: x"]) func aBombOfAliasesIsRefused(end: String) throws {
    var yaml = "l0: &l0 [x, x]\n"
    for level in 1...9 {
      yaml += "l\(level): &l\(level) [" + Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let error = try #require(throws: CatalogueError.self) {
      try readCatalogue(Array((yaml + end).utf8), path: "rules.yaml", over: .builtIn)
    }
    #expect(error.message.contains("aliases are not read"))
    #expect(error.line == 2)
  }

  /// Deep nesting must end in an error, not in a stack overflow.
  @Test(arguments: ["[", "{a: ", "- ", "? "]) func deepNesting(opening: String) {
    let yaml = "types: " + (opening == "- " || opening == "? " ? "\n  " : "") + String(repeating: opening, count: 100_000)
    #expect(throws: CatalogueError.self) { try readCatalogue(Array(yaml.utf8), path: "rules.yaml", over: .builtIn) }
  }

  /// Every beginning of the built-in file either is a file of its own or has a mistake; none stops the program.
  @Test func everyBeginningOfAGoodFileIsAnswered() throws {
    let whole = Array("""
      types:
        - id: my.future
          extends: value-future
          match: {type: [MyFuture, "A.B"], module: M}
          operations+:
            - {name: join, role: consume}
          checks: {stored-property: none}
      closures: [{fate: once, name: [f], when: {repeats: "true"}}]
      lists: {borrowing: [inspect]}
      """.utf8)
    for length in 0..<whole.count {
      do {
        _ = try readCatalogue(Array(whole[..<length]), path: "rules.yaml", over: .builtIn)
      } catch {
        #expect(error.path == "rules.yaml")
        #expect(!error.message.isEmpty)
      }
    }
    let read = try readCatalogue(whole, path: "rules.yaml", over: .builtIn)
    #expect(read.types.contains { $0.id == "my.future" })
  }
}

@Suite("Nearest word") struct NearestWordTests {
  @Test(arguments: [
    ("eror", "error"), ("WARNING", "warning"), ("warnign", "warning"), ("suggest", nil), ("silnt", "silent"), ("foo", nil),
    ("", nil), ("non", "none"), ("xone", "none"),
  ] as [(String, String?)]) func nearest(typed: String, expected: String?) {
    #expect(nearestWord(to: typed, in: ["error", "warning", "suggestion", "silent", "none"]) == expected)
  }
}
