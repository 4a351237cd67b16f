// What the cache gives back is what linting gives, to the last byte; whatever is not, is not used.
import TestSupport
import Testing
import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport
@testable import VTDriver

@Suite struct ResultCacheTests {
  private static let maker: [UInt8] = [1, 2, 3]
  private static let future = "public func load() -> ValueFuture<Int> { fatalError() }\n"
  private static let twice = "func use() async throws { let f = load(); _ = try await f.value; _ = try await f.value }\n"

  private func run(_ files: [SourceFile], _ cache: ResultCache?, _ change: (inout LintOptions) -> Void = { _ in }) -> LintResult {
    var options = LintOptions()
    options.cache = cache
    change(&options)
    return lint(files: files, catalogue: .builtIn, options: options)
  }

  /// What the next run would read.
  private func reread(_ cache: ResultCache?) throws -> ResultCache {
    try #require(cache).reread(maker: Self.maker)
  }

  private func files(_ texts: [String: String]) -> [SourceFile] {
    texts.map { SourceFile(path: $0.key, content: .bytes(Array($0.value.utf8))) }
  }

  /// All that findings and notices are made of survives: each fixture with the API that it is written for.
  @Test(arguments: RuleFixture.all) func aSecondRunKnowsAllOfTheFirst(_ fixture: RuleFixture) throws {
    let texts = ["a.swift": fixture.text, "API.swift": RuleFixture.referenceAPI]
    let plain = run(files(texts), nil)
    let first = run(files(texts), ResultCache())
    let second = run(files(texts), try reread(first.cache))
    for result in [first, second] { #expect(result.all == plain.all && result.notices == plain.notices) }
    #expect(plain.statistics.filesKnown == nil && first.statistics.filesKnown == 0 && second.statistics.filesKnown == 2)
    #expect(first.cache?.hasChanged == true && second.cache?.hasChanged == false)
  }

  private static let packages = [
    "a/Package.swift": "", "a/Sources/Core/Core.swift": future, "a/Sources/App/App.swift": "import Core\n" + twice,
    "b/Package.swift": "", "b/Sources/Core/Core.swift": future, "b/Sources/App/App.swift": "import Core\n" + twice,
  ]

  @Test func whatSeesNothingOfAChangeIsKnown() throws {
    let first = run(files(Self.packages), ResultCache())
    var texts = Self.packages
    texts["b/Sources/Core/Core.swift"] = "public func load() -> Task<Int, any Error> { fatalError() }"
    let second = run(files(texts), try reread(first.cache))
    #expect(first.all.map(\.path) == ["a/Sources/App/App.swift", "b/Sources/App/App.swift"])
    #expect(second.all == run(files(texts), nil).all && second.all.map(\.path) == ["a/Sources/App/App.swift"])
    #expect(second.statistics.filesKnown == 3)
    let third = run(files(Self.packages), try reread(second.cache))
    #expect(third.all == first.all)
  }

  @Test(arguments: [
    // Another text of the same length, a file more, a file less, another name for a target.
    ["b/Sources/Core/Core.swift": future.replacing("Int", with: "Any")], ["b/Sources/Core/More.swift": "struct More {}"],
    ["b/Sources/Core/Core.swift": nil], ["b/Package.swift": "let package = Package(targets: [.target(name: \"Core\")])"],
  ] as [[String: String?]])
  func whateverAnIslandIsMadeOfCounts(_ changes: [String: String?]) throws {
    let first = run(files(Self.packages), ResultCache())
    let texts = Self.packages.merging(changes.mapValues { $0 ?? "" }) { $1 }.filter { changes[$0.key] != .some(nil) }
    let second = run(files(texts), try reread(first.cache))
    #expect(second.all == run(files(texts), nil).all)
    #expect(try #require(second.statistics.filesKnown) < texts.count)
  }

  @Test func settingsCount() throws {
    let first = run(files(Self.packages), ResultCache())
    let rule: RuleID = "double-await"
    let silenced = run(files(Self.packages), try reread(first.cache)) { $0.overrides.disabled = [rule] }
    #expect(silenced.all.isEmpty && silenced.statistics.filesKnown == 0)
    let raised = run(files(Self.packages), try reread(first.cache)) { $0.overrides.severities[rule] = .severity(.error) }
    #expect(raised.all.map(\.severity) == [.error, .error])
    let strict = run(files(Self.packages), try reread(first.cache)) { $0.readsAll = true }
    #expect(strict.statistics.filesKnown == 0)
    let generated = files(Self.packages).map { file in
      var file = file
      var settings = FileSettings(severities: RuleSeverities(catalogue: .builtIn, overrides: RuleOverrides()))
      settings.isGenerated = true
      settings.stamp = settings.digest(Catalogue.builtIn.rules)
      file.settings = settings
      return file
    }
    #expect(run(generated, try reread(first.cache)).all.isEmpty)
  }

  /// The results of a text that is no longer there are nobody's.
  @Test func whatChangesMeanwhileIsNotStored() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.swift", Self.future + Self.twice)
    let path = Path("\(folder.path)/a.swift")
    let first = run([SourceFile(path: "a.swift", content: .file(path))], ResultCache()) { options in
      options.keptBytes = 0
      options.progress = { if $0 == 1 { try? writeFile(path, Array("// gone".utf8)) } }
    }
    #expect(first.notices.map(\.level) == [.error] && first.cache?.hasChanged == false)
  }

