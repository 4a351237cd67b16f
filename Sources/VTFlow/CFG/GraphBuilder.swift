import VTDiagnostics
import VTSyntax

/// The machine that writes a graph: blocks, slots, edges. It knows nothing of Swift.
struct GraphBuilder {
  private(set) var graph = ControlFlowGraph()
  /// Where instructions go. After a jump it is a block that nothing leads to, made only if somebody asks: mostly nobody does.
  var current: BlockID {
    mutating get {
      if hasEnded { resume(at: makeBlock()) }
      return place
    }
  }
  private var place: BlockID
  /// The block at `place` has ended with a jump.
  private var hasEnded = false
  private var isOpen: [Bool] = []
  /// Variables that others may change.
  private var changedUnseen: Set<SlotID> = []
  /// The region the code being written runs in.
  var region: RegionID?
  /// Where the question stands that what is written answers: no steps are told of that, but that a way is hardly ever taken.
  var question: ByteRange?
  /// The call of the local function or closure being written in place.
  var site: ByteRange?
  /// What such a call has given to its parameters.
  var given: Set<SlotID> = []

  init() {
    graph.blocks = [BasicBlock()]
    isOpen = [true]
    place = BlockID(0)
  }

  /// The limit is passed, and nobody will look at the graph: what comes now is written nowhere.
  private var isFull: Bool { graph.blocks.count > Limits.blocks }

  mutating func makeBlock() -> BlockID {
    if isFull { return BlockID(graph.blocks.count - 1) }
    graph.blocks.append(BasicBlock())
    isOpen.append(true)
    return BlockID(graph.blocks.count - 1)
  }

  mutating func makeSlot(_ name: String = "") -> SlotID {
    graph.slotNames.append(name)
    return SlotID(graph.slotNames.count - 1)
  }

  mutating func makeOrigin(_ origin: Origin) -> OriginID {
    graph.origins.append(origin)
    return OriginID(graph.origins.count - 1)
  }

  mutating func makeRegion(_ region: Region) -> RegionID {
    graph.regions.append(region)
    if region.isScheduled { graph.hasTimers = true }
    return RegionID(graph.regions.count - 1)
  }

  /// The condition in `slot` is forgotten when one of the others is written.
  /// - Parameter counting: what an equality compares: for each side what it is reached by.
  mutating func addDependent(_ slot: SlotID, of dependencies: [SlotID], counting: [[SlotID]]) {
    for dependency in dependencies {
      let path = counting.first { $0.contains(dependency) }
      graph.dependents[dependency, default: []].append(
        ControlFlowGraph.Dependent(slot: slot, isEquality: path != nil, isWhole: path?.count == 1))
    }
  }

  /// Of the conditions of one group at most one holds: the cases of an enum, comparisons with different literals.
  mutating func addExclusive(_ slot: SlotID, group: UInt64) {
    graph.exclusive[slot] = group
    graph.exclusiveGroups[group, default: []].append(slot)
  }

  /// - Parameter subject: what is compared with numbers: all conditions about it are looked at together.
  mutating func addRange(_ condition: SlotID, of subject: UInt64, holdsIn numbers: Interval, _ kind: NumberRanges.Kind) {
    graph.ranges.add(condition, of: subject, holdsIn: numbers, kind)
  }

  /// What is known of it may be wrong: others may change it through a pointer, a wrapper or an operator.
  mutating func noteVariable(_ slot: SlotID) { if changedUnseen.insert(slot).inserted { graph.others.append(slot) } }

  /// Whether nobody but the code that is written gives a variable another value, as far as it is written.
  func isOnlySeenHere(_ slot: SlotID) -> Bool { !changedUnseen.contains(slot) }

  mutating func noteGuess(_ slot: SlotID) { graph.guesses.insert(slot) }

  mutating func noteCaseCount(_ count: Int, ofGroup group: UInt64) { graph.caseCounts[group] = count }

  mutating func addImplication(_ slot: SlotID, is known: Bool, _ other: SlotID, is follows: Bool) {
    graph.implications[slot, default: []].append(
      ControlFlowGraph.Implication(known: known, other: other, follows: follows))
  }

  mutating func addComparison(_ condition: SlotID, of variable: SlotID, holdsIn numbers: Interval) {
    graph.comparisons[variable, default: []].append((condition, numbers))
  }

  mutating func relocate(_ origin: OriginID, to range: ByteRange, _ name: String) {
    graph.origins[Int(origin.index)].range = range
    graph.origins[Int(origin.index)].name = name
  }

