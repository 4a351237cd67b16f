import Foundation
import Testing
import VTPlatform
@testable import VTDriver

@Suite struct FileFinderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What is found in the folder (or its parts), as paths relative to it; and what is said.
  private func find(
    _ arguments: [String] = ["."], excluding: [String] = []
  ) -> (files: [String], said: [String]) {
    var finder = FileFinder(currentFolder: Path(folder.path), excluding: excluding)
    finder.find(arguments.map { Path($0 == "." ? folder.path : "\(folder.path)/\($0)") })
    let prefix = folder.path + "/"
    return (finder.files.map { $0.text.replacing(prefix, with: "") }, finder.notices.map { $0.line.replacing(prefix, with: "") })
  }

  @Test func takesSwiftFilesOfAllFoldersInTheOrderOfTheirPaths() throws {
    for name in ["b.swift", "a/z.swift", "a/b/c.swift", "a.swift", "a/x.swift.bak", "README.md", "swift", "Swift.SWIFT"] {
      try folder.write(name)
    }
    #expect(find().files == ["a.swift", "a/b/c.swift", "a/z.swift", "b.swift"])
    #expect(find().said.isEmpty)
  }

  @Test func skipsHiddenFilesAndTheFoldersOfTools() throws {
    let skipped = [".build", ".git", "DerivedData", "Pods", "Carthage", "checkouts", ".hidden", "a/Pods"]
    for name in skipped { try folder.write("\(name)/x.swift") }
    try folder.write(".x.swift")
    try folder.write("PodsLike/x.swift")
    #expect(find().files == ["PodsLike/x.swift"])
  }

  /// A submodule, whose `.git` is a file, is a part of the repository around it.
  @Test func tellsTheRepositoriesOnItsWay() throws {
    for name in ["a/.git/config", "a/x.swift", "a/lib/.git", "a/lib/y.swift", "b/c/.git/config", "b/c/z.swift", "b/w.swift"] {
      try folder.write(name)
    }
    var finder = FileFinder(currentFolder: Path(folder.path))
    finder.find([Path(folder.path)])
    #expect(Set(finder.repositories.map { $0.text.replacing(folder.path + "/", with: "") }) == ["a", "b/c"])
  }

  @Test func takesWhatIsNamed() throws {
    for name in [".build/x.swift", "Pods/a/y.swift", "notes.txt", ".z.swift"] { try folder.write(name) }
    try folder.write(".gitignore", "Pods/\n*.txt\n")
    let found = find([".build", "Pods", "notes.txt", ".z.swift"]).files
    #expect(found == [".build/x.swift", ".z.swift", "Pods/a/y.swift", "notes.txt"])
  }

  @Test func takesAFileOnceHoweverOftenItIsNamed() throws {
    try folder.write("a/x.swift")
    try folder.link("alias.swift", to: "a/x.swift")
    #expect(find(["a", "a/x.swift", ".", "a/../a/x.swift"]).files == ["a/x.swift"])
    #expect(find(["alias.swift", "a/x.swift"]).files == ["a/x.swift"])
    #expect(find(["a/x.swift", "alias.swift"]).files == ["a/x.swift"])
  }

  @Test func readsALinkThatIsNamedUnderItsOwnName() throws {
    try folder.write("real/x.txt", "let a = 1")
    try folder.link("two.swift", to: "real/x.txt")
    try folder.link("one.swift", to: "two.swift")
    try folder.write("real/sub/y.swift")
    try folder.link("linked", to: "real")
    #expect(find(["one.swift"]).files == ["one.swift"])
    #expect(find(["linked"]).files == ["linked/sub/y.swift"])
  }

  @Test func followsNoLinkWhileWalking() throws {
    let outside = try TemporaryFolder()
    try outside.write("o.swift")
    try folder.write("in/x.swift")
    try folder.link("out", to: outside.path)
    try folder.link("o.swift", to: "\(outside.path)/o.swift")
    try folder.link("in/loop", to: "..")
    try folder.link("in/self", to: "self")
    try folder.link("in/broken.swift", to: "nowhere")
    #expect(find().files == ["in/x.swift"])
    #expect(find().said.isEmpty)
  }

  @Test func walksAFolderThatIsCalledLikeAFile() throws {
    try folder.write("x.swift/y.swift")
    #expect(find().files == ["x.swift/y.swift"])
    #expect(find(["x.swift"]).files == ["x.swift/y.swift"])
  }

  @Test func saysWhatIsMissingOrNoFile() throws {
    try folder.write("a.swift")
    try folder.link("loop.swift", to: "loop.swift")
    #expect(mkfifo("\(folder.path)/pipe.swift", 0o600) == 0)
    let (files, said) = find(["a.swift", "missing", "loop.swift", "pipe.swift"])
    #expect(files == ["a.swift"])
    #expect(
      said == [
        "loop.swift: error: could not be read: Too many levels of symbolic links",
        "missing: error: could not be read: No such file or directory",
        "pipe.swift: error: could not be read: not a regular file",
      ])
    #expect(find().said == ["pipe.swift: error: could not be read: not a regular file"])
    #expect(find(["pipe.swift"]).files.isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "the administrator may read everything"))
  func saysWhichFolderIsUnreadable() throws {
    try folder.write("closed/x.swift")
    chmod("\(folder.path)/closed", 0)
    defer { chmod("\(folder.path)/closed", 0o755) }
    #expect(find().said == ["closed: error: could not be read: Permission denied"])
  }

  // MARK: - .gitignore

  @Test func obeysGitignoreFilesFromTheRepositorysTopDown() throws {
    try folder.makeFolder(".git")
    try folder.write(".gitignore", "generated.swift\n/top.swift\nout/\n")
    try folder.write("a/.gitignore", "!generated.swift\nmine.swift\n")
    let names = ["top.swift", "generated.swift", "a/top.swift", "a/generated.swift", "a/mine.swift", "a/out/x.swift"]
    for name in names + ["mine.swift"] {
      try folder.write(name)
    }
    #expect(find().files == ["a/generated.swift", "a/top.swift", "mine.swift"])
    #expect(find(["a"]).files == ["a/generated.swift", "a/top.swift"])
  }

  @Test func ignoresGitignoreFilesAboveWhereThereIsNoRepository() throws {
    try folder.write(".gitignore", "x.swift")
    try folder.write("a/x.swift")
    #expect(find(["a"]).files == ["a/x.swift"])
    #expect(find().files.isEmpty)
  }

  @Test func cannotTakeBackAFileOfAnIgnoredFolder() throws {
    try folder.write(".gitignore", "out/\n!out/x.swift\n")
    try folder.write("out/x.swift")
    #expect(find().files.isEmpty)
  }

  // MARK: - --exclude

  @Test func excludesWhatIsNamedToo() throws {
    for name in ["Tests/a.swift", "Sources/b.swift", "Sources/Generated/c.swift"] { try folder.write(name) }
    #expect(find(excluding: ["Tests", "Generated"]).files == ["Sources/b.swift"])
    #expect(find(["Tests/a.swift", "Sources"], excluding: ["Tests/**"]).files == ["Sources/Generated/c.swift", "Sources/b.swift"])
    #expect(find(["Tests/a.swift"], excluding: ["/Tests"]).files.isEmpty)
    #expect(find(["Tests/a.swift"], excluding: ["*.swift", "!a.swift"]).files == ["Tests/a.swift"])
  }
}

