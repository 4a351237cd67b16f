// Laws of the solver's domain, and that its answer does not hang on how blocks are numbered.

import TestSupport
import Testing
import VTDiagnostics

@testable import VTFlow

/// What the rules see of a graph's facts.
private func verdicts(_ graph: ControlFlowGraph) throws -> Set<String> {
  let facts = try #require(solve(graph))
  let events = facts.events.map { "\($0.use.range.start) \($0.origin.index) \($0.verdict) \($0.mayBeIncomplete)" }
  return Set(events + facts.settled.map { "settled \($0.index)" } + facts.reached.map { "reached \($0.index)" })
}

/// The same graph with its blocks in another order; the entry stays first.
private func renumbered(_ graph: ControlFlowGraph, by seed: UInt64) -> ControlFlowGraph {
  var random = SeededRandom(seed: seed)
  let order = [0] + Array(1..<max(1, graph.blocks.count)).shuffled(using: &random)
  var place = Array(repeating: 0, count: graph.blocks.count)
  for (new, old) in order.enumerated() where old < place.count { place[old] = new }
  func moved(_ edge: Edge) -> Edge { Edge(target: BlockID(place[Int(edge.target.index)]), step: edge.step) }
  var result = graph
  result.blocks = order.filter { $0 < graph.blocks.count }.map { old in
    var block = graph.blocks[old]
    switch block.terminator {
    case .jump(let edge): block.terminator = .jump(moved(edge))
    case .branch(let condition, let yes, let no):
      block.terminator = .branch(condition, whenTrue: moved(yes), whenFalse: moved(no))
    case .fork(let edges): block.terminator = .fork(edges.map(moved))
    case .exit: break
    }
    return block
  }
  return result
}

