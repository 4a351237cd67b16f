import VTCatalogue
import VTDiagnostics
import VTSyntax

/// Turns a function body into its graph, finding the types of expressions on the way.
///
/// One walk over the tree in the order of evaluation. Closures that are known to run now are written in place,
/// `defer` bodies on each way out, tasks as regions at the place where they start. What is unknown leaves the graph:
/// an escape, and silence.
struct Lowerer {
  let tree: SyntaxTree
  let index: SymbolIndex
  let summaries: Summaries
  let file: FileID

  var builder = GraphBuilder()
  /// Where the code stands: types are resolved from there.
  var scope: TypeScope
  /// The qualified name of the type whose member this is; `.none` outside of types.
  var owner: Name
  var isStatic = false
  /// The slot of `self` in an extension of a one-shot type.
  var selfStorage = Storage.none
  /// For a summary: the followed type that is taken for that of `self`, in an extension of a protocol.
  var selfStandIn: Type?
  /// What `self` is in an extension with a `where` clause, as far as that binds anything.
  var narrowedSelf: Type?
  /// What `self` is remembered by: something else in a helper that is written where it is asked.
  var selfKey = FactKey.ofSelf
  /// What constants stand for that name a place: `let total = order.total`.
  var aliases: [SlotID: FactKey] = [:]
  /// Stands in what is read by keys of calls: that they say the same each time is likely, and no more.
  var guessSlot: SlotID?
  /// Whether the function's own result is something: then a single expression is returned.
  var resultType = Type.unknown
  var isInitializer = false
  /// For a summary: what may tell a caller whether a parameter was used up, and where the function's result goes.
  var deciders: [Decider] = []
  /// The parameters that are enums or numbers, by their slots: what is asked about them may tell, too.
  var askedPlaces: [SlotID: Int16] = [:]
  var resultSlot: SlotID?
  /// The graph is made for a summary.
  var isForSummary = false
  /// Something is called of which nothing is known yet: what stands behind it is not reached.
  var isOpen = false

  var locals = LocalTable()
  var frames: [Frame] = [Frame(start: 0, visibleBelow: 0)]
  var cleanups: [Cleanup] = []
  var handlers: [Handler] = []
  /// Where the tasks being written end, outermost first.
  var regionEnds: [RegionEnd] = []
  var jumpTargets: [JumpTarget] = []
  var returnTargets: [ReturnTarget] = []
  var chainEnds: [BlockID] = []
  var landings: [LandingKey: BlockID] = [:]
  var facts = FactTable()
  /// Closures whose runner is unknown: each is analysed by itself, with the locals it sees.
  var separateBodies: [SeparateBody] = []
  var separateNodes: Set<NodeID> = []
  /// The expressions that were handed on without being evaluated.
  var autoclosures: [NodeID: AutoclosureSite] = [:]
  /// By local function that was called: which of its parameters are autoclosures.
  var localAutoclosures: [NodeID: [Int]] = [:]

