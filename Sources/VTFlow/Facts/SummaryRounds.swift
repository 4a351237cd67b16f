import VTDiagnostics
import VTSyntax

/// Gives the results of `transform(0)`, … `transform(count - 1)` in order, however many threads there are.
package typealias ParallelMap<Result> = (_ count: Int, _ transform: @escaping @Sendable (Int) -> Result) -> [Result]

/// What the functions of the sources do with the followed values that they are given, to a fixpoint.
///
/// Who is called is looked at before his callers (`Components` of `CallWords`), so a function that is in no recursion is
/// looked at once. In a recursion none comes to its end at first; each is looked at again when there is something new about
/// one that it calls, so that only those ways count that end. What still changes after `Limits.looksAtFunction` looks
/// escapes: nothing is claimed.
///
/// The work is dealt out by file, in rounds. A round sees what the rounds before found and, of its own file, the newest, so
/// the result hangs neither on the order of files nor on the number of threads.
/// - Parameters:
///   - isRecorded: what was found out is wanted for another run, too.
///   - tree: the tree that the index speaks of; nil if it is not to be had.
package func summaries(
  of index: SymbolIndex, isRecorded: Bool = false, tree: @escaping @Sendable (FileID) -> SyntaxTree?,
  mentions: ParallelMap<[[Int32]]>, looks: ParallelMap<SummaryRounds.Found>
) -> FoundSummaries {
  var start = Start(of: index, isRecorded: isRecorded, tree, mentions)
  var summaries = Summaries(of: start.rounds.functions, keepers: start.rounds.keepers)
  start.rounds.run(&summaries, index, tree, looks)
  let records = start.found.map { FunctionRecord.records(of: $0.calls, $0.mentioned, start.rounds, summaries) } ?? [:]
  summaries.finish()
  return FoundSummaries(summaries: summaries, records: records)
}

/// All that may be called, and by whom.
private struct Start {
  var rounds: SummaryRounds
  /// What found that out: as large as what is looked for, so that it is kept only for a record.
  let found: (calls: CallWords, mentioned: [[[Int32]]])?

  init(
    of index: SymbolIndex, isRecorded: Bool, _ tree: @escaping @Sendable (FileID) -> SyntaxTree?, _ mentions: ParallelMap<[[Int32]]>
  ) {
    let calls = CallWords(index)
    let mentioned = mentions(calls.files.count) { calls.mentioned(in: $0, tree, index) }
    rounds = SummaryRounds(calls, mentioned: mentioned)
    found = isRecorded ? (calls, mentioned) : nil
  }
}

/// The same where an earlier run looked at all of these files, and only some of them have changed since, none of them in what
/// it declares: only their functions are looked at, and those that are, or were, in a recursion with one of them. A fixpoint that
/// is kept may say more than one that is found anew.
/// - Parameters:
///   - changed: by file.
///   - known: what the earlier run found out; nothing of files without such functions.
/// - Returns: nil where others may do something else now, too: all have to be looked at.
package func summaries(
  of index: SymbolIndex, changed: [Bool], known: [FileID: FunctionRecord],
  tree: @escaping @Sendable (FileID) -> SyntaxTree?, looks: ParallelMap<SummaryRounds.Found>
) -> FoundSummaries? {
  let calls = CallWords(index)
  var mentioned: [[[Int32]]] = []
  var mentionedBefore: [[[Int32]]] = []
  var wasInRecursion = false
  for (place, (file, functions)) in calls.files.enumerated() {
    let record = known[file]
    if changed[Int(file.index)] {
      mentioned.append(calls.mentioned(in: place, tree, index))
      guard let record, record.isInRecursionOfFiles else {
        mentionedBefore.append(functions.map { _ in [] })
        continue
      }
      guard record.isWhole, let before = calls.nodes(of: record, functions) else { return nil }
      mentionedBefore.append(before)
      wasInRecursion = true
    } else {
      guard let record, calls.are(functions, of: record), let nodes = calls.nodes(of: record, functions) else { return nil }
      mentioned.append(nodes)
      mentionedBefore.append(nodes)
    }
  }
  var rounds = SummaryRounds(calls, mentioned: mentioned)
  var isLookedAt = rounds.lead(to: calls.isOfFile(changed))
  if wasInRecursion {
    let before = SummaryRounds(calls, mentioned: mentionedBefore).lead(to: calls.isOfFile(changed))
    isLookedAt = rounds.lead(to: zip(isLookedAt, before).map { $0 || $1 })
  }
  rounds.look(onlyAt: isLookedAt)
  var summaries = Summaries(of: rounds.functions, keepers: rounds.keepers)
  for (file, functions) in calls.files where !changed[Int(file.index)] {
    for (node, function) in zip(functions, known[file]?.functions ?? []) where !isLookedAt[Int(node)] {
      summaries.take(function, of: file)
    }
  }
  rounds.run(&summaries, index, tree, looks)
  let records = FunctionRecord.records(of: calls, mentioned, rounds, summaries)
  if known.contains(where: { file, before in !before.saysTheSame(as: records[file]) }) { return nil }
  summaries.finish()
  return FoundSummaries(summaries: summaries, records: records)
}

