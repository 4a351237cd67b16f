import VTDiagnostics

/// What a slot is known to hold, in one word; slots that are not in a state may hold anything.
struct SlotContent: Hashable {
  private let raw: UInt32

  private enum Tag: UInt32 { case truth = 1, isNil, present, number, doubtful, origin, handle }

  static let yes = SlotContent(.truth, 1)
  static let no = SlotContent(.truth, 0)
  /// False for as long as the loop runs: its variable was equal to the literal in an earlier round.
  static let spent = SlotContent(.truth, 2)
  static let `nil` = SlotContent(.isNil, 0)
  static let present = SlotContent(.present, 0)
  /// Something was known, and somebody may have changed it since.
  static let doubtful = SlotContent(.doubtful, 0)
  static func number(_ value: Int) -> SlotContent { SlotContent(.number, UInt32(value - Constant.numbers.lowerBound)) }
  static func origin(_ id: OriginID) -> SlotContent { SlotContent(.origin, UInt32(id.index)) }
  static func handle(_ id: RegionID) -> SlotContent { SlotContent(.handle, UInt32(id.index)) }

  private init(_ tag: Tag, _ payload: UInt32) { raw = tag.rawValue << 28 | payload & 0x0FFF_FFFF }

  /// True or false, where that is known.
  var truth: Bool? {
    guard raw >> 28 == Tag.truth.rawValue else { return nil }
    return raw & 0x0FFF_FFFF == 1
  }

  var isNil: Bool? {
    switch Tag(rawValue: raw >> 28) {
    case .isNil: true
    case .present, .number, .handle: false
    default: nil
    }
  }

  var number: Int? {
    raw >> 28 == Tag.number.rawValue ? Int(raw & 0x0FFF_FFFF) + Constant.numbers.lowerBound : nil
  }
  var origin: OriginID? { raw >> 28 == Tag.origin.rawValue ? OriginID(Int(raw & 0x0FFF_FFFF)) : nil }
  var region: RegionID? { raw >> 28 == Tag.handle.rawValue ? RegionID(Int(raw & 0x0FFF_FFFF)) : nil }

  /// About one-shot values and their tasks, as opposed to conditions.
  var isAboutValues: Bool { raw >> 28 >= Tag.origin.rawValue }

  var word: UInt32 { raw }
}

/// A use in a state: by an earlier run of its region, or in this one.
struct UseInstance: Hashable, Comparable {
  var use: UseID
  /// Of an earlier round of the loop in which the region starts anew.
  var isOlder: Bool

  static func < (a: UseInstance, b: UseInstance) -> Bool {
    a.use != b.use ? a.use < b.use : !a.isOlder && b.isOlder
  }
}

/// What is known of one origin on one way through the function.
struct OriginState: Hashable {
  var id: OriginID
  var mayBeIncomplete: Bool
  var hasEscaped = false
  /// A guard stands before it, or what is known has gone: nothing it does here is certain.
  var isExcused = false
  /// Known not to be nil.
  var isPresent: Bool
  /// The uses so far that used it up, in the order of their places. Bounded: the first few tell the story.
  var uses: [UseInstance] = []

  /// Who has been given it, in the order of their places; bounded.
  var holders: [UseID] = []
  /// The code that had to see to it is over.
  var hasEnded = false
  /// It was taken out of the place where it was kept.
  var isTaken = false

  static let useLimit = 8

  /// A duty that nobody has done or taken on.
  func isDue(_ graph: ControlFlowGraph) -> Bool {
    uses.isEmpty && !hasEscaped && !hasEnded && (graph[id].duty == .kept ? isTaken : graph[id].owes)
  }

  /// Nobody has done anything with it, and nobody has to.
  func isUntouched(_ graph: ControlFlowGraph) -> Bool {
    uses.isEmpty && holders.isEmpty && !graph[id].owes && graph[id].contract != .duty
  }

  /// A timer has it that may be cancelled: then it is due again.
  func isLeftToTimer(_ graph: ControlFlowGraph) -> Bool {
    graph.hasTimers && graph[id].owes && uses.contains { graph[$0.use].region.map { graph[$0].isScheduled } ?? false }
  }

  mutating func excuse() {
    hasEscaped = true
    isExcused = true
  }

  mutating func handOver(_ use: UseID) {
    hasEscaped = true
    if holders.contains(use) || holders.count >= OriginState.useLimit { return }
    holders.append(use)
    holders.sort()
  }

