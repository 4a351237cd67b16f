import VTDiagnostics
import VTSyntax

/// What a function does with one of its parameters, or with its receiver.
package enum ParameterEffect: UInt8, Sendable {
  /// Nobody has come to its end yet: a call of it leads nowhere.
  case unreached
  /// Looks at it on every path.
  case borrows
  /// Uses it up on every path.
  case consumes
  /// The same, and leaves nothing in the variable, if the parameter is `inout`.
  case empties
  /// There is no body to look at: it takes a future over, and may do anything with a duty.
  case takesOver
  /// Uses it up on some paths.
  case mayConsume
  /// Does a duty on some paths, and hands it on to somebody unknown on all others.
  case completesOrHandsOn
  /// Keeps it in a property or collection.
  case stores
  /// Gives it back as its result, on every path; on some.
  case returns, mayReturn
  /// Puts another value in the place of an `inout` parameter, which it does not look at.
  case remakes
  /// Does so on some paths, and does not look at it on the others.
  case mayRemake
  /// Does something that nobody can follow.
  case escapes
}

/// The same by how the function ends, and what tells its caller more.
package struct ParameterSummary: Sendable, Hashable {
  /// What it does where it returns.
  package var effect: ParameterEffect
  /// What it does where it throws.
  package var thrown: ParameterEffect
  /// Who knows whether it was used up, where that is so on some paths only.
  package var decision: Decision? { asked?.decision }
  /// What the result says beside that, if another argument decides.
  package var answer: Decision? { asked?.answer }
  private let asked: Asked?
  /// What a caller learns of a value future that the function only looks at.
  package var completion: Completion
  /// Where it was used up, it had been completed before: `if f.isCompleted { use(f.result) }`.
  package var isUsedCompleted = false
  /// Where it is used up, a task does so that nobody has waited for when the function returns.
  package var isUsedBeside = false
  /// On every way a closure takes a duty along that completes it, whenever somebody runs it.
  package var isGivenToClosures = false
  /// Else the function always throws.
  package var comesBack = true

  /// Both behind one reference: there may be very many summaries, and few of them have one.
  private indirect enum Asked: Sendable, Hashable {
    case questions(decision: Decision?, answer: Decision?)

    var decision: Decision? { if case .questions(let decision, _) = self { decision } else { nil } }
    var answer: Decision? { if case .questions(_, let answer) = self { answer } else { nil } }
  }

  /// Whether a value future is completed where a function returns.
  package enum Completion: UInt8, Sendable {
    case unknown
    /// Else it does not come back.
    case always
    /// Where the result says so.
    case whenTrue, whenFalse
    /// The result says nothing: it may well be `true` for one that is not.
    case whatever
  }

  init(
    _ effect: ParameterEffect, thrown: ParameterEffect? = nil, decision: Decision? = nil, answer: Decision? = nil,
    completion: Completion = .unknown
  ) {
    self.effect = effect
    self.thrown = thrown ?? effect
    let answer = decision?.subject == .result ? nil : answer
    asked = decision == nil && answer == nil ? nil : .questions(decision: decision, answer: answer)
    self.completion = completion
  }

  /// Whether what the function gives back tells whether it was used up.
  var tellsByResult: Bool { decision?.subject == .result || answer != nil }

  /// Whatever way the function ends.
  var whole: ParameterEffect {
    if effect == thrown { return effect }
    let both: Set = [effect, thrown]
    if both.contains(.unreached) { return effect == .unreached ? thrown : effect }
    if both.contains(.escapes) { return .escapes }
    if !both.isDisjoint(with: [.stores, .remakes, .mayRemake]) { return .stores }
    return both.isSubset(of: [.borrows, .returns, .mayReturn]) ? .mayReturn : .mayConsume
  }
}

/// Another argument of a call, or what the call gives back, that tells whether a value was used up:
///
///     func take(_ f: ValueFuture<Int>, _ mode: Mode) { if mode == .now { use(f.asTask()) } }
///     func take(_ f: ValueFuture<Int>, _ now: Bool) { if now { use(f.asTask()) } }
///     func tryToTake(_ f: ValueFuture<Int>) -> Bool { if f.isCompleted { use(f.result); return true }; return false }
package struct Decision: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// By its place. In 16 bits, which are enough for `Limits.parameters`.
    case parameter(Int16)
    /// What is asked about it.
    case question(Int16, Question)
    case result

    var place: Int? {
      switch self {
      case .parameter(let place), .question(let place, _): Int(place)
      case .result: nil
      }
    }
  }

  /// What a function asks about an enum or a number that it is given.
  package enum Question: Sendable, Hashable {
    case isCase(Name)
    case isIn(Interval)
  }
  package var subject: Subject
  /// What the subject is where the value was used up, and where it was not; `unknown` for anything.
  package var whenUsed: Constant
  package var whenUnused: Constant

  var isExact: Bool { whenUsed != .unknown && whenUnused != .unknown }

  /// Whether the value was used up where the subject is this; nil where that is open.
  func isUsed(where answer: Constant) -> Bool? {
    if answer == .unknown { return nil }
    let (mayBeUsed, mayBeUnused) = ([.unknown, answer].contains(whenUsed), [.unknown, answer].contains(whenUnused))
    return mayBeUsed == mayBeUnused ? nil : mayBeUsed
  }
}