  var awaitDepth = 0
  var tryDepth = 0
  /// The `try` around the call whose arguments are written, by its depth: what those make for the call rarely throws.
  var tryAroundArguments = 0
  /// Something in the `try` being written is declared to throw: of what is not declared nobody assumes it, too.
  var isErrorKnown = false
  var depth = 0
  var inlineDepth = 0
  var groupCount: Int32 = 0
  var taskGroups: [Int32: TaskGroup] = [:]
  /// What `group.next()` gave, and of which group.
  var groupAnswers: [SlotID: Int32] = [:]
  var tupleCount: Int32 = 0
  var missingBase = Value.unknown
  /// What is remembered of the error while the patterns of a `catch` are looked at.
  var caughtKey: FactKey?
  /// The postfix chain being written, whose `?` all end in one place.
  var chainRoot: NodeID?
  /// Some collection of futures was asked which of them are completed: of elements nothing is claimed then.
  var asksElements = false
  /// What the closure gives that was written last in a loop.
  var mappedType = Type.unknown
  /// Closures being written in place, outermost first; and all that ever were.
  var inlinedNodes: [NodeID] = []
  var everInlined: Set<NodeID> = []
  var escapingNodes: [NodeID] = []
  /// By the handles of tasks: what is true where an error has ended them; and the handles of timers.
  var failures: [SlotID: SlotID] = [:]
  var timers: Set<SlotID> = []
  /// By value futures that were asked for it: whether they have a value, and no error.
  var successes: [SlotID: SlotID] = [:]
  /// By constants that hold one: the operations that they carry out when they are called: `let get = f.get`.
  var boundOperations: [SlotID: BoundOperation] = [:]
  /// By what a callee gives back: the duty of which that says whether it was done.
  var dutiesByAnswer: [SlotID: Value] = [:]
  /// What structs and cases were made with, by the constants that hold those (`Lowerer+Parts.swift`); and in a summary what
  /// stands for the elements of a parameter.
  var heldParts: [SlotID: [SlotID]] = [:]
  /// The call that makes what a constant is being bound to, and the value futures that it was given.
  var boundCall = NodeID.none
  var partsGiven: [GivenPart] = []
  /// The name of a struct or an enum of which only a part is asked.
  var nameOfWhole = NodeID.none
  /// The origin that was made into a temporary, for its name.
  var madeInSlot: [SlotID: OriginID] = [:]
  /// The slots of what cases carry, by the values whose cases they are.
  var payloadHolders: [UInt64: Set<SlotID>] = [:]
  /// By the names of parameters: whether the body does nothing with them but ask for their cases.
  var takenApart: [Name: Bool] = [:]
  /// The origins of places that can be named again.
  var heldOrigins: [SlotID: OriginID] = [:]
  /// Where a round of a loop that decides something uses its element up in any case.
  var sureUses: [UInt32: LoopElements] = [:]
  /// By the keys of local collections.
  var elementsInPlace: [UInt64: ElementsInPlace] = [:]
  /// Closures and functions that were given a name, with what they see.
  private var everNamed: Set<NodeID> = []
  /// How many locals were handed on to closures, each time that they were.
  private var handedOnLocals = 0
  var namedClosures: [(closure: ClosureValue, locals: LocalTable)] = []
  /// The top level of a script: its functions are looked up in the index, like those of any file.
  var isScriptLevel: Bool { isScript && cleanups.isEmpty && inlineDepth == 0 }
  var isScript = false
  /// A result builder takes what expression statements give.
  var isBuilder = false
  /// What constants hold that are bound to a number: `let most = 3`.
  var constantNumbers: [SlotID: Int] = [:]
  /// Written again on every call of something that may change a variable property.
  var changingSlot: SlotID?
  /// The closure being written may run several times, later.
  var isRepeated = false
  /// What it sets too late to keep its next run from doing the same.
  var lateFlags = LateFlags()
  /// Some duty stands in the graph: it is worth while to look at guards.
  var hasDuties = false
  /// One of the parameters is a completion handler.
  var hasHandlers = false
  /// Slots of values that stand for the duty in one of their properties; those properties, by type.
  var carriers: Set<SlotID> = []
  var carriedByType: [Name: Carried?] = [:]
  /// The properties that functions of this file assign to, and what they do to them.
  var changesByFunction: [DeclarationID: Changes] = [:]
  var caseCounts: [Name: Int?] = [:]
  /// What has the handler being written.
  var handled = Name.none
  /// The property that the call being written puts something else into.
  var rearmedPlace: FactKey?
  /// The call of a statement whose result nobody takes.
  var droppedCall = NodeID.none
  /// The code runs in a task whose handle nobody has: nobody cancels it.
  var isInDroppedTask = false
  /// The slots of variables that loops give another value in each round.
  var loopSlots: Set<SlotID> = []
  /// For each loop around, and each callee that runs a closure several times: the first local of a round.
  var loopStarts: [Int] = []
  /// The loop or closure of each of them; `.none` where nobody knows how often it runs.
  var loopNodes: [NodeID] = []
  /// Whether each of its rounds does the same, and leaves the next one to come.
  var likeRounds: [NodeID: Bool] = [:]
  /// `while true` stands around, or the like: only its body ends such a loop.
  var isInEndlessLoop = false
  /// Loops of all kinds around, in the functions around too.
  var loopDepth = 0
  /// The block being written runs for an element of a loop that equals something, and most likely for one of them.
  var isForOneElement = false
  /// Variables for a weak `self` that a method holds while the closure that has it runs, and the region in which it does.
  var heldSelves: [SlotID: RegionID?] = [:]
  /// The kinds of things that somebody has asked a value for, by what it is remembered by.
  var castKinds: [UInt64: Set<NodeKind>] = [:]
  /// The region in which somebody waits for the continuation whose body is written.
  var waitingRegion: RegionID??
  /// The collection whose method runs closures for its elements, while the call is written.
  var iterated: NodeID?
  /// What the condition is asked for leaves all duties alone.
  var asksForANote = false
  /// The value that patterns are compared with came from a guard.
  var guardedSubject: Guard?
  /// The pattern being written is that of a case of a `switch`.
  var isInSwitch = false
  /// The value that patterns are compared with is what a callback was given, and has more than two cases.
  var isEventSubject = false
  /// The parameters of the callback that is analysed by itself.
  var callbackParameters: Set<Name> = []
  /// What was made of one of them: `let details = Details(info)`.
  var madeOfInputs: Set<Name> = []
  /// What stands here for the variables around a closure: two names of one variable are one here too.
  private var capturedSlots: [SlotID: Storage] = [:]
  /// The variables around a closure whose duties it has alone.
  var owedCaptures: [SlotID: Duty] = [:]
  /// The variables around a closure whose duties were done before it got them, and where.
  var spentCaptures: [SlotID: ByteRange] = [:]
  /// The variables around a closure whose duties are done right behind the call that gets it, and where.
  var doneBehindCaptures: [SlotID: ByteRange] = [:]
  /// Where the code around a closure got the duties in its variables.
  var sourcesAround: [SlotID: Origin.Source] = [:]
  /// The variables around a closure that held what another one held when the closure was made.
  var sameCaptures: [SlotID: SlotID] = [:]
  /// What the code around sets like a flag: asking it is a guard.
  var guards = GuardNames()
  /// What the code around mentions, once somebody has asked.
  var bodyMentions: BodyMentions?
  /// The body is that of a closure that is analysed by itself.
  var isSeparate = false
  /// The collections and numbers that the callback being analysed by itself counts with: it comes as often as it counts.
  var ownCounters: Set<Name> = []
  /// Those to which it adds what it is given.
  var ownCollections: Set<Name> = []
  /// The members that somebody has asked an option set for, by its key, and what is known of them; those of the types.
  var askedOptions: [UInt64: [Name: SlotID]] = [:]
  var optionNames: [Name: Set<Name>] = [:]
  /// By the names of functions of the file: whether they give pairs of which one is nil.
  var pairsByFunction: [Name: Bool] = [:]
  /// A call that makes a task which some way does not start, so that its closure does not run there.
  var perhapsUnstarted = NodeID.none
  /// The declaration whose body is written, with all closures around this one.
  var root = NodeID.none {
    didSet { looksLeft = Limits.looks + Limits.looksForToken * Int(tree[root].endToken.index - tree[root].firstToken.index) }
  }
  /// Rows that may still be looked at. Closures, local functions and `defer` blocks are written in place, each time that
  /// they run.
  var looksLeft = Limits.looks
  var pendingLabel = Name.none
  /// The variables that were asked whether they are completed.
  var askedNames: Set<Name> = []
  var fallthroughTarget: BlockID?
  var fallthroughCleanupCount = 0
  /// The types of `if` and `switch` expressions, by the slot of their value.
  var resultTypes: [SlotID: Type] = [:]
  /// Is `nil` where the closure did not run that the last call ran at most once.
  var ranPerhaps: Value?
  /// The slots of the elements, by the slots of values that are one of several tuples: `isOld ? (f, 1) : (g, 2)`.
  var tupleChoices: [SlotID: [SlotID]] = [:]
  /// The literals and cases of which the value of a `?:`, `if` or `switch` is one, by the slot of the value.
  var possibleConstants: [SlotID: [NodeID]] = [:]
  /// The body is too deep or too large, or a part of it was not read: nothing is said about it.
  var isTooComplex = false
  /// nil when nothing can be said about the body.
  var finishedGraph: ControlFlowGraph? {
    if isTooComplex || builder.graph.isTooLarge { return nil }
    var graph = builder.graph
    graph.others += facts.nameSlots.values
    if let guessSlot { graph.others.append(guessSlot) }
    return graph
  }

