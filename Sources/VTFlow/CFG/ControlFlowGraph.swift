import VTCatalogue
import VTDiagnostics
import VTSyntax

// The graph of one function, closure, accessor or script, as the analysis sees it:
//
//     let f = store.load(1)              b0:  o0 -> f          (create: the origin o0 now stands in the slot of f)
//     if cached {                             branch cached ? b1 : b2
//       print(try await f.value)         b1:  u0 consume f     -> b2, throws -> exit
//     }
//     return try await f.value           b2:  u1 consume f     -> exit
//
// Only what bears on one-shot values and on conditions is kept: every other expression leaves nothing behind.
// Not modelled: arithmetic, the contents of objects and collections, and control flow inside unknown calls.

package struct BlockID: OneWordKey, Sendable {
  package var index: Int32
  package var word: UInt64 { UInt64(UInt32(bitPattern: index)) }
  package init(_ index: Int) { self.index = Int32(index) }
}

/// A variable, a temporary value, or a remembered condition.
package struct SlotID: OneWordKey, Sendable, Comparable {
  package var index: Int32
  package var word: UInt64 { UInt64(UInt32(bitPattern: index)) }
  package init(_ index: Int) { self.index = Int32(index) }
  package static func < (a: SlotID, b: SlotID) -> Bool { a.index < b.index }
}

package struct OriginID: OneWordKey, Sendable, Comparable {
  package var index: Int32
  package var word: UInt64 { UInt64(UInt32(bitPattern: index)) }
  package init(_ index: Int) { self.index = Int32(index) }
  package static func < (a: OriginID, b: OriginID) -> Bool { a.index < b.index }
}

package struct UseID: OneWordKey, Sendable, Comparable {
  package var index: Int32
  package var word: UInt64 { UInt64(UInt32(bitPattern: index)) }
  package init(_ index: Int) { self.index = Int32(index) }
  package static func < (a: UseID, b: UseID) -> Bool { a.index < b.index }
}

/// A stretch of code that runs at the same time as what follows its start: a task, an `async let`, a child of a group.
package struct RegionID: Hashable, Sendable {
  package var index: Int32
  package init(_ index: Int) { self.index = Int32(index) }
}

/// The expression that made a one-shot value.
package struct Origin: Sendable {
  package enum Kind: UInt8, Sendable {
    /// A call or initialiser: nobody else has the value, so it must be used.
    case made
    /// Reading a computed property: as `made`, but asking it something is no waste.
    case computed
    case parameter, capture
    /// An element of a collection, or the content of a property.
    case element, property
  }
  package var kind: Kind
  package var type: Knowledge.OneShotID
  package var range: ByteRange
  /// The text of the expression that made it.
  package var name: String
  /// The variable it was bound to first; empty if it was not.
  package var variable = ""
  /// The tuple literal it is an element of, if it is one; numbered within the graph.
  package var tuple: Int32?
  /// The element of a tuple that a call gives, from 1; 0 for a value that comes alone.
  package var element: UInt8 = 0
  /// It may be nil instead.
  package var isOptional: Bool
  /// Its result is there from the start: `ValueFuture(42)`.
  package var isCompleted: Bool
  package var contract = Contract.future
  package var duty = Duty.none
  /// An error that leaves the code ends a test or the program, whatever it leaves undone.
  package var isMootWhenThrown = false
  /// Captured after the code around had completed it: where that was.
  package var spentAt: ByteRange?
  /// Captured by a closure behind or beside which the code around completes it: where it does.
  package var doneBehind: ByteRange?
  /// Captured: where the code around got it.
  package var source: Source?

  /// A place that a duty comes from.
  package struct Source: Sendable {
    package var range: ByteRange
    /// A parameter, as opposed to what was made there.
    package var isGiven: Bool
  }

  /// Whether this function has to see to it that the value is completed or handed over, on every way out.
  package var owes: Bool { duty != .none }
  /// The code around the closure that has it completes it, too.
  var wasDoneAround: Bool { spentAt != nil || doneBehind != nil }
  /// What a closure owes that takes it along, and nobody else has it.
  var capturedDuty: Duty { duty == .shared ? .given : duty }
  /// An error tells whoever called that what he gave is still his.
  var isOwedWhenThrown: Bool { !isMootWhenThrown && (duty == .own && kind != .parameter || duty == .kept) }
}

/// Who has to see to the completion of a continuation, promise or completion handler.
package enum Duty: UInt8, Sendable {
  /// Somebody else.
  case none
  /// What waits in a place that others see too: whoever takes it out of there has it alone.
  case kept
  /// A parameter of a function that gives something back, and so may tell its caller that the duty is still his; a closure
  /// that takes it along can tell nobody.
  case shared
  /// A parameter: whoever does something with it on one way has to do it on all; an error leaves it to the caller.
  case given
  /// Made here, or given to a function whose whole task it is.
  case own
}