  /// Says that an origin without a name of its own is an element of a tuple.
  mutating func noteTuple(_ origin: OriginID, _ number: Int32) {
    if graph.origins[Int(origin.index)].variable.isEmpty { graph.origins[Int(origin.index)].tuple = number }
  }

  /// Says which variable holds an origin; the first one told stays.
  mutating func noteElement(_ place: Int, of origin: OriginID) {
    graph.origins[Int(origin.index)].element = UInt8(clamping: place)
  }

  mutating func nameOrigin(_ origin: OriginID, _ variable: String) {
    if graph.origins[Int(origin.index)].variable.isEmpty { graph.origins[Int(origin.index)].variable = variable }
  }

  mutating func emit(_ instruction: Instruction) {
    let block = current
    if !isFull { graph.blocks[Int(block.index)].instructions.append(instruction) }
  }

  /// Writes at the start of the entry block: what a function knows before it runs.
  mutating func emitAtEntry(_ instruction: Instruction) { graph.blocks[0].instructions.insert(instruction, at: 0) }

  /// Another variable holds the same from the start.
  mutating func copyAtEntry(_ source: SlotID, to slot: SlotID) {
    let made = graph.blocks[0].instructions.firstIndex { if case .create(source, _) = $0 { true } else { false } }
    guard let made else { return }
    graph.blocks[0].instructions.insert(.copy(slot, source), at: made + 1)
  }

  mutating func use(
    _ slot: SlotID, _ kind: Use.Kind, range: ByteRange, subject: String, operation: String, isRepeated: Bool,
    capture: Use.Capture? = nil, choice: Use.Choice? = nil
  ) {
    graph.uses.append(
      Use(
        kind: kind, range: range, subject: subject, operation: operation, region: region, isRepeated: isRepeated,
        capture: capture, site: site, isGiven: given.contains(slot), choice: choice))
    emit(.use(slot, UseID(graph.uses.count - 1)))
  }

  /// What was used last tells of one element of several.
  mutating func note(_ told: Use.Told) { if !graph.uses.isEmpty { graph.uses[graph.uses.count - 1].told = told } }

  /// What was used last is given to a callee whose closures alone have it then.
  mutating func noteGivenToClosures() { if !graph.uses.isEmpty { graph.uses[graph.uses.count - 1].isGivenToClosures = true } }

  mutating func edge(_ target: BlockID, _ step: PathStep? = nil) -> Edge {
    guard var step, !isFull, question == nil || step.isUnlikely else { return Edge(target: target, step: nil) }
    if let question { step = PathStep(range: question, text: "", isUnlikely: true) }
    graph.steps.append(step)
    return Edge(target: target, step: StepID(index: Int32(graph.steps.count - 1)))
  }

  /// Ends the current block, if it is still open, and goes on in one that nothing leads to.
  mutating func finish(_ terminator: Terminator) {
    if !hasEnded, isOpen[Int(place.index)] {
      graph.blocks[Int(place.index)].terminator = terminator
      isOpen[Int(place.index)] = false
    }
    hasEnded = true
  }

  mutating func jump(_ target: BlockID, _ step: PathStep? = nil) { finish(.jump(edge(target, step))) }

  mutating func branch(_ condition: Condition, _ whenTrue: Edge, _ whenFalse: Edge) {
    finish(.branch(condition, whenTrue: whenTrue, whenFalse: whenFalse))
  }

  /// Goes on writing in a block made before.
  mutating func resume(at block: BlockID) { (place, hasEnded) = (block, false) }

  /// Jumps to a block and goes on there.
  mutating func proceed(to block: BlockID) {
    jump(block)
    resume(at: block)
  }

  /// Makes sure that some way leads to the end of a stretch of code that may never end: past it, and out of its loops.
  mutating func openEnd(_ end: BlockID, of start: BlockID) {
    var pending = [start]
    var seen: Set<BlockID> = [start]
    var loops: [BlockID] = []
    while let block = pending.popLast() {
      var leadsToEnd = false
      graph[block].terminator.forEachTarget { target in
        leadsToEnd = leadsToEnd || target == end
        if target.index <= block.index { loops.append(block) }
        if seen.insert(target).inserted { pending.append(target) }
      }
      if leadsToEnd { return }
    }
    for block in [start] + loops {
      if case .jump(let edge) = graph[block].terminator {
        graph.blocks[Int(block.index)].terminator = .fork([edge, self.edge(end)])
      }
    }
  }
}