@Suite struct IgnoreRulesTests {
  /// What `git check-ignore` says, but for two: `?` is one character here and one byte there (`ä`), and two stars beside
  /// other characters are one star, as git's documentation has it (git 2.39 lets `x**/` match several folders).
  @Test(arguments: [
    (pattern: "a.swift", path: "a.swift", ignored: true),
    ("a.swift", "x/a.swift", true),
    ("/a.swift", "x/a.swift", false),
    ("/a.swift", "a.swift", true),
    ("x/a.swift", "y/x/a.swift", false),
    ("x/a.swift", "x/a.swift", true),
    ("**/x/a.swift", "y/x/a.swift", true),
    ("**/x/a.swift", "x/a.swift", true),
    ("x/**", "x/y/a.swift", true),
    ("x/**", "x", false),
    ("x/**/a.swift", "x/a.swift", true),
    ("x/**/a.swift", "x/y/z/a.swift", true),
    ("x/**/a.swift", "xa.swift", false),
    ("*.swift", "x/y/a.swift", true),
    ("*.swift", "a.swiftx", false),
    ("x*/a.swift", "xy/a.swift", true),
    ("x*/a.swift", "xy/z/a.swift", false),
    ("x**a.swift", "xya.swift", true),
    ("x**/a.swift", "xy/z/a.swift", false),
    ("?.swift", "a.swift", true),
    ("?.swift", "ä.swift", true),
    ("?.swift", ".swift", false),
    ("x?a.swift", "x/a.swift", false),
    ("[a-c].swift", "b.swift", true),
    ("[a-c].swift", "d.swift", false),
    ("[!a-c].swift", "d.swift", true),
    ("[^a-c].swift", "b.swift", false),
    ("[]].swift", "].swift", true),
    ("[a-].swift", "-.swift", true),
    ("[\\]].swift", "].swift", true),
    ("[a.swift", "[a.swift", false),
    ("\\#a.swift", "#a.swift", true),
    ("#a.swift", "#a.swift", false),
    ("\\!a.swift", "!a.swift", true),
    ("a.swift  ", "a.swift", true),
    ("a.swift\\ ", "a.swift ", true),
    ("a.swift\r", "a.swift", true),
    ("a.swift\\", "a.swift", false),
    ("\u{FEFF}a.swift", "a.swift", true),
    ("a.swift/", "a.swift", false),
    ("*", "x/a.swift", true),
    ("**", "x/a.swift", true),
    ("", "a.swift", false),
    ("/", "a.swift", false),
  ])
  func decides(pattern: String, path: String, ignored: Bool) {
    let rules = IgnoreRules(folder: Path("/r"), text: Array(pattern.utf8))
    #expect((rules.ignores(Path("/r/\(path)"), isFolder: false) ?? false) == ignored)
  }

  @Test func theLastRuleThatMatchesDecides() {
    let rules = IgnoreRules(folder: Path("/r"), text: Array("*.swift\n!keep.swift\n/keep.swift\n".utf8))
    #expect(rules.ignores(Path("/r/a.swift"), isFolder: false) == true)
    #expect(rules.ignores(Path("/r/x/keep.swift"), isFolder: false) == false)
    #expect(rules.ignores(Path("/r/keep.swift"), isFolder: false) == true)
    #expect(rules.ignores(Path("/r/a.txt"), isFolder: false) == nil)
    #expect(rules.ignores(Path("/elsewhere/a.swift"), isFolder: false) == nil)
  }

  @Test func foldersOnlyMeansFolders() {
    let rules = IgnoreRules(folder: Path("/r"), text: Array("out/\n".utf8))
    #expect(rules.ignores(Path("/r/x/out"), isFolder: true) == true)
    #expect(rules.ignores(Path("/r/x/out"), isFolder: false) == nil)
  }

  /// A backtracking matcher would need longer than the universe has.
  @Test func manyStarsEnd() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    let rules = IgnoreRules(folder: Path("/r"), text: Array(pattern.utf8))
    #expect(rules.ignores(Path("/r/" + String(repeating: "a", count: 200)), isFolder: false) == nil)
  }
}