  struct Frame {
    /// The first local of the frame.
    var start: Int
    /// Of the locals before it, those below this place are visible.
    var visibleBelow: Int
  }

  /// Something to do on each way out of a scope.
  struct Cleanup {
    enum Kind {
      case scope
      case deferred(NodeID, visibleLocals: Int)
      case asyncLet(SlotID)
      /// The children of a group end.
      case group(Int32)
      /// What an `inout` parameter holds goes to the caller.
      case inoutParameter(SlotID)
    }
    var kind: Kind
    var serial: Int
  }

  struct Handler {
    var block: BlockID
    var cleanupCount: Int
    /// Stands for the error, where its kind may be asked for.
    var error: SlotID?
    /// The error ends a task, and nobody else sees it.
    var endsTask = false
  }

  /// A method that is named and not called, of the value that stands in a slot.
  struct BoundOperation {
    var operation: Operation
    var type: Type
    var name: String
  }

  struct RegionEnd {
    var block: BlockID
    var cleanupCount: Int
    /// Some error goes there.
    var isThrownTo = false
  }

  struct JumpTarget {
    var label: Name
    var breakBlock: BlockID
    /// nil for `switch`, `if` and `do`.
    var continueBlock: BlockID?
    var cleanupCount: Int
    /// A labelled `if` or `do`: only a `break` with the label leaves it.
    var isPlainLabel = false
  }

