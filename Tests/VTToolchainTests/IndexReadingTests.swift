// What goes between the process that lints and the one that reads an index store.
import Testing
import VTPlatform

@testable import VTToolchain

@Suite struct IndexReadingTests {
  private static let request = IndexRequest(library: Path("/lib"), store: Path("/store"), files: ["/p/a.swift", "/p/b.swift"])

  private var answer: IndexAnswer {
    var answer = IndexAnswer()
    (answer.unitCount, answer.unreadableCount) = (3, 1)
    answer.symbols = [
      IndexedSymbol(name: "load", owner: "Storage.Client", result: "Storage.ValueFuture<Swift.Int>"),
      IndexedSymbol(name: "", owner: "", result: ""), IndexedSymbol(name: "größe", owner: "A\tB", result: "C"),
    ]
    answer.outdated = ["/p/b.swift", "/other/b.swift"]
    answer.files["/p/a.swift"] = IndexedFile(module: "App", mentions: [.init(line: 1, column: 20, symbol: 2), .init(line: 9, column: 1, symbol: 0)])
    answer.files["/other/c.swift"] = IndexedFile(module: "App", mentions: [])
    return answer
  }

  @Test func anAnswerComesBackAsItWas() throws {
    let read = try #require(IndexAnswer(reading: answer.output))
    #expect(read.unitCount == 3 && read.unreadableCount == 1 && read.outdated == answer.outdated)
    // What would break a line is left out, and the others keep their places.
    #expect(read.symbols.map(\.name) == ["load", "", ""] && read.symbols[0] == answer.symbols[0])
    #expect(read.files["/p/a.swift"]?.mentions.map(\.symbol) == [2, 0] && read.files["/other/c.swift"]?.module == "App")
    #expect(read.output == IndexAnswer(reading: read.output)?.output)
  }

  @Test func whatEndsTooEarlyIsNoAnswer() {
    let output = answer.output
    for count in 0..<output.count - 2 { #expect(IndexAnswer(reading: Array(output.prefix(count))) == nil, "\(count)") }
  }

  @Test(arguments: ["E\nX\n", "M\t1\t2\t3\nE\n", "S\tx\nE\n", "U\t1\t-1\nE\n", "U\t99999999999999999999\t1\nE\n", "\u{0}\nE\n"])
  func nonsenseIsNoAnswer(text: String) { #expect(IndexAnswer(reading: Array(text.utf8)) == nil) }

  @Test func onlyTheFilesThatWereAskedForComeBack() {
    let text = String(decoding: answer.output, as: UTF8.self)
    let read = Self.request.answer(by: (Path("/bin/sh"), ["-c", "printf '%s' \"$0\"", text]), seconds: 60)
    #expect(Set(read.files.keys) == ["/p/a.swift"] && read.outdated == ["/p/b.swift"])
    #expect(read.notes.filter { !$0.isDetail }.map(\.text) == [
      "the index store /store is older than 1 of the files, which go without it; build again",
      "the index store /store has 1 parts that could not be read",
    ])
  }

  /// A library that crashes, hangs, or says what is wrong.
  @Test(arguments: [
    ("kill -SEGV $$", "the library failed on it"), ("sleep 1000", "did not end within 0.3 seconds"), ("exit 0", "the library failed on it"),
    ("echo no such store >&2; exit 3", "no such store"), ("echo U; exit 0", "the library failed on it"),
  ])
  func failuresAreNoted(script: String, note: String) {
    let read = Self.request.answer(by: (Path("/bin/sh"), ["-c", script]), seconds: 0.3)
    #expect(read.files.isEmpty)
    #expect(read.notes.count == 1 && read.notes[0].text.contains("the index store /store could not be read: \(note)"))
    #expect(!read.notes[0].isDetail)
  }
}
