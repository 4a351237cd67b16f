import VTDiagnostics
import VTSyntax

// What the catalogue knows of callees that run closures.
extension Lowerer {
  /// A callee as the catalogue may know it: what it says of each closure is asked for when the closure is in hand.
  struct KnownCallee {
    var entries: [Knowledge.Runner]
    /// The name of the receiver's type; nil for a function, or where the type is unknown.
    var receiver: Name?
    /// `map` and its kin, which types that are no collections have as well.
    var isSequenceMethod: Bool
    var isReceiverUnknown: Bool
  }

  /// What the catalogue knows of a callee that runs closures.
  func knownCallee(_ name: Name, receiver: Value?) -> KnownCallee? {
    if let receiver, case .metatype(.nominal(let owner, _)) = receiver.type,
      let entries = index.knowledge.runners[.joined(owner, name)]
    {
      return KnownCallee(entries: entries, receiver: nil, isSequenceMethod: false, isReceiverUnknown: false)
    }
    guard let entries = index.knowledge.runners[name] else { return nil }
    let type: Name? =
      switch receiver?.type {
      case .optional: KnownNames.optional
      case .array: KnownNames.array
      case .dictionary: KnownNames.dictionary
      case .nominal(let name, _), .metatype(.nominal(let name, _)): name
      default: nil
      }
    return KnownCallee(entries: entries, receiver: type, isSequenceMethod: KnownNames.sequenceMethods.contains(name),
      isReceiverUnknown: receiver != nil && type == nil)
  }

  /// The entry for one closure of a call: that which asks for most and gets it. `map` of an unknown receiver may be a
  /// collection's or an optional's: nothing is said.
  func runner(of callee: KnownCallee?, for argument: Argument, among arguments: [Argument]) -> Knowledge.Runner? {
    guard let callee else { return nil }
    var best: (rank: Int, entry: Knowledge.Runner)?
    for entry in callee.entries {
      var rank = 0
      if !entry.condition.isEmpty {
        let holds = entry.condition.allSatisfy { label, text in
          arguments.contains { $0.label == label && self.text(of: tree[$0.node].firstChild) == text }
        }
        guard holds else { continue }
        rank = 3
      } else if !entry.labels.isEmpty {
        guard entry.labels.contains(argument.label) else { continue }
        rank = 2
      } else if !entry.receivers.isEmpty {
        guard let receiver = callee.receiver, entry.receivers.contains(receiver) else { continue }
        rank = 1
      }
      if rank > best?.rank ?? -1 { best = (rank, entry) }
    }
    guard let best else { return nil }
    let isAmbiguous =
      best.rank == 0 && callee.isReceiverUnknown
      && callee.entries.contains { !$0.receivers.isEmpty && $0.fate != best.entry.fate }
    // On a receiver that is known to be something else these names promise nothing.
    let isForeign = best.rank == 0 && callee.isSequenceMethod && callee.receiver.map { !Type.isCollection($0) } ?? false
    return isAmbiguous || isForeign ? nil : best.entry
  }
}
