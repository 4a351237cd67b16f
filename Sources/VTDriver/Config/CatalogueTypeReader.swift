// The entries of `types` and `templates` in a rules.yaml, field by field over those that are there.
import VTCatalogue
import VTDiagnostics

struct TypeReader {
  /// What `extends` may name.
  let templates: [OneShotType]
  /// What `checks`, `compiler` and `consequence` may name.
  let rules: [RuleInfo]
  let isTemplate: Bool

  func merge(_ node: YAMLNode, into types: inout [OneShotType]) throws(CatalogueError) {
    var seen: Set<String> = []
    for item in try node.items() {
      let fields = try item.fields(Shape.typeEntry)
      let id = try newID(fields, &seen)
      let index = types.firstIndex { $0.id == id }
      var disabled = false
      try fields.bool("disable", into: &disabled)
      if disabled {
        guard let index else {
          throw try fields.required("id").failure(unknownWord(id, types.map(\.id), what: "type entry"))
        }
        types.remove(at: index)
        continue
      }
      let type = try read(fields, id: id, old: index.map { types[$0] })
      for other in types.indices where other != index { types[other].giveUpTypes(to: type) }
      if let index { types[index] = type } else { types.append(type) }
    }
  }

  private func read(_ fields: YAMLFields, id: String, old: OneShotType?) throws(CatalogueError) -> OneShotType {
    var type = old ?? OneShotType(
      id: id, kind: .shared, typeNames: [], modules: [], operations: [], severities: [:], consequence: "")
    if let extended = fields["extends"] {
      let template = try template(extended)
      type.kind = template.kind
      type.copies = template.copies
      type.operations = template.operations
      type.source = template.source
      type.severities = template.severities
    } else if old == nil {
      _ = try fields.required("kind")
    }
    try fields.choice("kind", into: &type.kind)
    try fields.choice("copies", into: &type.copies)
    if let match = fields["match"] { try readMatch(match, into: &type) }
    if let create = fields["create"] { type.creations = try creations(create) }
    if let except = fields["except"] { type.exceptions = try creations(except) }
    if let operations = fields["operations"] { type.operations = try self.operations(operations) }
    if let added = fields["operations+"] { type.operations = adding(try operations(added), to: type.operations) }
    if let source = fields["source"] { type.source = try tokenSource(source) }
    if let checks = fields["checks"] {
      for (key, value) in try checks.pairs() { type.severities[try key.ruleID(among: rules)] = try value.severity() }
    }
    if let compiler = fields["compiler"] {
      type.compilerRules = []
      for item in try compiler.items() { type.compilerRules.append(try item.ruleID(among: rules)) }
    }
    if let blocked = fields["blocked-in"] { try readBlocked(blocked, into: &type.blockedIn) }
    if let consequence = fields["consequence"] { try readConsequence(consequence, into: &type) }
    if let evidence = fields["evidence"] { _ = try evidence.texts() }
    try require(type, fields)
    return type
  }

  private func template(_ node: YAMLNode) throws(CatalogueError) -> OneShotType {
    let word = try node.text()
    guard !isTemplate else { throw node.failure("a template extends nothing") }
    guard let template = templates.first(where: { $0.id == word }) else {
      throw node.failure(unknownWord(word, templates.map(\.id), what: "template"))
    }
    return template
  }

  private func readMatch(_ node: YAMLNode, into type: inout OneShotType) throws(CatalogueError) {
    let fields = try node.fields(Shape.matchEntry)
    try fields.texts("type", into: &type.typeNames)
    try fields.texts("module", into: &type.modules)
    try fields.texts("protocol", into: &type.match.protocols)
    try fields.texts("imported", into: &type.match.importedNames)
    try fields.texts("result-of", into: &type.match.resultsOf)
    try fields.texts("function", into: &type.match.functions)
    try fields.text("parameter", into: &type.match.parameter)
    try fields.texts("conformer", into: &type.match.conformers)
    try fields.texts("parameter-name", into: &type.match.parameterNames)
    try fields.texts("parameter-suffix", into: &type.match.parameterSuffixes)
    try fields.texts("told", into: &type.match.told)
    try fields.texts("success-parameter", into: &type.match.successParameters)
    try fields.texts("failure-parameter", into: &type.match.failureParameters)
    try fields.texts("closure-of", into: &type.match.closuresOf)
    if !type.match.functions.isEmpty, type.match.parameter.isEmpty {
      throw node.failure("'function' needs 'parameter': a name, or last")
    }
    if !type.match.closuresOf.isEmpty, !type.match.parameter.isEmpty, Int(type.match.parameter) == nil {
      throw node.failure("with 'closure-of' the 'parameter' is a number, from 0")
    }
  }

