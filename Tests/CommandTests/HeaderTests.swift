// The packages with C targets, read by each libclang that this machine has, by none, and by what is none.
import Foundation
import TestSupport
import Testing

/// The toolchain's, and Debian's where it is installed.
private let libraries: [String] = {
  let compiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }.first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  let toolchain = compiler.map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent() }
  let names = ["libclang.so", "libclang.dylib"].compactMap { toolchain?.appending(path: "../lib/\($0)").standardizedFileURL.path }
  return (names + ["/usr/lib/llvm-14/lib/libclang.so.1"]).filter { FileManager.default.fileExists(atPath: $0) }
}()

private let packages = PackageFixture.all.filter { ["c-target", "cxx-target"].contains($0.name) }

private struct Trial: Sendable, CustomTestStringConvertible {
  var library: String
  var package: PackageFixture
  var testDescription: String { "\(package.name) by \(library)" }
  static let all = libraries.flatMap { library in packages.map { Trial(library: library, package: $0) } }
}

@Suite("Headers") struct HeaderTests {
  @Test func someLibraryIsThere() {
    #expect(!libraries.isEmpty)
    #expect(packages.count == 2)
  }

  @Test(arguments: Trial.all)
  private func everyLibraryTellsTheSame(_ trial: Trial) throws {
    let folder = try CommandFolder()
    _ = try trial.package.copy(into: folder.url)
    let expected = try #require(trial.package.expectations.first { $0.options == "--typed" }).findings
    let run = try folder.shell(
      "cd \(trial.package.name) && VTLINT_LIBCLANG=\(trial.library) \"$VTLINT\" Sources --format xcode --typed --verbose")
    #expect(findings(in: run.output) == expected, "\(run.error)")
    #expect(run.error.contains("read by \(trial.library)"))
  }

  @Test(arguments: packages, ["/nowhere/libclang.so", "/etc/passwd", "/dev/null", "libc.so.6"])
  func withoutALibraryARunIsUntypedAndSaysSo(of package: PackageFixture, library: String) throws {
    let folder = try CommandFolder()
    _ = try package.copy(into: folder.url)
    let run = try folder.shell(
      "cd \(package.name) && VTLINT_LIBCLANG=\(library) \"$VTLINT\" Sources --format xcode --typed")
    #expect(findings(in: run.output) == [])
    #expect(run.status == 0)
    #expect(run.error.contains("not read: no libclang that can be used"), "\(run.error)")
  }
}

private func findings(in output: String) -> [String] {
  output.matches(of: /(?m)^(\S+:\d+:\d+): (?:warning|error): .* \[([a-z-]+)\]$/).map { "\($0.1) \($0.2)" }
}
