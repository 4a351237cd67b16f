// Reads a rules.yaml over the catalogue that is there already: entries with a known `id` are changed field by field, others
// are new. The built-in file is read the same way, over the empty catalogue. What the words of the file mean is told at the
// top of the built-in rules.yaml.
//
// The whole file is checked before anything of it is used: the result is a new catalogue, or an error and no catalogue.
import VTCatalogue
import VTDiagnostics
import Yams

/// Reads the bytes of a rules.yaml and merges them over `base`.
/// - Parameters:
///   - path: the file as errors shall name it.
///   - declaresRules: the file may name rules that `base` does not have. Only the built-in file may: a rule is code.
package func readCatalogue(
  _ yaml: [UInt8], path: String, over base: Catalogue, declaresRules: Bool = false
) throws(CatalogueError) -> Catalogue {
  var catalogue = base
  guard let root = try parseYAML(yaml, path: path) else { return catalogue }
  let file = YAMLNode(node: root, path: path, key: "")
  try Shape.catalogue.check(file)
  let top = try file.fields(Shape.catalogue)
  if let rules = top["rules"] { try mergeRules(rules, into: &catalogue, declaresRules: declaresRules) }
  if let templates = top["templates"] {
    let reader = TypeReader(templates: [], rules: catalogue.rules, isTemplate: true)
    try reader.merge(templates, into: &catalogue.templates)
  }
  if let types = top["types"] {
    let reader = TypeReader(templates: catalogue.templates, rules: catalogue.rules, isTemplate: false)
    try reader.merge(types, into: &catalogue.types)
  }
  if let closures = top["closures"] { try mergeClosures(closures, into: &catalogue.closureRunners) }
  if let lists = top["lists"] { try mergeLists(lists, into: &catalogue) }
  if let markers = top["markers"] { try mergeMarkers(markers, into: &catalogue) }
  return catalogue
}

private func mergeRules(_ node: YAMLNode, into catalogue: inout Catalogue, declaresRules: Bool) throws(CatalogueError) {
  var seen: Set<String> = []
  for item in try node.items() {
    let fields = try item.fields(Shape.ruleEntry)
    let id = try newID(fields, &seen)
    if let index = catalogue.rules.firstIndex(where: { $0.id.text == id }) {
      try readRule(fields, into: &catalogue.rules[index])
      continue
    }
    guard declaresRules else {
      throw try fields.required("id").failure(unknownWord(id, catalogue.rules.map(\.id.text), what: "rule"))
    }
    for key in Shape.ruleEntry.keys { _ = try fields.required(key) }
    var rule = RuleInfo(id: RuleID(id), category: "", defaultSeverity: .none, summary: "", why: "", instead: "")
    try readRule(fields, into: &rule)
    catalogue.rules.append(rule)
  }
}

private func readRule(_ fields: YAMLFields, into rule: inout RuleInfo) throws(CatalogueError) {
  try fields.text("category", into: &rule.category)
  if let severity = fields["default"] { rule.defaultSeverity = try severity.severity() }
  try fields.text("summary", into: &rule.summary)
  try fields.text("why", into: &rule.why)
  try fields.text("instead", into: &rule.instead)
}

/// The `id` of an entry, which no other entry of the same file may have.
func newID(_ fields: YAMLFields, _ seen: inout Set<String>) throws(CatalogueError) -> String {
  let node = try fields.required("id")
  let id = try node.text()
  guard seen.insert(id).inserted else { throw node.failure("the id '\(id)' is there twice in this file") }
  return id
}

extension YAMLNode {
  func severity() throws(CatalogueError) -> Severity {
    try choice(Severity.allCases.reversed(), \.word)
  }

  /// The id of a rule that is there.
  func ruleID(among rules: [RuleInfo]) throws(CatalogueError) -> RuleID {
    let word = try text()
    guard let rule = rules.first(where: { $0.id.text == word }) else {
      throw failure(unknownWord(word, rules.map(\.id.text), what: "rule"))
    }
    return rule.id
  }
}

/// A file's own word about a closure goes before the built-in one: its names are taken out of the entries that ask for the
/// same receiver, label and argument.
private func mergeClosures(_ node: YAMLNode, into runners: inout [ClosureRunner]) throws(CatalogueError) {
  var added: [ClosureRunner] = []
  for item in try node.items() {
    let fields = try item.fields(Shape.closureEntry)
    var runner = ClosureRunner(names: try fields.required("name").texts(), receivers: [], fate: .once)
    runner.fate = try fields.required("fate").choice(ClosureRunner.Fate.self)
    try fields.texts("receiver", into: &runner.receivers)
    try fields.texts("label", into: &runner.labels)
    if let when = fields["when"] { runner.condition = try when.textByText() }
    try fields.bool("group", into: &runner.isGroup)
    try fields.bool("plain", into: &runner.isPlain)
    try fields.bool("awaited", into: &runner.isAwaited)
    try fields.texts("after", into: &runner.after)
    try fields.texts("through", into: &runner.through)
    try fields.bool("property", into: &runner.isProperty)
    if let either = fields["either"] { runner.either = try either.twoPlaces() }
    if let outcome = fields["outcome"] { runner.outcome = try outcome.choice(ClosureRunner.Outcome.self) }
    added.append(runner)
  }
  for runner in added {
    for index in runners.indices where runners[index].asksForTheSame(as: runner) {
      runners[index].names.removeAll { runner.names.contains($0) }
    }
  }
  runners.removeAll { $0.names.isEmpty }
  runners += added
}

extension ClosureRunner {
  fileprivate func asksForTheSame(as other: ClosureRunner) -> Bool {
    receivers == other.receivers && labels == other.labels && condition == other.condition && after == other.after
      && isProperty == other.isProperty
  }
}

extension YAMLNode {
  /// Two different numbers of places, the smaller one first.
  func twoPlaces() throws(CatalogueError) -> [Int] {
    let places = Set(try texts().compactMap { UInt8($0) }).map(Int.init).sorted()
    guard places.count == 2 else { throw failure("expected two different places, counted from 0") }
    return places
  }

  /// A mapping of words to words: `repeats: true`.
  func textByText() throws(CatalogueError) -> [String: String] {
    var result: [String: String] = [:]
    for (key, value) in try pairs() { result[try key.text()] = try value.text() }
    return result
  }
}

private func mergeLists(_ node: YAMLNode, into catalogue: inout Catalogue) throws(CatalogueError) {
  let fields = try node.fields(Shape.listsEntry)
  for (key, _, list) in catalogueLists {
    guard let node = fields[key] else { continue }
    for name in try node.texts() where !catalogue[keyPath: list].contains(name) { catalogue[keyPath: list].append(name) }
  }
}

private func mergeMarkers(_ node: YAMLNode, into catalogue: inout Catalogue) throws(CatalogueError) {
  for (key, value) in try node.pairs() {
    let marker = MarkerProtocol(name: try key.text(), template: try value.text())
    guard catalogue.types.contains(where: { $0.id == marker.template }) else {
      throw value.failure(unknownWord(marker.template, catalogue.types.map(\.id), what: "type entry"))
    }
    catalogue.markerProtocols.removeAll { $0.name == marker.name }
    catalogue.markerProtocols.append(marker)
  }
}
