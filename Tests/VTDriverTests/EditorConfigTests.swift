import Testing
import VTPlatform
@testable import VTDriver

@Suite struct SectionGlobTests {
  @Test(arguments: [
    (section: "*", path: "a/b/c.swift", matches: true),
    ("*.swift", "a/b/c.swift", true),
    ("*.swift", "c.swiftx", false),
    ("c*t.swift", "c/t.swift", false),
    ("/*.swift", "c.swift", true),
    ("/*.swift", "a/c.swift", false),
    ("Sources/*.swift", "Sources/c.swift", true),
    ("Sources/*.swift", "x/Sources/c.swift", false),
    ("Sources/*.swift", "Sources/a/c.swift", false),
    ("Sources/**.swift", "Sources/a/c.swift", true),
    ("Sources/**/c.swift", "Sources/c.swift", true),
    ("Sources/**/c.swift", "Sources/a/b/c.swift", true),
    ("Sources/**/c.swift", "Sources/xc.swift", false),
    ("**/c.swift", "c.swift", true),
    ("**/c.swift", "a/b/c.swift", true),
    ("a***c.swift", "a/b/c.swift", true),
    ("Tests/", "Tests/c.swift", false),
    ("", "c.swift", false),
    ("?.swift", "ä.swift", true),
    ("?.swift", "ab.swift", false),
    ("a?c.swift", "a/c.swift", false),
    ("[ab].swift", "b.swift", true),
    ("[!ab].swift", "b.swift", false),
    ("[!ab].swift", "c.swift", true),
    ("[^ab].swift", "^.swift", true),
    ("[a-c0-9].swift", "7.swift", true),
    ("[a-].swift", "-.swift", true),
    ("[\\]].swift", "].swift", true),
    ("x[a/b]y.swift", "x[a/b]y.swift", true),
    ("[ab.swift", "[ab.swift", true),
    ("*.{swift,h}", "a.h", true),
    ("*.{swift,h}", "a.{swift,h}", false),
    ("{a,b{c,d}e}.swift", "bde.swift", true),
    ("{a,b{c,d}e}.swift", "be.swift", false),
    ("{a*c,[xy]}.swift", "abbc.swift", true),
    ("{Sources,Tests}/**.swift", "Tests/a/b.swift", true),
    ("a{,b}.swift", "a.swift", true),
    ("{one}.swift", "{one}.swift", true),
    ("{one}.swift", "one.swift", false),
    ("{a{b,c}}.swift", "{ab}.swift", true),
    ("{a,b.swift", "{a,b.swift", true),
    ("}a{.swift", "}a{.swift", true),
    ("{a\\,b,c}.swift", "a,b.swift", true),
    ("\\*.swift", "*.swift", true),
    ("\\*.swift", "a.swift", false),
    ("\\{a,b}.swift", "{a,b}.swift", true),
    ("file{8..11}.swift", "file9.swift", true),
    ("file{8..11}.swift", "file12.swift", false),
    ("file{8..11}.swift", "file08.swift", false),
    ("file{-2..2}.swift", "file-1.swift", true),
    ("file{-2..2}.swift", "file0.swift", true),
    ("file{1..99}.swift", "file7x.swift", false),
    ("file{3..1}.swift", "file2.swift", false),
    ("file{3..1}.swift", "file{3..1}.swift", true),
    ("file{a..c}.swift", "fileb.swift", false),
    ("{x,{1..3}}.swift", "2.swift", true),
    ("file{1..99999999999999999999}.swift", "file5.swift", false),
    ("名前.swift", "名前.swift", true),
  ])
  func decides(section: String, path: String, matches: Bool) {
    #expect(Glob(section: globText(section.utf8)).matches(globText("/\(path)".utf8)) == matches)
  }

  /// Backtracking would need longer than the universe has for each of these.
  @Test(arguments: [
    String(repeating: "*a", count: 60) + "b", String(repeating: "**a", count: 60) + "b",
    String(repeating: "{a,aa}", count: 100) + "b", String(repeating: "{a,*}", count: 100) + "b",
    String(repeating: "{1..999}", count: 50) + "b",
  ])
  func hostileSectionsEnd(section: String) {
    let text = String(repeating: section.contains("1") ? "1" : "a", count: 200)
    #expect(!Glob(section: globText(section.utf8)).matches(globText("/\(text)".utf8)))
  }

  @Test func deepBracesEnd() {
    let section = String(repeating: "{a,", count: 1300) + String(repeating: "}", count: 1300)
    #expect(Glob(section: globText(section.utf8)).matches(globText("/a".utf8)))
  }
}

@Suite struct EditorConfigFileTests {
  private func pairs(_ text: String, for path: String = "a.swift") -> [String] {
    let file = EditorConfigFile(folder: Path("/r"), path: ".editorconfig", text: Array(text.utf8))
    return file.sections(for: Path("/r/\(path)")).flatMap { file.sections[$0].pairs }.map { "\($0.line) \($0.key)=\($0.value)" }
  }

