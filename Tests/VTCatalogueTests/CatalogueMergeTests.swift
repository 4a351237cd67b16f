// How a team's rules.yaml changes the catalogue it is read over.
import Testing
import VTCatalogue
import VTDiagnostics
import VTDriver

private func merged(_ yaml: String) throws -> Catalogue {
  try readCatalogue(Array(yaml.utf8), path: "rules.yaml", over: .builtIn)
}

private func type(_ id: String, in catalogue: Catalogue) throws -> OneShotType {
  try #require(catalogue.types.first { $0.id == id })
}

@Suite("A team's rules.yaml") struct CatalogueMergeTests {
  @Test(arguments: ["", "# nothing\n", "---\n{}\n", "\u{FEFF}types: []\r\n"]) func aFileThatSaysNothingChangesNothing(yaml: String) throws {
    #expect(try merged(yaml) == .builtIn)
  }

  @Test func aNewTypeTakesTheOperationsOfItsTemplate() throws {
    let catalogue = try merged("types: [{id: my.future, extends: value-future, match: {type: [MyFuture, Net.Reply], module: Net}}]")
    let new = try type("my.future", in: catalogue)
    let template = try #require(Catalogue.builtIn.templates.first { $0.id == "value-future" })
    #expect(new.kind == .valueFuture)
    #expect(new.typeNames == ["MyFuture", "Net.Reply"])
    #expect(new.modules == ["Net"])
    #expect(new.operations == template.operations)
    #expect(catalogue.types.count == Catalogue.builtIn.types.count + 1)
  }

  @Test func aKnownTypeIsChangedFieldByField() throws {
    let old = try type("nio.promise", in: .builtIn)
    let new = try type("nio.promise", in: merged("types: [{id: nio.promise, consequence: it hangs, checks: {missing-resume: error}}]"))
    #expect(new.consequence == "it hangs")
    #expect(new.severities == ["missing-resume": .error, "double-resume": .suggestion])
    #expect(new.operations == old.operations)
    #expect(new.typeNames == old.typeNames)
    #expect(new.consequences == old.consequences)
  }

  @Test func operationsAreReplacedWhole() throws {
    let new = try type("user.value-future", in: merged("types: [{id: user.value-future, operations: [{name: join, role: consume}]}]"))
    #expect(new.operations == [Operation(names: ["join"], form: .method, role: .consume)])
  }

  @Test func addedOperationsGoBeforeThoseOfTheSameNameAndForm() throws {
    let old = try type("user.value-future", in: .builtIn)
    let yaml = "types: [{id: user.value-future, operations+: [{name: [cancel, get], role: borrow}]}]"
    let new = try type("user.value-future", in: merged(yaml))
    #expect(new.operations.filter { $0.names.contains("get") }.map(\.role) == [.borrow])
    #expect(new.operations.filter { $0.names.contains("cancel") }.map(\.role) == [.borrow])
    let others = { (type: OneShotType) in type.operations.filter { !$0.names.contains("get") && !$0.names.contains("cancel") } }
    #expect(others(new) == others(old))
  }

  @Test func aTypeCanBeDisabled() throws {
    let catalogue = try merged("types: [{id: swift.async-stream, disable: true}]")
    #expect(!catalogue.types.contains { $0.id == "swift.async-stream" })
    #expect(catalogue.types.count == Catalogue.builtIn.types.count - 1)
  }

  @Test func aTypeHasTheContractThatWasReadLast() throws {
    let catalogue = try merged("types: [{id: my.task, kind: shared, match: {type: ValueTask}}]")
    #expect(try type("user.value-future", in: catalogue).typeNames == ["ValueFuture", "OneShotFuture", "SingleUseFuture"])
    #expect(try type("my.task", in: catalogue).typeNames == ["ValueTask"])
  }

  @Test func aTypeOfAnotherModuleIsAnotherType() throws {
    let catalogue = try merged("types: [{id: my.stream, kind: shared, match: {type: AsyncStream, module: Mine}}]")
    #expect(try type("swift.async-stream", in: catalogue).typeNames == ["AsyncStream"])
  }

  @Test func aTeamsTemplateCanBeExtended() throws {
    let yaml = """
      templates: [{id: ours, kind: value-future, operations: [{name: take, role: consume}]}]
      types: [{id: a, extends: ours, match: {type: A}}]
      """
    #expect(try type("a", in: merged(yaml)).operations.map(\.names) == [["take"]])
  }

  @Test func wordsAndDefaultOfARule() throws {
    let catalogue = try merged("rules: [{id: unconsumed, default: error, instead: Ask Ann.}]")
    let new = try #require(catalogue.rules.first { $0.id == "unconsumed" })
    let old = try #require(Catalogue.builtIn.rules.first { $0.id == "unconsumed" })
    #expect(new.defaultSeverity == .error)
    #expect(new.instead == "Ask Ann.")
    #expect(new.why == old.why)
    #expect(catalogue.rules.map(\.id) == Catalogue.builtIn.rules.map(\.id))
  }

  @Test func aClosureRunnersNameIsReplaced() throws {
    let catalogue = try merged("closures: [{name: [retry, ours], fate: once}]")
    let retrying = catalogue.closureRunners.filter { $0.names.contains("retry") }
    #expect(retrying == [ClosureRunner(names: ["retry", "ours"], receivers: [], fate: .once)])
    #expect(catalogue.closureRunners.contains { $0.names.contains("withRetry") && $0.fate == .many })
  }

  @Test func aClosureRunnerForAReceiverStandsBesideTheGeneralOne() throws {
    let catalogue = try merged("closures: [{name: forEach, receiver: Once, fate: once}]")
    #expect(catalogue.closureRunners.filter { $0.names.contains("forEach") }.map(\.fate) == [.many, .once])
  }

  @Test func listsGrow() throws {
    let catalogue = try merged("lists: {borrowing: [inspect, print], never-returning: crash}")
    #expect(catalogue.borrowingFunctions == Catalogue.builtIn.borrowingFunctions + ["inspect"])
    #expect(catalogue.neverReturning.last == "crash")
    #expect(catalogue.assertions == Catalogue.builtIn.assertions)
  }

  @Test func markersGrow() throws {
    let catalogue = try merged("types: [{id: a, extends: value-future}]\nmarkers: {Ours: a, VTValueFuture: a}")
    #expect(catalogue.markerProtocols.filter { $0.template == "a" }.map(\.name) == ["Ours", "VTValueFuture"])
    #expect(catalogue.markerProtocols.filter { $0.name == "VTValueFuture" }.count == 1)
  }

  @Test func twoFilesOneOverTheOther() throws {
    let first = try merged("types: [{id: a, extends: value-future, match: {type: A}, consequence: one}]")
    let second = try readCatalogue(Array("types: [{id: a, match: {type: B}}]".utf8), path: "rules.yaml", over: first)
    let both = try type("a", in: second)
    #expect(both.typeNames == ["B"])
    #expect(both.consequence == "one")
  }

  @Test func anAnchorThatNobodyUsesDoesNoHarm() throws {
    #expect(try merged("lists: &all {borrowing: &some [inspect]}").borrowingFunctions.last == "inspect")
  }

  @Test func anAmpersandInATextIsNoAnchor() throws {
    let catalogue = try merged("rules: [{id: unconsumed, why: \"Pass &value, *always*.\"}]")
    #expect(catalogue.rules.first { $0.id == "unconsumed" }?.why == "Pass &value, *always*.")
  }
}
