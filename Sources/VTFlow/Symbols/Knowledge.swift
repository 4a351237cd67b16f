import VTCatalogue
import VTDiagnostics

/// The catalogue with its texts turned into names, for the analysis to compare as integers.
package struct Knowledge: Sendable {
  /// An entry of the catalogue's types by its place.
  package struct OneShotID: Hashable, Sendable {
    package let index: Int
  }

  /// One type's operations by name.
  struct Operations: Sendable {
    var properties: [Name: Operation] = [:]
    var methods: [Name: Operation] = [:]
    var call: Operation?
    /// `for await x in value`
    var iteration: Operation?
    /// The value is an argument.
    var arguments: [Argument] = []
  }

  /// `Data(collecting: body)`, `write(data, promise: promise)`: what a callee does to a value that it is given.
  struct Argument: Sendable {
    /// Full names of functions (`next`, `Data.init`); empty: any.
    var callees: Set<Name>
    /// `.none`: under any label.
    var label: Name
    var operation: Operation
  }

  package let catalogue: Catalogue
  let operations: [Operations]
  let typesByName: [Name: OneShotID]
  let runners: [Name: [Runner]]
  /// What runs a closure that is assigned to a property of this name.
  let propertyRunners: [Name: ClosureRunner.Fate]
  let borrowing: Set<Name>
  /// Their arguments' errors go no further.
  let catching: Set<Name>
  let neverReturning: Set<Name>
  let testFailures: Set<Name>
  let assertions: Set<Name>
  let insertions: Set<Name>
  let markers: [Name: OneShotID]
  let creations: Creations
  let guardCalls: Set<Name>
  /// What closures that come again call the flag of the last time.
  let lastFlags: Set<Name>
  let endingCalls: Set<Name>
  let successFlags: Set<Name>
  let sequenceMethods: Set<Name>
  let soleClosureMethods: Set<Name>
  let runnersOfVoid: Set<Name>
  private let contracts: [Contract?]
  /// The words by which code has to do with followed values.
  package let seeds: Seeds
  /// Names of operations that block, but for reads of value futures: those are asked for by their completion.
  let blockingNames: Set<Name>
  /// Names of methods that complete a continuation.
  let completingNames: Set<Name>

  struct Runner: Sendable {
    var receivers: Set<Name>
    var labels: Set<Name>
    /// The text that an argument must have, by label.
    var condition: [Name: String]
    var fate: ClosureRunner.Fate
    var isGroup: Bool
    var isPlain: Bool
    var isAwaited: Bool
    /// What lets one value through, as it is written; what may stand behind it.
    var after: [String]
    var through: Set<Name>
    /// Of two things that the closure is given one is there.
    var either: CallbackAnswers.Pair?
    var outcome: ClosureRunner.Outcome?
  }

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    var operations: [Operations] = []
    var typesByName: [Name: OneShotID] = [:]
    var idsByText: [String: OneShotID] = [:]
    for (index, type) in catalogue.types.enumerated() {
      let id = OneShotID(index: index)
      idsByText[type.id] = id
      let imported = type.match.importedSwiftNames
      for name in type.typeNames + type.match.protocols + imported where typesByName[.dotted(name)] == nil {
        typesByName[.dotted(name)] = id
      }
      // For values without a type of their own, or whose type's name means something else here.
      typesByName[Name(type.id)] = id
      operations.append(Knowledge.table(of: type.operations))
    }
    self.operations = operations
    self.typesByName = typesByName
    var runners: [Name: [Runner]] = [:]
    for runner in catalogue.closureRunners where !runner.isProperty {
      let made = Runner(
        receivers: Set(runner.receivers.map { .dotted($0) }), labels: Set(runner.labels.map { Name($0) }),
        condition: Dictionary(uniqueKeysWithValues: runner.condition.map { (Name($0), $1) }), fate: runner.fate,
        isGroup: runner.isGroup, isPlain: runner.isPlain, isAwaited: runner.isAwaited, after: runner.after,
        through: Set(runner.through.map { Name($0) }),
        either: runner.either.first.map { .init(first: $0, second: runner.either[1], relation: .either) }, outcome: runner.outcome)
      for name in runner.names { runners[.dotted(name), default: []].append(made) }
    }
    self.runners = runners
    var propertyRunners: [Name: ClosureRunner.Fate] = [:]
    for runner in catalogue.closureRunners where runner.isProperty {
      for name in runner.names { propertyRunners[Name(name)] = runner.fate }
    }
    self.propertyRunners = propertyRunners
    catching = Set(catalogue.catching.map { Name($0) })
    borrowing = Set(catalogue.borrowingFunctions.map { Name($0) })
    testFailures = Set(catalogue.testFailures.map { Name($0) })
    neverReturning = Set(catalogue.neverReturning.map { Name($0) })
    assertions = Set(catalogue.assertions.map { Name($0) })
    insertions = Set(catalogue.collectionInsertions.map { Name($0) })
    var markers: [Name: OneShotID] = [:]
    for marker in catalogue.markerProtocols { markers[.dotted(marker.name)] = idsByText[marker.template] }
    self.markers = markers
    creations = Creations(catalogue)
    lastFlags = Set(catalogue.lastFlags.map { Name($0) })
    endingCalls = Set(catalogue.endingCalls.map { Name($0) })
    successFlags = Set(catalogue.successFlags.map { Name($0) })
    sequenceMethods = Set(catalogue.sequenceMethods.map { Name($0) })
    soleClosureMethods = Set(catalogue.soleClosureMethods.map { Name($0) })
    runnersOfVoid = Set(catalogue.runnersOfVoid.map { Name($0) })
    guardCalls = Set(catalogue.guardCalls.map { Name($0) })
    contracts = catalogue.types.map(Knowledge.contract)
    seeds = Seeds(catalogue.types.filter { Knowledge.contract(of: $0) != nil })
    blockingNames = Set(
      catalogue.types.filter { !$0.typeNames.isEmpty }.flatMap { type in
        type.operations.filter { $0.blocks && $0.role != .read }.flatMap { $0.names.map { Name($0) } }
      })
    completingNames = Set(
      catalogue.types.filter { $0.kind == .continuation }.flatMap { type in
        type.operations.filter { $0.role == .complete && $0.form == .method }.flatMap { $0.names.map { Name($0) } }
      })
  }

  /// What is promised about an entry's values; nil for those that are not followed.
  private static func contract(of type: OneShotType) -> Contract? {
    switch type.kind {
    case .valueFuture: .future
    case .singlePass: .sequence
    case .continuation, .promise, .completion: .duty
    // Only where misuse is worth a word.
    case .obligation: [.missingResume, .doubleResume].contains { type.severities[$0] != Severity.none } ? .duty : nil
    case .shared, .blocker: nil
    }
  }

  func contract(of id: OneShotID) -> Contract? { contracts[id.index] }

  /// Whether a rule has anything to say about an entry's values.
  package func isWanted(_ rule: RuleID, of id: OneShotID) -> Bool {
    let type = type(id)
    return type.severities[rule] != Severity.none && !type.compilerRules.contains(rule)
  }

  /// What a callee does to a value that it is given under a label, where the catalogue says so.
  func argument(of id: OneShotID, to callee: Name, label: Name) -> Operation? {
    operations[id.index].arguments.first { argument in
      (argument.label == .none || argument.label == label) && (argument.callees.isEmpty || argument.callees.contains(callee))
    }?.operation
  }

  private static func table(of list: [Operation]) -> Operations {
    var table = Operations()
    for operation in list {
      switch operation.form {
      case .property: for name in operation.names { table.properties[Name(name)] = operation }
      case .method: for name in operation.names { table.methods[Name(name)] = operation }
      case .call: table.call = operation
      case .iterate: table.iteration = operation
      case .argument:
        // `Data.init(collecting:upTo:)`, `next`, `*`
        let names = operation.names.filter { $0 != "*" }.map { CataloguePath($0) }
        table.arguments.append(
          Argument(
            callees: Set(names.map { $0.name == KnownNames.initializer ? $0.owner ?? .none : $0.name }),
            label: operation.label.isEmpty ? .none : Name(operation.label), operation: operation))
      case .assign: break
      }
    }
    return table
  }

  package func type(_ id: OneShotID) -> OneShotType { catalogue.types[id.index] }

  func operations(of id: OneShotID) -> Operations { operations[id.index] }

  /// Whether some type has an operation of that name.
  func isOperation(_ name: Name) -> Bool { operations.contains { $0.properties[name] != nil || $0.methods[name] != nil } }

  /// The entry of a type that marks itself in its source: that of the marker protocol of the same kind.
  func markedEntry(_ kind: OneShotType.Kind) -> OneShotID? {
    catalogue.markerProtocols.lazy.compactMap { markers[.dotted($0.name)] }.first { self.type($0).kind == kind }
  }
}
