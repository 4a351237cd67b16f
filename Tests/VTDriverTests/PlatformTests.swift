import Foundation
import Testing
import VTPlatform
@testable import VTDriver

@Suite struct ReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> Path { Path("\(folder.path)/\(name)") }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 65_536, 300_000])
  func readsWholeFiles(size: Int) throws {
    let text = String(repeating: "x", count: size)
    try folder.write("f", text)
    #expect(try readFile(path("f"), limit: 1 << 20) == Array(text.utf8))
  }

  @Test func readsNamesThatAreNotUTF8() throws {
    let odd = Path(bytes: Array("\(folder.path)/a".utf8) + [0xFF] + Array(".swift".utf8))
    try folder.write("plain", "let a = 1")
    #expect(rename("\(folder.path)/plain", odd.bytes.map { CChar(bitPattern: $0) } + [0]) == 0)
    var finder = FileFinder(currentFolder: Path(folder.path))
    finder.find([Path(folder.path)])
    #expect(finder.files == [odd])
    #expect(try readFile(odd, limit: 100) == Array("let a = 1".utf8))
  }

  @Test func refusesWhatIsNoFileOrTooLarge() throws {
    try folder.write("large", String(repeating: "x", count: (1 << 20) + 1))
    mkfifo("\(folder.path)/pipe", 0o600)
    for (name, reason) in [("large", "larger than 1 MiB"), ("pipe", "not a regular file"), (".", "is a folder")] {
      #expect(throws: SystemError(reason: reason)) { try readFile(path(name), limit: 1 << 20) }
    }
    #expect(throws: SystemError(reason: "not a regular file")) { try readFile(Path("/dev/zero"), limit: 1 << 20) }
    #expect(throws: SystemError(reason: "No such file or directory")) { try readFile(Path("a\0b"), limit: 1) }
  }

  @Test func stampsTellContentsApart() {
    let text = Array("let someName = 1234567890".utf8)
    #expect(ContentStamp(text) == ContentStamp(text))
    for index in text.indices {
      var changed = text
      changed[index] ^= 1
      #expect(ContentStamp(changed) != ContentStamp(text))
    }
    #expect(ContentStamp(text + [0]) != ContentStamp(text))
  }
}

@Suite struct WritingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws {
    try writeFile(Path("\(folder.path)/\(name)"), Array(text.utf8))
  }

  @Test func writesNewFilesAndReplacesOldOnes() throws {
    try write("one", to: "r.json")
    #expect(try folder.read("r.json") == "one")
    chmod("\(folder.path)/r.json", 0o640)
    try write("two", to: "r.json")
    #expect(try folder.read("r.json") == "two")
    #expect(try fileMode("r.json") == 0o640)
    #expect(folder.names == ["r.json"])
  }

  private func fileMode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
    return (attributes[.posixPermissions] as! NSNumber).intValue
  }

  @Test func writesThroughALink() throws {
    try folder.write("real/r.json", "old")
    try folder.link("r.json", to: "real/r.json")
    try write("new", to: "r.json")
    #expect(try folder.read("real/r.json") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/r.json") == "real/r.json")
    #expect(folder.names == ["r.json", "real"])
  }

  @Test func leavesNothingBehindWhenItFails() throws {
    try folder.makeFolder("taken")
    #expect(throws: SystemError(reason: "is a folder")) { try write("x", to: "taken") }
    #expect(throws: SystemError(reason: "No such file or directory")) { try write("x", to: "missing/r.json") }
    #expect(folder.names == ["taken"])
  }

  @Test func writesToADevice() throws {
    try writeFile(Path("/dev/null"), [1, 2, 3])
    #expect(try fileStatus(Path("/dev/null")).kind == .special)
  }
}

@Suite struct ThreadTests {
  @Test(arguments: [(0, 4), (1, 1), (1, 8), (7, 2), (1000, 1), (1000, 4)])
  func mapsInOrder(count: Int, jobs: Int) {
    #expect(parallelMap(count: count, jobs: jobs) { $0 * 2 } == (0..<count).map { $0 * 2 })
  }

  /// Deeper than the stacks of the system's own thread pools allow, and than its first thread's. By large frames, not by many:
  /// the thread sanitizer ends by signal 11 where more than 65,536 calls are open.
  @Test func threadsHaveDeepStacks() {
    @Sendable func depth(_ levels: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 1 << 10, alignment: 8) { kilobyte in
        kilobyte[0] = 1
        return levels == 0 ? 0 : depth(levels - 1) + Int(kilobyte[0])
      }
    }
    #expect(parallelMap(count: 1, jobs: 1) { _ in depth(12_000) } == [12_000])
  }
}

@Suite struct PathTests {
  @Test(arguments: [
    (".", "."), ("./", "."), ("", "."), ("./a", "a"), ("a//b/", "a/b"), ("a/./b", "a/b"), ("/", "/"), ("//a", "/a"),
    ("../a", "../a"), ("a/../b", "a/../b"),
  ])
  func tidies(path: String, tidy: String) { #expect(Path(path).tidied == Path(tidy)) }

  @Test func looksFromAFolder() {
    #expect(Path("a/../b").absolute(from: Path("/x/y")) == Path("/x/y/b"))
    #expect(Path("../../../b").absolute(from: Path("/x/y")) == Path("/b"))
    #expect(Path("/a/./b").absolute(from: Path("/x")) == Path("/a/b"))
    #expect(Path(".").appending("a".utf8) == Path("a"))
    #expect(Path("/").appending("a".utf8) == Path("/a"))
    #expect(Path("/a").parent == Path("/") && Path("/").parent == nil)
    #expect(Path("/a/b").relative(to: Path("/a")).map(Array.init) == Array("b".utf8))
    #expect(Path("/ab").relative(to: Path("/a")) == nil)
    #expect(Path("/ab").relative(to: Path("/")).map(Array.init) == Array("ab".utf8))
  }
}