  @Test(arguments: [
    ("[*]\nkey = value", ["2 key=value"]),
    ("[*]\r\nkey=value\r\n", ["2 key=value"]),
    ("\u{FEFF}[*]\nkey=value", ["2 key=value"]),
    ("  [*]  \n\t Key\t=  Some Value \t", ["2 key=Some Value"]),
    ("[*]\n; c\n # c\n\nkey=value", ["5 key=value"]),
    ("[*]\nkey = value ; no comment # either", ["2 key=value ; no comment # either"]),
    ("[*]\nkey:value\nnonsense\n= value\nkey=", ["5 key="]),
    ("[*]\na=b=c", ["2 a=b=c"]),
    ("key=value\n[*.c]\nkey=value", []),
    ("[*.c]\nkey=1\n[*.swift]\nkey=2\n[*]\nkey=3", ["4 key=2", "6 key=3"]),
    ("[ a.swift]\nkey=1\n[a.swift]\nkey=2", ["4 key=2"]),
    ("[*]\n[half=open\nkey=1", ["2 [half=open", "3 key=1"]),
    ("", []),
  ])
  func readsLines(text: String, expected: [String]) { #expect(pairs(text) == expected) }

  @Test func folderNamesAreNoPatterns() {
    let file = EditorConfigFile(folder: Path("/r[x]*"), path: "", text: Array("[a/*]\nkey=1".utf8))
    #expect(file.sections(for: Path("/r[x]*/a/b.swift")) == [0])
    #expect(file.sections(for: Path("/rx/a/b.swift")) == [])
  }

  @Test func takesLongKeysAndValues() {
    let key = String(repeating: "k", count: 1024)
    let value = String(repeating: "v", count: 4096)
    #expect(pairs("[*]\n\(key)=\(value)") == ["2 \(key)=\(value)"])
    let alternatives = "{a.swift," + String(repeating: "x", count: 1013) + "}"
    #expect(pairs("[\(alternatives)]\nkey=1") == ["2 key=1"])
    #expect(pairs("[\(String(repeating: "*", count: 5000))]\nkey=1") == [])
  }
}

@Suite struct EditorConfigTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // Nothing above the temporary folder may interfere.
    try folder.write(".editorconfig", "root = TRUE\n[*]\na = 1\nb = 1\n[deep/**.swift]\nd = 1\n")
  }

  private func pairs(_ path: String) -> [String] {
    var config = EditorConfig(currentFolder: Path(folder.path))
    return config.pairs(for: Path("\(folder.path)/\(path)")).map { "\($0.key)=\($0.value) \($0.path):\($0.line)" }
  }

  @Test func nearerFilesAndLaterSectionsWin() throws {
    try folder.write("deep/.editorconfig", "[*.swift]\nb = 2\n[x.swift]\nb = 3\n")
    #expect(pairs("deep/x.swift") == ["a=1 .editorconfig:3", "b=3 deep/.editorconfig:4", "d=1 .editorconfig:6"])
    #expect(pairs("deep/y.swift") == ["a=1 .editorconfig:3", "b=2 deep/.editorconfig:2", "d=1 .editorconfig:6"])
    #expect(pairs("y.swift") == ["a=1 .editorconfig:3", "b=1 .editorconfig:4"])
  }

  @Test func rootStopsTheSearch() throws {
    try folder.write("deep/.editorconfig", "root = true\n[*]\nc = 1\n")
    #expect(pairs("deep/er/x.swift") == ["c=1 deep/.editorconfig:3"])
    try folder.write("deep/.editorconfig", "[*]\nroot = true\nc = 1\n")
    #expect(pairs("deep/er/x.swift").count == 5)
  }

  @Test func pathsNeedNotExist() {
    #expect(pairs("deep/no/such/folder/x.swift") == ["a=1 .editorconfig:3", "b=1 .editorconfig:4", "d=1 .editorconfig:6"])
  }

  @Test(arguments: [
    (["indent_style=TAB"], ["indent_style=tab", "indent_size=tab"]),
    (["indent_style=tab", "tab_width=8"], ["indent_style=tab", "tab_width=8", "indent_size=8"]),
    (["indent_size=4"], ["indent_size=4", "tab_width=4"]),
    (["indent_size=4", "tab_width=8"], ["indent_size=4", "tab_width=8"]),
    (["indent_size=unset"], ["indent_size=unset", "tab_width=unset"]),
    (["indent_style=space"], ["indent_style=space"]),
    (["charset=UTF-8", "other=UTF-8"], ["charset=utf-8", "other=UTF-8"]),
  ])
  func standardKeysHaveDefaults(written: [String], expected: [String]) throws {
    try folder.write("x/.editorconfig", "root = true\n[*]\n" + written.joined(separator: "\n"))
    #expect(pairs("x/a.swift").map { String($0.prefix { $0 != " " }) } == expected)
  }
}
