// A mistake in a rules.yaml is told with its line, the way to it, and what was expected; nothing of the file is used.
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
}

private let mistakes: [Mistake] = [
  Mistake(name: "misspelt top key", yaml: "typs: []", line: 1, key: "typs", says: "unknown key 'typs'; did you mean 'types'?"),
  Mistake(
    name: "key nobody knows", yaml: "types: []\nwhatever: 1", line: 2, key: "whatever",
    says: "expected one of schema, rules, templates, types"),
  Mistake(name: "other schema", yaml: "schema: vtlint-catalogue/9", line: 1, key: "schema", says: "expected 'vtlint-catalogue/1'"),
  Mistake(name: "the file is a list", yaml: "- types", line: 1, key: "", says: "expected keys with values, found a list"),
  Mistake(name: "the file is a text", yaml: "types", line: 1, key: "", says: "expected keys with values, found the text 'types'"),
  Mistake(name: "types is no list", yaml: "types: {a: b}", line: 1, key: "types", says: "expected a list, found keys with values"),
  Mistake(name: "types is empty", yaml: "types:", line: 1, key: "types", says: "expected a list, found nothing"),
  Mistake(
    name: "misspelt key of a type", yaml: "types:\n  - id: a\n    knd: shared", line: 3, key: "types[0].knd",
    says: "did you mean 'kind'?"),
  Mistake(
    name: "misspelt kind", yaml: "types:\n  - id: a\n    kind: value-futur", line: 3, key: "types[0].kind",
    says: "unknown word 'value-futur'; did you mean 'value-future'?"),
  Mistake(name: "no kind", yaml: "types:\n  - id: a\n    match: {type: A}", line: 2, key: "types[0]", says: "'kind' is missing"),
  Mistake(name: "no id", yaml: "types:\n  - kind: shared", line: 2, key: "types[0]", says: "'id' is missing"),
  Mistake(
    name: "one id twice", yaml: "types:\n  - {id: a, kind: shared}\n  - {id: a, kind: shared}", line: 3, key: "types[1].id",
    says: "the id 'a' is there twice"),
  Mistake(
    name: "unknown template", yaml: "types:\n  - {id: a, extends: value-futures}", line: 2, key: "types[0].extends",
    says: "unknown template 'value-futures'; did you mean 'value-future'?"),
  Mistake(
    name: "template that extends", yaml: "templates: [{id: a, extends: promise}]", line: 1, key: "templates[0].extends",
    says: "a template extends nothing"),
  Mistake(
    name: "nothing to disable", yaml: "types: [{id: swift.tsk, disable: true}]", line: 1, key: "types[0].id",
    says: "did you mean 'swift.task'?"),
  Mistake(
    name: "a boolean of another language", yaml: "types: [{id: swift.task, disable: yes}]", line: 1, key: "types[0].disable",
    says: "expected true or false, found 'yes'"),
  Mistake(
    name: "misspelt role", yaml: "types:\n- id: a\n  kind: value-future\n  operations:\n  - {name: get, role: consum}", line: 5,
    key: "types[0].operations[0].role", says: "did you mean 'consume'?"),
  Mistake(
    name: "operation without a role", yaml: "types: [{id: a, kind: shared, operations: [{name: get}]}]", line: 1,
    key: "types[0].operations[0]", says: "'role' is missing"),
  Mistake(
    name: "operation without a name", yaml: "types: [{id: a, kind: shared, operations: [{name: [], role: wait}, {role: wait}]}]",
    line: 1, key: "types[0].operations[0].name", says: "expected a text or a list of texts, found an empty list"),
  Mistake(
    name: "a consumption that means something",
    yaml: "types: [{id: a, kind: shared, operations: [{name: get, role: consume, means: completed}]}]", line: 1,
    key: "types[0].operations[0].means", says: "only a query means something"),
  Mistake(
    name: "a duty nobody can do", yaml: "types:\n  - {id: a, kind: continuation}", line: 2, key: "types[0]",
    says: "a continuation needs an operation with the role complete"),
  Mistake(
    name: "unknown rule in checks", yaml: "types: [{id: a, kind: shared, checks: {double-awiat: none}}]", line: 1,
    key: "types[0].checks.double-awiat", says: "unknown rule 'double-awiat'; did you mean 'double-await'?"),
  Mistake(
    name: "a severity of another tool", yaml: "types: [{id: a, kind: shared, checks: {double-await: off}}]", line: 1,
    key: "types[0].checks.double-await", says: "unknown word 'off'; expected one of error, warning, suggestion, silent, none"),
  Mistake(
    name: "function without parameter", yaml: "types: [{id: a, kind: shared, match: {function: f}}]", line: 1,
    key: "types[0].match", says: "'function' needs 'parameter'"),
  Mistake(
    name: "two ways to create in one", yaml: "types: [{id: a, kind: shared, create: [{function: f, property: p}]}]", line: 1,
    key: "types[0].create[0]", says: "expected exactly one of initializer, function"),
  Mistake(name: "a new rule", yaml: "rules:\n  - id: my-rule", line: 2, key: "rules[0].id", says: "unknown rule 'my-rule'"),
  Mistake(
    name: "misspelt default", yaml: "rules: [{id: double-await, default: Warnings}]", line: 1, key: "rules[0].default",
    says: "did you mean 'warning'?"),
  Mistake(
    name: "misspelt fate", yaml: "closures:\n  - {name: f, fate: latter-once}", line: 2, key: "closures[0].fate",
    says: "did you mean 'later-once'?"),
  Mistake(name: "misspelt list", yaml: "lists: {borowing: [f]}", line: 1, key: "lists.borowing", says: "did you mean 'borrowing'?"),
  Mistake(
    name: "a list of lists", yaml: "lists: {borrowing: [[f]]}", line: 1, key: "lists.borrowing[0]",
    says: "expected a text, found a list"),
  Mistake(
    name: "marker without an entry", yaml: "markers: {MyMarker: user.value-futur}", line: 1, key: "markers.MyMarker",
    says: "did you mean 'user.value-future'?"),
  Mistake(name: "a key twice", yaml: "lists: {}\ntypes: []\nlists: {}", line: 1, key: "", says: "the key 'lists' is there twice"),
  Mistake(name: "a key that is no word", yaml: "markers:\n  [a, b]: c", line: 2, key: "markers", says: "expected a word as the key"),
  Mistake(name: "an alias", yaml: "lists: &a {}\nmarkers: *a", line: 2, key: "", says: "aliases are not read"),
  Mistake(name: "broken YAML", yaml: "types:\n  - {id: a", line: 2, key: "", says: "not YAML"),
  Mistake(name: "two documents", yaml: "types: []\n---\nlists: {}", line: 2, key: "", says: "not YAML"),
  Mistake(name: "a control character", yaml: "types: []\nlists: \u{1}", line: 2, key: "", says: "not YAML"),
]

@Suite("Mistakes in rules.yaml") struct CatalogueErrorTests {
  @Test(arguments: mistakes) fileprivate func mistake(_ mistake: Mistake) throws {
    let error = try #require(throws: CatalogueError.self) {
      try readCatalogue(Array(mistake.yaml.utf8), path: "team/rules.yaml", over: .builtIn)
    }
    #expect(error.path == "team/rules.yaml")
    #expect(error.line == mistake.line)
    #expect(error.key == mistake.key)
    #expect(error.message.contains(mistake.says), "\(error.message)")
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