  struct ReturnTarget {
    var block: BlockID
    var slot: SlotID
    var cleanupCount: Int
    /// Origins from this one on are made in the body; those of them that it gives back.
    var firstOrigin: Int
    var origins: [OriginID] = []
    /// The type of the values returned, for the value of the call.
    var type = Type.unknown
    /// The closure or function, and what it gives, where that is written.
    var node: NodeID
    var expected: Type?
  }

  struct LandingKey: Hashable {
    var handler: BlockID
    var serial: Int
  }

  struct SeparateBody {
    var node: NodeID
    var result = Type.unknown
    var inputs: [Type] = []
    var apart: Set<CallbackAnswers.Pair> = []
    var isBuilder = false
    /// Whoever has it may run it any number of times, or never.
    var mayRepeat = false
    var isForOneElement = false
    /// The object whose method was given it.
    var holder = Name.none
    var locals: LocalTable
  }

  init(tree: SyntaxTree, index: SymbolIndex, summaries: Summaries, file: FileID, scope: TypeScope, owner: Name) {
    self.tree = tree
    self.index = index
    self.summaries = summaries
    self.file = file
    self.scope = scope
    self.owner = owner
    handlers = []
  }

  // MARK: locals

  mutating func declare(_ name: Name, _ type: Type, _ storage: Storage = .none, isLet: Bool = true) {
    locals.append(Local(name: name, type: type, storage: storage, isLet: isLet))
    if case .closure(let closure) = storage { noteNamed(closure) }
  }

  /// Keeps what a closure sees that has a name from here on, itself too.
  mutating func noteNamed(_ closure: ClosureValue) {
    guard everNamed.insert(closure.node).inserted else { return }
    var seen = localsSeenInside()
    for place in seen.indices { (seen[place].isCaptured, seen[place].isOuter) = (true, true) }
    namedClosures.append((closure, seen))
  }

  /// What a variable holds may change where nobody sees it: a closure has it that runs who knows when, its address was given
  /// away, or it was told to do something by a method or operator that may change it.
  mutating func noteVariable(_ local: Int) {
    if !locals[local].isLet { noteVariable(storage(ofLocal: local)) }
  }

