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
  let packages = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
  let others = packages.filter { $0.hasPrefix("llvm-") }.sorted().map { "/usr/lib/\($0)/lib/libclang.so.1" }
  return (names + others).filter { FileManager.default.fileExists(atPath: $0) }
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

  @Test(arguments: hostileHeaders.indices)
  func whatAHeaderDoesHappensInAnotherProcess(of place: Int) throws {
    let folder = try CommandFolder([
      "Package.swift": #"let package = Package(name: "P", targets: [.target(name: "C"), .target(name: "App")])"#,
      "Sources/C/include/C.h": "// vtlint:\n" + hostileHeaders[place] + "\nint after(void);\n",
      "Sources/App/App.swift": "import C\nfunc a(f: ValueFuture<Int>) async { await f.value; await f.value }\n",
    ])
    let run = try folder.run("Sources", "--typed", "--verbose", "--format", "xcode", environment: ["VTLINT_TIMEOUT": "5"])
    #expect(findings(in: run.output) == ["Sources/App/App.swift:2:58 double-await"])
    #expect(run.error.contains("headers of C "), "\(run.error)")
    #expect(run.status == 1)
  }
}

/// Headers that no parser gets to the end of, or that take it with them.
private let hostileHeaders = [
  (["#define A0 1,"] + (1..<40).map { "#define A\($0) A\($0 - 1) A\($0 - 1)" } + ["int a[] = { A39 };"]).joined(separator: "\n"),
  "#include \"/dev/zero\"", "#include \"C.h\"", "int a = " + String(repeating: "(", count: 200_000),
  "int " + String(repeating: "*", count: 200_000),
]

private func findings(in output: String) -> [String] {
  output.matches(of: /(?m)^(\S+:\d+:\d+): (?:warning|error): .* \[([a-z-]+)\]$/).map { "\($0.1) \($0.2)" }
}