/// The effects of the analysed functions on the followed values they are given.
package struct Summaries: Sendable {
  package struct Key: OneWordKey, Sendable {
    private let function: DeclarationID
    private let place: Int32
    package var word: UInt64 { function.word &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(UInt32(bitPattern: place)) }

    /// - Parameter place: the parameter's; -1 is the receiver.
    init(function: DeclarationID, place: Int) {
      self.function = function
      self.place = Int32(truncatingIfNeeded: place)
    }
  }

  /// Where the effect of each stands in `effects`. It never changes: copies share it.
  private let places: [Key: Int32]
  private var effects: [ParameterSummary]

  /// By type, the constants whose content its methods are asked about.
  private let keepers: [Name: [DeclarationID]]

  package init() { self.init(of: [], keepers: [:]) }

  /// Nothing is known yet of what these do.
  init(of functions: [SummarisedFunction], keepers: [Name: [DeclarationID]]) {
    self.keepers = keepers
    var places: [Key: Int32] = [:]
    places.reserveCapacity(functions.reduce(0) { $0 + $1.places.count })
    for function in functions {
      for place in function.places { places[Key(function: function.id, place: place)] = Int32(places.count) }
    }
    self.places = places
    effects = [ParameterSummary](repeating: ParameterSummary(.unreached), count: places.count)
  }

  /// nil where no body was looked at.
  func summary(of function: DeclarationID, parameter place: Int) -> ParameterSummary? {
    places[Key(function: function, place: place)].map { effects[Int($0)] }
  }

  /// Whether an error may leave the function before it has done anything with a duty: it is the caller's still.
  func isLeftWhenThrown(by function: DeclarationID, parameter place: Int) -> Bool {
    summary(of: function, parameter: place)?.thrown == .borrows
  }

  /// The constants of a type that keep what is followed.
  func kept(by type: Name) -> [DeclarationID] { keepers.isEmpty ? [] : keepers[type] ?? [] }

  var keepNothing: Bool { keepers.isEmpty }

  /// Where a summary tells what a method does with the content of one of them.
  static func place(ofKept number: Int) -> Int { -2 - number }

  /// What a method of a value future in an extension does with it; nil where no body was looked at.
  func receiver(of function: DeclarationID) -> ParameterSummary? { summary(of: function, parameter: -1) }

  /// Takes over what was found of a function that it knows.
  /// - Returns: whether it is new.
  @discardableResult
  mutating func take(_ effect: ParameterSummary, of key: Key) -> Bool {
    guard let place = places[key], effects[Int(place)] != effect else { return false }
    effects[Int(place)] = effect
    return true
  }

  /// What never comes to an end does not matter to its callers.
  mutating func finish() {
    for place in effects.indices where effects[place].effect == .unreached { effects[place] = ParameterSummary(.borrows) }
  }
}

extension FunctionFacts {
  /// What the function does with the value that came in as this origin.
  func summary(of origin: OriginID) -> ParameterSummary {
    let exits = exits[origin]
    let returned = exits?.returned ?? []
    let thrown = exits?.thrown ?? []
    if graph[origin].contract == .duty {
      // An error that leaves it to the caller on some way leaves it to him on all: nothing is claimed of the others.
      let whenThrown: ParameterEffect? = thrown.isEmpty ? nil : thrown.contains(.unused) ? .borrows : .consumes
      let decision = exits?.decision.flatMap { $0.subject.place == nil && !$0.isExact ? nil : $0 }
      return ParameterSummary(
        effect(on: origin, returned.isEmpty ? nil : returned), thrown: whenThrown, decision: decision,
        answer: exits?.answer.flatMap { $0.isExact ? $0 : nil })
    }
    // What never ends uses up what it uses at all.
    if returned.isEmpty && thrown.isEmpty {
      let effect = effect(on: origin, nil)
      return ParameterSummary(effect == .consumes && exits?.isEmptied == true ? .empties : effect)
    }
    if returned.isEmpty {
      var summary = ParameterSummary(effect(on: origin, thrown))
      summary.comesBack = false
      return summary
    }
    var summary = ParameterSummary(
      effect(on: origin, returned), thrown: thrown.isEmpty ? nil : effect(on: origin, thrown), decision: exits?.decision,
      answer: exits?.answer, completion: exits?.completion ?? .unknown)
    summary.isUsedCompleted = exits?.isUsedIncomplete == false
    summary.isUsedBeside = exits?.isUsedByBody == false
    return summary
  }

  private func effect(on origin: OriginID, _ states: ExitStates?) -> ParameterEffect {
    let kinds = Set(graph.uses.indices.compactMap { usesOf[origin]?.contains(UseID($0)) == true ? graph.uses[$0].kind : nil })
    let contract = graph[origin].contract
    let atExit = states ?? (kinds.contains { $0.effect(on: contract) == .usesUp } ? .used : .unused)
    if atExit.contains(.overwritten), atExit.isSubset(of: [.overwritten, .unused]), kinds.allSatisfy({ !$0.settles }) {
      return atExit == .overwritten ? .remakes : .mayRemake
    }
    if contract == .duty, atExit == [.used, .escaped] { return .completesOrHandsOn }
    if !atExit.isDisjoint(with: [.escaped, .overwritten]) {
      return kinds.isDisjoint(with: [.escape]) ? .stores : .escapes
    }
    if atExit == .unused { return .borrows }
    if !atExit.contains(.used) { return atExit.contains(.unused) ? .mayReturn : .returns }
    return atExit.contains(.unused) ? .mayConsume : .consumes
  }
}
