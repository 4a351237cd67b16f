import Foundation
import SwiftSyntax

/// Writes every string literal of the files into a file of its own: the tests of swift-syntax hold thousands of short
/// pieces of Swift that way, with the corners of the grammar that no real package has. The numbers in keycaps that mark
/// places in them are taken out.
func writeSnippets(of files: [String], into folder: String) throws {
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for path in files {
    guard let source = Source(path: path) else { throw Failure("cannot read \(path)") }
    let visitor = StringVisitor(viewMode: .sourceAccurate)
    visitor.walk(source.tree)
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    for (offset, text) in visitor.strings {
      let file = "\(folder)/\(name)-\(offset).swift"
      try text.filter { !isMarker($0) }.write(toFile: file, atomically: false, encoding: .utf8)
    }
  }
}

private func isMarker(_ character: Character) -> Bool {
  character.unicodeScalars.contains("\u{20E3}") || character == "🔟" || character == "\u{2139}\u{FE0F}"
}

private final class StringVisitor: SyntaxVisitor {
  var strings: [(offset: Int, text: String)] = []

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    if let text = node.representedLiteralValue, !text.isEmpty {
      strings.append((node.positionAfterSkippingLeadingTrivia.utf8Offset, text))
    }
    return .visitChildren
  }
}
