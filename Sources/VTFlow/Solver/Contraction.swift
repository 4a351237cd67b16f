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
/// A block that only blurs goes if a blur comes next in any case: a function with more conditions than are remembered has
/// thousands of them.
///
/// What stays are the blocks that matter and the branches that decide which of them come next. A branch on a condition
/// that is asked for stays if its ways differ in anything, even in that one of them leads nowhere.
struct Contraction {
  /// In the place of a block: nothing that matters comes any more.
  static let nowhere: Int32 = -1

  private let graph: ControlFlowGraph
  private let ways: WayTargets
  private let matters: [Bool]
  private let onlyBlurs: [Bool]
  private let isAsked: [Bool]
  /// Steps are for people, and cost more than all else: whoever only wants to know what stays leaves them out.
  private let tellsSteps: Bool
  /// What stands for each block: the block itself, another one, or nothing.
  private var standIns: [Int32]
  /// The steps that are taken between a block and its stand-in, whichever way.
  private var skippedSteps: [[StepID]]
  private var decisions: [Decision]
  /// Ways to other blocks that were left before a block, and are told as ways out of it: of a row of calls that may all
  /// throw to one place the first is told.
  private var earlierWays: [[(target: Int32, steps: [StepID])]]
  /// The places where the block that is looked at leads, each once: kept here, so that its memory is used again.
  private var found: [Int32] = []

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
  ///   - ways: those of the graph.
  ///   - matters: the blocks in which something happens.
  ///   - onlyBlurs: the others that blur.
  ///   - isAsked: the blocks that end in a branch on a condition of interest.
  init(
    _ graph: ControlFlowGraph, _ ways: WayTargets, matters: [Bool], onlyBlurs: [Bool], isAsked: [Bool], tellsSteps: Bool
  ) {
    self.graph = graph
    self.ways = ways
    self.matters = matters
    self.onlyBlurs = onlyBlurs
    self.isAsked = isAsked
    self.tellsSteps = tellsSteps
    let count = matters.count
    standIns = Array(0..<Int32(count))
    skippedSteps = tellsSteps ? Array(repeating: [], count: count) : []
    earlierWays = tellsSteps ? Array(repeating: [], count: count) : []
    decisions = Array(repeating: .nothing, count: count)
    // Backwards nearly everything is known the first time; what loops hide from it shows the second time.
    for _ in 0..<2 {
      for block in (0..<count).reversed() where !matters[block] && standIns[block] == Int32(block) { contract(block) }
    }
    for block in 0..<count where stays(block) { decisions[block] = decision(at: block) }
  }

  func stays(_ block: Int) -> Bool { standIns[block] == Int32(block) }

  /// Where an edge leads now, and the steps on the way there.
  mutating func resolve(_ edge: Edge) -> (target: Int32, steps: [StepID]) {
    let target = standIn(for: edge.target.index)
    return (target, chained(edge.steps, skippedSteps(from: edge.target.index)))
  }

  /// The places where the ways out of a block lead, each once; without those that lead nowhere.
  mutating func targets(of block: Int) -> [Int32] {
    findTargets(of: block)
    return found
  }

  private mutating func findTargets(of block: Int) {
    found.removeAll(keepingCapacity: true)
    for way in ways.of(block) {
      let target = standIn(for: ways.targets[way])
      if target != Contraction.nowhere, !found.contains(target) { found.append(target) }
    }
  }

  /// What to tell of the ways from a block to a place: of several the one that goes straight on, or else what all of
  /// them end with.
  mutating func steps(from block: Int, to target: Int32) -> [StepID] {
    for earlier in earlierWays[block].reversed() where standIn(for: earlier.target) == target { return earlier.steps }
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
    var only = Contraction.nowhere
    var place = 0
    var differs = false
    for (index, way) in ways.of(block).enumerated() {
      let target = standIn(for: ways.targets[way])
      if target == Contraction.nowhere || isIdle(block) && target == Int32(block) {
        differs = true
      } else if only == Contraction.nowhere {
        (only, place) = (target, index)
      } else if target != only {
        return .whichWay
      }
    }
    return only == Contraction.nowhere || !differs ? .nothing : .onlyWay(place)
  }

