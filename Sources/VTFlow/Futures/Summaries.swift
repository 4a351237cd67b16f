import VTDiagnostics
import VTSyntax

/// What a function does with one of its parameters, or with its receiver.
package enum ParameterEffect: UInt8, Sendable {
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

/// The effects of the analysed functions on the value futures they are given.
///
/// Found by rounds: in the first every function borrows; each round looks at all bodies with the effects of the round
/// before, until nothing changes. What still changes after `roundLimit` rounds (it never has) escapes: nothing is claimed.
package struct Summaries: Sendable, Equatable {
  package struct Key: Hashable, Sendable {
    package var function: DeclarationID
    /// The parameter's place; -1 is the receiver.
    package var place: Int
  }

  package static let roundLimit = 12

  private var effects: [Key: ParameterEffect] = [:]

  package init() {}

  /// nil where no body was looked at.
  func effect(of function: DeclarationID, parameter place: Int) -> ParameterEffect? {
    effects[Key(function: function, place: place)]
  }

  /// A method of a value future in an extension; without a body nothing is claimed.
  func receiver(of function: DeclarationID) -> ParameterEffect {
    effects[Key(function: function, place: -1)] ?? .escapes
  }

  /// Takes over one file's effects.
  package mutating func merge(_ found: [Key: ParameterEffect]) { effects.merge(found) { _, new in new } }

  /// Gives up on all that differs from an earlier round.
  package mutating func giveUp(whereDifferentFrom earlier: Summaries) {
    for (key, effect) in effects where earlier.effects[key] != effect { effects[key] = .escapes }
  }
}

extension SymbolIndex {
  /// The files with a function that takes a value future, or that extends one.
  package var filesToSummarise: [FileID] {
    files.map(\.file).filter { file in concerns(file) && !summarisedFunctions(in: file).isEmpty }
  }

  /// Every such function borrows, until its body has been looked at.
  package func initialSummaries(of file: FileID) -> [Summaries.Key: ParameterEffect] {
    var effects: [Summaries.Key: ParameterEffect] = [:]
    for (function, places) in summarisedFunctions(in: file) {
      for place in places { effects[Summaries.Key(function: function, place: place)] = .borrows }
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
          && isFollowed(type(parameter.type, in: TypeScope(file: file, declaration: id.index)).unwrapped)
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

/// The effects of one file's functions, given those of all others.
package func effects(
  in tree: SyntaxTree, file: FileID, index: SymbolIndex, summaries: Summaries
) -> [Summaries.Key: ParameterEffect] {
  let bodies = FunctionBodies(tree: tree, file: file, index: index, summaries: summaries)
  var effects: [Summaries.Key: ParameterEffect] = [:]
  for (function, places) in index.summarisedFunctions(in: file) {
    guard let (graph, origins) = bodies.graph(of: function.index) else {
      for place in places { effects[Summaries.Key(function: function, place: place)] = place < 0 ? .escapes : .consumes }
      continue
    }
    let facts = solve(graph, keepingParameters: true)
    for place in places {
      guard let origin = origins[place] else { continue }
      effects[Summaries.Key(function: function, place: place)] = facts.effect(on: origin)
    }
  }
  return effects
}

extension FunctionFacts {
  /// What the function does with the value that came in as this origin.
  func effect(on origin: OriginID) -> ParameterEffect {
    let kinds = Set(graph.uses.indices.compactMap { usesOf[origin]?.contains(UseID($0)) == true ? graph.uses[$0].kind : nil })
    let atExit = exits[origin] ?? (kinds.contains { $0.effect(on: graph[origin].contract) == .usesUp } ? .used : .unused)
    let contract = graph[origin].contract
    if atExit == .overwritten, kinds.allSatisfy({ !$0.settles }) { return .remakes }
    if !atExit.isDisjoint(with: [.escaped, .overwritten]) {
      return kinds.isDisjoint(with: [.escape]) ? .stores : .escapes
    }
    if kinds.filter({ $0.effect(on: contract) == .usesUp }) == [.returned] { return atExit.contains(.unused) ? .mayReturn : .returns }
    if atExit == .used { return .consumes }
    return atExit.contains(.used) ? .mayConsume : .borrows
  }
}
