import VTDiagnostics

/// Protocols, and the followed type whose values somebody may give to what takes any conformer: `drain(_ rows: some
/// AsyncSequence)`, and `load<T: Loadable>(_ item: T)` with `extension ValueFuture: Loadable {}`.
///
/// A function is summarised as if its parameter were of that type. The summary is used where it is given such a value, and
/// only there; what the function does to all others nobody asks, and in its own body nothing is told.
struct StandIns: Sendable {
  private let types: NameMap<Type>
  let protocols: Set<Name>

  subscript(_ name: Name) -> Type? { types[name] }

  init(_ merge: IndexMerge) {
    let knowledge = merge.knowledge
    var found: [Name: Candidate] = [:]
    for (type, id) in merge.oneShotTypes {
      guard let contract = knowledge.contract(of: id) else { continue }
      for above in StandIns.protocols(above: type, merge) {
        let candidate = Candidate.one(type, id, contract)
        found[above] = found[above]?.joined(candidate) ?? candidate
      }
    }
    var types = found.compactMapValues { $0.type(knowledge) }
    if merge.types[KnownNames.asyncSequence] == nil, let any = Candidate.sequences.type(knowledge) {
      types[KnownNames.asyncSequence] = any
    }
    self.types = NameMap(types)
    protocols = Set(types.keys)
  }

  /// The protocols of the sources that a type conforms to, and that make nothing one-shot themselves.
  private static func protocols(above type: Name, _ merge: IndexMerge) -> Set<Name> {
    var found: Set<Name> = []
    var pending = merge.supertypes[type] ?? []
    while let above = pending.popLast(), found.count < 32 {
      guard merge.isProtocol(above), merge.oneShotTypes[above] == nil, found.insert(above).inserted else { continue }
      pending += merge.supertypes[above] ?? []
    }
    return found
  }

  /// What is known of the conformers of one protocol.
  private enum Candidate {
    case one(Name, Knowledge.OneShotID, Contract)
    /// Several types with the same operations.
    case entry(Knowledge.OneShotID, Contract)
    case sequences
    /// What holds for the one does not hold for the other.
    case different

    private var contract: Contract? {
      switch self {
      case .one(_, _, let contract), .entry(_, let contract): contract
      case .sequences: .sequence
      case .different: nil
      }
    }

    private var entry: Knowledge.OneShotID? {
      switch self {
      case .one(_, let id, _), .entry(let id, _): id
      case .sequences, .different: nil
      }
    }

    func joined(_ other: Candidate) -> Candidate {
      guard let contract, contract == other.contract else { return .different }
      if let entry, entry == other.entry { return .entry(entry, contract) }
      return contract == .sequence ? .sequences : .different
    }

    /// The type that stands for all of them; of duties nothing is claimed.
    func type(_ knowledge: Knowledge) -> Type? {
      switch self {
      case .one(_, _, .duty), .entry(_, .duty), .different: nil
      case .one(let name, _, _): .nominal(name, [])
      case .entry(let id, _): .nominal(Name(knowledge.type(id).id), [])
      case .sequences: knowledge.markedEntry(.singlePass).map { .nominal(Name(knowledge.type($0).id), []) }
      }
    }
  }
}
