// The built-in catalogue as Swift: one constant with a written type for each entry, so that it compiles in no time and an
// error in it points at the entry.
import VTCatalogue
import VTDiagnostics

func catalogueTables(_ catalogue: Catalogue) -> String {
  var text = derivedNotice + "// Made from rules.yaml.\nimport VTDiagnostics\n\n"
  text += """
    extension Catalogue {
      /// What vtlint knows before any file of a team is read.
      package static let builtIn = Catalogue(
        rules: \(listOfNames("rule", catalogue.rules.count)),
        templates: \(listOfNames("template", catalogue.templates.count)),
        types: \(listOfNames("type", catalogue.types.count)),
        closureRunners: \(listOfNames("runner", catalogue.closureRunners.count)),
        borrowingFunctions: \(literal(catalogue.borrowingFunctions)),
        neverReturning: \(literal(catalogue.neverReturning)),
        assertions: \(literal(catalogue.assertions)),
        collectionInsertions: \(literal(catalogue.collectionInsertions)),
        onceGuards: \(literal(catalogue.onceGuards)),
        guardCalls: \(literal(catalogue.guardCalls)),
        repeatingPrefixes: \(literal(catalogue.repeatingPrefixes)),
        repeatingSuffixes: \(literal(catalogue.repeatingSuffixes)),
        eventPrefixes: \(literal(catalogue.eventPrefixes)),
        outcomeSuffixes: \(literal(catalogue.outcomeSuffixes)),
        failureSuffixes: \(literal(catalogue.failureSuffixes)),
        lastFlags: \(literal(catalogue.lastFlags)),
        eventTypes: \(literal(catalogue.eventTypes)),
        onceWords: \(literal(catalogue.onceWords)),
        successFlags: \(literal(catalogue.successFlags)),
        sequenceMethods: \(literal(catalogue.sequenceMethods)),
        soleClosureMethods: \(literal(catalogue.soleClosureMethods)),
        runnersOfVoid: \(literal(catalogue.runnersOfVoid)),
        endingCalls: \(literal(catalogue.endingCalls)),
        catching: \(literal(catalogue.catching)),
        testFailures: \(literal(catalogue.testFailures)),
        markerProtocols: [\(catalogue.markerProtocols.map(literal).joined(separator: ", "))])
    }

    """
  for (index, rule) in catalogue.rules.enumerated() { text += "\nprivate let rule\(index) = \(literal(rule))\n" }
  for (index, type) in catalogue.templates.enumerated() { text += "\nprivate let template\(index) = \(literal(type))\n" }
  for (index, type) in catalogue.types.enumerated() { text += "\nprivate let type\(index) = \(literal(type))\n" }
  for (index, runner) in catalogue.closureRunners.enumerated() { text += "\nprivate let runner\(index) = \(literal(runner))\n" }
  return text
}

private func listOfNames(_ name: String, _ count: Int) -> String {
  "[" + (0..<count).map { "\(name)\($0)" }.joined(separator: ", ") + "]"
}

// MARK: - Entries

private func literal(_ rule: RuleInfo) -> String {
  call(
    "RuleInfo",
    [
      ("id", literal(rule.id.text)), ("category", literal(rule.category)), ("defaultSeverity", ".\(rule.defaultSeverity.word)"),
      ("summary", literal(rule.summary)), ("why", literal(rule.why)), ("instead", literal(rule.instead)),
    ])
}

private func literal(_ type: OneShotType) -> String {
  var arguments: [(String, String)] = [
    ("id", literal(type.id)), ("kind", ".\(type.kind)"), ("typeNames", literal(type.typeNames)),
    ("modules", literal(type.modules)),
  ]
  if type.match != Match() { arguments.append(("match", literal(type.match))) }
  if type.copies != .alias { arguments.append(("copies", ".\(type.copies)")) }
  if !type.creations.isEmpty { arguments.append(("creations", list(type.creations.map(literal)))) }
  if !type.exceptions.isEmpty { arguments.append(("exceptions", list(type.exceptions.map(literal)))) }
  arguments.append(("operations", list(type.operations.map(literal))))
  if let source = type.source { arguments.append(("source", literal(source))) }
  let severities = type.severities.sorted { $0.key < $1.key }.map { "\(literal($0.key.text)): .\($0.value.word)" }
  arguments.append(("severities", dictionary(severities)))
  if !type.compilerRules.isEmpty { arguments.append(("compilerRules", literal(type.compilerRules.map(\.text)))) }
  if type.blockedIn != BlockedContexts() { arguments.append(("blockedIn", literal(type.blockedIn))) }
  arguments.append(("consequence", literal(type.consequence)))
  if !type.consequences.isEmpty {
    let pairs = type.consequences.sorted { $0.key < $1.key }.map { "\(literal($0.key.text)): \(literal($0.value))" }
    arguments.append(("consequences", dictionary(pairs)))
  }
  return call("OneShotType", arguments)
}

