import VTDiagnostics

/// The data of rules.yaml: what the rules are called, which types are one-shot, and what runs a closure.
/// Built in as generated Swift tables (`Catalogue.builtIn`), so that no YAML is read at start-up; a team's own file
/// is read by VTDriver and merged over it by `id`.
package struct Catalogue: Sendable {
  package var rules: [RuleInfo]
  package var types: [OneShotType]
  /// What runs a closure argument, by the callee's name.
  package var closureRunners: [ClosureRunner]
  /// Functions outside the analysed sources that only look at an argument: `print`, `type(of:)`, `assert`. Base names.
  package var borrowingFunctions: [String]
  /// Functions that never return: `fatalError`, `exit`, … Base names.
  package var neverReturning: [String]
  /// Functions after which their first argument is known to be true: `assert`, `precondition`. Base names.
  package var assertions: [String]
  /// Methods of collections that put an argument into the collection: `append`, `insert`, `updateValue`. Base names.
  package var collectionInsertions: [String]
  /// Empty protocols whose conformers are one-shot, by name, and the template (`value-future`) they get.
  package var markerProtocols: [MarkerProtocol]

  package init(
    rules: [RuleInfo], types: [OneShotType], closureRunners: [ClosureRunner], borrowingFunctions: [String],
    neverReturning: [String], assertions: [String], collectionInsertions: [String], markerProtocols: [MarkerProtocol]
  ) {
    self.rules = rules
    self.types = types
    self.closureRunners = closureRunners
    self.borrowingFunctions = borrowingFunctions
    self.neverReturning = neverReturning
    self.assertions = assertions
    self.collectionInsertions = collectionInsertions
    self.markerProtocols = markerProtocols
  }
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

/// One entry of `types`: a type (or several of the same contract) whose values may be used up once.
package struct OneShotType: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case valueFuture = "value-future"
    case singlePass = "single-pass"
    case continuation, promise, completion, obligation, shared, blocker
  }

  package var id: String
  package var kind: Kind
  /// Dotted nominal paths without generic arguments: `ValueFuture`, `AsyncStream.Continuation`.
  package var typeNames: [String]
  /// Modules that declare it; empty: any.
  package var modules: [String]
  package var operations: [Operation]
  /// Rule name to severity, where this type differs from the rule's default.
  package var severities: [RuleID: Severity]
  /// What happens at run time when the contract is broken; empty: nothing is known.
  package var consequence: String

  package init(
    id: String, kind: Kind, typeNames: [String], modules: [String], operations: [Operation],
    severities: [RuleID: Severity], consequence: String
  ) {
    self.id = id
    self.kind = kind
    self.typeNames = typeNames
    self.modules = modules
    self.operations = operations
    self.severities = severities
    self.consequence = consequence
  }
}

/// What one member of a one-shot type does to the value.
package struct Operation: Sendable, Hashable {
  package enum Form: String, Sendable, CaseIterable { case method, property, call, iterate, argument, assign }
  package enum Role: String, Sendable, CaseIterable {
    case create, consume, convert, query, complete, cancel, borrow, rearm, wait, escape
    /// Takes the result without waiting for it: needs completion when it is not awaited.
    case read
  }
  package enum Yield: String, Sendable, CaseIterable {
    /// A durable value that is not tracked (a task, a collected body).
    case none
    /// A new one-shot value of the same type.
    case `self`
    /// A value that may be shared.
    case shared
  }

  /// Base names.
  package var names: [String]
  package var form: Form
  package var role: Role
  /// For `query`: the value is known to be completed when the member is true.
  package var meansCompleted: Bool
  /// For `read` and `wait`: blocks the thread.
  package var blocks: Bool
  package var yields: Yield

  package init(names: [String], form: Form, role: Role, meansCompleted: Bool = false, blocks: Bool = false, yields: Yield = .none) {
    self.names = names
    self.form = form
    self.role = role
    self.meansCompleted = meansCompleted
    self.blocks = blocks
    self.yields = yields
  }
}

/// How often, when and where a callee runs the closures it is given.
package struct ClosureRunner: Sendable, Hashable {
  package enum Fate: String, Sendable, CaseIterable {
    /// Now, before the call returns, exactly once: `withLock`, `sync`, `withUnsafePointer`.
    case once
    /// Now, at most once: `Optional.map`.
    case atMostOnce = "at-most-once"
    /// Now, any number of times: `forEach`, `map` of a sequence, `retry`.
    case many
    /// Once, after the call returned, on another thread or task: `Task`, `DispatchQueue.async`.
    case laterOnce = "later-once"
    /// As `laterOnce`, but ended when the surrounding group's closure returns: `addTask`.
    case child
    /// Any number of times, later: observers, timers.
    case laterMany = "later-many"
  }

  /// Base names of functions and initialisers (`Task`, `Task.detached` as dotted).
  package var names: [String]
  /// Only when the receiver's type has one of these names; empty: any receiver.
  package var receivers: [String]
  package var fate: Fate
  /// The closure opens a group whose `child` closures have ended when the call returns: `withTaskGroup`.
  package var isGroup: Bool

  package init(names: [String], receivers: [String], fate: Fate, isGroup: Bool = false) {
    self.names = names
    self.receivers = receivers
    self.fate = fate
    self.isGroup = isGroup
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
