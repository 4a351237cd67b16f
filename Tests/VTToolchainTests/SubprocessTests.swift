// Other programs end, whatever they do.
import Testing
import VTPlatform

@Suite struct SubprocessTests {
  private let shell = Path("/bin/sh")

  @Test func outputErrorsAndStatusComeBack() throws {
    let result = try runProgram(shell, ["-c", "echo out; echo err >&2; exit 3"], seconds: 60)
    #expect(result.status == 3 && result.output == Array("out\n".utf8) && result.errors == Array("err\n".utf8))
  }

  @Test func muchOutputIsReadWhole() throws {
    let result = try runProgram(shell, ["-c", "head -c 1000000 /dev/zero; head -c 300000 /dev/zero >&2"], seconds: 60)
    #expect(result.status == 0 && result.output.count == 1_000_000 && result.errors.count == 300_000)
  }

  @Test func whatASignalEndedHasNoStatus() throws {
    #expect(try runProgram(shell, ["-c", "kill -9 $$"], seconds: 60).status == nil)
  }

  /// With what it started: a child that lives on would keep the pipe open.
  @Test func whatHangsIsEnded() {
    #expect(throws: SystemError.self) { try runProgram(shell, ["-c", "sleep 1000 & sleep 1000"], seconds: 0.2) }
  }

  @Test func nothingIsReadFromTheTerminal() throws {
    #expect(try runProgram(shell, ["-c", "cat"], seconds: 60).output.isEmpty)
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    #expect(throws: SystemError.self) { try runProgram(Path("/nowhere/program"), [], seconds: 60) }
  }
}