private func literal(_ match: Match) -> String {
  let lists: [(String, [String])] = [
    ("protocols", match.protocols), ("importedNames", match.importedNames), ("resultsOf", match.resultsOf),
    ("functions", match.functions),
  ]
  let moreLists: [(String, [String])] = [
    ("conformers", match.conformers), ("parameterNames", match.parameterNames),
    ("parameterSuffixes", match.parameterSuffixes), ("told", match.told), ("closuresOf", match.closuresOf),
    ("successParameters", match.successParameters), ("failureParameters", match.failureParameters),
  ]
  var arguments = lists.filter { !$0.1.isEmpty }.map { ($0.0, literal($0.1)) }
  if !match.parameter.isEmpty { arguments.append(("parameter", literal(match.parameter))) }
  let (names, others) = (moreLists.prefix(3), moreLists.dropFirst(3))
  arguments += names.filter { !$0.1.isEmpty }.map { ($0.0, literal($0.1)) }
  arguments += others.filter { !$0.1.isEmpty }.map { ($0.0, literal($0.1)) }
  return inlineCall("Match", arguments)
}

private func literal(_ creation: Creation) -> String {
  var arguments = [("form", ".\(creation.form)"), ("names", literal(creation.names))]
  if !creation.element.isEmpty { arguments.append(("element", literal(creation.element))) }
  if !creation.argument.isEmpty { arguments.append(("argument", literal(creation.argument))) }
  return inlineCall("Creation", arguments)
}

private func literal(_ operation: VTCatalogue.Operation) -> String {
  var arguments = [("names", literal(operation.names)), ("form", ".\(operation.form)"), ("role", ".\(operation.role)")]
  if operation.meansCompleted { arguments.append(("meansCompleted", "true")) }
  if operation.isOutcome { arguments.append(("isOutcome", "true")) }
  if operation.blocks { arguments.append(("blocks", "true")) }
  if !operation.blocksExcept.isEmpty { arguments.append(("blocksExcept", literal(operation.blocksExcept))) }
  if operation.yields != .none { arguments.append(("yields", ".\(operation.yields)")) }
  if !operation.label.isEmpty { arguments.append(("label", literal(operation.label))) }
  if !operation.owner.isEmpty { arguments.append(("owner", literal(operation.owner))) }
  return inlineCall("Operation", arguments)
}

private func literal(_ source: TokenSource) -> String {
  inlineCall(
    "TokenSource",
    [("argument", literal(source.argument)), ("token", literal(source.token)), ("results", literal(source.results))])
}

private func literal(_ blocked: BlockedContexts) -> String {
  inlineCall(
    "BlockedContexts",
    [
      ("asyncFunctions", "\(blocked.asyncFunctions)"), ("closuresOf", literal(blocked.closuresOf)),
      ("conformersOf", literal(blocked.conformersOf)), ("parameterTypes", literal(blocked.parameterTypes)),
    ])
}

private func literal(_ runner: ClosureRunner) -> String {
  var arguments = [("names", literal(runner.names)), ("receivers", literal(runner.receivers)), ("fate", ".\(runner.fate)")]
  if runner.isGroup { arguments.append(("isGroup", "true")) }
  if !runner.labels.isEmpty { arguments.append(("labels", literal(runner.labels))) }
  if !runner.condition.isEmpty { arguments.append(("condition", literal(runner.condition))) }
  if runner.isPlain { arguments.append(("isPlain", "true")) }
  if runner.isAwaited { arguments.append(("isAwaited", "true")) }
  if !runner.after.isEmpty { arguments.append(("after", literal(runner.after))) }
  if !runner.through.isEmpty { arguments.append(("through", literal(runner.through))) }
  if runner.isProperty { arguments.append(("isProperty", "true")) }
  if !runner.either.isEmpty { arguments.append(("either", "\(runner.either)")) }
  if let outcome = runner.outcome { arguments.append(("outcome", ".\(outcome)")) }
  return call("ClosureRunner", arguments)
}

private func literal(_ marker: MarkerProtocol) -> String {
  inlineCall("MarkerProtocol", [("name", literal(marker.name)), ("template", literal(marker.template))])
}

// MARK: - Swift

private func call(_ name: String, _ arguments: [(String, String)]) -> String {
  "\(name)(\n" + arguments.map { "  \($0.0): \($0.1)" }.joined(separator: ",\n") + ")"
}

private func inlineCall(_ name: String, _ arguments: [(String, String)]) -> String {
  "\(name)(" + arguments.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + ")"
}

private func list(_ items: [String]) -> String {
  items.isEmpty ? "[]" : "[\n" + items.map { "    \($0)" }.joined(separator: ",\n") + ",\n  ]"
}

private func dictionary(_ pairs: [String]) -> String {
  pairs.isEmpty ? "[:]" : "[" + pairs.joined(separator: ", ") + "]"
}

private func literal(_ texts: [String]) -> String {
  "[" + texts.map(literal).joined(separator: ", ") + "]"
}

private func literal(_ pairs: [String: String]) -> String {
  dictionary(pairs.sorted { $0.key < $1.key }.map { "\(literal($0.key)): \(literal($0.value))" })
}

/// A string literal; what is not printable ASCII but a line end or a letter is left as it is.
private func literal(_ text: String) -> String {
  var result = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(character)
    }
  }
  return result + "\""
}
