import VTDiagnostics

/// A callee that runs closures, as the catalogue may know it: what it says of each closure is asked for when the closure
/// is in hand.
struct KnownCallee {
  var entries: [Knowledge.Runner]
  /// The name of the receiver's type; nil for a function, or where the type is unknown.
  var receiver: Name?
  /// `map` and its kin, which types that are no collections have as well.
  var isSequenceMethod: Bool
  var isReceiverUnknown: Bool

  /// No entry tells one of several closures from the others, or is of those that people write for themselves.
  var takesOneClosure: Bool { entries.allSatisfy { $0.labels.isEmpty && !$0.isPlain } }

  /// What the first of several trailing closures would be labelled with: `sink { … } receiveValue: { … }`.
  func labelOfFirst(besides others: [Name]) -> Name? {
    if others.allSatisfy({ $0 == .none }) { return nil }
    for entry in entries where !entry.labels.isEmpty && entry.labels.isDisjoint(with: others) { return entry.labels.first }
    return nil
  }

  /// The entry for one closure of a call: that which asks for most and gets it. `map` of an unknown receiver may be a
  /// collection's or an optional's: nothing is said.
  /// - Parameters:
  ///   - label: the label under which the closure is passed, `.none` if there is none.
  ///   - takesNothing: whether the closure has no parameters.
  ///   - isAwaited: whether somebody waits for the call.
  ///   - isWritten: whether the call has an argument of this label with this text.
  ///   - isBehind: whether the call stands behind one that an entry asks for.
  func runner(
    label: Name, takesNothing: Bool, isAwaited: Bool = false, isWritten: (Name, String) -> Bool,
    isBehind: (Knowledge.Runner) -> Bool = { _ in false }
  ) -> Knowledge.Runner? {
    var best: (rank: Int, entry: Knowledge.Runner)?
    for entry in entries where (takesNothing || !entry.isPlain) && (isAwaited || !entry.isAwaited) {
      var rank = 0
      if !entry.condition.isEmpty {
        guard entry.condition.allSatisfy({ isWritten($0, $1) }) else { continue }
        rank = 3
      } else if !entry.labels.isEmpty {
        guard entry.labels.contains(label) else { continue }
        rank = 2
      } else if !entry.receivers.isEmpty {
        guard let receiver, entry.receivers.contains(receiver) else { continue }
        rank = 1
      } else if !entry.after.isEmpty {
        guard isBehind(entry) else { continue }
        rank = 1
      }
      if entry.isAwaited { rank += 1 }
      if rank > best?.rank ?? -1 { best = (rank, entry) }
    }
    guard let best else { return nil }
    let isAmbiguous =
      best.rank == 0 && isReceiverUnknown && entries.contains { !$0.receivers.isEmpty && $0.fate != best.entry.fate }
    // On a receiver that is known to be something else these names promise nothing.
    let isForeign = best.rank == 0 && isSequenceMethod && receiver.map { !Type.isCollection($0) } ?? false
    return isAmbiguous || isForeign ? nil : best.entry
  }
}

extension Knowledge {
  /// What the catalogue knows of a callee that runs closures.
  /// - Parameter receiver: the type of what stands before the dot; nil where there is none.
  func callee(_ name: Name, on receiver: Type?) -> KnownCallee? {
    if case .metatype(.nominal(let owner, _))? = receiver, let entries = runners[.joined(owner, name)] {
      return KnownCallee(entries: entries, receiver: nil, isSequenceMethod: false, isReceiverUnknown: false)
    }
    guard let entries = runners[name] else { return nil }
    let type: Name? =
      switch receiver {
      case .optional: KnownNames.optional
      case .array: KnownNames.array
      case .dictionary: KnownNames.dictionary
      case .nominal(let name, _), .metatype(.nominal(let name, _)): name
      default: nil
      }
    return KnownCallee(
      entries: entries, receiver: type, isSequenceMethod: sequenceMethods.contains(name),
      isReceiverUnknown: receiver != nil && type == nil)
  }
}
