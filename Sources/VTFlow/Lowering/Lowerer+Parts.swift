import VTDiagnostics
import VTSyntax

// Value futures that a struct or a case of an enum is made with, by the names that lead to them from there:
//
//     let parcel = Parcel(label: "a", future: f)
//     _ = try await parcel.future.value                            f
//     if case .pending(let g) = stage { try await g.value }        what `let stage = Stage.pending(f)` was made with
//
// Of constants only, and as long as nobody is given the whole: whoever has it may do anything to what is in it.
extension Lowerer {
  /// A value future among the arguments of a call that makes a struct or a case.
  struct GivenPart {
    /// The property of the struct; of a case its name.
    var name: Name
    /// The place among what the case carries; nil in a struct.
    var place: Int?
    var slot: SlotID
    var origin: OriginID?
    var label: String
  }

  /// What the call behind `let parcel =` puts into what it makes stays in sight; everything else is put away.
  /// - Returns: the arguments, without those that stay in sight.
  mutating func keepParts(of call: NodeID, _ arguments: [Argument]) -> [Argument] {
    // Each mention of the whole lets go of all.
    guard call == boundCall, arguments.count <= Limits.futuresOfLiteral, let callee = tree[call].firstChild.present else {
      return arguments
    }
    let isCase = isCaseName(callee)
    return arguments.enumerated().map { place, argument in
      guard contract(argument.value.type) == .future, argument.value.slot != nil else { return argument }
      // It is in there, whether anybody asks for it or not.
      aside { $0.use(argument.value, .store, at: $0.tree.range(of: argument.node)) }
      partsGiven.append(
        GivenPart(
          name: isCase ? tree.mainName(of: callee) : argument.label, place: isCase ? place : nil,
          slot: copied(argument.value, name: ""), origin: argument.value.slot.flatMap { madeInSlot[$0] },
          label: argument.label == .none ? "" : tree.text(of: tree[argument.node].mainToken)))
      var rest = argument
      rest.value = .unknown
      return rest
    }
  }

  /// The constant has its name now.
  mutating func nameParts(of whole: SlotID, named name: String) {
    let key = FactKey(variable: whole)
    for part in partsGiven {
      let inside = part.place.map { payloadKey(of: key, part.name, $0) } ?? memberKey(part.name, of: key)
      guard let slot = holder(of: inside) else { continue }
      builder.emit(.copy(slot, part.slot))
      madeInSlot[slot] = part.origin
      if let origin = part.origin, part.place == nil { builder.nameOrigin(origin, "\(name).\(part.label)") }
      heldParts[whole, default: []].append(slot)
    }
  }

  /// `parcel.future`, `parcel.label`, `futures.count`: a property that only looks.
  func onlyLooks(_ member: NodeID) -> Bool {
    guard !heldParts.isEmpty, let place = localWithParts(tree[member].firstChild), let owner = locals[place].type.memberOwner else {
      return false
    }
    if locals[place].type.elementOfArray != nil { return KnownNames.looksAtElements.contains(tree.mainName(of: member)) }
    guard let found = index.resolveProperty(members(of: owner, named: tree.mainName(of: member)), on: locals[place].type)
    else { return false }
    return index.declaration(found.first).flags.contains(.isStored)
  }

  /// What patterns are compared with: they ask for what a case carries. Or what a loop goes through.
  mutating func lowerSubject(_ node: NodeID) -> Value {
    if !heldParts.isEmpty, localWithParts(node) != nil { nameOfWhole = node }
    return lower(node)
  }

  /// The place among the locals of one whose parts are in sight.
  func localWithParts(_ node: NodeID) -> Int? {
    guard !node.isNone, tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)),
      case .slot(let slot) = locals[place].storage, heldParts[slot] != nil
    else { return nil }
    return place
  }

  /// `let result = Result.success(f)`: `result.get()` gives what is in sight.
  func isResultWithParts(_ node: NodeID) -> Bool {
    guard let place = localWithParts(node), case .nominal(KnownNames.result, _) = locals[place].type else { return false }
    return true
  }

  /// Somebody has the whole.
  mutating func letGoOfParts(of whole: SlotID, at range: ByteRange) {
    for part in heldParts[whole] ?? [] {
      builder.use(part, .escape, range: range, subject: text(range), operation: "", isRepeated: isRepeated)
    }
  }
}
