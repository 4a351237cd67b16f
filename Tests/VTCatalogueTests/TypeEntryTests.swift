// What the entries of `types` and the lists in rules.yaml must hold for the analysis to rely on them.
import Testing
import VTCatalogue
import VTDiagnostics

private let catalogue = Catalogue.builtIn

@Suite("Type entries") struct TypeEntryTests {
  @Test func idsAreUnique() {
    #expect(Set(catalogue.types.map(\.id)).count == catalogue.types.count)
    #expect(Set(catalogue.templates.map(\.id)).count == catalogue.templates.count)
  }

  @Test func aTypeHasOneEntryInAModule() {
    var owners: [String: String] = [:]
    for type in catalogue.types {
      for name in type.typeNames {
        for module in type.modules.isEmpty ? ["*"] : type.modules {
          let other = owners.updateValue(type.id, forKey: "\(module).\(name)")
          #expect(other == nil, "\(name) is in \(type.id) and in \(other ?? "")")
        }
      }
    }
    #expect(owners["*.ValueFuture"] == "user.value-future")
  }

  @Test(arguments: catalogue.types + catalogue.templates) func operationsFitTheKind(type: OneShotType) {
    let roles = Set(type.operations.map(\.role))
    switch type.kind {
    case .valueFuture, .singlePass:
      #expect(roles.contains(.consume))
      #expect(!roles.contains(.complete))
    case .continuation, .promise, .completion, .obligation:
      #expect(roles.contains(.complete))
      #expect(!roles.contains(.consume))
    case .blocker: #expect(roles.contains(.wait))
    case .shared: #expect(roles.isDisjoint(with: [.consume, .read, .complete]))
    }
  }

  @Test(arguments: catalogue.types + catalogue.templates) func operationsHoldTogether(type: OneShotType) {
    var seen: Set<String> = []
    for operation in type.operations {
      #expect(!operation.names.isEmpty)
      for name in operation.names {
        #expect(!name.isEmpty)
        #expect(seen.insert("\(operation.form) \(name) \(operation.label)").inserted, "\(name) has two roles")
      }
      if operation.meansCompleted { #expect(operation.role == .query) }
      if operation.yields != .none { #expect(operation.role == .convert) }
      if !operation.label.isEmpty { #expect(operation.form == .argument) }
    }
  }

  @Test(arguments: catalogue.types) func knownRulesOnly(type: OneShotType) {
    let rules = Set(catalogue.rules.map(\.id))
    #expect(rules.isSuperset(of: type.severities.keys))
    #expect(rules.isSuperset(of: type.consequences.keys))
    #expect(rules.isSuperset(of: type.compilerRules))
  }

  @Test(arguments: [
    ("value", Operation.Form.property, Operation.Role.consume, false), ("get", .method, .consume, false),
    ("callAsFunction", .call, .consume, false), ("result", .property, .read, false), ("wait", .method, .read, false),
    ("isCompleted", .property, .query, true), ("isCompletedSuccessfully", .property, .query, true),
    ("isFaulted", .property, .query, true), ("isCancelled", .property, .query, true), ("asTask", .method, .convert, false),
    ("preserve", .method, .convert, false),
  ]) func theReferenceInterfaceIsKnown(name: String, form: VTCatalogue.Operation.Form, role: VTCatalogue.Operation.Role, completes: Bool) throws {
    let type = try #require(catalogue.types.first { $0.id == "user.value-future" })
    let operation = try #require(type.operations.first { $0.form == form && $0.names.contains(name) })
    #expect(operation.role == role)
    #expect(operation.meansCompleted == completes)
    #expect(operation.blocks == (name == "wait"))
  }

  @Test func markersNameEntries() {
    let ids = Set(catalogue.types.map(\.id))
    #expect(!catalogue.markerProtocols.isEmpty)
    for marker in catalogue.markerProtocols { #expect(ids.contains(marker.template)) }
  }
}

@Suite("Closures and lists") struct ClosureAndListTests {
  /// Two entries that hold the same name and ask for the same leave the answer to their order.
  @Test func noNameHasTwoFates() {
    var seen: Set<String> = []
    for runner in catalogue.closureRunners {
      let asked = "\(runner.receivers.sorted()) \(runner.labels.sorted()) \(runner.after.sorted()) \(runner.condition.sorted { $0.key < $1.key })"
      for name in runner.names {
        #expect(seen.insert("\(name) \(asked) \(runner.isProperty)").inserted, "\(name) is there twice")
      }
    }
  }

  @Test(arguments: [
    ("withLock", ClosureRunner.Fate.once), ("sync", .once), ("withCheckedContinuation", .once), ("forEach", .many),
    ("retry", .many), ("Task", .laterOnce), ("Task.detached", .laterOnce), ("async", .laterOnce), ("addTask", .child),
    ("sink", .laterMany), ("addObserver", .laterMany),
  ]) func fate(name: String, fate: ClosureRunner.Fate) throws {
    let general = catalogue.closureRunners.first { $0.names.contains(name) && $0.receivers.isEmpty && $0.labels.isEmpty }
    #expect(try #require(general).fate == fate)
  }

  @Test func groupsRunTheirClosureOnce() {
    let groups = catalogue.closureRunners.filter(\.isGroup)
    #expect(groups.flatMap(\.names).contains("withThrowingTaskGroup"))
    #expect(groups.allSatisfy { $0.fate == .once })
  }

  /// `assertionFailure` returns, and in release builds it does nothing at all.
  @Test func onlyWhatNeverReturnsEndsAPath() {
    #expect(catalogue.neverReturning.contains("fatalError"))
    #expect(!catalogue.neverReturning.contains("assertionFailure"))
  }

  /// An assertion would otherwise consume the value future that it looks at.
  @Test func assertionsBorrow() {
    #expect(Set(catalogue.borrowingFunctions).isSuperset(of: catalogue.assertions))
  }

  @Test func namesAreThereOnce() {
    for list in [
      catalogue.borrowingFunctions, catalogue.neverReturning, catalogue.assertions, catalogue.collectionInsertions,
      catalogue.onceGuards, catalogue.guardCalls, catalogue.repeatingPrefixes, catalogue.repeatingSuffixes,
      catalogue.eventPrefixes, catalogue.outcomeSuffixes, catalogue.failureSuffixes, catalogue.lastFlags,
      catalogue.eventTypes, catalogue.endingCalls, catalogue.catching, catalogue.onceWords, catalogue.successFlags, catalogue.sequenceMethods,
      catalogue.soleClosureMethods, catalogue.runnersOfVoid,
    ] {
      #expect(Set(list).count == list.count)
      #expect(!list.isEmpty)
    }
  }
}
