import VTDiagnostics
import VTSyntax

// What happens to continuations and promises that wait in properties, across the methods of a type, as far as one file
// shows it.

/// A property in which continuations wait.
package struct KeptHere: Sendable {
  /// Its name, in the file that was asked about.
  package var name: ByteRange
  package var file: FileID
  /// Its declaration, in `file`.
  package var range: ByteRange
}

/// A completion that leaves what it completed in its property.
package struct StaleCompletion: Sendable {
  /// The call that completes.
  package var range: ByteRange
  package var property: KeptHere
  package var type: Knowledge.OneShotID
  /// Where it was put into the property on the same path, before it was completed by its own name.
  package var stored: ByteRange?
  /// Nothing takes it out of its property, and other methods complete it, too.
  package var isFixed = false
  /// Where another function does take it out.
  package var takenOut: ByteRange?
}

/// An assignment that may strand an earlier waiter.
package struct ReplacedContinuation: Sendable {
  package var range: ByteRange
  package var property: KeptHere
  package var type: Knowledge.OneShotID
  /// A `case` around says that one waits there.
  package var isKnownToWait = false
}

extension SymbolIndex {
  /// Whether the file could complete or replace a continuation in a property.
  package func mayKeepContinuations(_ file: FileID) -> Bool {
    mentions(continuationNames.waiting, in: file) || mentions(continuationNames.fixed, in: file)
      || !namesOfStates(in: file).isEmpty
  }

  /// The completions after which the completed value is still in its property on some path. Not those in initialisers and
  /// deinitialisers, which run once; and none where the file shows that somebody takes the value out or asks first.
  package func staleCompletions(in tree: SyntaxTree, file: FileID) -> [StaleCompletion] {
    let references = ContinuationMentions(reader: BodyReader(tree: tree, file: file, index: self))
    let count = references.completions.count + references.fixed.count
    if count == 0 || count > Limits.placesInAFile { return [] }
    let surroundings = ContinuationSurroundings(references)
    let stateSetters = surroundings.namesOfPropertySetters()
    let several = surroundings.completedBySeveralEvents(references.completions)
    let left = references.completions.compactMap { surroundings.stale($0, stateSetters: stateSetters, ofSeveralEvents: several) }
    return left + surroundings.completedByEvents(stateSetters)
  }

  /// The same of completion handlers, where another function calls one and takes it out: it is meant to be called once.
  package func staleHandlers(in tree: SyntaxTree, file: FileID) -> [StaleCompletion] {
    let names = namesOfKeptHandlers(file)
    if names.isEmpty { return [] }
    let references = ContinuationMentions(handlers: names, reader: BodyReader(tree: tree, file: file, index: self))
    if references.completions.isEmpty || references.completions.count > Limits.placesInAFile { return [] }
    let surroundings = ContinuationSurroundings(references)
    let clearings = surroundings.clearingsOfCompleted()
    if clearings.isEmpty { return [] }
    let stateSetters = surroundings.namesOfPropertySetters()
    return references.completions.compactMap { completion in
      guard let clearing = completion.property.flatMap({ clearings[$0.id] }) else { return nil }
      var stale = surroundings.stale(completion, stateSetters: stateSetters, ofSeveralEvents: [])
      stale?.takenOut = clearing
      return stale
    }
  }

  /// The assignments of a new continuation where nothing asks whether another one is waiting.
  package func replacedContinuations(in tree: SyntaxTree, file: FileID) -> [ReplacedContinuation] {
    let references = ContinuationMentions(reader: BodyReader(tree: tree, file: file, index: self))
    let assignments = references.mentions.filter { mention in
      switch mention.role {
      case .assign: true
      case .other: mention.property.isCollection && tree.kind(mention.site) == .assignExpr
      case .clear, .ask, .bind: false
      }
    }
    if assignments.isEmpty || assignments.count > Limits.placesInAFile { return [] }
    let surroundings = ContinuationSurroundings(references)
    return assignments.compactMap { surroundings.replaced($0) ?? surroundings.replacedInItsCase($0) }
  }
}
