import VTDiagnostics

/// The data of rules.yaml: what the rules are called, which types are one-shot, and what runs a closure.
/// Built in as generated Swift tables (`Catalogue.builtIn`), so that no YAML is read at start-up; a team's own file
/// is read by VTDriver and merged over it by `id`.
package struct Catalogue: Sendable, Hashable {
  package var rules: [RuleInfo]
  /// What an entry of `types` may extend, by `id`: the operations that all types of one kind have. Matches no type itself.
  package var templates: [OneShotType]
  package var types: [OneShotType]
  /// What runs a closure argument, by the callee's name.
  package var closureRunners: [ClosureRunner]
  /// Functions outside the analysed sources that only look at an argument: `print`, `type(of:)`, `assert`. Base names.
  package var borrowingFunctions: [String]
  /// Functions that never return: `fatalError`, `exit`, … Base names.
  package var neverReturning: [String]
  /// Functions that fail a test, which goes on: what was made before matters to nobody any more. Base names.
  package var testFailures: [String]
  /// Functions after which their first argument is known to be true: `assert`, `precondition`. Base names.
  package var assertions: [String]
  /// Methods of collections that put an argument into the collection: `append`, `insert`, `updateValue`. Base names.
  package var collectionInsertions: [String]
  /// Types whose whole purpose is that what they guard happens once: a completion through one needs no other guard.
  package var onceGuards: [String]
  /// Functions that somebody calls to be the only one who goes on: `exchange`, `compareExchange`. Base names.
  package var guardCalls: [String]
  package var eventPrefixes: [String]
  package var outcomeSuffixes: [String]
  package var failureSuffixes: [String]
  /// Flags by which a callback that comes again says that it comes for the last time: `isFinal`.
  package var lastFlags: [String]
  /// Last words of types by which a handler is told what happens, each time that something does: `Event`.
  package var eventTypes: [String]
  /// Words in the names of functions that, for all their other words, run their closure once: `observeSingleEvent`.
  package var onceWords: [String]
  /// What closures call the flag by which they are told that there is no error: `granted`.
  package var successFlags: [String]
  /// Methods of sequences whose names other types use for something else: `map`. Base names.
  package var sequenceMethods: [String]
  /// Of those the ones that take their closure and nothing else.
  package var soleClosureMethods: [String]
  /// Functions of the platform whose closures give nothing back. Base names.
  package var runnersOfVoid: [String]
  /// Calls by which a callback ends its own repetition: `cancel`. Base names.
  package var endingCalls: [String]
  /// Functions whose arguments are evaluated inside, errors and all: `XCTAssertEqual`. Base names.
  package var catching: [String]
  /// First words of functions and labels whose closures run whenever something happens: `on`, `observe`.
  package var repeatingPrefixes: [String]
  /// Last words of types that are made with such closures: `Listener`.
  package var repeatingSuffixes: [String]
  /// Empty protocols whose conformers are one-shot, by name, and the entry whose operations they get.
  package var markerProtocols: [MarkerProtocol]

  package init(
    rules: [RuleInfo], templates: [OneShotType] = [], types: [OneShotType], closureRunners: [ClosureRunner],
    borrowingFunctions: [String], neverReturning: [String], assertions: [String], collectionInsertions: [String],
    onceGuards: [String] = [], guardCalls: [String] = [], repeatingPrefixes: [String] = [],
    repeatingSuffixes: [String] = [], eventPrefixes: [String] = [], outcomeSuffixes: [String] = [],
    failureSuffixes: [String] = [], lastFlags: [String] = [], eventTypes: [String] = [], onceWords: [String] = [],
    successFlags: [String] = [], sequenceMethods: [String] = [], soleClosureMethods: [String] = [],
    runnersOfVoid: [String] = [], endingCalls: [String] = [], catching: [String] = [],
    testFailures: [String] = [], markerProtocols: [MarkerProtocol]
  ) {
    self.rules = rules
    self.templates = templates
    self.types = types
    self.closureRunners = closureRunners
    self.borrowingFunctions = borrowingFunctions
    self.neverReturning = neverReturning
    self.assertions = assertions
    self.collectionInsertions = collectionInsertions
    self.onceGuards = onceGuards
    self.guardCalls = guardCalls
    self.repeatingPrefixes = repeatingPrefixes
    self.repeatingSuffixes = repeatingSuffixes
    self.eventPrefixes = eventPrefixes
    self.outcomeSuffixes = outcomeSuffixes
    self.failureSuffixes = failureSuffixes
    self.lastFlags = lastFlags
    self.eventTypes = eventTypes
    self.onceWords = onceWords
    self.successFlags = successFlags
    self.sequenceMethods = sequenceMethods
    self.soleClosureMethods = soleClosureMethods
    self.runnersOfVoid = runnersOfVoid
    self.endingCalls = endingCalls
    self.catching = catching
    self.testFailures = testFailures
    self.markerProtocols = markerProtocols
  }

  /// The catalogue that knows nothing: what the built-in file is read over.
  package static let empty = Catalogue(
    rules: [], types: [], closureRunners: [], borrowingFunctions: [], neverReturning: [], assertions: [],
    collectionInsertions: [], markerProtocols: [])
}

/// A rule as the user reads about it. The logic stands in VTRules under the same id.
package struct RuleInfo: Sendable, Hashable {
  package var id: RuleID
  package var category: String
  package var defaultSeverity: Severity
  /// One line, no full stop.
  package var summary: String
  /// Why it matters: what happens at run time. Markdown.
  package var why: String
  /// What to write instead. Markdown.
  package var instead: String

  package init(id: RuleID, category: String, defaultSeverity: Severity, summary: String, why: String, instead: String) {
    self.id = id
    self.category = category
    self.defaultSeverity = defaultSeverity
    self.summary = summary
    self.why = why
    self.instead = instead
  }
}

/// An empty protocol that a team declares to mark its own one-shot types.
package struct MarkerProtocol: Sendable, Hashable {
  package var name: String
  /// The id of the entry in `types` whose operations the conformers have.
  package var template: String

  package init(name: String, template: String) {
    self.name = name
    self.template = template
  }
}
