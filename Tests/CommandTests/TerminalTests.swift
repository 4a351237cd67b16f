// What is different when people watch: colours and a progress line, each only where there is a terminal.
import Foundation
import Testing

@Suite("On a terminal", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct TerminalTests {
  /// Runs a shell line on a terminal of its own; everything that it shows.
  private func shown(_ folder: CommandFolder, _ line: String, environment: String = "TERM=xterm") throws -> String {
    try folder.write("line.sh", "env \(environment) bash -c '\(line)'\n")
    #if os(macOS)
      return try folder.shell("script -q /dev/null bash line.sh < /dev/null").output
    #else
      return try folder.shell("script -qec 'bash line.sh' /dev/null < /dev/null").output
    #endif
  }

  @Test func coloursFollowTheTerminal() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    // A line of progress, which slow runs show, has escapes of its own.
    let escape = "\u{1B}[1;35mwarning:"
    #expect(try shown(folder, "\"$VTLINT\" --no-progress").contains(escape))
    #expect(!(try shown(folder, "\"$VTLINT\" --no-progress | cat").contains("\u{1B}[")))
    #expect(!(try shown(folder, "\"$VTLINT\" --no-progress --color never").contains("\u{1B}[")))
    #expect(!(try shown(folder, "\"$VTLINT\" --no-progress", environment: "NO_COLOR=1").contains("\u{1B}[")))
    #expect(!(try shown(folder, "\"$VTLINT\" --no-progress", environment: "TERM=dumb").contains("\u{1B}[")))
    // The report goes elsewhere, and stderr alone is a terminal.
    #expect(!(try shown(folder, "\"$VTLINT\" --no-progress > out; cat out").contains("\u{1B}[1;35m")))
  }

  @Test("--no-progress") func progress() throws {
    let folder = try CommandFolder()
    for index in 0..<60 { try folder.write("f\(index).swift", String(repeating: sourceWithSuggestion, count: 600)) }
    let line = /vtlint: [0-9]+ of 60 files/
    #expect(try shown(folder, "\"$VTLINT\" --output r.txt --jobs 1").contains(line))
    #expect(!(try shown(folder, "\"$VTLINT\" --output r.txt --jobs 1 --no-progress").contains(line)))
    #expect(!(try shown(folder, "\"$VTLINT\" --output r.txt --jobs 1 --quiet").contains(line)))
    #expect(!(try folder.run("--output", "r.txt", "--jobs", "1").error.contains(line)))
  }

  /// The raw pairs are for programs; people see control characters written out.
  @Test func rawPairsAreNotRawOnATerminal() throws {
    let folder = try CommandFolder([".editorconfig": "root = true\n[*]\nkey = \u{1B}[2Jx\n"])
    #expect(try folder.run("config", "a.swift").output == "key=\u{1B}[2Jx\n")
    let seen = try shown(folder, "\"$VTLINT\" config a.swift")
    #expect(seen.contains("key=\\u{1B}[2Jx") && !seen.contains("\u{1B}[2J"))
  }
}
