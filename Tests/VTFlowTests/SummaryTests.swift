// What functions are said to do with what they are given: it hangs neither on where they stand nor on who looks first.

import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTSyntax

@testable import VTFlow

/// What each function of the texts does with its parameters, by its name; those of all texts are one module.
private func effects(in texts: [String]) -> [String: [ParameterEffect]] {
  onLargeStack {
    let trees = ([RuleFixture.referenceAPI] + texts).map { SyntaxTree.parse(Array($0.utf8)) }
    let files = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
    let index = SymbolIndex(merging: files, catalogue: .builtIn)
    let summaries = summaries(
      of: index, tree: { trees[Int($0.index)] }, mentions: { (0..<$0).map($1) }, looks: { (0..<$0).map($1) }
    ).summaries
    var effects: [String: [ParameterEffect]] = [:]
    for file in files.dropFirst() {
      for (place, declaration) in file.declarations.enumerated() where declaration.kind == .function || declaration.kind == .initializer {
        let id = DeclarationID(file: file.file, index: Int32(place))
        let range = declaration.nameRange
        let name = String(decoding: trees[Int(file.file.index)].source[Int(range.start)..<Int(range.end)], as: UTF8.self)
        effects[name] = index.parameters(of: id).indices.enumerated().compactMap { place, _ in
          summaries.summary(of: id, parameter: place)?.whole
        }
      }
    }
    return effects
  }
}

@Suite struct SummaryTests {
  private static let chain = [
    "func first(_ f: ValueFuture<User>) async throws { try await second(f) }",
    "func second(_ f: ValueFuture<User>) async throws { try await third(f) }",
    "func third(_ f: ValueFuture<User>) async throws { _ = try await f.value }",
    "func looks(_ f: ValueFuture<User>) { peeks(f) }",
    "func peeks(_ f: ValueFuture<User>) { print(f.isCompleted) }",
    "struct Box { init(_ f: ValueFuture<User>) { peeks(f) } }",
    "typealias Case = Box",
    "func boxes(_ f: ValueFuture<User>) { _ = Case(f) }",
    "func even(_ f: ValueFuture<User>, _ n: Int) { if n == 0 { use(f.asTask()) } else { odd(f, n - 1) } }",
    "func odd(_ f: ValueFuture<User>, _ n: Int) { if n == 0 { use(f.asTask()) } else { even(f, n - 1) } }",
  ]
  private static let wanted: [String: [ParameterEffect]] = [
    "first": [.consumes], "second": [.consumes], "third": [.consumes], "looks": [.borrows], "peeks": [.borrows],
    "init": [.borrows], "boxes": [.borrows], "even": [.consumes], "odd": [.consumes],
  ]

  @Test func oneFile() { #expect(effects(in: [SummaryTests.chain.joined(separator: "\n")]) == SummaryTests.wanted) }

  @Test func oneFileBackwards() {
    #expect(effects(in: [SummaryTests.chain.reversed().joined(separator: "\n")]) == SummaryTests.wanted)
  }

  @Test func aFileForEach() { #expect(effects(in: SummaryTests.chain) == SummaryTests.wanted) }

  @Test func aFileForEachBackwards() { #expect(effects(in: SummaryTests.chain.reversed()) == SummaryTests.wanted) }

  /// In the first round nobody knows what `looksLast` calls; the same round tells it, from the other file.
  @Test(arguments: [false, true]) func aRecursionOverFiles(isReversed: Bool) {
    let files = [
      "func ends(_ f: ValueFuture<User>, _ n: Int) { use(f.asTask()); if n > 0 { looksLast(store.load(1), n - 1) } }",
      "func looksLast(_ f: ValueFuture<User>, _ n: Int) { ends(f, n) }",
    ]
    #expect(effects(in: isReversed ? files.reversed() : files) == ["ends": [.consumes], "looksLast": [.consumes]])
  }

  /// More calls than a fixpoint by rounds over files would follow.
  @Test func aLongChainOverFiles() {
    let count = 100
    let functions = (0..<count).map { number in
      let body = number == 0 ? "_ = try await f.value" : "try await step\(number - 1)(f)"
      return "func step\(number)(_ f: ValueFuture<User>) async throws { \(body) }"
    }
    let effects = effects(in: functions.reversed())
    #expect(effects.count == count)
    #expect(effects.values.allSatisfy { $0 == [.consumes] })
  }
}