/// What an entry of the catalogue promises about its values.
package enum Contract: UInt8, Sendable {
  /// One result, taken once.
  case future
  /// One pass over the elements.
  case sequence
  /// To be completed once: a continuation, a promise, a completion handler.
  case duty
}

/// One operation on a one-shot value.
package struct Use: Sendable {
  package enum Kind: UInt8, Sendable {
    case consume, convert
    /// Takes the result without waiting; needs completion.
    case read
    /// Does the duty of a producer.
    case complete
    /// Passed to a function that is known to use it up.
    case pass
    /// Passed to a function that nobody can look into.
    case takeOver
    case returned
    /// Put into a collection; into a property.
    case collect, store
    /// Given to something unknown: nothing is claimed from here on.
    case escape
    /// Passed to a function that only looks at it.
    case lend
    case query, borrow

    /// What the operation does to a value of that contract.
    package func effect(on contract: Contract) -> Effect {
      switch self {
      case .consume, .convert, .read, .complete, .pass: .usesUp
      // Who takes over a future will await it; who takes over a duty may do it, or hand it on.
      case .takeOver, .returned: contract == .future ? .usesUp : .handsOver
      case .collect, .store, .escape: .handsOver
      case .lend, .query, .borrow: .looks
      }
    }

    /// Whether somebody has taken on the value.
    package var settles: Bool { rawValue <= Kind.lend.rawValue }
  }

  package enum Effect: Sendable {
    case usesUp
    /// Somebody else has it now; nothing more is claimed about it.
    case handsOver
    case looks
  }

  /// A closure that is not written in place takes the variable with it.
  package struct Capture: Sendable, Hashable {
    /// The closure's row in the tree.
    package var closure: NodeID
    package var slot: SlotID
    /// The call that the closure is given to; of several closures of one call one runs.
    package var call: NodeID
  }

  /// A callee uses the value up on some paths, and its other arguments may tell on which.
  package struct Choice: Sendable, Hashable {
    var callee: DeclarationID
    /// The same for calls with the same arguments; nil if they may be others each time.
    var arguments: UInt64?
  }

  package var kind: Kind
  package var range: ByteRange
  /// What the code calls the value: a variable's name, or the text of the expression.
  package var subject: String
  /// The operation in the code's words: `value`, `asTask()`, `send(_:)`.
  package var operation: String
  package var region: RegionID?
  /// The closure that holds it may run several times.
  package var isRepeated: Bool
  package var capture: Capture?
  /// The call of the local function or closure that it stands in, where that was written in place.
  package var site: ByteRange?
  /// That call gave it.
  package var isGiven = false
  package var choice: Choice?
  package var told = Told.once
  /// The callee gives it to closures that complete it, and does nothing else with it.
  package var isGivenToClosures = false

  /// Where it is told: what a local function does with what it is given its caller does, who passes it.
  package var place: ByteRange { isGiven ? site ?? range : range }

  /// What a handler is told in a loop.
  package enum Told: UInt8, Sendable {
    case once
    /// Something of the round's element.
    case ofEachElement
    /// It is told in the round of one element, that which equals something.
    case ofOneElement
    /// It is told in the rounds of a loop that ends only where its body leaves it.
    case inEachRound
  }
}

package struct Region: Sendable {
  package enum Kind: UInt8, Sendable {
    case task, asyncLet, child, later
    /// The handler of something that may not even start: what stands around it may well know.
    case handler
  }
  package var kind: Kind
  package var parent: RegionID?
  /// The task group whose end ends it.
  package var group: Int32?
  package var range: ByteRange
  /// It runs only if something ends so.
  package var outcome: Outcome?
  /// It has not begun as long as it may be cancelled.
  package var isScheduled = false
  /// It runs whatever happens: nobody has what could end it before.
  package var isCertain = false

  package struct Outcome: Sendable, Hashable {
    /// The expression that gives what ends.
    package var subject: UInt64
    package var isSuccess: Bool
  }
}

/// What keeps a thing from happening twice.
package enum Guard: UInt8, Sendable {
  /// A flag that the same code sets: it speaks of other runs of the same closure.
  case flag
  /// A flag that this run sets behind the question only: it speaks of earlier runs, and not of what this one has done.
  case earlier
  /// A flag of an object that this run has made: nobody else can have set it before.
  case ownFlag
  /// A number that each run of the same code changes, or a collection: one of the runs finds it as it wants it.
  case count
  /// Something was found, or not, among what others have left: it says nothing of what was made in this very run.
  case find
  /// A callback that may come again says that it comes for the last time: that it has come before it does not say.
  case last
  /// A call that tells the first from all others: it speaks of whoever else has the value.
  case call
  /// The same of a function in sight: it speaks of others if there are others.
  case first
}