  private mutating func contract(_ block: Int) {
    if onlyBlurs[block], !isBlurredAgain(behind: block) { return }
    if isAsked[block] {
      contractAsked(block)
      return
    }
    findTargets(of: block)
    let count = found.count
    found.removeAll { $0 == Int32(block) }
    let goesRound = found.count < count
    if found.isEmpty {
      standIns[block] = Contraction.nowhere
    } else if found.count == 1 {
      let other = found[0]
      decisions[block] = decision(at: block)
      // How a loop that only goes round was left is not worth telling.
      if tellsSteps, !goesRound { skippedSteps[block] = steps(from: block, to: other) }
      standIns[block] = other
    } else if found.count <= Contraction.comparedWays {
      let others = found
      guard let same = others.first(where: { offers($0, others, to: block) }) else { return }
      decisions[block] = .whichWay
      if tellsSteps, isOnlyEntered(same, from: block) {
        for other in others where other != same { earlierWays[Int(same)].append((other, steps(from: block, to: other))) }
      }
      standIns[block] = same
    }
  }

  private func isIdle(_ block: Int) -> Bool { !matters[block] && !onlyBlurs[block] }

  private mutating func isBlurredAgain(behind block: Int) -> Bool {
    ways.of(block).allSatisfy { way in
      let target = standIn(for: ways.targets[way])
      return target == Contraction.nowhere || target != Int32(block) && onlyBlurs[Int(target)]
    }
  }

  /// A branch on a condition of interest goes if all its ways lead to one place.
  private mutating func contractAsked(_ block: Int) {
    let edges = ways.of(block)
    let target = standIn(for: ways.targets[edges.lowerBound])
    guard target != Int32(block), edges.allSatisfy({ standIn(for: ways.targets[$0]) == target }) else { return }
    if tellsSteps { skippedSteps[block] = commonEnd(of: graph.blocks[block].terminator.edges.map { resolve($0).steps }) }
    standIns[block] = target
  }

  /// More ways out of a block than this are not compared with those of the next.
  private static let comparedWays = 8

  private mutating func isOnlyEntered(_ target: Int32, from block: Int) -> Bool {
    ways.of(block).allSatisfy { way in
      standIn(for: ways.targets[way]) != target
        || ways.entryCounts[Int(ways.targets[way])] == 1 && ways.entryCounts[Int(target)] == 1
    }
  }

  /// Whether an idle block leads to all these places, so that a detour by it loses nothing.
  private mutating func offers(_ candidate: Int32, _ places: [Int32], to block: Int) -> Bool {
    if !isIdle(Int(candidate)) || isAsked[Int(candidate)] { return false }
    findTargets(of: Int(candidate))
    return places.allSatisfy { $0 == candidate || $0 == Int32(block) || found.contains($0) }
  }

  private mutating func standIn(for block: Int32) -> Int32 {
    let next = standIns[Int(block)]
    if next == block || next == Contraction.nowhere || standIns[Int(next)] == next { return next }
    var last = next
    var steps = tellsSteps ? skippedSteps[Int(block)] : []
    while last != Contraction.nowhere, standIns[Int(last)] != last {
      if tellsSteps { steps = chained(steps, skippedSteps[Int(last)]) }
      last = standIns[Int(last)]
    }
    // The next question takes the short way.
    standIns[Int(block)] = last
    if tellsSteps { skippedSteps[Int(block)] = steps }
    return last
  }

  /// The steps to the stand-in of a block that somebody has just asked for.
  private func skippedSteps(from block: Int32) -> [StepID] {
    stays(Int(block)) ? [] : skippedSteps[Int(block)]
  }

  /// One after the other; of a long way the end is enough.
  private func chained(_ first: [StepID], _ second: [StepID]) -> [StepID] {
    if second.isEmpty { return first }
    return first.isEmpty ? second : Array((first + second).suffix(Contraction.toldSteps))
  }

  /// Of a long way this many steps are told.
  private static let toldSteps = 8
}

/// Where the ways out of each block lead, in one row: to look at them costs no array for each block.
struct WayTargets {
  private var starts: [Int] = [0]
  private(set) var targets: [Int32] = []
  /// How many ways lead to each block.
  private(set) var entryCounts: [Int32] = []

  init(_ graph: ControlFlowGraph) {
    starts.reserveCapacity(graph.blocks.count + 1)
    targets.reserveCapacity(graph.blocks.count * 2)
    for block in graph.blocks {
      block.terminator.forEachTarget { targets.append($0.index) }
      starts.append(targets.count)
    }
    entryCounts = Array(repeating: 0, count: graph.blocks.count)
    for target in targets { entryCounts[Int(target)] += 1 }
  }

  /// The places of the ways out of a block in `targets`.
  func of(_ block: Int) -> Range<Int> { starts[block]..<starts[block + 1] }
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
