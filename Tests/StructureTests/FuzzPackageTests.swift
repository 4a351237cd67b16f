// Tests/Fuzz builds the modules under test by links: a module that is new needs one, and a line in that package.
import Foundation
import TestSupport
import Testing

@Suite struct FuzzPackageTests {
  @Test func everyModuleHasItsLink() throws {
    let folder = packageRoot.appending(path: "Sources").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let modules = names.filter { !$0.hasPrefix("vtlint") && !$0.hasPrefix(".") }
    #expect(modules.count >= 7)
    let package = try file("Tests/Fuzz/Package.swift").text
    for module in modules {
      let link = packageRoot.appending(path: "Tests/Fuzz/Sources/\(module)").path
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../../../Sources/\(module)")
      #expect(package.contains("name: \"\(module)\""), "Tests/Fuzz/Package.swift lacks \(module)")
    }
  }
}
