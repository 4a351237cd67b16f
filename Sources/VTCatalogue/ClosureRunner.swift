/// How often, when and where a callee runs the closures it is given.
///
/// Several entries may hold the same name. The one that asks for most goes first: an entry whose `condition` holds,
/// then one with the closure's label in `labels`, then one with the receiver's type in `receivers` or a call of `after`
/// before it, then the rest.
/// A name that no entry holds says nothing about its closures.
package struct ClosureRunner: Sendable, Hashable {
  package enum Fate: String, Sendable, CaseIterable {
    /// Now, before the call returns, exactly once: `withLock`, `sync`, `withUnsafePointer`.
    case once
    /// Now, at most once: `Optional.map`.
    case atMostOnce = "at-most-once"
    /// Now, any number of times: `forEach`, `map` of a sequence, `retry`.
    case many
    /// Now, any number of times, several at once: `concurrentPerform`.
    case concurrent
    /// Once, after the call returned, on another thread or task: `Task`, `DispatchQueue.async`.
    case laterOnce = "later-once"
    /// As `laterOnce`, but ended when the surrounding group's closure returns: `addTask`.
    case child
    /// Any number of times, later: observers, timers.
    case laterMany = "later-many"
  }

  package enum Outcome: String, Sendable, CaseIterable {
    case success, failure
  }

  /// Base names of functions and initialisers (`Task`, `Task.detached` as dotted).
  package var names: [String]
  /// Only when the receiver's type has one of these names; empty: any receiver.
  package var receivers: [String]
  package var fate: Fate
  /// The closure opens a group whose `child` closures have ended when the call returns: `withTaskGroup`.
  package var isGroup: Bool
  /// Only the closures passed under one of these labels; empty: every closure of the call.
  package var labels: [String]
  /// Only when the argument of this label is written so: `repeats: true`; empty: always.
  package var condition: [String: String]
  /// Only closures that take nothing: who runs a closure again gives it nothing, who asks it for an answer does.
  package var isPlain: Bool
  /// Only where the call is awaited.
  package var isAwaited: Bool
  /// Only behind a call that lets one value through, by its name (`first`) or with its arguments (`prefix(1)`); empty: always.
  package var after: [String]
  /// Calls that may stand between, which give one value for each that they get.
  package var through: [String]
  /// The names are properties, and the closure is what is assigned to them: `stateUpdateHandler`.
  package var isProperty: Bool
  /// Two places of what the closure is given, by number: of those one is there, and the other nil. Empty: nothing is known.
  package var either: [Int]
  /// It runs only if that which the function is called on ends so: `whenSuccess` and `whenFailure` of one future never
  /// both run.
  package var outcome: Outcome?

  package init(
    names: [String], receivers: [String], fate: Fate, isGroup: Bool = false, labels: [String] = [],
    condition: [String: String] = [:], isPlain: Bool = false, isAwaited: Bool = false, after: [String] = [],
    through: [String] = [], isProperty: Bool = false, either: [Int] = [], outcome: Outcome? = nil
  ) {
    self.names = names
    self.receivers = receivers
    self.fate = fate
    self.isGroup = isGroup
    self.labels = labels
    self.condition = condition
    self.isPlain = isPlain
    self.isAwaited = isAwaited
    self.after = after
    self.through = through
    self.isProperty = isProperty
    self.either = either
    self.outcome = outcome
  }
}
