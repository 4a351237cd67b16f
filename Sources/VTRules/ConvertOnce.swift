import VTCatalogue
import VTDiagnostics
import VTFlow
import VTSyntax

// The fix for a value future that is awaited more than once: make a task of it where it is made, and await the task.
extension FileFacts {
  /// Offered where nothing else has to change: the variable is bound to the call itself, and every use of it is an
  /// `await` of its `value`, which tasks have as well.
  func convertOnce(_ id: OriginID, _ function: FunctionFacts) -> [Fix] {
    let origin = function.graph[id]
    let uses = function.usesOf[id] ?? []
    // Asked for each finding anew.
    guard !uses.isEmpty, uses.count <= 100 else { return [] }
    guard origin.kind == .made, !origin.variable.isEmpty, !origin.isOptional, isBoundByInference(origin),
      let conversion = conversion(origin.type), isOnlyAwaited(origin)
    else { return [] }
    guard uses.map({ function.graph[$0] }).allSatisfy({ $0.kind == .consume && $0.operation == "value" }) else { return [] }
    let place = ByteRange(start: origin.range.end, end: origin.range.end)
    return [
      Fix(range: place, text: ".\(conversion)", summary: "convert '\(origin.variable)' once with '\(conversion)'")
    ]
  }

  /// Whether the variable is named for its `value` only, so that nothing else sees that it has another type: no other name,
  /// no closure that gives it back, no cast behind the call. Not where that takes long to tell, because each finding asks.
  private func isOnlyAwaited(_ origin: Origin) -> Bool {
    let tokens = tree.tokens
    var index = tree.tokenIndex(from: origin.range.end)
    guard index > 0, index + 2 < tokens.count, endsStatement(behind: index - 1) else { return false }
    let variable = Name(origin.variable)
    let limit = index + 4_000
    var depth = 0
    while index + 2 < tokens.count, depth >= 0 {
      if index == limit { return false }
      switch tokens[index].kind {
      case .leftBrace: depth += 1
      case .rightBrace: depth -= 1
      case .identifier where tokens[index - 1].kind != .period && tree.name(of: TokenID(UInt32(index))) == variable:
        guard tokens[index + 1].kind == .period, tree.text(of: TokenID(UInt32(index + 2))) == "value" else { return false }
      default: break
      }
      index += 1
    }
    return true
  }

  private func endsStatement(behind index: Int) -> Bool {
    let next = tree.tokens[index + 1]
    if [.semicolon, .rightBrace].contains(next.kind) { return true }
    // A chain of calls may go on on the next line.
    if [.period, .op].contains(next.kind) { return false }
    return tree.source[Int(tree.tokens[index].range.end)..<Int(next.start)].contains(0x0A)
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
