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
  /// There is no body to look at: it takes a future over, and may do anything with a duty.
  case takesOver
  /// Uses it up on some paths.
  case mayConsume
  /// Keeps it in a property or collection.
  case stores
  /// Gives it back as its result, on every path; on some.
  case returns, mayReturn
  /// Puts another value in the place of an `inout` parameter, which it does not look at.
  case remakes
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
  package var decision: Decision?

  init(_ effect: ParameterEffect, thrown: ParameterEffect? = nil, decision: Decision? = nil) {
    self.effect = effect
    self.thrown = thrown ?? effect
    self.decision = decision
  }

  /// Whatever way the function ends.
  var whole: ParameterEffect {
    if effect == thrown { return effect }
    let both: Set = [effect, thrown]
    if both.contains(.unreached) { return effect == .unreached ? thrown : effect }
    if both.contains(.escapes) { return .escapes }
    if !both.isDisjoint(with: [.stores, .remakes]) { return .stores }
    return both.isSubset(of: [.borrows, .returns, .mayReturn]) ? .mayReturn : .mayConsume
  }
}

/// Another argument of a call, or what the call gives back, that tells whether a value was used up:
///
///     func take(_ f: ValueFuture<Int>, _ now: Bool) { if now { use(f.asTask()) } }
///     func tryToTake(_ f: ValueFuture<Int>) -> Bool { if f.isCompleted { use(f.result); return true }; return false }
package struct Decision: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// By its place.
    case parameter(Int)
    case result
  }
  package var subject: Subject
  /// What the subject is where the value was used up, and where it was not; `unknown` for anything.
  package var whenUsed: Constant
  package var whenUnused: Constant

  var isExact: Bool { whenUsed != .unknown && whenUnused != .unknown }
}

/// The effects of the analysed functions on the value futures they are given.
///
/// Found by rounds: in the first no function comes to its end; each round looks at all bodies with the effects of the round
/// before, until nothing changes, so that of a recursion only those ways count that end. What still changes after `roundLimit` rounds (it never has) escapes: nothing is claimed.
package struct Summaries: Sendable, Equatable {
  package struct Key: Hashable, Sendable {
    package var function: DeclarationID
    /// The parameter's place; -1 is the receiver.
    package var place: Int
  }

  package static let roundLimit = 40
  /// Passes over one file in a round.
  static let passLimit = 12

  private var effects: [Key: ParameterSummary] = [:]

  package init() {}

  /// nil where no body was looked at.
  func summary(of function: DeclarationID, parameter place: Int) -> ParameterSummary? {
    effects[Key(function: function, place: place)]
  }

  /// Whether an error may leave the function before it has done anything with a duty: it is the caller's still.
  func isLeftWhenThrown(by function: DeclarationID, parameter place: Int) -> Bool {
    effects[Key(function: function, place: place)]?.thrown == .borrows
  }

  /// What a method of a value future in an extension does with it; nil where no body was looked at.
  func receiver(of function: DeclarationID) -> ParameterSummary? {
    effects[Key(function: function, place: -1)]
  }

  /// Takes over one file's effects; whether anything is new.
  @discardableResult
  package mutating func merge(_ found: [Key: ParameterSummary]) -> Bool {
    var isNew = false
    for (key, effect) in found where effects.updateValue(effect, forKey: key) != effect { isNew = true }
    return isNew
  }

  /// What is said anew, or otherwise than in an earlier round.
  package func changes(since earlier: Summaries) -> [Key] {
    effects.compactMap { key, effect in earlier.effects[key] == effect ? nil : key }
  }

  /// What never comes to an end does not matter to its callers.
  package mutating func finish() {
    for (key, summary) in effects where summary.effect == .unreached { effects[key] = ParameterSummary(.borrows) }
  }

  /// Gives up on all that differs from an earlier round.
  package mutating func giveUp(whereDifferentFrom earlier: Summaries) {
    for (key, effect) in effects where earlier.effects[key] != effect { effects[key] = ParameterSummary(.escapes) }
  }
}

extension SymbolIndex {
  /// The files with a function that takes a value future, or that extends one.
  package var filesToSummarise: [FileID] {
    lintedFiles.map(\.file).filter { file in concerns(file) && !summarisedFunctions(in: file).isEmpty }
  }

  /// Nothing is known of such a function until its body has been looked at.
  package func initialSummaries(of file: FileID) -> [Summaries.Key: ParameterSummary] {
    var effects: [Summaries.Key: ParameterSummary] = [:]
    for (function, places) in summarisedFunctions(in: file) {
      for place in places { effects[Summaries.Key(function: function, place: place)] = ParameterSummary(.unreached) }
    }
    return effects
  }

  /// Functions, and the places of their parameters that are value futures.
  func summarisedFunctions(in file: FileID) -> [(function: DeclarationID, places: [Int])] {
    var found: [(DeclarationID, [Int])] = []
    for (place, declaration) in files[Int(file.index)].declarations.enumerated() {
      let id = DeclarationID(file: file, index: Int32(place))
      switch declaration.kind {
      case .function, .initializer, .property, .subscripting:
        guard !declaration.flags.contains(.isRequirement) else { continue }
        var places: [Int] = []
        for (number, parameter) in parameters(of: id).enumerated()
        where !parameter.isVariadic
          && (isFollowed(type(parameter.type, in: TypeScope(file: file, declaration: id.index)).unwrapped)
            || knowledge.creations.parameterNames[parameter.name] != nil
            || knowledge.creations.parameterNames[parameter.label] != nil)
        {
          places.append(number)
        }
        if isMethodOfExtendedFuture(id) { places.append(-1) }
        if !places.isEmpty { found.append((id, places)) }
      default: break
      }
    }
    return found
  }

