import VTDiagnostics
import VTFlow
import VTSyntax

/// One rule: it reads the facts of a file and says which of them are worth telling. Its name, severity and texts stand
/// in rules.yaml under the same id.
protocol Rule: Sendable {
  static var id: RuleID { get }
  /// Whether it asks for `FileFacts.functions`, which cost more than all else.
  static var followsValues: Bool { get }
  /// Whether it could find anything in a file: asked before the file is read.
  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool
  /// What it says of the functions of a file; of one with many, it is asked about some after the other.
  static func check(_ facts: FileFacts) -> [Finding]
  /// What it says of the file as a whole, one finding after the other: a generated file has any number of declarations, and no
  /// more findings are kept than are told.
  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void)
}

extension Rule {
  static var followsValues: Bool { true }
  static func concerns(_ file: FileID, _ index: SymbolIndex) -> Bool { index.concerns(file) }
  static func check(_ facts: FileFacts) -> [Finding] { [] }
  static func checkFile(_ facts: FileFacts, _ tell: (Finding) -> Void) {}
}

/// All that rules may ask about one file.
struct FileFacts {
  let tree: SyntaxTree
  let file: FileID
  let index: SymbolIndex
  /// Empty where no rule that follows values is wanted.
  let functions: [FunctionFacts]
  let callers: ContinuingCallers

  func text(_ range: ByteRange) -> String { tree.text(range) }

  /// The first line of a text, shortened for a message.
  func line(_ range: ByteRange) -> String {
    let text = tree.text(range)
    let line = text.prefix { !$0.isNewline }.prefix(60)
    return line.count < text.count ? line + "…" : text
  }

  /// "ValueFuture": the type of an origin as the user wrote it in the catalogue; its kind where it has no name.
  func typeName(_ origin: Origin) -> String { typeName(origin.type) }

  func typeName(_ id: Knowledge.OneShotID) -> String {
    let type = index.knowledge.type(id)
    if let name = type.typeNames.first ?? type.match.importedNames.first { return name }
    switch type.kind {
    case .completion: return "completion handler"
    case .promise: return "promise"
    case .continuation: return "continuation"
    case .singlePass: return "single-pass sequence"
    case .valueFuture, .obligation, .shared, .blocker: return "one-shot value"
    }
  }

  /// What the code calls the value: the variable where there is one, else the expression; what a closure captures is
  /// called as the use calls it.
  func name(_ origin: Origin, _ use: Use) -> String {
    if isOneOfTwo(origin), !use.subject.isEmpty { return use.subject }
    if !origin.variable.isEmpty { return origin.variable }
    // What a closure calls `$0` was made by somebody who has the closure.
    return origin.name.isEmpty || use.subject.hasPrefix("$") ? use.subject : origin.name
  }

  /// Whether it stands for two handlers of which one is called.
  func isOneOfTwo(_ origin: Origin) -> Bool { !index.knowledge.type(origin.type).match.successParameters.isEmpty }

  /// What the catalogue says happens at run time; nil where it says nothing.
  func consequence(_ id: Knowledge.OneShotID, of rule: RuleID) -> String? {
    let type = index.knowledge.type(id)
    let text = type.consequences[rule] ?? type.consequence
    return text.isEmpty ? nil : text
  }

  func consequence(_ origin: Origin, of rule: RuleID) -> String? { consequence(origin.type, of: rule) }

  /// The severity that a type asks for.
  func severity(_ id: Knowledge.OneShotID, of rule: RuleID) -> Severity? { index.knowledge.type(id).severity(of: rule) }

  func severity(_ origin: Origin, of rule: RuleID) -> Severity? { severity(origin.type, of: rule) }

  /// How a durable value is made of such a one, by the first of its operations that does so: `asTask()`; nil where the type
  /// has none.
  func conversion(_ id: Knowledge.OneShotID) -> String? {
    let operations = index.knowledge.type(id).operations
    guard let operation = operations.first(where: { $0.role == .convert && $0.form == .method && $0.yields == .none }) else {
      return nil
    }
    return operation.names.first.map { "\($0)()" }
  }

  /// What tells whether such a value is completed: `isCompleted`; nil where the type has nothing for it.
  func completionQuery(_ id: Knowledge.OneShotID) -> String? {
    let operations = index.knowledge.type(id).operations
    return operations.first { $0.role == .query && $0.meansCompleted && !$0.isOutcome }?.names.first
  }

