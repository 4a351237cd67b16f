import VTPlatform
import VTSyntax

/// A package whose sources are linted, as far as its files tell: nothing is built or resolved for it.
struct PackageLayout {
  /// The folder that holds `Package.swift`; absolute.
  let folder: Path

  /// The package around a path.
  init?(around path: Path, currentFolder: Path) {
    var folder = path.absolute(from: currentFolder)
    while !PackageLayout.isPackage(folder) {
      guard let parent = folder.parent else { return nil }
      folder = parent
    }
    self.folder = folder
  }

  private init(folder: Path) { self.folder = folder }

  private static func isPackage(_ folder: Path) -> Bool {
    (try? fileStatus(folder.appending(manifestName)))?.kind == .file
  }

  private static let manifestName = "Package.swift".utf8

  /// The folders of the packages that this one depends on: those that `swift package resolve` fetched, and those that
  /// `Package.swift` names by path, with theirs.
  var dependencies: [Path] {
    let checkouts = folder.appending(".build".utf8).appending("checkouts".utf8)
    let fetched = ((try? folderEntries(checkouts)) ?? []).map { checkouts.appending($0.name) }.sorted()
    var found: [Path] = []
    var pending = [self]
    while let package = pending.popLast(), found.count < 1000 {
      for path in package.dependenciesByPath where path != folder && !found.contains(path) {
        found.append(path)
        pending.append(PackageLayout(folder: path))
      }
    }
    return fetched + found.sorted()
  }

  /// What the compiler wrote down in the last debug build; nil if there was none.
  var indexStore: Path? {
    let store = ["debug", "index", "store"].reduce(folder.appending(".build".utf8)) { $0.appending($1.utf8) }
    return (try? fileStatus(store))?.kind == .folder ? store : nil
  }

  /// The `path` of each `.package(path: "…")` in `Package.swift`.
  private var dependenciesByPath: [Path] {
    guard let text = try? readFile(folder.appending(PackageLayout.manifestName), limit: 16 << 20) else { return [] }
    let tree = SyntaxTree.parse(text)
    return tree.nodes.indices.lazy.map { NodeID(UInt32($0)) }.compactMap { node in
      guard tree.kind(node) == .argument, tree.mainText(of: node) == "path", let path = tree.literalText(of: tree[node].firstChild)
      else { return nil }
      return Path(path).absolute(from: folder)
    }.filter(PackageLayout.isPackage)
  }
}

extension SyntaxTree {
  fileprivate func mainText(of node: NodeID) -> String { self[node].mainToken.isNone ? "" : text(of: self[node].mainToken) }

  /// What stands between the quotes of a plain string.
  fileprivate func literalText(of node: NodeID) -> String? {
    guard !node.isNone, kind(node) == .stringExpr else { return nil }
    let text = text(range(of: node))
    guard text.count >= 2, text.hasPrefix("\""), !text.hasPrefix("\"\"\""), !text.contains("\\") else { return nil }
    return String(text.dropFirst().dropLast())
  }
}
