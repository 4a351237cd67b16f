import VTDiagnostics
import VTSyntax

/// A task group whose children are being written.
struct TaskGroup {
  enum Children {
    case none, one, many
  }
  /// How many loops stood around it.
  var loopDepth: Int
  /// Its children give nothing.
  var isVoid: Bool
  /// How many children it was given so far, at most.
  var children = Children.none
}

// When the children of a group have ended: what they used up is not used at the same time as what follows.
extension Lowerer {
  mutating func noteChild(of group: Int32) {
    guard let known = taskGroups[group] else { return }
    taskGroups[group]?.children = known.children == .none && loopDepth == known.loopDepth ? .one : .many
  }

  /// A member of a group is called that waits, whatever it gives or throws: `waitForAll`, or `next` where there is only one child.
  mutating func beginJoin(of group: Int32, by name: Name) {
    let isOnly = name == KnownNames.next && taskGroups[group]?.children == .one
    if isOnly || name == KnownNames.waitForAll { builder.emit(.joinGroup(group)) }
  }

  /// A member of a group has given back a value: `reduce` that of all its children, `next` `nil` where none is left.
  mutating func finishJoin(of group: Int32, by name: Name, _ value: inout Value) {
    if KnownNames.wholeGroups.contains(name) { builder.emit(.joinGroup(group)) }
    guard name == KnownNames.next, case .none = value.storage else { return }
    let slot = builder.makeSlot()
    builder.emit(.set(slot, .unknown))
    groupAnswers[slot] = group
    value = Value(type: .optional(value.type.unwrapped), storage: .slot(slot), subject: value.subject)
  }

  /// Where to go if a value is nil: behind the end of a group whose `next()` gave it.
  mutating func joined(_ whenNil: BlockID, by value: Value) -> BlockID {
    guard !groupAnswers.isEmpty, let slot = value.slot, let group = groupAnswers[slot] else { return whenNil }
    let before = builder.current
    let ended = builder.makeBlock()
    builder.resume(at: ended)
    builder.emit(.joinGroup(group))
    builder.jump(whenNil)
    builder.resume(at: before)
    return ended
  }
}
