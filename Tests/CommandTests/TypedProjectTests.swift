// The packages below Fixtures/projects: what is found in them with each source of types, and without.
import Foundation
import TestSupport
import Testing
import VTDriver

@Suite("Sources of types") struct TypedProjectTests {
  /// Whoever tells what a call gives, the compiler's index does not say otherwise.
  private func tellersAgree(in package: URL) throws {
    var request = LintRequest()
    request.paths = [package.appending(path: "Sources").path]
    request.types.isTyped = true
    let asked = request
    let reports = try onLargeStack { Result { () throws(UsageError) in try CallTypeReport.reports(on: asked) } }.get()
    #expect(reports.contains { !$0.lines.isEmpty })
    for report in reports {
      for line in report.lines { #expect(line.contradiction == nil, "\(report.path) \(line)") }
    }
  }

  @Test(arguments: PackageFixture.all)
  func findsWhatEachSourceTells(of package: PackageFixture) throws {
    let folder = try CommandFolder()
    let place = try package.copy(into: folder.url)
    if FileManager.default.fileExists(atPath: place.appending(path: "build.sh").path) {
      let build = try folder.shell("cd \(package.name) && sh build.sh")
      try #require(build.status == 0, "\(build.output)\(build.error)")
    }
    #expect(package.expectations.count > 1)
    try tellersAgree(in: place)
    for expectation in package.expectations {
      let run = try folder.shell("cd \(package.name) && \"$VTLINT\" Sources --format xcode \(expectation.options)")
      let found = run.output.matches(of: /(?m)^(\S+:\d+:\d+): (?:warning|error): .* \[([a-z-]+)\]$/).map { "\($0.1) \($0.2)" }
      #expect(found == expectation.findings, "\(package.name) \(expectation.options)\n\(run.error)")
      #expect(run.status == (found.isEmpty ? 0 : 1))
      // Of the others the whole has more sources than that.
      guard package.name.hasSuffix("-target") else { continue }
      let whole = try folder.shell("cd \(package.name) && \"$VTLINT\" . --format xcode \(expectation.options)")
      #expect(whole.output == run.output, "\(package.name) \(expectation.options), from the top: \(whole.error)")
    }
  }
}