  /// The uses of values of one contract that come again or at the same time, where the rule has something to say.
  func events(
    _ contract: Contract, _ verdicts: Set<UseEvent.Verdict>, for rule: RuleID
  ) -> [(event: UseEvent, function: FunctionFacts)] {
    functions.flatMap { function in events(of: function, contract, verdicts, for: rule).map { ($0, function) } }
  }

  func events(
    of function: FunctionFacts, _ contract: Contract, _ verdicts: Set<UseEvent.Verdict>, for rule: RuleID
  ) -> [UseEvent] {
    function.events.filter { event in
      let origin = function.graph[event.origin]
      return origin.contract == contract && verdicts.contains(event.verdict) && index.knowledge.isWanted(rule, of: origin.type)
    }
  }

  /// Handlers that a loop without an end tells something in each of its rounds: they listen, and are told of an end or not.
  func listeners(_ function: FunctionFacts) -> Set<OriginID> {
    Set(
      function.events.lazy.filter { event in
        event.verdict != .first && event.use.told == .inEachRound && event.earlier.contains(event.id)
          && index.knowledge.type(function.graph[event.origin].type).kind == .completion
      }.map(\.origin))
  }

  func remark(_ range: ByteRange, _ message: String) -> Finding.Remark {
    Finding.Remark(file: file, range: range, message: message)
  }

  func steps(_ event: UseEvent) -> [Finding.Remark] { event.steps.map { remark($0.range, $0.text) } }

  /// Where the value was made, if that is in sight.
  func madeHere(_ origin: Origin) -> [Finding.Remark] {
    switch origin.kind {
    case .made, .computed: [remark(origin.range, "made here")]
    case .parameter: origin.range.length > 0 ? [remark(origin.range, "comes in here")] : []
    case .capture: origin.source.map { [remark($0.range, $0.isGiven ? "comes in here" : "made here")] } ?? []
    case .element, .property: []
    }
  }

  /// What a message calls the value: where the code has another name for it there, both.
  func shownName(_ origin: Origin, _ use: Use) -> String {
    let name = name(origin, use)
    let isName = use.subject.first?.isLetter == true && use.subject.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName && use.subject != name ? "'\(use.subject)', another name of '\(name)'," : "'\(name)'"
  }
}

extension UseEvent {
  /// Where an earlier use is told.
  func place(of earlier: Use) -> ByteRange { earlier.range == use.range ? earlier.site ?? earlier.range : earlier.place }

  /// The same for uses that may happen at one time: where several tasks run the same closure, the call that does. What one task
  /// that is started several times does is told where it stands.
  fileprivate func place(of one: Use, beside others: [Use], _ graph: ControlFlowGraph) -> ByteRange {
    let task = one.region.map { graph[$0].range }
    let isOfSeveral = others.contains { $0.range == one.range && $0.region.map { graph[$0].range } != task }
    return isOfSeveral ? one.site ?? one.range : one.place
  }
}

/// Uses of one value that may happen at the same time, as they are told.
struct Overlap {
  /// The last of their places in the text.
  let place: ByteRange
  /// The others, each once: of a closure that several run the calls, then what it does.
  let notes: [Finding.Remark]

  /// - Parameter done: what a use does with the value, as a past participle.
  init(_ event: UseEvent, _ name: String, in graph: ControlFlowGraph, _ facts: FileFacts, done: (Use) -> String) {
    let uses = event.concurrent.filter { $0 != event.id }.map { graph[$0] } + [event.use]
    let places = uses.map { event.place(of: $0, beside: uses, graph) }
    place = places.max() ?? event.place
    var told: Set<ByteRange> = [place]
    notes = zip(uses, places).flatMap { use, place in
      [place, use.range].filter { told.insert($0).inserted }
        .map { facts.remark($0, "'\(name)' is \(done(use)) here at the same time") }
    }
  }
}

extension Use {
  /// The use in words, as a past participle: "awaited", "passed to 'send'".
  var done: String {
    switch kind {
    case .consume: "awaited"
    case .convert: "converted by '\(operation)'"
    case .read: "read"
    case .complete: "completed"
    case .pass, .takeOver: operation == "throw" ? "thrown" : "handed to '\(operation)'"
    case .returned: operation == "yield" ? "yielded" : "returned"
    case .collect, .store: "stored"
    case .escape, .lend, .query, .borrow: "used"
    }
  }
}
