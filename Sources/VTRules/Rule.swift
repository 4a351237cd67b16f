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

  /// "ValueFuture": the type of an origin as the user wrote it in the catalogue.
  func typeName(_ origin: Origin) -> String { index.knowledge.type(origin.type).typeNames.first ?? "value future" }

  /// What the code calls the value: the variable where there is one, else the expression; what a closure captures is
  /// called as the use calls it.
  func name(_ origin: Origin, _ use: Use) -> String {
    if !origin.variable.isEmpty { return origin.variable }
    return origin.name.isEmpty ? use.subject : origin.name
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

extension Use {
  /// The use in words, as a past participle: "awaited", "passed to 'send'".
  var done: String {
    switch kind {
    case .consume: "awaited"
    case .convert: "converted by '\(operation)'"
    case .read: "read"
    case .pass: operation == "throw" ? "thrown" : "handed to '\(operation)'"
    case .returned: operation == "yield" ? "yielded" : "returned"
    case .collect, .store: "stored"
    case .escape, .lend, .query, .borrow: "used"
    }
  }
}
