// The shape of a rules.yaml as data: which keys each entry has and what they hold. A file is held against it before it is
// read, and `vtlint-dev generate` writes the JSON Schema for editors from it, so neither can know a key that the other does
// not. What a shape cannot say (that a name is known, that an entry is complete) the reader says.
import VTCatalogue
import VTDiagnostics

/// What may stand at one place of the file.
package indirect enum Shape: Sendable {
  /// Anything that is written, but nothing empty.
  case text
  /// One text, or a list of at least one.
  case texts
  case flag
  /// One of these words.
  case word([String])
  /// These very characters.
  case version(String)
  /// The name of a rule.
  case rule
  case list(Shape)
  case entry(EntryShape)
  /// Keys of the user's own.
  case pairs(key: Shape, value: Shape)
  case either(Shape, orPairs: Shape)
}

/// A mapping with a fixed set of keys.
package struct EntryShape: Sendable {
  package struct Field: Sendable {
    package var key: String
    package var shape: Shape
    /// One line for somebody who writes the file.
    package var summary: String
    package var isRequired: Bool

    init(_ key: String, _ shape: Shape, isRequired: Bool = false, _ summary: String) {
      self.key = key
      self.shape = shape
      self.summary = summary
      self.isRequired = isRequired
    }
  }

  package var fields: [Field]
  /// Keys of which each entry has one, and no two.
  package var alternatives: [String] = []

  package var keys: [String] { fields.map(\.key) }
}

// MARK: - the file

extension Shape {
  package static let catalogueVersion = "vtlint-catalogue/1"

  package static let catalogue = EntryShape(fields: [
    .init("schema", .version(catalogueVersion), "The version of the form. A rules.yaml that says so is found by itself."),
    .init("rules", .list(.entry(ruleEntry)), "Other words, or another default severity, for rules that are there."),
    .init("templates", .list(.entry(typeEntry)), "What entries of 'types' may extend; matches no type itself."),
    .init("types", .list(.entry(typeEntry)), "One-shot types, and what their operations do."),
    .init("closures", .list(.entry(closureEntry)), "What runs a closure, where vtlint cannot see the function."),
    .init("lists", .entry(listsEntry), "Names that are added to the built-in lists."),
    .init(
      "markers", .pairs(key: .text, value: .text),
      "Empty protocols whose conformers are one-shot, and the entry of 'types' whose operations they have."),
  ])

  private static let severity = Shape.word(Severity.allCases.reversed().map(\.word))

  static let ruleEntry = EntryShape(fields: [
    .init("id", .rule, isRequired: true, "The rule."),
    .init("category", .text, "The category, as in swift_analyzer_diagnostic.category-NAME.severity."),
    .init("default", severity, "The severity where nobody sets one."),
    .init("summary", .text, "What it finds, in one line without a full stop."),
    .init("why", .text, "What happens at run time. Markdown."),
    .init("instead", .text, "What to write instead. Markdown."),
  ])

  static let typeEntry = EntryShape(fields: [
    .init("id", .text, isRequired: true, "The name of the entry; a known one is changed field by field."),
    .init("extends", .text, "A template, whose kind and operations the entry has."),
    .init("kind", words(OneShotType.Kind.self), "The contract of its values."),
    .init("match", .entry(matchEntry), "How its values are known."),
    .init("copies", words(OneShotType.Copies.self), "Whether copies share the one shot (alias), or each has its own."),
    .init("create", .list(.entry(creationEntry)), "Where values come from; left out: from anywhere."),
    .init("except", .list(.entry(creationEntry)), "Values made so are not one-shot."),
    .init("operations", .list(.entry(operationEntry)), "What its members do to a value, in the place of those that are there."),
    .init("operations+", .list(.entry(operationEntry)), "The same, beside those that are there."),
    .init("source", .entry(sourceEntry), "How an initialiser takes a pooled source."),
    .init("checks", .pairs(key: .rule, value: severity), "Severities that differ from the rules' own on this type."),
    .init("compiler", .list(.rule), "Rules whose finding the compiler reports itself."),
    .init("blocked-in", .entry(blockedEntry), "Where operations that block must not be called."),
    .init(
      "consequence", .either(.text, orPairs: .pairs(key: .rule, value: .text)),
      "What happens at run time; one text, or one for each rule."),
    .init("evidence", .texts, "Where it was seen; for readers only."),
    .init("disable", .flag, "true: takes the entry out."),
  ])

