// After an edit of one file the report is that of a run without a cache, whatever was not looked at again.
import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTReport
@testable import VTDriver

@Suite struct EditedIslandTests {
  private static let maker: [UInt8] = [1]

  private func run(_ texts: [String: String], _ cache: ResultCache?) -> LintResult {
    var options = LintOptions()
    (options.cache, options.recordLimit) = (cache, 0)
    let files = texts.map { SourceFile(path: $0.key, content: .bytes(Array($0.value.utf8))) }
    return lint(files: files, catalogue: .builtIn, options: options)
  }

  /// Lints the texts, then edited ones.
  /// - Returns: of the edited ones what was found, and how many files were known.
  private func edited(_ texts: [String: String], _ edits: [String: String]) throws -> (result: LintResult, plain: LintResult) {
    let first = run(texts, ResultCache())
    let second = texts.merging(edits) { $1 }
    return (run(second, try first.cache?.reread(maker: Self.maker)), run(second, nil))
  }

  private static let texts = [
    "Load.swift": "func load() -> ValueFuture<Int> { fatalError() }\nfunc size() -> Int {\n  1\n}\n",
    "Finish.swift": "func finish(_ f: ValueFuture<Int>) async throws { _ = try await f.value }\n",
    "Use.swift": "func use() async throws { let f = load(); try await finish(f); try await finish(f) }\n",
    "Other.swift": "func other() async throws { let g = load(); _ = try await g.value }\nlet count = 1\n",
    "API.swift": RuleFixture.referenceAPI,
  ]

  @Test(arguments: [
    // A comment; a body; a body that does something else; a function more that nobody knows, one that somebody knows.
    ("Finish.swift", "// Uses it up.\n" + texts["Finish.swift"]!, 4),
    ("Load.swift", texts["Load.swift"]!.replacing("  1\n", with: "  2 + 3\n"), 4),
    ("Finish.swift", "func finish(_ f: ValueFuture<Int>) async throws { print(f.isCompleted) }\n", 0),
    ("Load.swift", texts["Load.swift"]! + "func nobodyNamesThis(_ n: Int) -> Int { n }\n", 4),
    ("Other.swift", texts["Other.swift"]! + "func finish(_ n: Int) {}\n", 0),
    ("Load.swift", "func load() -> Task<Int, Never> { fatalError() }\n", 0),
    ("Other.swift", "func other() async throws { let g = load(); _ = try await g.value; _ = try await g.value }\nlet count = 1\n", 4),
  ]) func anEditCostsWhatItChanges(_ file: String, _ text: String, _ known: Int) throws {
    let (result, plain) = try edited(Self.texts, [file: text])
    #expect(result.all == plain.all && result.notices == plain.notices)
    #expect(result.statistics.filesKnown == known)
  }

  /// Remarks into the edited file follow its text: whose they are is looked at again.
  @Test func remarksMoveAlong() throws {
    let texts = [
      "Stream.swift": "public final class Box { public let f: ValueFuture<Int>\n  public init(_ f: ValueFuture<Int>) { self.f = f } }\n",
      "Use.swift": "func use(_ box: Box) async throws { _ = try await box.f.value }\nfunc again(_ box: Box) async throws { _ = try await box.f.value }\n",
      "Other.swift": "let count = 1\n", "API.swift": RuleFixture.referenceAPI,
    ]
    let (result, plain) = try edited(texts, ["Stream.swift": "\n\n\n" + texts["Stream.swift"]!])
    #expect(result.all == plain.all && plain.all.contains { $0.path == "Stream.swift" })
  }

  /// A file that another one makes interesting, or no longer does.
  @Test func interestGoesFromFileToFile() throws {
    let (plain, made) = ("func make() -> Int { 1 }\n", "func make() -> ValueFuture<Int> { fatalError() }\n")
    let use = "func twice() async throws { let f = make(); _ = try await f.value; _ = try await f.value }\n"
    for (before, after) in [(plain, made), (made, plain)] {
      let texts = ["A.swift": before, "B.swift": use, "API.swift": RuleFixture.referenceAPI]
      let (result, cold) = try edited(texts, ["A.swift": after])
      #expect(result.all == cold.all && cold.all.isEmpty == (after == plain))
    }
  }

  /// Fixtures, each with two files beside it, edited line by line: each report is that of a run without a cache.
  @Test(arguments: stride(from: 0, to: RuleFixture.all.count, by: 6).map { RuleFixture.all[$0] })
  func editsChangeNothingElse(_ fixture: RuleFixture) throws {
    var random = SeededRandom(seed: UInt64(fixture.text.utf8.count))
    var texts = Self.texts.merging(["a.swift": fixture.text]) { $1 }
    var cache = run(texts, ResultCache()).cache
    for round in 0..<5 {
      let file = ["a.swift", "a.swift", "Finish.swift", "Load.swift"].randomElement(using: &random)!
      var lines = texts[file]!.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let place = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: lines.insert("// round \(round)", at: place)
      case 1: lines.remove(at: place)
      case 2: lines.insert(lines[place], at: place)
      case 3: lines.append("func added\(round)() { if Bool.random() { print(\(round)) } }")
      default: lines.insert(lines.remove(at: place), at: Int.random(in: 0..<max(1, lines.count), using: &random))
      }
      texts[file] = lines.joined(separator: "\n")
      let (result, plain) = (run(texts, try #require(cache).reread(maker: Self.maker)), run(texts, nil))
      #expect(result.all == plain.all && result.notices == plain.notices, "\(file), line \(place + 1)")
      cache = result.cache
    }
  }

  // MARK: bytes

  @Test func damageIsNoticed() throws {
    let cache = try #require(run(Self.texts, ResultCache()).cache)
    let record = try #require(cache.newRecords.values.first)
    for bytes in [record.bytes(maker: Self.maker), cache.words.bytes(maker: Self.maker)] {
      for place in stride(from: 0, to: bytes.count, by: 7) {
        var changed = bytes
        changed[place] ^= 1 << UInt8(place % 8)
        #expect(throws: CorruptBytes.self) { try IslandRecord(changed, maker: Self.maker) }
        #expect(throws: CorruptBytes.self) { try KnownWords(changed, maker: Self.maker) }
        #expect(throws: CorruptBytes.self) { try IslandRecord(Array(bytes[..<place]), maker: Self.maker) }
      }
      #expect(throws: CorruptBytes.self) { try IslandRecord(bytes, maker: [2]) }
      #expect(throws: CorruptBytes.self) { try KnownWords(bytes, maker: [2]) }
    }
  }
}
