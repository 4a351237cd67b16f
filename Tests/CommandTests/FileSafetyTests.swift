// What happens to files: old ones stay whole until new ones are complete, and nothing is written where it was not asked for.
import Foundation
import Testing

@Suite("Files are safe") struct FileSafetyTests {
  @Test(arguments: ["missing/r.json", "taken", "a.swift/r.json", "locked/r.json", String(repeating: "n", count: 300)])
  func anUnwritablePlaceIsStatusTwoAndLeavesNothing(place: String) throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "taken/x": "", "locked/x": ""])
    _ = try folder.shell("chmod a-w locked")
    defer { _ = try? folder.shell("chmod u+w locked") }
    // What files may be written does not bind an administrator who has not given up that right.
    let isFree = place.hasPrefix("locked") && geteuid() == 0
    if isFree, !FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") { return }
    let bound = isFree ? "/usr/bin/setpriv --bounding-set=-dac_override --inh-caps=-dac_override " : ""
    for arguments in ["--format json --output \(place)", "--format json=\(place)", "--write-baseline \(place)"] {
      let run = try folder.shell("\(bound)\"$VTLINT\" \(arguments)")
      #expect(run.status == 2 && run.error.contains("\(place) could not be written: "))
      #expect(folder.names == ["a.swift", "locked", "taken"])
    }
  }

  @Test func oneUnwritableReportDoesNotStopTheOthers() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let run = try folder.run("--format", "json=missing/r.json", "--format", "xcode=r.txt", "--format", "text")
    #expect(run.status == 2 && run.output.hasPrefix("a.swift:3:17: ") && folder.names == ["a.swift", "r.txt"])
  }

  @Test func aReportNeverTakesThePlaceOfASource() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    _ = try folder.shell("ln -s a.swift report.txt")
    for name in ["a.swift", "./a.swift", "report.txt"] {
      for arguments in [["--output", name], ["--write-baseline", name], ["--format", "json=\(name)"]] {
        let run = try folder.run(arguments)
        #expect(run.status == 2 && run.error.contains("is one of the linted files; a report cannot take its place"))
        #expect(try folder.read("a.swift") == sourceWithWarning)
      }
    }
  }

  @Test func twoReportsCannotGoToOneFile() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    for arguments in [
      ["--format", "json=r", "--format", "text=./r"], ["--format", "json=r", "--write-baseline", "r"],
      ["--format", "json=\(folder.url.path)/r", "--format", "text=r"],
    ] {
      let run = try folder.run(arguments)
      #expect(run.status == 2 && run.error.contains("two reports cannot go to one file") && folder.names == ["a.swift"])
    }
  }

  /// A pull request may bring a link with the name of a report.
  @Test func linksAreFollowedWithinTheFolderOnly() throws {
    let folder = try CommandFolder(["work/a.swift": sourceWithWarning, "outside/key": "secret", "work/.git/config": "git"])
    let run = try folder.shell(
      """
      cd work; mkdir reports; echo old > reports/r.json; ln -s reports/r.json inside.json; ln -s nowhere dangling.json
      ln -s ../outside/key out.json; ln -s ../outside away; ln -s .git/config config.json; ln -s .. up
      for place in out.json away/key away/new config.json .git/config up/outside/key up/new; do
        "$VTLINT" --format json --output $place; echo $? $place >> ../log
        "$VTLINT" --write-baseline $place; echo $? $place >> ../log
      done
      "$VTLINT" --format json --output inside.json; "$VTLINT" --format json --output dangling.json
      "$VTLINT" --format json --output ../named.json
      """)
    let log = try folder.read("log").split(separator: "\n")
    #expect(log.count == 14 && log.allSatisfy { $0.hasPrefix("2 ") }, "\(log)")
    #expect(run.error.contains("out.json could not be written: a link leads out of the current folder"))
    #expect(try folder.read("outside/key") == "secret" && folder.read("work/.git/config") == "git")
    #expect(folder.names == ["log", "named.json", "outside", "work"])
    for name in ["work/reports/r.json", "work/dangling.json", "named.json"] { #expect(try folder.read(name).hasPrefix("{\n")) }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "work/nowhere").path))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "outside/new").path))
  }

  @Test func initFollowsNoLinkOutOfTheFolder() throws {
    let folder = try CommandFolder(["outside": "mine", "work/a.swift": ""])
    let run = try folder.shell("cd work; ln -s ../outside .editorconfig; \"$VTLINT\" init")
    #expect(run.status == 2 && run.error.contains("a link leads out of the current folder"))
    #expect(try folder.read("outside") == "mine")
  }

  /// Whatever the moment, the old report or the new one is there, and what a killed run left is no obstacle.
  @Test func aKilledRunLeavesAWholeReport() throws {
    let source = String(repeating: sourceWithSuggestion, count: 1000)
    let folder = try CommandFolder(["a.swift": source, "b.swift": source, "c.swift": source])
    let whole = try folder.run("--format", "json", "--output", "r.json", "--write-baseline", "b.txt")
    #expect(whole.status == 0)
    let report = try folder.read("r.json"), baseline = try folder.read("b.txt")
    let run = try folder.shell(
      """
      for tenths in 0 1 2 3 4 5 6 7 8 9; do
        "$VTLINT" --quiet --format json --output r.json --write-baseline b.txt & child=$!
        sleep 0.${tenths}3; kill -9 $child 2>/dev/null; wait $child 2>/dev/null
        cat r.json >> reports; cat b.txt >> baselines
      done
      """)
    #expect(run.error.replacing(/.*Killed.*\n/, with: "") == "")
    #expect(try folder.read("reports") == String(repeating: report, count: 10))
    #expect(try folder.read("baselines") == String(repeating: baseline, count: 10))
  }

  @Test func severalRunsAtOnceLeaveOneWholeReport() throws {
    let folder = try CommandFolder(["a.swift": String(repeating: sourceWithSuggestion, count: 500)])
    let whole = try folder.run("--format", "json").output
    let run = try folder.shell(
      """
      for run in 1 2 3 4 5 6; do "$VTLINT" --quiet --format json --output r.json & runs+=($!); done
      for run in ${runs[@]}; do wait $run || exit 9; done
      """)
    #expect(run.status == 0 && run.error == "")
    #expect(try folder.read("r.json") == whole && folder.names == ["a.swift", "r.json"])
  }

  /// Somebody writes, makes and removes files meanwhile: no crash, no hang, and a status that is one of ours.
  @Test func filesThatChangeMeanwhileEndNothing() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let run = try folder.shell(
      """
      for n in {1..200}; do cp a.swift b$n.swift; done
      (for round in {1..500}; do
        rm -f b1*.swift; for n in {1..40}; do echo 'let x = 1' >> c.swift; cp a.swift b1$n.swift; done
      done) & noise=$!
      for run in 1 2 3 4 5; do "$VTLINT" --quiet --format xcode --output r.txt 2> /dev/null; echo $?; done
      kill -9 $noise; wait $noise 2> /dev/null
      """)
    let statuses = run.output.split(separator: "\n")
    #expect(statuses.count == 5 && statuses.allSatisfy { $0 == "1" || $0 == "2" }, "\(run.output)")
    #expect(try folder.read("r.txt").contains("b99.swift:3:17: warning: "))
  }

  @Test func aTemporaryFileOfTheSameProcessNumberIsNoObstacle() throws {
    let folder = try CommandFolder(["a.swift": "let a = 1\n"])
    let run = try folder.shell("bash -c 'touch .vtlint-$$-0.tmp; exec \"$VTLINT\" --format json --output r.json'")
    #expect(run.status == 0 && folder.names.contains("r.json"))
  }

  @Test func anErrorKeepsTheOldBaseline() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "b.swift": sourceWithPath])
    _ = try folder.run("--write-baseline", "base.txt")
    let old = try folder.read("base.txt")
    #expect(old.split(separator: "\n").count == 3)
    let missing = try folder.run("a.swift", "missing.swift", "--write-baseline", "base.txt")
    #expect(missing.status == 2 && missing.error.contains("base.txt was not written, because not everything could be linted"))
    try folder.write(".editorconfig", "root = true\n[*]\nswift_diagnostic.double-await.severity = eror\n")
    #expect(try folder.run("--write-baseline", "base.txt").status == 2)
    #expect(try folder.read("base.txt") == old)
  }

  @Test func aMistakeInTheConfigurationKeepsTheOldReports() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning, "r.sarif": "old"])
    try folder.write(".editorconfig", "root = true\n[*]\nswift_diagnostic.double-await.severity = eror\n")
    let run = try folder.run("--format", "sarif=r.sarif", "--format", "text")
    #expect(run.status == 2 && run.error.contains("r.sarif was not written, because nothing was linted"))
    #expect(try folder.read("r.sarif") == "old")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsStatusTwo() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    for line in ["\"$VTLINT\" > /dev/full", "\"$VTLINT\" --output /dev/full"] {
      let run = try folder.shell(line)
      #expect(run.status == 2 && run.error.contains("could not be written: No space left on device"))
    }
  }

  /// `ulimit -f` counts blocks of at least 512 bytes.
  @Test func aLimitOnTheSizeOfFilesIsStatusTwo() throws {
    let folder = try CommandFolder(["a.swift": String(repeating: sourceWithSuggestion, count: 200), "r.json": "old"])
    let run = try folder.shell(
      "(ulimit -f 1; \"$VTLINT\" --format json --output r.json 2>&1) | cat; exit ${PIPESTATUS[0]}")
    #expect(run.status == 2 && run.output.contains("r.json could not be written: File too large"))
    #expect(try folder.read("r.json") == "old" && folder.names == ["a.swift", "r.json"])
  }

  @Test func specialFilesAreWrittenAsTheyAre() throws {
    let folder = try CommandFolder(["a.swift": sourceWithWarning])
    let run = try folder.shell(
      "mkfifo pipe; cat pipe > got & \"$VTLINT\" --format json --output pipe; wait; \"$VTLINT\" -q --output /dev/stdout | cat")
    #expect(try folder.read("got").hasPrefix("{\n  \"version\": 1,") && run.output.hasPrefix("a.swift:3:17: warning: "))
    #expect(folder.names == ["a.swift", "got", "pipe"])
  }
}
