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
  }

  package let catalogue: Catalogue
  let operations: [Operations]
  let typesByName: [Name: OneShotID]
  let runners: [Name: [Runner]]
  let borrowing: Set<Name>
  let neverReturning: Set<Name>
  let assertions: Set<Name>
  let insertions: Set<Name>
  let markers: [Name: OneShotID]

  struct Runner: Sendable {
    var receivers: Set<Name>
    var labels: Set<Name>
    /// The text that an argument must have, by label.
    var condition: [Name: String]
    var fate: ClosureRunner.Fate
    var isGroup: Bool
  }

  package init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    var operations: [Operations] = []
    var typesByName: [Name: OneShotID] = [:]
    var idsByText: [String: OneShotID] = [:]
    for (index, type) in catalogue.types.enumerated() {
      let id = OneShotID(index: index)
      idsByText[type.id] = id
      for name in type.typeNames where typesByName[.dotted(name)] == nil { typesByName[.dotted(name)] = id }
      operations.append(Knowledge.table(of: type.operations))
    }
    self.operations = operations
    self.typesByName = typesByName
    var runners: [Name: [Runner]] = [:]
    for runner in catalogue.closureRunners where !runner.isProperty {
      let made = Runner(
        receivers: Set(runner.receivers.map { .dotted($0) }), labels: Set(runner.labels.map { Name($0) }),
        condition: Dictionary(uniqueKeysWithValues: runner.condition.map { (Name($0), $1) }), fate: runner.fate,
        isGroup: runner.isGroup)
      for name in runner.names { runners[.dotted(name), default: []].append(made) }
    }
    self.runners = runners
    borrowing = Set(catalogue.borrowingFunctions.map { Name($0) })
    neverReturning = Set(catalogue.neverReturning.map { Name($0) })
    assertions = Set(catalogue.assertions.map { Name($0) })
    insertions = Set(catalogue.collectionInsertions.map { Name($0) })
    var markers: [Name: OneShotID] = [:]
    for marker in catalogue.markerProtocols { markers[.dotted(marker.name)] = idsByText[marker.template] }
    self.markers = markers
  }

  private static func table(of list: [Operation]) -> Operations {
    var table = Operations()
    for operation in list {
      switch operation.form {
      case .property: for name in operation.names { table.properties[Name(name)] = operation }
      case .method: for name in operation.names { table.methods[Name(name)] = operation }
      case .call: table.call = operation
      case .iterate: table.iteration = operation
      case .argument, .assign: break
      }
    }
    return table
  }

  package func type(_ id: OneShotID) -> OneShotType { catalogue.types[id.index] }

  func operations(of id: OneShotID) -> Operations { operations[id.index] }

  /// The entry whose values are value futures by the user's own mark in the source.
  var markedValueFuture: OneShotID? {
    catalogue.types.firstIndex { $0.kind == .valueFuture }.map { OneShotID(index: $0) }
  }
}
