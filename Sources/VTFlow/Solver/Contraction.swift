/// What is left of the blocks of a graph if only some of them matter.
///
/// A block in which nothing happens is replaced by the one that surely comes next among those that matter, and so are
/// branches whose ways meet again before anything happens, and loops that only go round:
///
///     b0: create f                        b0: create f
///     b1: if debug -> b2, b3
///     b2: print                    =>
///     b3: try log() -> b4, exit           (the exit does not matter here)
///     b4: use f                           b4: use f
///
/// What stays are the blocks that matter and the branches that decide which of them come next. A branch on a condition
/// that is asked for stays if its ways differ in anything, even in that one of them leads nowhere.
struct Contraction {
  /// In the place of a block: nothing that matters comes any more.
  static let nowhere: Int32 = -1

  private let graph: ControlFlowGraph
  private let matters: [Bool]
  private let isAsked: [Bool]
  /// What stands for each block: the block itself, another one, or nothing.
  private var standIns: [Int32]
  /// The steps that are taken between a block and its stand-in, whichever way.
  private var skippedSteps: [[StepID]]
  private var decisions: [Decision]
  /// Ways to other blocks that were left before a block, and are told as ways out of it: of a row of calls that may all
  /// throw to one place the first is told.
  private var earlierWays: [[(target: Int32, steps: [StepID])]]
  private let entryCounts: [Int32]

  /// What a branch decides.
  enum Decision: Equatable {
    /// Nothing: its ways meet again before anything happens.
    case nothing
    /// Only this one of its edges leads on; whoever gets on has learned something.
    case onlyWay(Int)
    /// Which of several blocks comes next.
    case whichWay
  }

  /// - Parameters:
  ///   - graph: its blocks stand roughly in the order in which they are reached.
  ///   - matters: the blocks in which something happens.
  ///   - isAsked: the blocks that end in a branch on a condition of interest.
  init(_ graph: ControlFlowGraph, matters: [Bool], isAsked: [Bool]) {
    self.graph = graph
    self.matters = matters
    self.isAsked = isAsked
    standIns = Array(0..<Int32(graph.blocks.count))
    skippedSteps = Array(repeating: [], count: graph.blocks.count)
    decisions = Array(repeating: .nothing, count: graph.blocks.count)
    earlierWays = Array(repeating: [], count: graph.blocks.count)
    var counts = Array(repeating: Int32(0), count: graph.blocks.count)
    for block in graph.blocks { for edge in block.terminator.edges { counts[Int(edge.target.index)] += 1 } }
    entryCounts = counts
    // Backwards nearly everything is known the first time; what loops hide from it shows the second time.
    for _ in 0..<2 {
      for block in standIns.indices.reversed() where !matters[block] && standIns[block] == Int32(block) { contract(block) }
    }
    for block in standIns.indices where stays(block) { decisions[block] = decision(at: block) }
  }

  func stays(_ block: Int) -> Bool { standIns[block] == Int32(block) }

  /// Where an edge leads now, and the steps on the way there.
  mutating func resolve(_ edge: Edge) -> (target: Int32, steps: [StepID]) {
    let (target, steps) = standIn(for: edge.target.index)
    return (target, chained(edge.steps, steps))
  }

  /// The places where the ways out of a block lead, each once; without those that lead nowhere.
  mutating func targets(of block: Int) -> [Int32] {
    var targets: [Int32] = []
    for edge in graph.blocks[block].terminator.edges {
      let target = standIn(for: edge.target.index).0
      if target != Contraction.nowhere, !targets.contains(target) { targets.append(target) }
    }
    return targets
  }

  /// What to tell of the ways from a block to a place: of several the one that goes straight on, or else what all of
  /// them end with.
  mutating func steps(from block: Int, to target: Int32) -> [StepID] {
    for earlier in earlierWays[block].reversed() where standIn(for: earlier.target).0 == target { return earlier.steps }
    var ways: [[StepID]] = []
    for edge in graph.blocks[block].terminator.edges {
      let (place, steps) = resolve(edge)
      if place != target { continue }
      if edge.step == nil { return steps }
      ways.append(steps)
    }
    return commonEnd(of: ways)
  }

