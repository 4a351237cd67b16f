// What `vtlint-dev dump cfg` and `dump facts` say of a small function: the uses with their states, in the right order.
import Testing
import VTCatalogue
import VTDiagnostics
import VTFlow
import VTSyntax

private let source = """
  struct ValueFuture<T> { var value: T { get async throws { fatalError() } } }
  func load() -> ValueFuture<Int> { fatalError() }
  func twice(flag: Bool) async throws {
    let f = load()
    if flag { _ = try await f.value }
    _ = try await f.value
  }
  """

private func facts() throws -> FunctionFacts {
  let file = FileID(0)
  let tree = SyntaxTree.parse(Array(source.utf8))
  let index = SymbolIndex(merging: [collectDeclarations(of: tree, file: file)], catalogue: .builtIn)
  let functions = analyse(tree, file: file, index: index, summaries: Summaries(), keepingBlocks: true).functions
  #expect(functions.count == 1)
  return try #require(functions.first)
}

/// `start..end` of a text in the source; of its last occurrence, if so wanted.
private func place(of text: String, last: Bool = false) throws -> String {
  let ranges = source.ranges(of: text)
  let range = try #require(last ? ranges.last : ranges.first)
  let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
  return "\(start)..\(start + text.utf8.count)"
}

@Suite("Dumps of the flow") struct GraphDumpTests {
  @Test func theGraphNamesOriginsUsesAndBranches() throws {
    let lines = try facts().graph.dump().split(separator: "\n").map(String.init)
    #expect(lines.first == "  \(try place(of: "load()", last: true)) origin o0 made: load()")
    #expect(lines.contains("  block b0"))
    #expect(lines.filter { $0.hasPrefix("    branch ") && $0.contains("(flag) ? b") }.count == 1)
    #expect(lines.filter { $0.contains(" consume value ") && $0.hasSuffix("(f)") }.count == 2)
    #expect(lines.contains("    exit normal"))
  }

  @Test func everyEdgeLeadsToAPrintedBlock() throws {
    let dump = try facts().graph.dump()
    let printed = Set(dump.split(separator: "\n").compactMap { $0.hasPrefix("  block ") ? String($0.dropFirst(8)) : nil })
    let targets = dump.matches(of: #/\bb[0-9]+/#).map { String($0.output) }
    #expect(!targets.isEmpty)
    #expect(printed.isSuperset(of: targets))
  }

  @Test func theFactsTellEachWayToEachUse() throws {
    let first = try place(of: "f.value")
    let second = try place(of: "f.value", last: true)
    let lines = try facts().dump().split(separator: "\n").map(String.init)
    #expect(lines.first == "  \(try place(of: "load()", last: true)) origin o0 made settled: load()")
    #expect(lines.filter { $0.hasPrefix("  \(first) ") }.allSatisfy { $0.contains(": first") })
    let again = lines.filter { $0.hasPrefix("  \(second) ") && $0.contains(": again") }
    #expect(again.count == 1)
    #expect(again.first?.contains(" after u") == true)
    #expect(lines.contains { $0.hasPrefix("  \(second) ") && $0.contains(": first") })
  }
}