/// What functions do, and how that was found out.
package struct FoundSummaries: Sendable {
  package let summaries: Summaries
  /// By file with such functions; empty where nobody wanted to know.
  package let records: [FileID: FunctionRecord]
}

extension FunctionRecord {
  /// - Parameters:
  ///   - mentioned: by file and function.
  ///   - summaries: before they are finished: who calls what never ends has seen that.
  fileprivate static func records(
    of calls: CallWords, _ mentioned: [[[Int32]]], _ rounds: SummaryRounds, _ summaries: Summaries
  ) -> [FileID: FunctionRecord] {
    let words = calls.wordsByNode
    var records: [FileID: FunctionRecord] = [:]
    for ((file, functions), mentioned) in zip(calls.files, mentioned) {
      let known = zip(functions, mentioned).map { node, mentioned in
        let function = calls.functions[Int(node)]
        return Function(
          index: function.id.index,
          effects: function.places.map { place in
            let summary = summaries.summary(of: function.id, parameter: place) ?? ParameterSummary(.escapes)
            return Effect(place: place, summary: summary)
          },
          words: mentioned.map { words[Int($0) - calls.functions.count] })
      }
      records[file] = FunctionRecord(
        functions: known, isInRecursionOfFiles: functions.contains { rounds.isInRecursionOfFiles($0) })
    }
    return records
  }
}

extension Summaries {
  fileprivate mutating func take(_ function: FunctionRecord.Function, of file: FileID) {
    let id = DeclarationID(file: file, index: function.index)
    for effect in function.effects { take(effect.summary, of: Key(function: id, place: effect.place)) }
  }
}