  static let matchEntry = EntryShape(fields: [
    .init("type", .texts, "Names of types without generic arguments, dotted: AsyncStream.Continuation."),
    .init("module", .texts, "Modules that declare it; left out: any."),
    .init("protocol", .texts, "Every type that conforms to one of these."),
    .init("imported", .texts, "C, Objective-C or C++ spellings: std::future."),
    .init("result-of", .texts, "Members whose result it is, where the type has no name."),
    .init("function", .texts, "Functions by their full names, one parameter of which it is."),
    .init(
      "parameter", .text,
      "Which parameter of 'function': its name, or last; with 'closure-of' the place, from 0, of a closure that is kept for later."),
    .init("conformer", .texts, "Only functions of types that conform to one of these."),
    .init("parameter-name", .texts, "Names of closure parameters, of any function."),
    .init("parameter-suffix", .texts, "Endings of such names."),
    .init("told", .texts, "Of those names only closures that are told one thing, of this type; `Error`: at last an error or nil."),
    .init("success-parameter", .texts, "Names of a closure parameter that is one duty together with one of failure-parameter."),
    .init("failure-parameter", .texts, "Names of the other one."),
    .init("closure-of", .texts, "Functions that pass it to their trailing closure, first."),
  ])

  static let creationEntry = EntryShape(
    fields: Creation.Form.allCases.map { .init($0.rawValue, .texts, "Names; dotted where the owner matters, 'any' for all.") } + [
      .init("element", .text, "Which element of the tuple that comes back, by label or number."),
      .init("argument", .pairs(key: .text, value: .text), "Only when the argument of this label is written so."),
    ],
    alternatives: Creation.Form.allCases.map(\.rawValue))

  static let operationEntry = EntryShape(fields: [
    .init("name", .texts, isRequired: true, "Base names."),
    .init("form", words(Operation.Form.self), "How it is written; left out: a method call."),
    .init("role", words(Operation.Role.self), isRequired: true, "What it does to the value."),
    .init("means", .word(["completed", "outcome"]), "For a query: what is known when it is true."),
    .init("yields", words(Operation.Yield.self), "What comes back; left out: something durable."),
    .init("blocks", .flag, "true: the thread waits."),
    .init("except", .pairs(key: .text, value: .text), "It does not block where the argument of this label ends so."),
    .init("label", .text, "For an argument: the label under which the value is passed."),
    .init("owner", .text, "The owner whose property the value is, where the member is the owner's: Request.body."),
  ])

  static let sourceEntry = EntryShape(fields: [
    .init("argument", .text, isRequired: true, "The label of the source."),
    .init("token", .text, isRequired: true, "The label of the token that names one use of it."),
    .init("result", .texts, isRequired: true, "Functions of the source that hand the result out for a token."),
  ])

  static let blockedEntry = EntryShape(fields: [
    .init("async", .flag, "true: in async functions and in actors."),
    .init("closure-of", .texts, "In closures given to these functions."),
    .init("conformer-of", .texts, "In methods of types that conform to these protocols."),
    .init("taking", .texts, "Of those only the methods that take a value of one of these types."),
  ])

  static let closureEntry = EntryShape(fields: [
    .init("name", .texts, isRequired: true, "Base names of the functions."),
    .init("fate", words(ClosureRunner.Fate.self), isRequired: true, "How often, and when, the closure runs."),
    .init("receiver", .texts, "Only members of these types."),
    .init("label", .texts, "Only closures under one of these labels."),
    .init("when", .pairs(key: .text, value: .text), "Only when the argument of this label is written so."),
    .init("group", .flag, "true: the closure is a child of a task group."),
    .init("plain", .flag, "true: only closures that take nothing."),
    .init("awaited", .flag, "true: only where the call is awaited."),
    .init("after", .texts, "Only behind a call of one of these, written by name or with its arguments: first, prefix(1)."),
    .init("through", .texts, "Calls that may stand between those and the function."),
    .init("property", .flag, "true: the name is a property that the closure is assigned to."),
    .init("either", .texts, "Two places of what the closure is given, from 0: one is there, and the other nil."),
    .init("outcome", words(ClosureRunner.Outcome.self), "Runs only if what the function is called on ends so."),
  ])

