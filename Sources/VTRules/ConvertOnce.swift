import VTCatalogue
import VTDiagnostics
import VTFlow

// The fix for a value future that is awaited more than once: make a task of it where it is made, and await the task.
extension FileFacts {
  /// Offered where nothing else has to change: the variable is bound to the call itself, and every use of it is an
  /// `await` of its `value`, which tasks have as well.
  func convertOnce(_ id: OriginID, _ function: FunctionFacts) -> [Fix] {
    let origin = function.graph[id]
    guard origin.kind == .made, !origin.variable.isEmpty, !origin.isOptional, isBoundByInference(origin),
      let conversion = conversion(origin)
    else { return [] }
    let uses = function.usesOf[id] ?? []
    // Asked for each finding anew.
    guard !uses.isEmpty, uses.count <= 100 else { return [] }
    guard uses.map({ function.graph[$0] }).allSatisfy({ $0.kind == .consume && $0.operation == "value" }) else { return [] }
    let place = ByteRange(start: origin.range.end, end: origin.range.end)
    return [
      Fix(range: place, text: ".\(conversion)()", summary: "convert '\(origin.variable)' once with '\(conversion)()'")
    ]
  }

  /// The method that makes a durable task, as the catalogue names it.
  private func conversion(_ origin: Origin) -> String? {
    let type = index.knowledge.type(origin.type)
    let operation = type.operations.first { $0.role == .convert && $0.form == .method && $0.yields == .none }
    return operation?.names.first
  }

  /// `let f = store.load(1)`: without a written type, which would have to change too.
  private func isBoundByInference(_ origin: Origin) -> Bool {
    let source = tree.source
    var index = Int(origin.range.start)
    // Back over `try`, to the `=` and the name before it.
    func skipBlanks() { while index > 0, source[index - 1] == 0x20 { index -= 1 } }
    func take(_ word: String) -> Bool {
      let bytes = Array(word.utf8)
      guard index >= bytes.count, source[(index - bytes.count)..<index].elementsEqual(bytes) else { return false }
      index -= bytes.count
      return true
    }
    skipBlanks()
    if take("try") { skipBlanks() }
    guard take("=") else { return false }
    skipBlanks()
    guard take(origin.variable) else { return false }
    skipBlanks()
    return take("let")
  }
}
