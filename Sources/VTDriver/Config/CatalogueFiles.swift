import VTCatalogue
import VTPlatform
import VTReport
import VTSyntax

/// The catalogue of a run: the built-in one, and over it a team's own.
///
/// - Parameter files: the files that were named, merged in order. Without any, the nearest `rules.yaml` around the first
///   linted path is taken, if it is one of ours: other tools have files of that name.
/// - Returns: also the hashes of the texts that were merged over the built-in catalogue, in order.
package func loadCatalogue(
  _ files: [String], near paths: [String] = ["."], isDiscovering: Bool = true
) throws(UsageError) -> (catalogue: Catalogue, additions: [UInt64]) {
  var texts: [(text: [UInt8], path: String)] = []
  for file in files { texts.append((try read(Path(file)), file)) }
  if files.isEmpty, isDiscovering, let nearest = nearestCatalogue(to: paths.first ?? ".") { texts.append(nearest) }
  var catalogue = Catalogue.builtIn
  for (text, path) in texts { catalogue = try merge(text, path, over: catalogue) }
  return (catalogue, texts.map { contentHash(of: $0.text) })
}

private func read(_ path: Path) throws(UsageError) -> [UInt8] {
  do throws(SystemError) {
    return try readFile(path, limit: sizeLimit)
  } catch {
    throw UsageError("\(printable(path.text)) could not be read: \(error.reason)")
  }
}

private func merge(_ text: [UInt8], _ path: String, over catalogue: Catalogue) throws(UsageError) -> Catalogue {
  do throws(CatalogueError) {
    return try readCatalogue(text, path: path, over: catalogue)
  } catch {
    throw UsageError(printable("\(error)"))
  }
}

private let sizeLimit = 16 << 20
private let mark = ByteSearch(for: "schema: vtlint-catalogue/")

/// Says so, or has sections that only ours have. `rules` alone is what other tools have, too: then a rule's name decides, or one
/// that is nearly it.
private func isOurs(_ text: [UInt8]) -> Bool {
  if mark.occurs(in: text) { return true }
  let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
  let own = ["types:", "templates:", "closures:", "lists:", "markers:"]
  if lines.contains(where: { line in own.contains { line.hasPrefix($0) } }) { return true }
  if !lines.contains(where: { $0.hasPrefix("rules:") }) { return false }
  let rules = Catalogue.builtIn.rules.map(\.id.text)
  let words = Set(lines.flatMap { $0.split { !$0.isLetter && $0 != "-" } }.map(String.init))
  if rules.contains(where: words.contains) { return true }
  return lines.contains { line in
    let text = line.drop { $0 == " " || $0 == "-" }
    guard text.hasPrefix("id:") else { return false }
    return nearestWord(to: String(text.dropFirst(3).drop { $0 == " " }), in: rules) != nil
  }
}

private func nearestCatalogue(to path: String) -> (text: [UInt8], path: String)? {
  guard let current = try? currentFolder() else { return nil }
  var folder: Path? = path == "-" ? current : Path(path).absolute(from: current)
  while let candidate = folder {
    let file = candidate.appending("rules.yaml".utf8)
    if let text = try? readFile(file, limit: sizeLimit), isOurs(text) {
      return (text, file.relative(to: current).map { String(decoding: $0, as: UTF8.self) } ?? file.text)
    }
    folder = candidate.parent
  }
  return nil
}