private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct SolverTests {
  @Test(arguments: RuleFixture.all)
  func theOrderOfBlocksChangesNothing(in fixture: RuleFixture) throws {
    for (number, graph) in graphs(of: fixture.text).enumerated() {
      let expected = try verdicts(graph)
      for seed in 1...3 {
        #expect(try verdicts(renumbered(graph, by: UInt64(seed))) == expected, "graph \(number), seed \(seed)")
      }
    }
  }

  @Test(arguments: RuleFixture.all)
  func graphsKeepTheirInvariants(in fixture: RuleFixture) {
    for graph in graphs(of: fixture.text) {
      for block in graph.blocks {
        for edge in block.terminator.edges { #expect(graph.blocks.indices.contains(Int(edge.target.index))) }
        for case .use(let slot, let use) in block.instructions {
          #expect(graph.slotNames.indices.contains(Int(slot.index)))
          #expect(graph.uses.indices.contains(Int(use.index)))
        }
      }
      for use in graph.uses { #expect(Int(use.range.end) <= fixture.text.utf8.count) }
    }
  }

  /// Independent conditions say nothing about each other: the ways must not double with each.
  @Test func independentConditionsDoNotMultiply() throws {
    let ifs = (0..<60).map { "if c\($0) { print(\($0)) }\nif c\($0) { print(\($0)) }" }.joined(separator: "\n")
    let parameters = (0..<60).map { "c\($0): Bool" }.joined(separator: ", ")
    let text = "func many(\(parameters)) async throws {\nlet f = store.load(1)\n\(ifs)\n_ = try await f.value\n}"
    let graph = try #require(graphs(of: text).first)
    var budget = Budget()
    #expect(Solver.solve(graph, keeping: [], within: &budget).count < graph.blocks.count * 3)
  }

  /// Conditions that all stay of interest are kept apart up to the bound and no further.
  @Test func lastingConditionsStayBounded() throws {
    let parameters = (0..<24).map { "c\($0): Bool" }.joined(separator: ", ")
    let once = (0..<24).map { "if c\($0) { print(\($0)) }" }.joined(separator: "\n")
    let text = "func many(\(parameters)) async throws {\nlet f = store.load(1)\n\(once)\n\(once)\n_ = try await f.value\n}"
    let graph = try #require(graphs(of: text).first)
    var budget = Budget()
    #expect(Solver.solve(graph, keeping: [], within: &budget).count <= graph.blocks.count * Limits.states * 2)
    #expect(try #require(solve(graph)).events.allSatisfy { $0.verdict == .first })
  }

  /// Whatever the budget, cutting and solving end with it; a function that cost more says nothing.
  @Test(arguments: RuleFixture.all)
  func nothingIsSaidOfWhatCostsTooMuch(in fixture: RuleFixture) {
    for graph in graphs(of: fixture.text) where !graph.origins.isEmpty {
      var whole = Budget()
      #expect(solve(graph, keeping: [], within: &whole) != nil)
      let cost = Budget().left - whole.left
      #expect(cost > 0)
      for allowed in [1, cost / 2, cost] {
        var budget = Budget(allowed)
        #expect(solve(graph, keeping: [], within: &budget) == nil)
        #expect(budget.isSpent)
      }
    }
  }
}

@Suite struct StateTests {
  /// A graph with three origins and no code: enough for states to speak of.
  private static let graph: ControlFlowGraph = {
    var graph = ControlFlowGraph()
    graph.slotNames = ["a", "b", "c", "d"]
    graph.origins = (0..<2).map { number in
      Origin(
        kind: .made, type: Knowledge.OneShotID(index: 0), range: ByteRange(start: number, end: number + 1), name: "",
        isOptional: false, isCompleted: false)
    }
    graph.uses = (0..<3).map { number in
      Use(
        kind: .consume, range: ByteRange(start: UInt32(number), end: UInt32(number) + 1), subject: "", operation: "", region: nil,
        isRepeated: false)
    }
    return graph
  }()

  /// All states over two slots that hold nothing, a condition, or one of two origins in any condition of use.
  private static let states: [State] = {
    let contents: [SlotContent?] = [nil, .yes, .no, .nil, .origin(OriginID(0)), .origin(OriginID(1))]
    var found: [State] = []
    for first in contents {
      for second in contents {
        for used in [false, true] {
          for incomplete in [false, true] {
            var state = State()
            state.set(SlotID(0), first)
            state.set(SlotID(1), second)
            let held = Set([first, second].compactMap { $0?.origin }).sorted()
            state.origins = held.map { origin in
              var made = OriginState(id: origin, mayBeIncomplete: incomplete, isPresent: true)
              if used { made.add(UseInstance(use: UseID(0), isOlder: false)) }
              return made
            }
            found.append(state)
          }
        }
      }
    }
    return found
  }()

  private func joined(_ a: State, _ b: State) -> State {
    var result = a
    result.join(b, Self.graph)
    return result
  }

  @Test func joinIsIdempotentAndCommutative() {
    for a in Self.states {
      #expect(joined(a, a).fullKey(Self.graph) == a.fullKey(Self.graph))
      for b in Self.states {
        #expect(joined(a, b).fullKey(Self.graph) == joined(b, a).fullKey(Self.graph))
      }
    }
  }

  /// Joining once more with one of the two parts adds nothing: the join is an upper bound of both.
  @Test func joinIsAnUpperBound() {
    for a in Self.states {
      for b in Self.states {
        let both = joined(a, b)
        #expect(joined(both, a).fullKey(Self.graph) == both.fullKey(Self.graph))
        #expect(joined(both, b).fullKey(Self.graph) == both.fullKey(Self.graph))
      }
    }
  }

  /// What two states disagree about silences: no condition survives that one of them does not know.
  @Test func joinKnowsWhatBothKnow() {
    for a in Self.states {
      for b in Self.states {
        for entry in joined(a, b).slots {
          #expect(a.content(entry.slot) == entry.content && b.content(entry.slot) == entry.content)
        }
      }
    }
  }

  /// Grouping changes nothing; a sample of all triples.
  @Test func joinIsAssociative() {
    let some = Self.states.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
    for a in some {
      for b in some {
        for c in some {
          #expect(joined(joined(a, b), c).fullKey(Self.graph) == joined(a, joined(b, c)).fullKey(Self.graph))
        }
      }
    }
  }

  /// Joining silences, before and after whatever comes next: what two states together claim, each of them claims alone.
  /// A branch that the join takes for impossible is silence too.
  @Test func joinedStatesClaimNoMoreThanEach() {
    for a in Self.states {
      for b in Self.states {
        let both = joined(a, b)
        #expect(claims(both).isSubset(of: claims(a)))
        for instruction in Self.instructions {
          var (alone, together) = (a, both)
          alone.apply(instruction, Self.graph)
          together.apply(instruction, Self.graph)
          if !claims(together).isSubset(of: claims(alone)) { Issue.record("\(instruction) on \(a) and \(b)") }
        }
        for condition in Self.conditions {
          for isTrue in [true, false] {
            var (alone, together) = (a, both)
            guard alone.assume(condition, isTrue: isTrue, Self.graph), together.assume(condition, isTrue: isTrue, Self.graph)
            else { continue }
            if !claims(together).isSubset(of: claims(alone)) { Issue.record("\(condition) \(isTrue) on \(a) and \(b)") }
          }
        }
      }
    }
  }

  /// What the rules would say of the value in each slot: that it is used up, that it may not have completed.
  private func claims(_ state: State) -> Set<String> {
    var found: Set<String> = []
    for (slot, content) in state.slots {
      guard let id = content.origin, let origin = state.origins.first(where: { $0.id == id }), !origin.hasEscaped else { continue }
      if !origin.uses.isEmpty { found.insert("\(slot.index) is used up") }
      if origin.mayBeIncomplete { found.insert("\(slot.index) may be incomplete") }
    }
    return found
  }

  /// All but `createIfUnknown`, by which a place that nobody knows is looked at anew.
  private static let instructions: [Instruction] = [
    .create(SlotID(0), OriginID(0)), .copy(SlotID(0), SlotID(1)), .advance(SlotID(0)),
    .set(SlotID(0), .unknown), .set(SlotID(0), .true), .set(SlotID(0), .nil), .set(SlotID(1), .present),
    .use(SlotID(0), UseID(0)), .use(SlotID(1), UseID(1)),
  ]

  private static let conditions: [Condition] = [
    .unknown, .isTrue(SlotID(0)), .isNil(SlotID(0)), .isCompleted(SlotID(1)), .hasOutcome(SlotID(0), SlotID(2)),
  ]
}