  static let listsEntry = EntryShape(fields: catalogueLists.map { .init($0.key, .texts, $0.summary) })

  private static func words<Value: RawRepresentable & CaseIterable>(
    _: Value.Type
  ) -> Shape where Value.RawValue == String {
    .word(Value.allCases.map(\.rawValue))
  }
}

/// The lists of names, each with the place that it is kept in.
var catalogueLists: [(key: String, summary: String, list: WritableKeyPath<Catalogue, [String]>)] {
  [
    ("borrowing", "Functions that only look at an argument.", \.borrowingFunctions),
    ("never-returning", "Functions that never return.", \.neverReturning),
    ("test-failures", "Functions that fail a test, which goes on.", \.testFailures),
    ("assertions", "Functions after which their first argument is known to be true.", \.assertions),
    ("collection-insertions", "Methods that put an argument into a collection.", \.collectionInsertions),
    ("once-guards", "Types through which something can happen once only.", \.onceGuards),
    ("guard-calls", "Functions that somebody calls to be the only one who goes on.", \.guardCalls),
    ("repeating-prefixes", "First words of functions whose closures run whenever something happens.", \.repeatingPrefixes),
    ("repeating-suffixes", "Last words of types whose closures run whenever something happens.", \.repeatingSuffixes),
    ("event-prefixes", "Those of the repeating prefixes that leave no doubt.", \.eventPrefixes),
    ("outcome-suffixes", "Last words of labels whose closures are told how a thing ended.", \.outcomeSuffixes),
    ("failure-suffixes", "Those of the outcome suffixes that tell of a failure.", \.failureSuffixes),
    ("last-flags", "Flags by which a callback that comes again says that it is the last time.", \.lastFlags),
    ("event-types", "Last words of types by which a handler is told what happens, each time that something does.", \.eventTypes),
    ("once-words", "Words in the names of functions that run their closure once, whatever else the name says.", \.onceWords),
    ("success-flags", "Flags by which a closure is told that there is no error.", \.successFlags),
    ("sequence-methods", "Methods of sequences whose names other types use for something else.", \.sequenceMethods),
    ("sole-closure-methods", "Those of the sequence methods that take a closure and nothing else.", \.soleClosureMethods),
    ("runners-of-void", "Functions whose closures give nothing back.", \.runnersOfVoid),
    ("ending-calls", "Calls by which a callback ends its own repetition.", \.endingCalls),
    ("catching", "Functions that keep the errors of their arguments to themselves.", \.catching),
  ]
}

// MARK: - holding a file against it

extension Shape {
  func check(_ node: YAMLNode) throws(CatalogueError) {
    switch self {
    case .text, .rule: _ = try node.text()
    case .texts: _ = try node.texts()
    case .flag: _ = try node.bool()
    case .word(let words): _ = try node.choice(words, \.self)
    case .version(let version):
      guard try node.text() == version else { throw node.failure("expected '\(version)'; this vtlint reads no other") }
    case .list(let shape): for item in try node.items() { try shape.check(item) }
    case .entry(let shape): try shape.check(node)
    case .pairs(let keyShape, let valueShape):
      for (key, value) in try node.pairs() {
        try keyShape.check(key)
        try valueShape.check(value)
      }
    case .either(let shape, let pairs):
      if case .scalar = node.node { try shape.check(node) } else { try pairs.check(node) }
    }
  }
}

extension EntryShape {
  func check(_ node: YAMLNode) throws(CatalogueError) {
    for (key, value) in try node.pairs() {
      let word = try key.text()
      guard let field = fields.first(where: { $0.key == word }) else {
        throw key.failure(unknownWord(word, keys, what: "key"))
      }
      try field.shape.check(value)
    }
    let values = try node.fields(self)
    for field in fields where field.isRequired { _ = try values.required(field.key) }
    guard alternatives.isEmpty || alternatives.count(where: { values[$0] != nil }) == 1 else {
      throw node.failure("expected exactly one of \(alternatives.joined(separator: ", "))")
    }
  }
}