/// One step of a path, for people.
package struct PathStep: Sendable, Hashable {
  package var range: ByteRange
  package var text: String
  /// It tells what a condition was found to be: on another way it is something else.
  package var isAnswer = false
  /// The condition asks whether something has happened already.
  package var guardedBy: Guard?
  /// One of many cases of what a callback was given: most likely the callback comes again with another one.
  package var isEvent = false
  /// The text has this way, but hardly anybody ever takes it.
  package var isUnlikely = false
  /// It ends the task that it happens in.
  package var endsTask = false
  /// A loop goes on to its next round.
  package var isNextRound = false
  /// The `#if` without an alternative that is left out, and whether it is for another system.
  package var leftOut: ByteRange?
  package var isForSystem = false

  /// What a condition was found to be. Where there are no words, another step says it.
  static func when(
    _ answer: String, at range: ByteRange, guardedBy: Guard? = nil, isEvent: Bool = false, isUnlikely: Bool = false
  ) -> PathStep {
    PathStep(
      range: range, text: answer.isEmpty ? "" : "when " + answer, isAnswer: !answer.isEmpty, guardedBy: guardedBy, isEvent: isEvent,
      isUnlikely: isUnlikely)
  }
}

/// A place that a way passes, for people.
package struct Waypoint: Sendable, Hashable {
  package enum Kind: Sendable {
    /// A statement that leaves: `return`, `throw`, `break`, `continue`.
    case exit
    /// The head of a branch: `catch`, `case`.
    case head
    /// A `throw` that a `catch` of the same body may take.
    case caught
  }
  package var range: ByteRange
  package var kind: Kind
}

package struct StepID: Hashable, Sendable {
  package var index: Int32
}

package struct Edge: Sendable {
  package var target: BlockID
  package var step: StepID?
  /// Steps behind the first, where blocks in between were left out (`Projection`).
  var further: [StepID] = []

  /// In the order in which they are taken.
  var steps: [StepID] { step.map { [$0] + further } ?? further }
}

/// What an instruction may put into a slot beside origins.
package enum Constant: Sendable, Hashable {
  case unknown, `true`, `false`, `nil`
  /// Perhaps what it held before, perhaps not: nothing is claimed where it matters.
  case doubtful
  /// Not nil, and nothing more is known.
  case present
  /// A small number, one of `numbers`. In 8 bits, because each summary of a parameter holds several constants.
  case number(Int8)

  /// The numbers that variables are followed to: those that count on go out of sight beyond.
  static let numbers = -8...8

  /// - Parameter small: nil for one that variables are not followed to.
  init?(small: Int) {
    guard Constant.numbers.contains(small) else { return nil }
    self = .number(Int8(small))
  }
}

package enum Instruction: Sendable {
  case create(SlotID, OriginID)
  /// The same, if the slot holds nothing known: the content of a place that is looked at again.
  case createIfUnknown(SlotID, OriginID)
  /// The first slot now holds what the second holds.
  case copy(SlotID, SlotID)
  case set(SlotID, Constant)
  /// The slot holds the handle of a region's task.
  case handle(SlotID, RegionID)
  case use(SlotID, UseID)
  case enter(RegionID)
  case leave(RegionID)
  /// The place that the slot stands for lets go of what it holds: another variable that holds it has it alone.
  case take(SlotID)
  /// The task whose handle stands in the slot has ended; so have all children of a group.
  case join(SlotID)
  case joinGroup(Int32)
  /// What was scheduled, and whose handle stands in the slot, will not happen any more.
  case cancel(SlotID)
  /// A loop's own variable moves on: what was true of it will not be true again. With a second slot only that part of it moves
  /// on which the second one stands for: of `r.count` the slots are those of `r` and of `count`, in either order.
  case advance(SlotID, of: SlotID? = nil)
  /// A variable goes up or down by a number.
  case step(SlotID, by: Int)
  case pass(Waypoint)
  /// A condition stands behind this point that keeps what follows from happening twice.
  case guarded(Guard)
  /// A task ends the program here: nobody asks what it leaves undone, while others still run for a moment.
  case trap
  /// More conditions stand in the function than are remembered: nothing is claimed of what was used before one of them, nor
  /// of what somebody has to see to.
  case blur
  /// The code that had to see to a duty ends here.
  case end(OriginID)
}

