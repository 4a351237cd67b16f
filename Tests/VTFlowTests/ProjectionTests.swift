// A function is solved part by part. What is found must be what the whole graph gives, and the work must grow with the
// function's size.

import TestSupport
import Testing
import VTDiagnostics

@testable import VTFlow
@testable import vtlint_dev

/// What a rule or a summary may take from facts, in words.
private func findings(_ facts: FunctionFacts, followed: Set<OriginID>) -> Set<String> {
  var found: Set<String> = []
  for event in facts.events where event.verdict != .first || event.mayBeIncomplete {
    // Whether it has completed is asked of first uses only.
    found.insert("use \(event.id.index) of \(event.origin.index): \(event.verdict)")
  }
  for origin in facts.settled { found.insert("settled \(origin.index)") }
  for origin in facts.reached { found.insert("reached \(origin.index)") }
  for leak in facts.leaks { found.insert("leak \(leak.origin.index) at \(leak.range.start)") }
  found.formUnion(facts.soleCaptures.map { "alone: \($0)" } + facts.spentCaptures.map { "spent: \($0)" })
  for origin in followed { found.insert("exits \(origin.index): \(facts.exits[origin].map { [$0.returned.rawValue, $0.thrown.rawValue] } ?? [])") }
  for (origin, uses) in facts.usesOf { for use in uses { found.insert("origin \(origin.index) has use \(use.index)") } }
  return found
}

private func compare(
  _ graph: ControlFlowGraph, keeping parameters: [(slot: SlotID, origin: OriginID)]
) throws -> (inParts: Set<String>, asWhole: Set<String>) {
  var budget = Budget()
  let whole = Projection(graph: graph, origins: Set(graph.origins.indices.map { OriginID($0) }))
  let followed = Set(parameters.map(\.origin))
  let inParts = try #require(solve(graph, keeping: parameters, within: &budget))
  var replay = Replay(parameters: parameters, deciders: [])
  replay.solve(whole, of: 1, within: &budget)
  #expect(!budget.isSpent)
  return (findings(inParts, followed: followed), findings(replay.facts(of: graph), followed: followed))
}

@Suite struct ProjectionTests {
  @Test(arguments: RuleFixture.all)
  func partsFindWhatTheWholeFinds(in fixture: RuleFixture) throws {
    for (number, graph) in graphs(of: fixture.text).enumerated() {
      let (inParts, asWhole) = try compare(graph, keeping: [])
      #expect(inParts == asWhole, "graph \(number)")
    }
  }

  @Test(arguments: RuleFixture.all)
  func partsKnowWhatBecomesOfParameters(in fixture: RuleFixture) throws {
    for (number, graph) in graphs(of: fixture.text).enumerated() where !graph.parameterSlots.isEmpty {
      let (inParts, asWhole) = try compare(graph, keeping: graph.parameterSlots)
      #expect(inParts == asWhole, "graph \(number)")
    }
  }

  /// More conditions than are remembered: each of the others blurs what was known, whether or not something happens between two.
  @Test(arguments: [2, 60, 300]) func partsFindWhatTheWholeFindsWhereConditionsAreForgotten(every distance: Int) throws {
    let statements = (0..<FactTable.limit + 400).map { number in
      let used = "_ = try await f\(number / distance % 4).value"
      switch number % distance {
      case 0: return "if c\(number) { \(used) }"
      case distance / 2: return "while c\(number) { if d\(number) { break }; \(used) }"
      default: return "if c\(number) { log(\(number)) } else if d\(number) { return }"
      }
    }
    let makings = (0..<4).map { "let f\($0) = store.load(\($0))" }
    let uses = (0..<4).map { "_ = try await f\($0).value" }
    let text = "func f() async throws {\n" + (makings + statements + uses).joined(separator: "\n") + "\n}\n"
    let graph = try #require(graphs(of: text).first)
    #expect(graph.origins.count == 4)
    #expect(graph.blocks.contains { $0.instructions.contains { if case .blur = $0 { true } else { false } } })
    let (inParts, asWhole) = try compare(graph, keeping: [])
    // In the whole more ways have to be joined, which silences; the parts may know more.
    #expect(asWhole.subtracting(inParts).sorted() == [])
    #expect(asWhole.contains { $0.hasSuffix("again") })
  }

  /// Whatever is forgotten, what happens behind it is told as long as nothing has happened before.
  @Test func whatNobodyHasUsedYetIsFollowedPastConditionsThatAreForgotten() throws {
    let statements = (0..<FactTable.limit + 100).map { "if c\($0) { log(\($0)) }" }.joined(separator: "\n")
    let text = """
      func f() async throws {
      let f = store.load(1)
      let g = store.load(2)
      if cached { _ = try await g.value }
      \(statements)
      if !cached { _ = try await g.value }
      _ = try await f.value
      _ = try await f.value
      }
      """
    let graph = try #require(graphs(of: text).first)
    let (inParts, _) = try compare(graph, keeping: [])
    let again = inParts.filter { $0.hasSuffix("again") }
    #expect(again.count == 1)
  }

  /// The blocks of all parts and the ways into them: what solving costs.
  private func work(_ text: String) throws -> Int {
    let graph = try #require(graphs(of: text).first)
    var budget = Budget()
    var work = 0
    graph.forEachPart(keeping: [], within: &budget) { part, count, budget in
      work += part.graph.blocks.count + Solver.solve(part.graph, keeping: [], parts: count, within: &budget).count
    }
    return work
  }

  @Test(arguments: LargeShape.allCases)
  func workGrowsWithTheSize(of shape: LargeShape) throws {
    let small = try work(shape.text(statements: 200))
    let large = try work(shape.text(statements: 400))
    #expect(large <= small * 5 / 2, "\(small) to \(large)")
  }
}
