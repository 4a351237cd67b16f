// What fuzzing begins with: the fixtures, cut into their declarations, and the words that mean something to vtlint.
import Foundation
import VTCatalogue
import VTSyntax

func exitWith(_ message: String) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(2)
}

/// In libFuzzer's form: one quoted word a line.
func fuzzerDictionary() -> String {
  var words = Set(Word.allCases.map(\.spelling))
  let catalogue = Catalogue.builtIn
  for type in catalogue.types {
    words.formUnion(type.typeNames)
    words.formUnion(type.match.protocols + type.match.functions + type.match.parameterNames)
  }
  words.formUnion(catalogue.rules.map(\.id.text))
  words.formUnion(catalogue.guardCalls + catalogue.onceGuards + catalogue.borrowingFunctions + catalogue.neverReturning)
  words.formUnion(CatalogueWords.all)
  return words.subtracting([""]).sorted().filter { $0.utf8.count < 60 }.map(quoted).joined(separator: "\n")
}

private func quoted(_ word: String) -> String {
  let characters = word.utf8.map { byte in
    let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    return isPlain ? String(UnicodeScalar(byte)) : (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
  }
  return "\"\(characters.joined())\""
}

enum CatalogueWords {
  /// Pieces of sources, of `.editorconfig` and of `rules.yaml` that no table holds.
  static let all = [
    "try await f.value", "store.load(1)", "f.isCompleted", "f.result", "f.asTask()", "c.resume()", "group.addTask { ",
    "defer { ", "withCheckedContinuation { c in ", "completion()", "[weak self] in ", "guard let self else { return }",
    "async let ", "for await ", "// vtlint:disable:next ", "// vtlint:disable ", "// vtlint:enable ",
    "/// vtlint:value-future\n", "\\(", "#\"", "\"\"\"", "/*", "*/", "swift_diagnostic.", ".severity = ",
    "swift_analyzer_diagnostic.", "root = true", "generated_code = true", "[*.swift]", "{a,b}", "{1..9}", "[!a]", "**/",
    "is_global = true", "global_level = ", "unset", "swift_code_quality.", "schema: vtlint-catalogue/1\n", "rules:\n",
    "types:\n", "templates:\n", "closures:\n", "lists:\n", "markers:\n", "- id: ", "extends: ", "operations:\n", "&a ", "*a",
    "<<: ", "!!str ", "# vtlint baseline 1\n", "..", "./", "//", "double-await=error",
  ]
}

/// Writes the texts that a target begins with into a folder.
func writeSeeds(of target: FuzzTarget, from repository: String, to folder: String) throws {
  let root = URL(filePath: repository)
  try FileManager.default.createDirectory(at: URL(filePath: folder), withIntermediateDirectories: true)
  var count = 0
  func seed(_ bytes: some Collection<UInt8>) throws {
    count += 1
    try Data(bytes).write(to: URL(filePath: folder).appending(path: "seed\(count)"))
  }
  switch target {
  case .syntax, .analysis:
    for file in files(below: root.appending(path: "Fixtures"), "swift") {
      for part in declarations(of: [UInt8](try Data(contentsOf: file))) { try seed(part) }
    }
  case .editorconfig:
    for text in editorConfigSeeds { try seed(text.utf8) }
  case .catalogue:
    let mistakes = try String(contentsOf: root.appending(path: "Fixtures/catalogue/mistakes.txt"), encoding: .utf8)
    for case let part in mistakes.components(separatedBy: "\n===") where part.contains("\n---\n") {
      try seed(part.components(separatedBy: "\n---\n")[1].utf8)
    }
    let rules = try String(contentsOf: root.appending(path: "rules.yaml"), encoding: .utf8)
    for section in ["templates", "types", "closures"] {
      for entry in rules.components(separatedBy: "\n  - id: ").dropFirst() { try seed("\(section):\n  - id: \(entry)".utf8) }
    }
  case .paths:
    for text in pathSeeds { try seed(text.utf8) }
  }
}

/// Lints every prefix of every fixture, as if all of them were being typed.
func lintPrefixes(ofFixturesIn repository: String) throws {
  var (fixtures, prefixes) = (0, 0)
  for file in files(below: URL(filePath: repository).appending(path: "Fixtures"), "swift") {
    let text = [UInt8](try Data(contentsOf: file))
    // What traps is the one that was named last.
    print(file.lastPathComponent, text.count)
    for end in 0...text.count { FuzzTarget.analysis.run(Array(text[..<end])) }
    fixtures += 1
    prefixes += text.count + 1
  }
  print("\(prefixes) prefixes of \(fixtures) fixtures linted")
}

private func files(below folder: URL, _ ending: String) -> [URL] {
  let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
}

private func declarations(of source: [UInt8]) -> [ArraySlice<UInt8>] {
  let tree = SyntaxTree.parse(source)
  return tree.children(of: tree.root).map { tree.range(of: $0) }.map { source[Int($0.start)..<Int($0.end)] }
}

private let editorConfigSeeds = [
  "a.swift\nroot = true\n[*.swift]\nswift_diagnostic.double-await.severity = error\n",
  "Sources/b.swift\n[{Sources,Tests}/**.swift]\nswift_analyzer_diagnostic.severity = none\ngenerated_code = true\n",
  "x/y/1.swift\n[{1..20}.swift]\nindent_style = tab\ntab_width=4\n; comment\n# comment\n",
  "a.swift\nis_global = true\nglobal_level = 3\nswift_diagnostic.unconsumed.severity = warning\n",
  "a.swift\n[[!a-c]?\\*.swift]\nswift_code_quality.unused-suppression.require_reason = true\n",
]

private let pathSeeds = [
  "Sources/M/a.swift\n*.swift !a/ **/b /c [a-z]? \n# vtlint baseline 1\n",
  "../../x//./y\n./Generated double-await=error json=file.json warning\n{a,{b,c}}/**/d",
  "/r/s/t/a.swift\n/r/s/t a/**/b\\*\n",
  "# vtlint baseline 1\n9c1185a5c5e9fc54 double-await Sources/Store.swift\n",
]
