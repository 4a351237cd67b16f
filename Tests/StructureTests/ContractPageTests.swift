// docs/CONTRACT.md: each fixture that a row names exists, those that are to be found expect something, the others expect nothing.
import Foundation
import TestSupport
import Testing

@Suite("docs/CONTRACT.md") struct ContractPageTests {
  @Test func namesWhatHoldsEachPromise() throws {
    var count = 0
    let lines = try file("docs/CONTRACT.md").text.split(separator: "\n")
    for line in lines where line.hasPrefix("| ") && !line.hasPrefix("| clause") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ") }
      try #require(cells.count == 5, "\(line)")
      for (cell, isFound) in [(cells[2], true), (cells[3], false)] {
        for name in cell.matches(of: /`([^`]+)`/).map({ String($0.1) }) {
          count += 1
          let parts = name.components(separatedBy: ": ")
          if parts.count == 1 {
            #expect(exists(name), "\(name) does not exist")
            continue
          }
          let bodies = bodies(of: parts[1], in: try file("Fixtures/rules/\(parts[0])").text)
          let isHeld = bodies.contains { body in
            isFound == ["// expect: ", "// expect@", "^~"].contains { body.contains($0) }
          }
          #expect(isHeld, "\(name) is not there, or \(isFound ? "expects nothing" : "expects something")")
        }
      }
    }
    #expect(count > 100)
  }

  /// The text of each declaration of that name, up to the brace at the beginning of a line that ends it.
  private func bodies(of name: String, in text: String) -> [String] {
    let lines = text.components(separatedBy: "\n")
    return lines.indices.compactMap { first in
      let declared = lines[first].firstMatch(of: /\b(?:func|struct|class|enum|protocol) (\w+)/)?.1
      if declared.map({ $0 == name }) != true { return nil }
      let indentation = lines[first].prefix { $0 == " " }
      let end = lines[first...].firstIndex { $0.hasPrefix(indentation + "}") } ?? first
      return lines[first...max(first, end)].joined(separator: "\n")
    }
  }
}