  private func creations(_ node: YAMLNode) throws(CatalogueError) -> [Creation] {
    var creations: [Creation] = []
    for item in try node.items() {
      let fields = try item.fields(Shape.creationEntry)
      let form = Creation.Form.allCases.first { fields[$0.rawValue] != nil }!
      var creation = Creation(form: form, names: try fields.required(form.rawValue).texts())
      if creation.names == ["any"] { creation.names = ["*"] }
      try fields.text("element", into: &creation.element)
      if let argument = fields["argument"] { creation.argument = try argument.textByText() }
      creations.append(creation)
    }
    return creations
  }

  private func operations(_ node: YAMLNode) throws(CatalogueError) -> [VTCatalogue.Operation] {
    var operations: [VTCatalogue.Operation] = []
    for item in try node.items() {
      let fields = try item.fields(Shape.operationEntry)
      var operation = Operation(names: try fields.required("name").texts(), form: .method, role: .borrow)
      operation.role = try fields.required("role").choice(Operation.Role.self)
      try fields.choice("form", into: &operation.form)
      try fields.choice("yields", into: &operation.yields)
      try fields.bool("blocks", into: &operation.blocks)
      if let except = fields["except"] { operation.blocksExcept = try except.textByText() }
      try fields.text("label", into: &operation.label)
      try fields.text("owner", into: &operation.owner)
      if let means = fields["means"] {
        operation.isOutcome = try means.choice(["completed", "outcome"], \.self) == "outcome"
        operation.meansCompleted = true
        guard operation.role == .query else { throw means.failure("only a query means something") }
      }
      operations.append(operation)
    }
    return operations
  }

  /// The added operations stand for their names and forms alone, whatever stood for them before.
  private func adding(_ added: [VTCatalogue.Operation], to old: [VTCatalogue.Operation]) -> [VTCatalogue.Operation] {
    var kept = old
    for operation in added {
      for index in kept.indices where kept[index].form == operation.form && kept[index].label == operation.label {
        kept[index].names.removeAll { operation.names.contains($0) }
      }
    }
    return kept.filter { !$0.names.isEmpty } + added
  }

  private func tokenSource(_ node: YAMLNode) throws(CatalogueError) -> TokenSource {
    let fields = try node.fields(Shape.sourceEntry)
    return TokenSource(
      argument: try fields.required("argument").text(), token: try fields.required("token").text(),
      results: try fields.required("result").texts())
  }

  private func readBlocked(_ node: YAMLNode, into blocked: inout BlockedContexts) throws(CatalogueError) {
    let fields = try node.fields(Shape.blockedEntry)
    try fields.bool("async", into: &blocked.asyncFunctions)
    try fields.texts("closure-of", into: &blocked.closuresOf)
    try fields.texts("conformer-of", into: &blocked.conformersOf)
    try fields.texts("taking", into: &blocked.parameterTypes)
  }

  private func readConsequence(_ node: YAMLNode, into type: inout OneShotType) throws(CatalogueError) {
    if case .scalar = node.node {
      type.consequence = try node.text()
      return
    }
    for (key, value) in try node.pairs() { type.consequences[try key.ruleID(among: rules)] = try value.text() }
  }

  /// An entry whose kind has a duty must say how it is done, or no finding about it could ever be right.
  private func require(_ type: OneShotType, _ fields: YAMLFields) throws(CatalogueError) {
    let needed: [VTCatalogue.Operation.Role]
    switch type.kind {
    case .valueFuture, .singlePass: needed = [.consume, .read]
    case .continuation, .promise, .completion, .obligation: needed = [.complete]
    case .blocker: needed = [.wait]
    case .shared: needed = []
    }
    guard needed.isEmpty || type.operations.contains(where: { needed.contains($0.role) }) else {
      throw fields.whole.failure(
        "a \(type.kind.rawValue) needs an operation with the role \(needed.map(\.rawValue).joined(separator: " or "))")
    }
  }
}

extension OneShotType {
  /// One type has one contract: the entry that was read last has it.
  fileprivate mutating func giveUpTypes(to other: OneShotType) {
    guard modules.isEmpty || other.modules.isEmpty || modules.contains(where: other.modules.contains) else { return }
    typeNames.removeAll { other.typeNames.contains($0) }
  }
}