  // MARK: bytes

  @Test func damageIsNoticed() throws {
    let bytes = try #require(run(files(Self.packages), ResultCache()).cache).bytes(maker: Self.maker)
    for end in bytes.indices { #expect(throws: CorruptBytes.self) { try ResultCache(Array(bytes[..<end]), maker: Self.maker) } }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      #expect(throws: CorruptBytes.self) { try ResultCache(changed, maker: Self.maker) }
    }
    #expect(throws: CorruptBytes.self) { try ResultCache(bytes + [0], maker: Self.maker) }
    #expect(throws: CorruptBytes.self) { try ResultCache(bytes, maker: [1, 2]) }
  }

  /// Behind the checksum, too, nothing traps and nothing grows beyond the bytes that are there.
  @Test func anyBytesAreSafeToRead() {
    let result = run(files(Self.packages), nil)
    var writer = ByteWriter()
    writer.write(LintedFile(diagnostics: result.all, notices: [Notice(.note, path: "a", position: .init(line: 1, column: 2), "b")]))
    var random = SeededRandom(seed: 7)
    for _ in 0..<20_000 {
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var reader = ByteReader(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      if let file = try? reader.lintedFile(path: "a.swift") { #expect(file.diagnostics.count <= bytes.count) }
    }
  }

  @Test(arguments: [[], [0], [247, 248, 255, 256], [.max, 1 << 56, 1 << 56 - 1]] as [[UInt64]])
  func manyNumbersComeBack(_ numbers: [UInt64]) throws {
    var writer = ByteWriter()
    writer.write(numbers: numbers)
    var reader = ByteReader(writer.bytes[...])
    #expect(try reader.numbers() == numbers && reader.isAtEnd)
    for end in writer.bytes.indices {
      var cut = ByteReader(writer.bytes[..<end])
      #expect(throws: CorruptBytes.self) { try cut.numbers() }
    }
  }

  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, .max] as [UInt64]) func numbersComeBack(_ number: UInt64) throws {
    var writer = ByteWriter()
    writer.write(number)
    var reader = ByteReader(writer.bytes[...])
    #expect(try reader.number() == number && reader.isAtEnd)
  }
}

extension ResultCache {
  /// What the next run would read of all that this one would write.
  func reread(maker: [UInt8]) throws -> ResultCache {
    var next = try ResultCache(bytes(maker: maker), maker: maker)
    next.words = try KnownWords(words.bytes(maker: maker), maker: maker)
    let records = try newRecords.mapValues { try IslandRecord($0.bytes(maker: maker), maker: maker) }
    let before = readRecord
    next.readRecord = { island in records[island].map { ($0, nil) } ?? before(island) }
    return next
  }
}