package enum Condition: Sendable {
  case isTrue(SlotID)
  case isCompleted(SlotID)
  /// How the first slot's value was completed, remembered in the second; it was, if this is true.
  case hasOutcome(SlotID, SlotID)
  case isNil(SlotID)
  case unknown
}

package enum ExitKind: UInt8, Sendable { case normal, thrown, never }

package enum Terminator: Sendable {
  case jump(Edge)
  case branch(Condition, whenTrue: Edge, whenFalse: Edge)
  /// Any of them, for reasons that the graph does not know.
  case fork([Edge])
  case exit(ExitKind)

  package var edges: [Edge] {
    switch self {
    case .jump(let edge): [edge]
    case .branch(_, let whenTrue, let whenFalse): [whenTrue, whenFalse]
    case .fork(let edges): edges
    case .exit: []
    }
  }

  /// Without an array for each block that is asked.
  func forEachTarget(_ body: (BlockID) -> Void) {
    switch self {
    case .jump(let edge): body(edge.target)
    case .branch(_, let whenTrue, let whenFalse):
      body(whenTrue.target)
      body(whenFalse.target)
    case .fork(let edges): for edge in edges { body(edge.target) }
    case .exit: break
    }
  }

  var edgeCount: Int {
    switch self {
    case .jump: 1
    case .branch: 2
    case .fork(let edges): edges.count
    case .exit: 0
    }
  }
}

package struct BasicBlock: Sendable {
  package var instructions: [Instruction] = []
  /// Every block of a finished graph has one; until then it says `never`.
  package var terminator: Terminator = .exit(.never)
}

/// Invariants: block 0 is the entry; every edge leads to a block; slots, origins, uses, regions and steps that
/// instructions name exist; `enter` and `leave` of a region nest.
package struct ControlFlowGraph: Sendable {
  package var blocks: [BasicBlock] = []
  /// For people: the name of each slot's variable, empty for temporaries.
  package var slotNames: [String] = []
  package var origins: [Origin] = []
  package var uses: [Use] = []
  package var regions: [Region] = []
  /// Some region is scheduled, and may be cancelled before it begins.
  var hasTimers = false
  package var steps: [PathStep] = []
  /// The remembered conditions that read a slot.
  package var dependents: [SlotID: [Dependent]] = [:]
  /// Remembered conditions whose answer is most likely the same each time: where it is not, nothing is claimed.
  package var guesses: Set<SlotID> = []
  /// Remembered conditions of which at most one holds.
  package var exclusive: [SlotID: UInt64] = [:]
  package var exclusiveGroups: [UInt64: [SlotID]] = [:]
  /// How many conditions a group has if one of them always holds: all cases of an enum.
  package var caseCounts: [UInt64: Int] = [:]
  /// The conditions that compare one thing with numbers.
  var ranges = NumberRanges()
  /// What stands for things that may change unseen: properties, and variables.
  package var others: [SlotID] = []
  /// What follows for other remembered conditions where one is known: `x < 0` excludes `x > 10`.
  package var implications: [SlotID: [Implication]] = [:]
  /// The remembered comparisons of a variable with numbers.
  var comparisons: [SlotID: [(condition: SlotID, numbers: Interval)]] = [:]

  package struct Implication: Sendable {
    /// What is known of the condition.
    package var known: Bool
    package var other: SlotID
    /// What follows of the other.
    package var follows: Bool
  }

  package struct Dependent: Sendable {
    package var slot: SlotID
    /// Compares a loop's variable with something that stays the same: true in one round, it is false in all later ones.
    package var isEquality: Bool
    /// What is compared is the variable itself, not something that is read through it.
    package var isWhole: Bool
  }

  /// The conditions of which one holds where this one does not; empty where it may be that none does.
  package func otherCases(than slot: SlotID) -> [SlotID] {
    guard let group = exclusive[slot], let count = caseCounts[group], let all = exclusiveGroups[group], all.count == count else {
      return []
    }
    return all.filter { $0 != slot }
  }

  package subscript(_ id: BlockID) -> BasicBlock { blocks[Int(id.index)] }
  package subscript(_ id: OriginID) -> Origin { origins[Int(id.index)] }
  package subscript(_ id: UseID) -> Use { uses[Int(id.index)] }
  package subscript(_ id: StepID) -> PathStep { steps[Int(id.index)] }
  package subscript(_ id: RegionID) -> Region { regions[Int(id.index)] }

  /// The region and all around it, innermost first.
  package func chain(_ region: RegionID?) -> [RegionID] {
    var chain: [RegionID] = []
    var next = region
    while let current = next {
      chain.append(current)
      next = self[current].parent
    }
    return chain
  }
}
