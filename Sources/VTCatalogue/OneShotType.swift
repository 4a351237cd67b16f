// One entry of `types`: how its values are known, what each operation does to them, and what misuse costs.
// The reader and rules.yaml say the same words; nothing here is computed.
import VTDiagnostics

/// One entry of `types`: a type (or several of the same contract) whose values may be used up once.
package struct OneShotType: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// One result, consumed at most once.
    case valueFuture = "value-future"
    /// A sequence with one iterator, or one pass.
    case singlePass = "single-pass"
    /// Completed exactly once, or the awaiting task hangs.
    case continuation
    /// Completed at least once; what comes later is ignored.
    case promise
    /// A closure to be called exactly once.
    case completion
    /// An object on which one finishing call is due.
    case obligation
    /// Known to be safe to use many times; listed so that nobody mistakes it.
    case shared
    /// Blocks the thread; nothing else about it is one-shot.
    case blocker
  }

  /// The severity that its own checks give to a rule, or its kind: a promise that is completed twice only loses the second
  /// result, and a completion closure that is not called on some path may be seen to by somebody else.
  package func severity(of rule: RuleID) -> Severity? {
    if let own = severities[rule] { return own }
    switch kind {
    case .promise where rule == .doubleResume, .completion where rule == .missingResume: return .suggestion
    default: return nil
    }
  }

  /// What a copy of the value is.
  package enum Copies: String, Sendable, CaseIterable {
    /// Copies share the one shot.
    case alias
    /// Each copy has its own.
    case independent
    /// The compiler refuses copies.
    case noncopyable
  }

  package var id: String
  package var kind: Kind
  /// Dotted nominal paths without generic arguments: `ValueFuture`, `AsyncStream.Continuation`.
  package var typeNames: [String]
  /// Modules that declare it; empty: any.
  package var modules: [String]
  /// Ways to know a value of this entry other than by the name of its type.
  package var match: Match
  package var copies: Copies
  /// Where values come from; empty: from anywhere.
  package var creations: [Creation]
  /// A value made in one of these ways is not one-shot.
  package var exceptions: [Creation]
  package var operations: [Operation]
  /// How a pooled source is handed over; nil: values of this entry have none.
  package var source: TokenSource?
  /// Rule name to severity, where this type differs from the rule's default.
  package var severities: [RuleID: Severity]
  /// Rules whose finding the compiler reports itself.
  package var compilerRules: [RuleID]
  /// Where the operations that block must not be called.
  package var blockedIn: BlockedContexts
  /// What happens at run time when the contract is broken; empty: nothing is known.
  package var consequence: String
  /// The same for one rule, where it differs.
  package var consequences: [RuleID: String]

  package init(
    id: String, kind: Kind, typeNames: [String], modules: [String], match: Match = Match(), copies: Copies = .alias,
    creations: [Creation] = [], exceptions: [Creation] = [], operations: [Operation], source: TokenSource? = nil,
    severities: [RuleID: Severity], compilerRules: [RuleID] = [], blockedIn: BlockedContexts = BlockedContexts(),
    consequence: String, consequences: [RuleID: String] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.typeNames = typeNames
    self.modules = modules
    self.match = match
    self.copies = copies
    self.creations = creations
    self.exceptions = exceptions
    self.operations = operations
    self.source = source
    self.severities = severities
    self.compilerRules = compilerRules
    self.blockedIn = blockedIn
    self.consequence = consequence
    self.consequences = consequences
  }
}

/// Ways to know a value other than by the name of its type; any one is enough.
package struct Match: Sendable, Hashable {
  /// Protocols: every value whose type conforms to one of them.
  package var protocols: [String]
  /// C, Objective-C or C++ spellings, canonical: `std::future`.
  package var importedNames: [String]
  /// Members whose result it is, where the type has no name: `SpeechTranscriber.results`.
  package var resultsOf: [String]
  /// Functions by their full names, one parameter of which it is: `close(context:mode:promise:)`.
  package var functions: [String]
  /// Which parameter of `functions`: its name, or `last`. Of the closures of `closuresOf` its place, where they are kept for later.
  package var parameter: String
  /// Only for functions of types that conform to one of these; empty: any.
  package var conformers: [String]
  /// Names of closure parameters, of any function.
  package var parameterNames: [String]
  /// Endings of such names.
  package var parameterSuffixes: [String]
  /// Only closures that are told one thing, of one of these types; `Error` stands for those that are told an error or nil at
  /// last. Empty: any.
  package var told: [String]
  /// Functions to whose trailing closure it is passed, first, or at the place `parameter`: `Future.init`.
  package var closuresOf: [String]
  /// Names of two closure parameters of one function that are one duty together: exactly one of the two is called.
  package var successParameters: [String]
  package var failureParameters: [String]

  package init(
    protocols: [String] = [], importedNames: [String] = [], resultsOf: [String] = [], functions: [String] = [],
    parameter: String = "", conformers: [String] = [], parameterNames: [String] = [], parameterSuffixes: [String] = [],
    told: [String] = [], closuresOf: [String] = [], successParameters: [String] = [], failureParameters: [String] = []
  ) {
    self.protocols = protocols
    self.importedNames = importedNames
    self.resultsOf = resultsOf
    self.functions = functions
    self.parameter = parameter
    self.conformers = conformers
    self.parameterNames = parameterNames
    self.parameterSuffixes = parameterSuffixes
    self.told = told
    self.closuresOf = closuresOf
    self.successParameters = successParameters
    self.failureParameters = failureParameters
  }
}