  private func isMethodOfExtendedFuture(_ id: DeclarationID) -> Bool {
    let declaration = declaration(id)
    guard declaration.parent >= 0, !declaration.flags.contains(.isStatic), declaration.kind != .initializer,
      self.declaration(DeclarationID(file: id.file, index: declaration.parent)).kind == .extensionOfType
    else { return false }
    return isFollowed(selfType(ownerName(of: id)))
  }
}

/// The effects of one file's functions, given those of all others; of each other's they see the newest.
///
/// The passes over a file go down and up in turns, so that a chain of calls needs two of them, whichever way it is written.
/// - Parameter changed: the names of the functions that the last round said something new of; nil for all. Who mentions
///   none of them does what it did.
package func effects(
  in tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries, changed: Set<Name>? = nil
) -> [Summaries.Key: ParameterSummary] {
  var functions = index.summarisedFunctions(in: file)
  var known = summaries
  var found: [Summaries.Key: ParameterSummary] = [:]
  var changed = changed
  for _ in 0..<Summaries.passLimit {
    var next: Set<Name>? = []
    for (function, places) in functions where tree.mentions(changed, in: index.declaration(function).node) {
      let bodies = FunctionBodies(tree: tree, file: file, index: index, summaries: known)
      let effects = effects(of: function, places, bodies)
      found.merge(effects) { _, new in new }
      if !known.merge(effects) { continue }
      if let name = index.callName(of: function) { next?.insert(name) } else { next = nil }
    }
    if next?.isEmpty == true { break }
    changed = next
    functions.reverse()
  }
  return found
}

private func effects(
  of function: DeclarationID, _ places: [Int], _ bodies: FunctionBodies
) -> [Summaries.Key: ParameterSummary] {
  var effects: [Summaries.Key: ParameterSummary] = [:]
  guard let body = bodies.summaryBody(of: function.index), body.graph.defect == nil else {
    for place in places {
      effects[Summaries.Key(function: function, place: place)] = ParameterSummary(place < 0 ? .escapes : .consumes)
    }
    return effects
  }
  let facts = solve(body.graph, asking: body.deciders)
  for place in places {
    guard let origin = body.origins[place] else { continue }
    let isOpen = body.isOpen && facts.exits[origin] == nil
    effects[Summaries.Key(function: function, place: place)] = isOpen ? ParameterSummary(.unreached) : facts.summary(of: origin)
  }
  return effects
}

extension SymbolIndex {
  /// The word that stands where the function is called; nil where calls show none.
  fileprivate func callName(of function: DeclarationID) -> Name? {
    let declaration = declaration(function)
    switch declaration.kind {
    case .property: return declaration.name
    case .function where declaration.flags.contains(.isOperator): return nil
    case .function: return declaration.name == KnownNames.callAsFunction ? nil : declaration.name
    default: return nil
    }
  }

  /// The names of the functions that a round said something new of; nil if they cannot be told by a name.
  package func changedNames(_ keys: [Summaries.Key]) -> Set<Name>? {
    var names: Set<Name> = []
    for key in keys {
      guard let name = callName(of: key.function) else { return nil }
      names.insert(name)
    }
    return names
  }
}

extension SyntaxTree {
  /// Whether one of the names stands in the text of a node; any does for nil.
  fileprivate func mentions(_ names: Set<Name>?, in node: NodeID) -> Bool {
    guard let names else { return true }
    let row = self[node]
    return (row.firstToken.index..<row.endToken.index).contains { names.contains(name(of: TokenID($0))) }
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
      return ParameterSummary(effect(on: origin, returned.isEmpty ? nil : returned), thrown: whenThrown)
    }
    // What never ends uses up what it uses at all.
    if returned.isEmpty && thrown.isEmpty { return ParameterSummary(effect(on: origin, nil)) }
    if thrown.isEmpty { return ParameterSummary(effect(on: origin, returned), decision: exits?.decision) }
    if returned.isEmpty { return ParameterSummary(effect(on: origin, thrown)) }
    return ParameterSummary(
      effect(on: origin, returned), thrown: effect(on: origin, thrown), decision: exits?.decision)
  }

  private func effect(on origin: OriginID, _ states: ExitStates?) -> ParameterEffect {
    let kinds = Set(graph.uses.indices.compactMap { usesOf[origin]?.contains(UseID($0)) == true ? graph.uses[$0].kind : nil })
    let contract = graph[origin].contract
    let atExit = states ?? (kinds.contains { $0.effect(on: contract) == .usesUp } ? .used : .unused)
    if atExit == .overwritten, kinds.allSatisfy({ !$0.settles }) { return .remakes }
    if !atExit.isDisjoint(with: [.escaped, .overwritten]) {
      return kinds.isDisjoint(with: [.escape]) ? .stores : .escapes
    }
    if atExit == .unused { return .borrows }
    if kinds.filter({ $0.effect(on: contract) == .usesUp }) == [.returned] {
      return atExit.contains(.unused) ? .mayReturn : .returns
    }
    return atExit == .used ? .consumes : .mayConsume
  }
}