  mutating func add(_ use: UseInstance) {
    if uses.contains(use) { return }
    if uses.count >= OriginState.useLimit { return }
    uses.append(use)
    uses.sort()
  }
}

/// What holds at a point on one way that leads there.
///
///     slots     what variables hold: origins, task handles; what conditions are known to be
///     origins   how far each origin that a slot still holds has been used
///     running   tasks that may still run
///
/// The element of the analysis' domain is a *set* of these (per block): paths that differ in what they know are kept
/// apart up to a limit, then joined (`Solver`).
struct State {
  var slots: [(slot: SlotID, content: SlotContent)] = []
  var origins: [OriginState] = []
  /// Regions that were started and not waited for; sorted. `isOlder` rounds of a loop's task are kept apart.
  var running: [UseRegion] = []

  struct UseRegion: Hashable, Comparable {
    var region: RegionID
    var isOlder: Bool
    static func < (a: UseRegion, b: UseRegion) -> Bool {
      a.region.index != b.region.index ? a.region.index < b.region.index : !a.isOlder && b.isOlder
    }
  }

  var size: Int { slots.count + origins.count + running.count }

  func content(_ slot: SlotID) -> SlotContent? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].slot == slot { return slots[middle].content }
      if slots[middle].slot < slot { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  mutating func set(_ slot: SlotID, _ content: SlotContent?) {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].slot < slot { low = middle + 1 } else { high = middle }
    }
    let stands = low < slots.count && slots[low].slot == slot
    switch (stands, content) {
    case (true, let content?): slots[low].content = content
    case (true, nil): slots.remove(at: low)
    case (false, let content?): slots.insert((slot, content), at: low)
    case (false, nil): break
    }
  }

  func originIndex(_ id: OriginID) -> Int? { origins.firstIndex { $0.id == id } }

  /// The part of the state that decides about findings: two ways that agree on it differ at most in conditions.
  func valueKey(_ graph: ControlFlowGraph) -> StateKey {
    var key = StateKey()
    for (slot, content) in slots where content.isAboutValues { key.add(UInt32(slot.index), content.word) }
    addOrigins(to: &key, graph)
    return key
  }

  /// The whole of it: equal keys, equal knowledge (but for which uses exactly stand behind "used").
  func fullKey(_ graph: ControlFlowGraph) -> StateKey {
    var key = StateKey()
    for (slot, content) in slots { key.add(UInt32(slot.index), content.word) }
    addOrigins(to: &key, graph)
    return key
  }

  /// All but the numbers that variables are followed to: two ways that agree on it differ in how far somebody has counted.
  func keyWithoutNumbers(_ graph: ControlFlowGraph) -> StateKey {
    var key = StateKey()
    for (slot, content) in slots where content.number == nil { key.add(UInt32(slot.index), content.word) }
    addOrigins(to: &key, graph)
    return key
  }

  private func addOrigins(to key: inout StateKey, _ graph: ControlFlowGraph) {
    key.add(.max, .max)
    for origin in origins {
      key.add(
        UInt32(origin.id.index),
        (origin.mayBeIncomplete ? 1 : 0) | (origin.hasEscaped ? 2 : 0) | (origin.isPresent ? 4 : 0)
          | (origin.uses.isEmpty ? 0 : 8) | (origin.hasEnded ? 16 : 0) | (origin.isTaken ? 32 : 0)
          | (origin.isExcused ? 64 : 0))
      // In which regions it was used decides between "again" and "at the same time".
      var regions: [UInt32] = []
      for use in origin.uses {
        guard let region = graph[use.use].region else { continue }
        let word = UInt32(region.index) << 1 | (use.isOlder ? 1 : 0)
        if !regions.contains(word) { regions.append(word) }
      }
      if regions.count > 1 { regions.sort() }
      for region in regions { key.add(.max, region) }
    }
    for region in running { key.add(.max - 1, UInt32(region.region.index) << 1 | (region.isOlder ? 1 : 0)) }
  }
}

/// A state in one word: equal states have equal keys, and two different ones of a function the same key less often than
/// a machine errs.
struct StateKey: Hashable {
  private(set) var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The order counts.
  mutating func add(_ first: UInt32, _ second: UInt32) {
    hash = (hash ^ (UInt64(first) << 32 | UInt64(second))) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }
}