  private mutating func noteVariable(_ storage: Storage) {
    switch storage {
    case .slot(let slot): builder.noteVariable(slot)
    case .tuple(let parts): for part in parts { noteVariable(part) }
    default: break
    }
  }

  /// The same for the variable that an expression names, if it names one: `x`, `x?`.
  mutating func noteVariable(named expression: NodeID) {
    var node = expression
    while [.parenExpr, .optionalChainExpr, .forceExpr].contains(tree.kind(node)), let inner = tree[node].firstChild.present {
      node = inner
    }
    if tree.kind(node) == .identifierExpr, let place = findLocal(tree.mainName(of: node)) { noteVariable(place) }
  }

  /// The locals for a closure that keeps its own account of them. Thousands of closures that each see thousands of locals are
  /// more than memory holds.
  mutating func localsSeenInside() -> LocalTable {
    handedOnLocals += locals.count
    if handedOnLocals <= Limits.handedOnLocals { return locals }
    isTooComplex = true
    return LocalTable()
  }

  /// The innermost visible local of that name.
  func findLocal(_ name: Name) -> Int? {
    var candidate = locals.last(named: name)
    var frame = frames.count - 1
    var place = locals.count
    while frame >= 0, let local = candidate {
      if local >= place {
        candidate = locals.previous(local)
        continue
      }
      if local >= frames[frame].start { return local }
      place = min(place, frames[frame].start, frames[frame].visibleBelow)
      frame -= 1
      while frame >= 0, frames[frame].start >= place, place > 0 { frame -= 1 }
    }
    return nil
  }

  /// A local's storage, made on first use where the local belongs to the function around this closure.
  mutating func storage(ofLocal place: Int) -> Storage {
    guard locals[place].isCaptured else { return locals[place].storage }
    locals[place].isCaptured = false
    let local = locals[place]
    var outer: SlotID?
    if case .slot(let slot) = local.storage { outer = slot }
    let shared = outer.flatMap { capturedSlots[$0] ?? capturedCopy(of: $0) }
    let storage = shared ?? capturedStorage(of: local.type, name: local.name, previous: local.storage, local)
    if let outer { capturedSlots[outer] = storage }
    if !local.isLet { noteVariable(storage) }
    locals[place].storage = storage
    return storage
  }

  /// `var waiting: C? = continuation`, where the closure has both.
  private mutating func capturedCopy(of outer: SlotID) -> Storage? {
    guard let original = sameCaptures[outer],
      case .slot(let source)? = capturedSlots[original] ?? local(capturing: original).map({ storage(ofLocal: $0) })
    else { return nil }
    let slot = builder.makeSlot()
    if let origin = madeInSlot[source] { madeInSlot[slot] = origin }
    builder.copyAtEntry(source, to: slot)
    return .slot(slot)
  }

  private func local(capturing outer: SlotID) -> Int? {
    locals.indices.first { if case .slot(outer) = locals[$0].storage { locals[$0].isCaptured } else { false } }
  }

  /// - Parameter local: the variable; nil for a part of a tuple.
  private mutating func capturedStorage(of type: Type, name: Name, previous: Storage, _ local: Local? = nil) -> Storage {
    switch previous {
    case .closure(var closure):
      // What its capture list took has slots of the graph around this one.
      for place in closure.captures.indices { (closure.captures[place].isCaptured, closure.captures[place].isOuter) = (true, true) }
      return .closure(closure)
    case .group, .function: return previous
    case .tuple(let parts):
      guard case .tuple(let elements) = type.unwrapped, elements.count == parts.count else { return .none }
      return .tuple(zip(elements, parts).map { capturedStorage(of: $0.type, name: name, previous: $1) })
    default: break
    }
    let slot = builder.makeSlot()
    if var origin = origin(of: type, .capture, at: ByteRange(start: 0, end: 0), isCreated: true) {
      var outer: SlotID?
      if case .slot(let slot) = previous { outer = slot }
      // Where it is read, a check may hold that nobody here sees.
      origin.isCompleted = local?.wasAsked == true
      let isOwed = outer.flatMap { owedCaptures[$0] }
      // A closure that gives `false` may say so.
      origin.duty = isOwed != nil && resultType == .nominal(KnownNames.bool, []) ? .shared : isOwed ?? .none
      // A variable may hold another future when the closure runs.
      if origin.contract == .duty || local?.isLet == true { origin.spentAt = outer.flatMap { spentCaptures[$0] } }
      if origin.contract == .duty {
        origin.doneBehind = outer.flatMap { doneBehindCaptures[$0] }
        origin.source = outer.flatMap { sourcesAround[$0] }
      }
      let id = builder.makeOrigin(origin)
      madeInSlot[slot] = id
      builder.emitAtEntry(.create(slot, id))
    }
    return .slot(slot)
  }

