/// Slots and origins that have to be looked at together, and those that do not.
///
/// Two slots belong to one family if what one holds may come into the other, or if what one holds says something about
/// the other (conditions of which at most one holds). Families with origins are the groups that the solver takes one by
/// one; the other families are conditions, which any group may ask for.
struct OriginGroups {
  struct Group {
    var family: Int32
    var origins: [OriginID] = []
    /// The regions that use them, and all around those.
    var regions: Set<Int32> = []
    /// Some of them are duties; some of those are this function's own, so that every way out has to be looked at.
    var hasDuties = false
    var hasDebts = false
  }

  /// In the order in which their first origins are made in the text.
  private(set) var groups: [Group] = []
  /// The family of each slot, named by one of its slots.
  private let families: [Int32]
  /// The families of the slots that hold the handle of a region's task.
  private var handles: [Int32: [Int32]] = [:]

  private var familyOfOrigin: [OriginID: Int32] = [:]
  /// Families of slots to which something known is written, so that it decides conditions on them.
  private var knownContents: Set<Int32> = []
  private var knownCompletion: Set<Int32> = []
  /// Families of slots to which numbers are written.
  private var numbers: Set<Int32> = []

  init(_ graph: ControlFlowGraph) {
    families = slotFamilies(of: graph)
    var groupOfFamily: [Int32: Int] = [:]
    for block in graph.blocks {
      for instruction in block.instructions {
        switch instruction {
        case .create(let slot, let origin), .createIfUnknown(let slot, let origin):
          let group = groupOfFamily[family(of: slot), default: groups.count]
          if group == groups.count {
            groupOfFamily[family(of: slot)] = group
            groups.append(Group(family: family(of: slot)))
          }
          groups[group].origins.append(origin)
          familyOfOrigin[origin] = family(of: slot)
          if graph[origin].contract == .duty { groups[group].hasDuties = true }
          if graph[origin].owes, graph[origin].duty != .kept { groups[group].hasDebts = true }
          if !graph[origin].isOptional { knownContents.insert(family(of: slot)) }
          if graph[origin].isCompleted { knownCompletion.insert(family(of: slot)) }
        case .handle(let slot, let region):
          handles[region.index, default: []].append(family(of: slot))
          knownContents.insert(family(of: slot))
        case .set(let slot, .doubtful):
          // Of what is asked twice the second answer may be another one.
          knownContents.insert(family(of: slot))
          for dependent in graph.dependents[slot] ?? [] { knownContents.insert(family(of: dependent.slot)) }
        case .set(let slot, let constant):
          if constant != .unknown { knownContents.insert(family(of: slot)) }
          guard case .number = constant else { continue }
          numbers.insert(family(of: slot))
          for compared in graph.comparisons[slot] ?? [] { knownContents.insert(family(of: compared.condition)) }
        case .copy(let slot, _):
          for compared in graph.comparisons[slot] ?? [] { knownContents.insert(family(of: compared.condition)) }
        case .step(let slot, _):
          for dependent in graph.dependents[slot] ?? [] { knownContents.insert(family(of: dependent.slot)) }
        case .advance(let slot, _):
          // What was equal once will not be again.
          for dependent in graph.dependents[slot] ?? [] where dependent.isEquality {
            knownContents.insert(family(of: dependent.slot))
          }
        default: break
        }
      }
    }
    for block in graph.blocks {
      for instruction in block.instructions {
        switch instruction {
        case .use(let slot, let use):
          guard let region = graph[use].region, let group = groupOfFamily[family(of: slot)] else { continue }
          groups[group].regions.formUnion(graph.chain(region).map(\.index))
        case .take(let slot):
          guard let group = groupOfFamily[family(of: slot)] else { continue }
          if groups[group].origins.contains(where: { graph[$0].duty == .kept }) { groups[group].hasDebts = true }
        default: break
        }
      }
    }
  }

  func family(of slot: SlotID) -> Int32 { families[Int(slot.index)] }

  /// Whether something that is written in the function decides this condition; if not, only the answers to it do.
  func mayDecide(_ condition: Condition) -> Bool {
    switch condition {
    case .isTrue(let slot), .isNil(let slot): knownContents.contains(family(of: slot))
    case .isCompleted(let slot): knownCompletion.contains(family(of: slot))
    case .hasOutcome, .unknown: false
    }
  }

  /// Whether it may hold a number that is known.
  func mayBeNumber(_ slot: SlotID) -> Bool { numbers.contains(family(of: slot)) }

  func family(of origin: OriginID) -> Int32? { familyOfOrigin[origin] }

  func handleFamilies(of region: Int32) -> [Int32] { handles[region] ?? [] }
}

private func slotFamilies(of graph: ControlFlowGraph) -> [Int32] {
  var sets = DisjointSets(count: graph.slotNames.count)
  var firstSlot: [OriginID: SlotID] = [:]
  for block in graph.blocks {
    for instruction in block.instructions {
      switch instruction {
      case .copy(let target, let source): sets.unite(target.index, source.index)
      case .create(let slot, let origin), .createIfUnknown(let slot, let origin):
        if let first = firstSlot[origin] { sets.unite(first.index, slot.index) } else { firstSlot[origin] = slot }
      default: break
      }
    }
    if case .branch(.hasOutcome(let slot, let fact), _, _) = block.terminator { sets.unite(slot.index, fact.index) }
  }
  for (slot, implications) in graph.implications {
    for implication in implications { sets.unite(slot.index, implication.other.index) }
  }
  for group in graph.exclusiveGroups.values + graph.ranges.families {
    for slot in group { sets.unite(slot.index, group[0].index) }
  }
  return (0..<Int32(graph.slotNames.count)).map { sets.representative(of: $0) }
}
