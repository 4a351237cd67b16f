import VTDiagnostics
import VTFlow
import VTSyntax

/// One rule: it reads the facts of a file and says which of them are worth telling. Its name, severity and texts stand
/// in rules.yaml under the same id.
protocol Rule: Sendable {
  static var id: RuleID { get }
  static func check(_ facts: FileFacts) -> [Finding]
}

/// All that rules may ask about one file.
struct FileFacts {
  let tree: SyntaxTree
  let file: FileID
  let index: SymbolIndex
  let functions: [FunctionFacts]

  func text(_ range: ByteRange) -> String { tree.text(range) }

  /// "ValueFuture": the type of an origin as the user wrote it in the catalogue; its kind where it has no name.
  func typeName(_ origin: Origin) -> String {
    let type = index.knowledge.type(origin.type)
    if let name = type.typeNames.first { return name }
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
    if !origin.variable.isEmpty { return origin.variable }
    return origin.name.isEmpty ? use.subject : origin.name
  }

  /// What the catalogue says happens at run time; nil where it says nothing.
  func consequence(_ origin: Origin, of rule: RuleID) -> String? {
    let type = index.knowledge.type(origin.type)
    let text = type.consequences[rule] ?? type.consequence
    return text.isEmpty ? nil : text
  }

  /// The severity that the origin's type asks for.
  func severity(_ origin: Origin, of rule: RuleID) -> Severity? { index.knowledge.type(origin.type).severities[rule] }

  /// The uses of values of one contract that come again or at the same time, where the rule has something to say.
  func events(
    _ contract: Contract, _ verdicts: Set<UseEvent.Verdict>, for rule: RuleID
  ) -> [(event: UseEvent, function: FunctionFacts)] {
    functions.flatMap { function in
      function.events.filter { event in
        let origin = function.graph[event.origin]
        return origin.contract == contract && verdicts.contains(event.verdict)
          && index.knowledge.isWanted(rule, of: origin.type)
      }.map { ($0, function) }
    }
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
    case .capture, .element, .property: []
    }
  }
}

extension UseEvent {
  /// Where an earlier use is told.
  func place(of earlier: Use) -> ByteRange { earlier.range == use.range ? earlier.site ?? earlier.range : earlier.range }
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
