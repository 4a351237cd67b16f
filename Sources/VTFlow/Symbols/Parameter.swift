import VTDiagnostics

/// A parameter of a function, initialiser, subscript or enum case.
package struct Parameter: Sendable {
  package var label: Name
  package var name: Name
  package var type: TypeRowID
  package var hasDefault: Bool
  /// Its default, where that is `true`, `false` or `nil`; `present` for a macro such as `#line`.
  package var fallback = Constant.unknown
  package var isVariadic: Bool
  /// `repeat ValueFuture<each T>`: the type is that of each of the arguments.
  package var isPack = false
  /// How the function's body runs this parameter, if it is a closure.
  package var runs = ClosureRuns.unknown
  /// The same for a closure that throws nothing.
  package var quietRuns = ClosureRuns.unknown
  /// The function throws only where it has not run it.
  package var isRunLast = false
  /// A way out of the function comes before anything in it names the closure: `guard isReady else { return }`.
  package var isDropped = false
  /// The function throws where it is nil, and nowhere else.
  package var throwsAtNil = false
  /// To run it once is all that the function does.
  package var isWholeBody = false
  /// A result builder takes the statements of the closure.
  package var isBuilder: Bool
  /// It may be of any type, and all that the function does with it is to give it back.
  package var isGivenBack = false
  private var rarities = Rarities.none

  init(label: Name, name: Name, type: TypeRowID, hasDefault: Bool, isVariadic: Bool, isBuilder: Bool) {
    (self.label, self.name, self.type) = (label, name, type)
    (self.hasDefault, self.isVariadic, self.isBuilder) = (hasDefault, isVariadic, isBuilder)
  }

  /// It takes any number of arguments.
  var takesSeveral: Bool { isVariadic || isPack }

  /// A call need not have an argument for it.
  var isLeftOut: Bool { hasDefault || takesSeveral }

  /// What has to be so that the function runs it, if another parameter tells.
  package var runsWhen: RunCondition? {
    get { rare.runsWhen }
    set { rare.runsWhen = newValue }
  }

  /// Where the function hands the closure on to, if `runs` is `forwarded`.
  package var forward: ClosureForward? {
    get { rare.forward }
    set { rare.forward = newValue }
  }

  /// What the function tells the closure, if that tells something.
  package var answers: CallbackAnswers? {
    get { rare.answers }
    set { rare.answers = newValue }
  }

  /// What has to be so that it is given back.
  package var givenBackWhen: RunCondition? {
    get { rare.givenBackWhen }
    set { rare.givenBackWhen = newValue }
  }

  /// All that the function does with it is to give it to one of its closures.
  package var givenTo: ClosureInput? {
    get { rare.givenTo }
    set { rare.givenTo = newValue }
  }

  private var rare: Rare {
    get { if case .some(let rare) = rarities { rare } else { Rare() } }
    set { rarities = newValue.isEmpty ? .none : .some(newValue) }
  }

  /// What there is to tell of few parameters stands apart: all that the sources write are kept.
  private indirect enum Rarities {
    case none
    case some(Rare)
  }

  private struct Rare {
    var runsWhen: RunCondition?
    var forward: ClosureForward?
    var answers: CallbackAnswers?
    var givenBackWhen: RunCondition?
    var givenTo: ClosureInput?

    var isEmpty: Bool {
      runsWhen == nil && forward == nil && answers == nil && givenBackWhen == nil && givenTo == nil
    }
  }
}

/// `body(f)`: a closure parameter, and which of the closure's own parameters.
package struct ClosureInput: Sendable, Hashable {
  /// In 16 bits, which are enough for `Limits.parameters`.
  package var closure: Int16
  package var place: Int16
}

/// `other(body)`: the closure parameter of another function.
package struct ClosureForward: Sendable, Hashable {
  package var callee: Name
  package var label: Name
  /// Its place among the arguments.
  package var place: Int
  var receiver = Receiver.none
  /// The literals among the arguments, by their labels: `repeats: true`.
  var written: [Name: Name] = [:]
  /// What is handed on has no parameters.
  var takesNothing = true
  /// How often what is handed on runs the closure each time, and how often it is handed on.
  var inner = ClosureRuns.once
  var outer = ClosureRuns.once
  /// What is handed on does nothing but run the closure.
  var isPlain = true
  /// What is handed on throws nothing but what the closure throws.
  var isQuietOtherwise = true
  /// The function certainly runs it itself, too.
  var isRunBeside = false
  /// The closure may be kept.
  var isEscaping = false
  /// An error that leaves the function after it has handed the closure on comes from the other one.
  var passesErrorsOn = false
  /// What is handed on is what it gives, `other(body())`: evaluated here, unless the other one takes an autoclosure.
  var isEvaluated = false

  /// What the other function is called on.
  enum Receiver: Sendable, Hashable {
    case none, own, unknown, array
    case type(Name), instance(Name)
  }
}