/// Which functions are to be looked at next.
package struct SummaryRounds: Sendable {
  /// What one look at a file gave.
  package struct Found: Sendable {
    /// What is new, in the order in which it was found.
    var effects: [(key: Summaries.Key, effect: ParameterSummary)] = []
    /// The functions that were looked at, each time that they were.
    var looks: [Int32] = []
    /// Functions that call one of which something new was said, in other files.
    var dirtied: Set<Int32> = []
  }

  let functions: [SummarisedFunction]
  let keepers: [Name: [DeclarationID]]
  /// Those that have such functions.
  let files: [FileID]
  private let callers: Adjacency
  private let components: Components
  /// Functions by component.
  private let members: Adjacency
  /// Components by those that lead to them.
  private let componentCallers: Adjacency
  private let fileOf: [Int32]
  /// By component: the components it leads to that may still change.
  private var waiting: [Int32]
  /// Components that wait for nobody and are not closed.
  private var ready: [Int32] = []
  private var isDirty: [Bool]
  private var looks: [Int32]

  /// - Parameter mentioned: by file and function, the words that its body has.
  init(_ calls: CallWords, mentioned: [[[Int32]]]) {
    functions = calls.functions
    keepers = calls.keepers
    files = calls.files.map(\.file)
    let graph = Adjacency(nodeCount: calls.nodeCount) { take in
      var node: Int32 = 0
      for functions in mentioned {
        for words in functions {
          for word in words { take(node, word) }
          node += 1
        }
      }
      for (from, to) in calls.callees { take(from, to) }
    }
    callers = graph.reversed
    components = Components(of: graph)
    let functionCount = calls.functions.count
    let (componentOf, componentCount) = (components.ofNode, Int(components.count))
    members = Adjacency(nodeCount: componentCount) { take in
      for function in 0..<Int32(functionCount) { take(componentOf[Int(function)], function) }
    }
    let called = Adjacency(nodeCount: componentCount) { take in
      graph.forEachEdge { from, to in
        let (caller, callee) = (componentOf[Int(from)], componentOf[Int(to)])
        if caller != callee { take(caller, callee) }
      }
    }.sorted
    waiting = (0..<components.count).map { Int32(called.successors(of: $0).count) }
    componentCallers = called.reversed
    fileOf = calls.files.enumerated().flatMap { place, file in file.functions.map { _ in Int32(place) } }
    isDirty = Array(repeating: true, count: functionCount)
    looks = Array(repeating: 0, count: functionCount)
    ready = waiting.indices.filter { waiting[$0] == 0 }.map { Int32($0) }
    close()
  }

  /// By function: whether it is one of these, or leads to one that leads to it.
  func lead(to functions: [Bool]) -> [Bool] {
    var isWanted = [Bool](repeating: false, count: Int(components.count))
    for (function, isOne) in functions.enumerated() where isOne { isWanted[Int(components.ofNode[function])] = true }
    return functions.indices.map { isWanted[Int(components.ofNode[$0])] }
  }

  /// Of all others everything is known. Before anything has been looked at.
  mutating func look(onlyAt functions: [Bool]) {
    isDirty = functions
    close()
  }

  /// Whether a function and one of another file lead to each other.
  func isInRecursionOfFiles(_ function: Int32) -> Bool {
    members.successors(of: components.ofNode[Int(function)]).contains { fileOf[Int($0)] != fileOf[Int(function)] }
  }

  /// Looks at functions until nothing changes.
  fileprivate mutating func run(
    _ summaries: inout Summaries, _ index: SymbolIndex, _ tree: @escaping @Sendable (FileID) -> SyntaxTree?,
    _ looks: ParallelMap<Found>
  ) {
    while true {
      let work = work
      if work.isEmpty { return }
      let (round, before) = (self, summaries)
      let found = looks(work.count) { place in
        let (file, components) = work[place]
        return round.look(at: components, in: tree(round.files[Int(file)]), of: file, index: index, summaries: before)
      }
      take(found)
      for (key, effect) in found.lazy.flatMap(\.effects) { summaries.take(effect, of: key) }
      close()
    }
  }

  /// The components to be looked at now, by the place of their files in `CallWords.files`; one may stand in several.
  var work: [(file: Int32, components: [Int32])] {
    var work: [Int32: [Int32]] = [:]
    for component in ready {
      for function in members.successors(of: component) where isDirty[Int(function)] {
        let file = fileOf[Int(function)]
        if work[file]?.last != component { work[file, default: []].append(component) }
      }
    }
    return work.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Takes over what a round found. First all looks: one file may have looked at a function before another one made it worth
  /// looking at again.
  mutating func take(_ found: [Found]) {
    for function in found.flatMap(\.looks) {
      isDirty[Int(function)] = false
      looks[Int(function)] += 1
    }
    for function in found.flatMap(\.dirtied) where looks[Int(function)] < Limits.looksAtFunction { isDirty[Int(function)] = true }
  }

  /// Closes the components that nothing more can be said about, and those that waited for them only.
  mutating func close() {
    var pending = ready
    ready = []
    while let component = pending.popLast() {
      if members.successors(of: component).contains(where: { isDirty[Int($0)] }) {
        ready.append(component)
        continue
      }
      for caller in componentCallers.successors(of: component) {
        waiting[Int(caller)] -= 1
        if waiting[Int(caller)] == 0 { pending.append(caller) }
      }
    }
  }

  // MARK: one file

  /// Looks at the functions of a file that can be looked at now, and at those whose turn that makes it.
  /// - Parameter components: of `work`.
  func look(
    at components: [Int32], in tree: SyntaxTree?, of file: Int32, index: SymbolIndex, summaries: Summaries
  ) -> Found {
    var found = Found()
    var known = summaries
    /// By component: how many of those that it waits for were closed here.
    var closedHere: [Int32: Int32] = [:]
    var queue = components
    while let component = queue.popLast() {
      let functions = members.successors(of: component)
      settle(functions.filter { fileOf[Int($0)] == file }, tree, index, &known, &found)
      let mayChange = functions.contains { fileOf[Int($0)] != file && (isDirty[Int($0)] || found.dirtied.contains($0)) }
      if mayChange { continue }
      for caller in componentCallers.successors(of: component) {
        closedHere[caller, default: 0] += 1
        if closedHere[caller] == waiting[Int(caller)], isOf(file, caller) { queue.append(caller) }
      }
    }
    return found
  }

  /// Whether a component has functions of this file; or none at all, so that the turn of its callers may have come.
  private func isOf(_ file: Int32, _ component: Int32) -> Bool {
    let functions = members.successors(of: component)
    return functions.isEmpty || functions.contains { fileOf[Int($0)] == file }
  }

  /// Looks at functions of one component until there is nothing new about them.
  private func settle(
    _ functions: [Int32], _ tree: SyntaxTree?, _ index: SymbolIndex, _ known: inout Summaries, _ found: inout Found
  ) {
    var round = functions.filter { isDirty[Int($0)] }
    var looksHere: [Int32: Int32] = [:]
    /// When each was looked at last, counted in looks.
    var lastLook: [Int32: Int] = [:]
    while !round.isEmpty {
      /// The words by which those may be called of which something is new, and when it was found. What many have in common is
      /// thus told their callers once.
      var news: [Int32: Int] = [:]
      for function in round {
        lastLook[function] = found.looks.count
        found.looks.append(function)
        looksHere[function, default: 0] += 1
        let summarised = self.functions[Int(function)]
        var effects = summarised.givenUp
        if let tree, looks[Int(function)] + looksHere[function]! < Limits.looksAtFunction {
          // Numbers that a recursion counts with would be told apart without end.
          let isFirst = looks[Int(function)] + looksHere[function]! == 1
          effects = FunctionBodies(tree: tree, file: summarised.id.file, index: index, summaries: known)
            .effects(of: summarised, asksQuestions: isFirst)
        }
        let new = effects.filter { known.take($0.effect, of: $0.key) }
        if new.isEmpty { continue }
        found.effects += new
        for word in callers.successors(of: function) { news[word] = found.looks.count - 1 }
      }
      var next: Set<Int32> = []
      for (word, time) in news {
        for caller in callers.successors(of: word) where isOneOf(functions, caller) {
          if fileOf[Int(caller)] != fileOf[Int(functions[0])] {
            found.dirtied.insert(caller)
          } else if lastLook[caller, default: -1] <= time,
            looks[Int(caller)] + (looksHere[caller] ?? 0) < Limits.looksAtFunction
          {
            next.insert(caller)
          }
        }
      }
      round = next.sorted()
    }
  }

  /// Whether it is of the same component.
  private func isOneOf(_ functions: [Int32], _ other: Int32) -> Bool {
    components.ofNode[Int(other)] == components.ofNode[Int(functions[0])]
  }
}

extension SummarisedFunction {
  /// Nothing is claimed of what it does.
  fileprivate var givenUp: [(key: Summaries.Key, effect: ParameterSummary)] {
    places.map { (Summaries.Key(function: id, place: $0), ParameterSummary(.escapes)) }
  }
}

extension FunctionBodies {
  /// - Parameter asksQuestions: what is asked about an enum or a number may tell what becomes of a value.
  fileprivate func effects(
    of function: SummarisedFunction, asksQuestions: Bool
  ) -> [(key: Summaries.Key, effect: ParameterSummary)] {
    guard let body = summaryBody(of: function.id.index, asksQuestions: asksQuestions), body.graph.defect == nil,
      let facts = solve(body.graph, asking: body.deciders)
    else {
      return function.places.map {
        (Summaries.Key(function: function.id, place: $0), ParameterSummary($0 < 0 ? .escapes : .consumes))
      }
    }
    return function.places.map { place in
      // A closure that is no completion handler here, though it is called so: it may be one for whoever calls.
      guard let origin = body.origins[place] else {
        return (Summaries.Key(function: function.id, place: place), ParameterSummary(.escapes))
      }
      let isOpen = body.isOpen && facts.exits[origin] == nil
      var summary = isOpen ? ParameterSummary(.unreached) : facts.summary(of: origin)
      if !isOpen, summary.effect == .escapes, isCompletedLater(origin, facts) {
        summary = ParameterSummary(.takesOver)
        summary.isGivenToClosures = facts.exits[origin]?.returned == .escaped
      }
      // With an error between two elements some are left.
      if index.isOfSeveral(function.id, parameter: place), summary.thrown != .borrows { summary.thrown = .escapes }
      // A closure that does not escape need not be run here.
      if !isOpen, summary.effect != .consumes, index.isRunInside(function.id, parameter: place) { summary = ParameterSummary(.escapes) }
      return (Summaries.Key(function: function.id, place: place), summary)
    }
  }

  /// Whether a duty goes into closures that complete it, whenever somebody runs them, and nowhere else.
  private func isCompletedLater(_ origin: OriginID, _ facts: FunctionFacts) -> Bool {
    guard facts.graph[origin].contract == .duty else { return false }
    let name = Name(facts.graph[origin].variable)
    let escapes = (facts.usesOf[origin] ?? []).map { facts.graph[$0] }.filter { $0.kind == .escape }
    return !escapes.isEmpty
      && escapes.allSatisfy { escape in escape.capture.map { tree.mentions(name, in: $0.closure, followedBy: [.period, .leftParen]) } ?? false }
  }
}

extension SyntaxTree {
  /// Whether the text of a node names something with one of these behind it, perhaps after a question mark.
  fileprivate func mentions(_ name: Name, in node: NodeID, followedBy kinds: Set<TokenKind>) -> Bool {
    let row = self[node]
    return (row.firstToken.index..<row.endToken.index).contains { place in
      guard token(TokenID(place)).kind == .identifier, self.name(of: TokenID(place)) == name else { return false }
      let next = tokens[Int(place) + 1].kind
      return kinds.contains(next == .postfixQuestion ? tokens[Int(place) + 2].kind : next)
    }
  }
}