/// One way in which a value comes to be.
package struct Creation: Sendable, Hashable {
  package enum Form: String, Sendable, CaseIterable {
    case initializer, function, property
    /// A parameter of any function.
    case parameter
    /// The first parameter of the trailing closure of a function: `withCheckedContinuation`.
    case closure
  }

  package var form: Form
  /// Base or full names, dotted where the owner matters (`AsyncStream.makeStream`), `*` for any owner or name.
  package var names: [String]
  /// Which element of the tuple that comes back, by label or number; empty: the whole result.
  package var element: String
  /// Only when the argument of this label is written so: `finishOnDeinit: false`; empty: always.
  package var argument: [String: String]

  package init(form: Form, names: [String], element: String = "", argument: [String: String] = [:]) {
    self.form = form
    self.names = names
    self.element = element
    self.argument = argument
  }
}

/// What one member of a one-shot type does to the value.
package struct Operation: Sendable, Hashable {
  package enum Form: String, Sendable, CaseIterable {
    case method, property
    /// The value itself is called: `f()`.
    case call
    /// `for await x in f`.
    case iterate
    /// The value is an argument of one of the functions in `names` (`*`: any), under `label`.
    case argument
    /// The member is assigned to.
    case assign
  }
  package enum Role: String, Sendable, CaseIterable {
    case create, consume, convert, query, complete, cancel, borrow, rearm, wait, escape
    /// Takes the result without waiting for it: needs completion when it is not awaited.
    case read
  }
  package enum Yield: String, Sendable, CaseIterable {
    /// A durable value that is not tracked (a task, a collected body).
    case none
    /// Another value of the same type.
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
  /// For `query`: asks how the value was completed, so a false one does not say that it is not.
  package var isOutcome: Bool
  /// For `read` and `wait`: blocks the thread.
  package var blocks: Bool
  /// It does not block where the argument of this label ends in this text: `timeout: .now()`.
  package var blocksExcept: [String: String]
  package var yields: Yield
  /// For `argument`: the label under which the value is passed; empty: any.
  package var label: String
  /// The member belongs to the owner of the value, which is its property of this dotted name: `Request.body`.
  package var owner: String

  package init(
    names: [String], form: Form, role: Role, meansCompleted: Bool = false, isOutcome: Bool = false, blocks: Bool = false,
    blocksExcept: [String: String] = [:], yields: Yield = .none, label: String = "", owner: String = ""
  ) {
    self.names = names
    self.form = form
    self.role = role
    self.meansCompleted = meansCompleted
    self.isOutcome = isOutcome
    self.blocks = blocks
    self.blocksExcept = blocksExcept
    self.yields = yields
    self.label = label
    self.owner = owner
  }
}

/// A pooled source of results, as an initialiser of a value future takes it: `ValueFuture(source: s, token: t)`.
package struct TokenSource: Sendable, Hashable {
  /// The label of the source.
  package var argument: String
  /// The label of the token that names one use of it.
  package var token: String
  /// Base names of the source's functions that hand the result out for a token.
  package var results: [String]

  package init(argument: String, token: String, results: [String]) {
    self.argument = argument
    self.token = token
    self.results = results
  }
}

/// Where a thread must not wait.
package struct BlockedContexts: Sendable, Hashable {
  /// The bodies of async functions and closures, and everything in an actor.
  package var asyncFunctions: Bool
  /// Closures given to functions of these names, dotted where the receiver's type matters (`EventLoop.execute`).
  package var closuresOf: [String]
  /// Methods of types that conform to these protocols.
  package var conformersOf: [String]
  /// Of those only the methods that take a value of one of these types; empty: all.
  package var parameterTypes: [String]

  package init(
    asyncFunctions: Bool = false, closuresOf: [String] = [], conformersOf: [String] = [], parameterTypes: [String] = []
  ) {
    self.asyncFunctions = asyncFunctions
    self.closuresOf = closuresOf
    self.conformersOf = conformersOf
    self.parameterTypes = parameterTypes
  }
}
