/// Large functions, each of another kind, to see how the analysis grows with their size: a text for any number of
/// statements.
enum LargeShape: String, CaseIterable, Sendable {
  /// 200 futures, alive from the first statement to the last; in between nothing that is about them.
  case branches, throwingCalls = "throwing calls", earlyExits = "early exits", loops
  /// The statements in between ask and use them.
  case queries, uses
  /// Each asks whether another one is completed before it is used.
  case mutualChecks = "mutual checks"
  /// One variable that holds another future in each statement; one that holds each of 200 in turn.
  case remakings, rotation
  /// Independent conditions, on each of which one of 20 futures is used.
  case conditions
  /// Many more conditions than are remembered, beside 200 futures.
  case forgottenConditions = "forgotten conditions"
  /// One chain of trailing closures.
  case chain
  /// 50 promises that every way out has to see to.
  case duties

  /// One function; its types are those of `preamble`.
  func text(statements count: Int) -> String {
    let each = 0..<count
    switch self {
    case .branches: return function(200, each.map { "if check(\($0)) { print(\($0)) }" })
    case .throwingCalls: return function(200, each.map { "try await step(\($0))" })
    case .earlyExits: return function(200, each.map { "guard check(\($0)) else { return }" })
    case .loops: return function(200, each.map { "for x in xs { if x == \($0) { break }; try log(x) }" })
    case .queries: return function(200, each.map { "if f\($0 % 200).isCompleted { print(\($0)) }" })
    case .uses:
      let used = { (number: Int) in number % 100 == 7 ? "_ = try await f\(number / 100 % 200).value" : "log()" }
      return function(200, each.map { "if c\($0 % 50) { \(used($0)) }" })
    case .mutualChecks:
      return function(200, each.map { "if f\($0 % 200).isCompleted { _ = try await f\(($0 + 1) % 200).value }" })
    case .remakings: return function(1, each.map { "_ = try await f0.value; f0 = store.load(\($0))" }, uses: 0)
    case .rotation: return function(200, ["var last = f0"] + each.map { "last = f\($0 % 200); print(last.isCompleted)" })
    case .conditions: return function(20, each.map { "if c\($0) { _ = try await f\($0 % 20).value }" })
    case .forgottenConditions: return function(200, each.map { "if c\($0) { print(\($0)) }" })
    case .chain: return function(1, ["view"] + each.map { "  .with { \($0) }" })
    case .duties:
      let promises = (0..<50).map { "let d\($0) = group.next().makePromise(of: Int.self)" }
      let seenTo = (0..<50).map { "d\($0).succeed(1)" }
      return function(0, each.map { "if check(\($0)) { try await step(\($0)) }" } + seenTo, before: promises)
    }
  }

  private func function(_ futures: Int, _ statements: [String], before: [String] = [], uses: Int? = nil) -> String {
    let makings = (0..<futures).map { "var f\($0) = store.load(\($0))" }
    let last = (0..<(uses ?? futures)).map { "_ = try await f\($0).value" }
    return "func shape() async throws {\n  " + (before + makings + statements + last).joined(separator: "\n  ") + "\n}\n"
  }

  static let preamble = """
    struct ValueFuture<Value> { var value: Value { get async throws }; var isCompleted: Bool { false } }
    struct Store { func load(_ id: Int) -> ValueFuture<Int> { ValueFuture() } }
    let store = Store()

    """
}
