import VTDiagnostics
import VTSyntax

/// What an expression gives: its type, and where its one-shot value stands, if it has one.
struct Value: Sendable {
  var type: Type
  var storage: Storage = .none
  /// It may be nil, and nobody reckons with it.
  var isExpected = false
  /// Its text, for messages; empty where nobody will ask.
  var subject = ByteRange(start: 0, end: 0)

  static let unknown = Value(type: .unknown)
  static func of(_ type: Type) -> Value { Value(type: type) }

  /// Written as `nil`.
  var isNil: Bool {
    if case .constant(.nil) = storage { return true }
    return false
  }

  /// That of `nil` is some optional.
  var typeOrNil: Type { isNil && type == .unknown ? .optional(.unknown) : type }

  var slot: SlotID? {
    if case .slot(let slot) = storage { return slot }
    return nil
  }
}

/// Two words. No case is boxed: a table of a hundred thousand captured values would be as many allocations.
enum Storage: Sendable {
  /// Nothing that the analysis follows.
  case none
  case slot(SlotID)
  case constant(Constant)
  case tuple([Storage])
  case closure(ClosureValue)
  /// A function that is named and not called: `let h = finish`.
  case function(DeclarationID)
  /// The `group` of a `withTaskGroup` closure.
  case group(Int32)

  var closure: ClosureValue? {
    if case .closure(let closure) = self { return closure }
    return nil
  }
}

/// A closure or local function that has not run yet. One word: most storages hold none, and each local has one.
struct ClosureValue: Sendable {
  /// One element, copied when it is written to.
  private var content: [Content]

  private struct Content: Sendable {
    var node: NodeID
    var visibleLocals: Int
    var result: Type
    var inputs: [Type] = []
    var captures: [Local] = []
    var apart: Set<CallbackAnswers.Pair> = []
  }

  init(node: NodeID, visibleLocals: Int, result: Type = .unknown) {
    content = [Content(node: node, visibleLocals: visibleLocals, result: result)]
  }

  /// A `closureExpr` or `functionDecl`.
  var node: NodeID {
    get { content[0].node }
    set { content[0].node = newValue }
  }
  /// How many locals were visible where it is written.
  var visibleLocals: Int { content[0].visibleLocals }
  /// What it gives, where that is written: `() -> Void in`, or the type of the variable it is bound to.
  var result: Type {
    get { content[0].result }
    set { content[0].result = newValue }
  }
  /// What it is given, where that is written around it.
  var inputs: [Type] {
    get { content[0].inputs }
    set { content[0].inputs = newValue }
  }
  /// What its capture list took when the closure was made.
  var captures: [Local] {
    get { content[0].captures }
    _modify { yield &content[0].captures }
  }
  /// Of what it is given one of each pair is nil.
  var apart: Set<CallbackAnswers.Pair> {
    get { content[0].apart }
    set { content[0].apart = newValue }
  }
}

/// A name that a function body declares or captures.
struct Local: Sendable {
  var name: Name
  var type: Type
  var storage: Storage
  var isLet: Bool
  /// Naming it runs its getter.
  var isComputed = false
  /// Naming it waits for its child task.
  var isAsyncLet = false
  /// The local belongs to the function around a closure that is analysed by itself; its slot is made when it is used.
  var isCaptured = false
  /// The function around has asked it whether it is completed, before the closure that captures it.
  var wasAsked = false
  /// It may be nil, and nobody reckons with it.
  var isExpected = false
  /// `var client: Client!`: where it is nil, whatever uses it as a `Client` ends the program.
  var isForced = false
  /// A parameter of the function that is written.
  var isParameter = false
  /// It belongs to the function around: what is assigned to it lives on there.
  var isOuter = false
}