  func decision(of block: Int) -> Decision { decisions[block] }

  private mutating func decision(at block: Int) -> Decision {
    let ways = graph.blocks[block].terminator.edges.map { resolve($0).target }
    let targets = Set(ways).subtracting([Contraction.nowhere, matters[block] ? Contraction.nowhere : Int32(block)])
    if targets.count > 1 { return .whichWay }
    guard let only = targets.first, let place = ways.firstIndex(of: only), ways.contains(where: { $0 != only }) else {
      return .nothing
    }
    return .onlyWay(place)
  }

  private mutating func contract(_ block: Int) {
    if isAsked[block] {
      let ways = graph.blocks[block].terminator.edges.map { resolve($0) }
      guard ways.allSatisfy({ $0.target == ways[0].target }), ways[0].target != Int32(block) else { return }
      standIns[block] = ways[0].target
      skippedSteps[block] = commonEnd(of: ways.map(\.steps))
      return
    }
    let targets = targets(of: block)
    let others = targets.filter { $0 != Int32(block) }
    if others.isEmpty {
      standIns[block] = Contraction.nowhere
    } else if others.count == 1 {
      decisions[block] = decision(at: block)
      // How a loop that only goes round was left is not worth telling.
      if targets.count == 1 { skippedSteps[block] = steps(from: block, to: others[0]) }
      standIns[block] = others[0]
    } else if others.count <= Contraction.comparedWays, let same = others.first(where: { offers($0, others, to: block) }) {
      decisions[block] = .whichWay
      if isOnlyEntered(same, from: block) {
        for other in others where other != same { earlierWays[Int(same)].append((other, steps(from: block, to: other))) }
      }
      standIns[block] = same
    }
  }

  /// More ways out of a block than this are not compared with those of the next.
  private static let comparedWays = 8

  private mutating func isOnlyEntered(_ target: Int32, from block: Int) -> Bool {
    graph.blocks[block].terminator.edges.allSatisfy { edge in
      standIn(for: edge.target.index).0 != target
        || entryCounts[Int(edge.target.index)] == 1 && entryCounts[Int(target)] == 1
    }
  }

  /// Whether an idle block leads to all these places, so that a detour by it loses nothing.
  private mutating func offers(_ candidate: Int32, _ places: [Int32], to block: Int) -> Bool {
    if matters[Int(candidate)] || isAsked[Int(candidate)] { return false }
    let offered = targets(of: Int(candidate))
    return places.allSatisfy { $0 == candidate || $0 == Int32(block) || offered.contains($0) }
  }

  private mutating func standIn(for block: Int32) -> (Int32, [StepID]) {
    var last = block
    var steps: [StepID] = []
    while last != Contraction.nowhere, standIns[Int(last)] != last {
      steps = chained(steps, skippedSteps[Int(last)])
      last = standIns[Int(last)]
    }
    // The next question takes the short way.
    if standIns[Int(block)] != block {
      standIns[Int(block)] = last
      skippedSteps[Int(block)] = steps
    }
    return (last, steps)
  }

  /// One after the other; of a long way the end is enough.
  private func chained(_ first: [StepID], _ second: [StepID]) -> [StepID] {
    if second.isEmpty { return first }
    return first.isEmpty ? second : Array((first + second).suffix(Contraction.skippedSteps))
  }

  private static let skippedSteps = 8
}

/// The steps with which all these ways end.
func commonEnd(of ways: [[StepID]]) -> [StepID] {
  guard var common = ways.first else { return [] }
  for way in ways.dropFirst() {
    var length = 0
    while length < min(common.count, way.count), common[common.count - 1 - length] == way[way.count - 1 - length] { length += 1 }
    common = Array(common.suffix(length))
  }
  return common
}

extension Edge {
  init(_ target: BlockID, _ steps: [StepID]) {
    self.init(target: target, step: steps.first, further: Array(steps.dropFirst()))
  }
}
