// Sources that the tests lint, each with a finding that is known.

/// One finding that needs no types: a suppression that silences nothing, on line 1, columns 24 to 36.
let sourceWithSuggestion = "// vtlint:disable:next double-await\nlet a = 1\n"

/// One warning: `double-await` on line 3, columns 17 to 24, first awaited on line 2.
let sourceWithWarning = """
  func twice(_ f: ValueFuture<Int>) async throws {
    _ = try await f.value
    _ = try await f.value
  }

  """

/// One warning with a path: the future of line 2 is awaited in each round, on line 5.
let sourceWithPath = """
  func retry(_ store: Store) async throws -> Int {
    let f = store.load()
    for _ in 1...3 {
      do {
        return try await f.value
      } catch {
        continue
      }
    }
    return 0
  }
  protocol Store { func load() -> ValueFuture<Int> }

  """

/// What follows the path and the place in one-line reports of these findings.
let warningMessage = "'f' is awaited again: "