  /// Where the duties come from that this code has in its variables, for the closures in it.
  var sources: [SlotID: Origin.Source] {
    if !hasDuties { return [:] }
    return madeInSlot.compactMapValues { id in
      let origin = builder.graph[id]
      guard origin.contract == .duty else { return nil }
      switch origin.kind {
      case .made, .computed: return Origin.Source(range: origin.range, isGiven: false)
      case .parameter: return origin.range.length > 0 ? Origin.Source(range: origin.range, isGiven: true) : nil
      case .capture: return origin.source
      case .element, .property: return nil
      }
    }
  }

  // MARK: declarations

  /// The members of a type that this file sees.
  func members(of owner: Name, named name: Name) -> [DeclarationID] {
    index.visible(index.members(of: owner, named: name), from: file)
  }

  /// The type of `self` in the type around.
  var selfType: Type { selfStandIn ?? narrowedSelf ?? (owner == .none ? .unknown : index.selfType(owner)) }

  func globals(named name: Name) -> [DeclarationID] { index.visible(index.globals(named: name), from: file) }

  // MARK: ways out

  var cleanupSerial: Int { cleanups.last?.serial ?? 0 }

  mutating func pushCleanup(_ kind: Cleanup.Kind) {
    serialCount += 1
    cleanups.append(Cleanup(kind: kind, serial: serialCount))
  }
  private var serialCount = 0

  /// Writes what is to be done on the way out down to a depth, innermost first; the cleanups stay in force.
  mutating func emitCleanups(downTo count: Int) {
    if cleanups.count <= count { return }
    let saved = cleanups[count...]
    while cleanups.count > count, !isTooComplex {
      let cleanup = cleanups.removeLast()
      switch cleanup.kind {
      case .scope: break
      case .asyncLet(let slot): builder.emit(.join(slot))
      case .group(let group): builder.emit(.joinGroup(group))
      case .inoutParameter(let slot):
        builder.use(slot, .store, range: ByteRange(start: 0, end: 0), subject: "", operation: "", isRepeated: false)
      case .deferred(let block, let visible):
        frames.append(Frame(start: locals.count, visibleBelow: visible))
        let count = locals.count
        // The `try` or `await` that leaves is not around it.
        let around = (tryDepth, awaitDepth)
        (tryDepth, awaitDepth) = (0, 0)
        lowerBlock(block)
        (tryDepth, awaitDepth) = around
        locals.removeSubrange(count...)
        frames.removeLast()
      }
    }
    cleanups.removeSubrange(count...)
    cleanups += saved
  }

  /// The block to which an error goes from here, behind the cleanups on the way.
  mutating func throwTarget() -> BlockID {
    let handler = handlers.last ?? Handler(block: thrownExit(), cleanupCount: 0)
    if handler.endsTask { regionEnds[regionEnds.count - 1].isThrownTo = true }
    let needsWork = cleanups[min(handler.cleanupCount, cleanups.count)...].contains { cleanup in
      if case .scope = cleanup.kind { return false }
      return true
    }
    if !needsWork { return handler.block }
    let key = LandingKey(handler: handler.block, serial: cleanupSerial)
    if let known = landings[key] { return known }
    let landing = builder.makeBlock()
    landings[key] = landing
    let saved = builder.current
    builder.resume(at: landing)
    emitCleanups(downTo: handler.cleanupCount)
    builder.jump(handler.block)
    builder.resume(at: saved)
    return landing
  }

  private mutating func thrownExit() -> BlockID {
    if let known = landings[LandingKey(handler: BlockID(-1), serial: -1)] { return known }
    let block = builder.makeBlock()
    landings[LandingKey(handler: BlockID(-1), serial: -1)] = block
    let saved = builder.current
    builder.resume(at: block)
    builder.finish(.exit(.thrown))
    builder.resume(at: saved)
    return block
  }

  /// An error may leave the code here. Nobody cancels a task that nobody has.
  /// - Parameters:
  ///   - type: the name of the type of what it throws, if all that it throws is of one.
  ///   - failed: is true where it does.
  ///   - isDoubtful: it most likely does not.
  mutating func mayThrow(
    _ range: ByteRange, _ callee: String, _ type: Name = .none, when failed: SlotID? = nil, isDoubtful: Bool = false
  ) {
    guard tryDepth > 0 else { return }
    let next = builder.makeBlock()
    // What ends another task does not lead on here; whoever asks what that task left undone wants to know all the same.
    let isUnlikely = isDoubtful || isInDroppedTask && type == KnownNames.cancellationError
    let step = PathStep(
      range: range, text: "'\(callee)' throws", isUnlikely: isUnlikely, endsTask: handlers.last?.endsTask == true)
    if type != .none, handlers.last?.error != nil {
      let failed = builder.makeBlock()
      builder.finish(.fork([builder.edge(next), builder.edge(failed, step)]))
      builder.resume(at: failed)
      noteThrown(type)
      builder.jump(throwTarget())
    } else {
      let thrown = builder.edge(throwTarget(), step)
      if let failed {
        builder.branch(.isTrue(failed), thrown, builder.edge(next))
      } else {
        builder.finish(.fork([builder.edge(next), thrown]))
      }
    }
    builder.resume(at: next)
  }

  /// Code from here on does not run. What runs beside a task goes on for a moment, whatever ends the program there.
  mutating func neverReturns() {
    noteDeferred()
    guard let end = regionEnds.last else { return builder.finish(.exit(.never)) }
    builder.emit(.trap)
    // Who waits for the task never gets to see what it has started.
    for cleanup in cleanups.dropFirst(end.cleanupCount).reversed() {
      switch cleanup.kind {
      case .asyncLet(let slot): builder.emit(.join(slot))
      case .group(let group): builder.emit(.joinGroup(group))
      case .scope, .deferred, .inoutParameter: break
      }
    }
    builder.jump(end.block)
  }

  /// What stands in a `defer` is not run where the program ends; that somebody sees to it is said there all the same.
  private mutating func noteDeferred() {
    for cleanup in cleanups {
      guard case .deferred(let block, _) = cleanup.kind else { continue }
      for token in tree[block].firstToken.index..<tree[block].endToken.index where tree.tokens[Int(token)].kind == .identifier {
        guard let place = findLocal(tree.name(of: TokenID(token))), contract(ofLocal: place) == .future,
          isGiven(at: Int(token))
        else { continue }
        let value = Value(type: locals[place].type, storage: storage(ofLocal: place), subject: tree.token(TokenID(token)).range)
        use(value, .lend, at: value.subject)
      }
    }
  }

  /// Whether a name is more than put under another name: something is asked of what it names, or a call gets it.
  private func isGiven(at name: Int) -> Bool {
    let next = tree.tokens[name + 1]
    let isEnd = [.comma, .rightParen, .rightBrace, .semicolon].contains(next.kind) || next.flags.contains(.startsLine)
    if !isEnd { return true }
    var depth = 0
    for place in stride(from: name - 1, to: max(0, name - Limits.tokensOfIndex), by: -1) {
      switch tree.tokens[place].kind {
      case .rightParen: depth += 1
      case .leftParen where depth == 0: return tree.tokens[place - 1].kind == .identifier
      case .leftParen: depth -= 1
      case .leftBrace, .rightBrace: return false
      default: break
      }
    }
    return true
  }
}
