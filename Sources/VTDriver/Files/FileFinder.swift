import VTPlatform
import VTReport

/// Finds the files to lint, the way ripgrep finds files to search.
///
/// In folders: what ends in `.swift`, but nothing hidden, nothing in the folders that build tools fill, and nothing that
/// a `.gitignore` leaves out (those of the folder, of the folders below, and of those above up to the repository's top).
/// Links are not followed: what they lead to inside the folder is found under its own name, what lies outside was not
/// asked for, and a loop has no way to form. What is named outright is taken whatever it is called and wherever
/// it lies; only `--exclude` goes before that, so that a hook may name files that the team has excluded.
package struct FileFinder {
  /// The folders that hold what tools produced or fetched.
  package static let skippedFolders: Set<String> = [".build", ".git", "DerivedData", "Pods", "Carthage", "checkouts"]

  private let currentFolder: Path
  private let excluded: IgnoreRules
  /// By what a file is on its disk, its names that were found: more than one where it has several hard links.
  private var seen: [FileStatus.Identity: Set<Path>] = [:]
  private var isSeveral = false

  package private(set) var files: [Path] = []
  /// The folders that were walked and are the tops of repositories of their own.
  package private(set) var repositories: [Path] = []
  package private(set) var notices: [Notice] = []

  package init(currentFolder: Path, excluding globs: [String] = []) {
    self.currentFolder = currentFolder
    excluded = IgnoreRules(folder: currentFolder, patterns: globs)
  }

  /// Finds the files of all arguments; each file once, in the order of their paths.
  package mutating func find(_ arguments: [Path]) {
    isSeveral = arguments.count > 1
    for argument in arguments { visit(argument: argument.tidied) }
    files.sort()
    if isSeveral { leaveOutRepeated() }
    notices.sort { ($0.path ?? "", $0.message) < ($1.path ?? "", $1.message) }
  }

  /// Whether `--exclude` leaves out a file that is named.
  package func excludes(_ file: Path) -> Bool { isExcluded(file.absolute(from: currentFolder), isFolder: false) }

  private mutating func visit(argument: Path) {
    do throws(SystemError) {
      let status = try fileStatus(argument)
      let absolute = argument.absolute(from: currentFolder)
      if isExcluded(absolute, isFolder: status.kind == .folder) { return }
      switch status.kind {
      case .folder: walk(argument, absolute, ignoreRulesAbove(absolute))
      case .file, .link: take(argument)
      case .special: refuse(argument, "not a regular file")
      }
    } catch {
      refuse(argument, error.reason)
    }
  }

  /// `--exclude` holds for a path when it names it or a folder around it.
  private func isExcluded(_ absolute: Path, isFolder: Bool) -> Bool {
    if excluded.ignores(absolute, isFolder: isFolder) == true { return true }
    var folder = absolute.parent
    while let current = folder, current.relative(to: currentFolder) != nil {
      if excluded.ignores(current, isFolder: true) == true { return true }
      folder = current.parent
    }
    return false
  }

  private mutating func walk(_ top: Path, _ absoluteTop: Path, _ rulesAbove: [IgnoreRules]) {
    // A stack of our own: folders may nest deeper than recursion can go.
    var pending = [(path: top, absolute: absoluteTop, rules: rulesAbove)]
    while let (path, absolute, outer) = pending.popLast() {
      do throws(SystemError) {
        let entries = try folderEntries(path)
        var rules = outer
        if let own = ignoreRules(in: path, absolute: absolute, entries) { rules.append(own) }
        if holdsRepository(path, entries) { repositories.append(path) }
        for entry in entries where entry.name.first != UInt8(ascii: ".") {
          let entryPath = path.appending(entry.name)
          let kind = try? entry.kind ?? fileStatus(entryPath, ofLink: true).kind
          let isFolder = kind == .folder
          guard let kind, kind != .link, isFolder ? !isSkipped(entry.name) : isSwift(entry.name) else { continue }
          let entryAbsolute = absolute.appending(entry.name)
          if excluded.ignores(entryAbsolute, isFolder: isFolder) == true { continue }
          if rules.reversed().lazy.compactMap({ $0.ignores(entryAbsolute, isFolder: isFolder) }).first == true { continue }
          switch kind {
          case .folder: pending.append((entryPath, entryAbsolute, rules))
          case .file, .link: take(entryPath)
          case .special: refuse(entryPath, "not a regular file")
          }
        }
      } catch {
        refuse(path, error.reason)
      }
    }
  }

  /// A submodule has a file of that name: it is a part of the repository around it.
  private func holdsRepository(_ path: Path, _ entries: [FolderEntry]) -> Bool {
    guard let entry = entries.first(where: { $0.name.elementsEqual(".git".utf8) }) else { return false }
    return (try? entry.kind ?? fileStatus(path.appending(entry.name), ofLink: true).kind) == .folder
  }

  private func isSwift(_ name: [UInt8]) -> Bool { name.count > 6 && name.suffix(6).elementsEqual(".swift".utf8) }

  private func isSkipped(_ name: [UInt8]) -> Bool { Self.skippedFolders.contains(String(decoding: name, as: UTF8.self)) }

  private func ignoreRules(in path: Path, absolute: Path, _ entries: [FolderEntry]) -> IgnoreRules? {
    guard entries.contains(where: { $0.name.elementsEqual(".gitignore".utf8) }) else { return nil }
    return ignoreRules(in: path, absolute: absolute)
  }

  private func ignoreRules(in path: Path, absolute: Path) -> IgnoreRules? {
    guard let text = try? readFile(path.appending(".gitignore".utf8), limit: 1 << 20) else { return nil }
    return IgnoreRules(folder: absolute, text: text)
  }

  /// The rules of the folders above, outermost first; none unless a repository's top is found on the way.
  private func ignoreRulesAbove(_ absolute: Path) -> [IgnoreRules] {
    var rules: [IgnoreRules] = []
    var folder = absolute
    while !isRepositoryTop(folder) {
      guard let parent = folder.parent else { return [] }
      folder = parent
      if let found = ignoreRules(in: folder, absolute: folder) { rules.insert(found, at: 0) }
    }
    return rules
  }

  private func isRepositoryTop(_ folder: Path) -> Bool { (try? fileStatus(folder.appending(".git".utf8))) != nil }

  private mutating func take(_ path: Path) {
    if isSeveral, let status = try? fileStatus(path), !seen[status.identity, default: []].insert(path).inserted { return }
    files.append(path)
  }

  /// Only several arguments can name one file twice; a file linted twice would declare everything twice. Of its names the
  /// shortest is kept, whatever the order of the arguments; hard links are files of their own.
  private mutating func leaveOutRepeated() {
    var left: Set<Path> = []
    for names in seen.values where names.count > 1 {
      var known: Set<Path> = []
      for name in names.sorted(by: { ($0.text.utf8.count, $0) < ($1.text.utf8.count, $1) }) where !known.insert(resolvedPath(name) ?? name).inserted { left.insert(name) }
    }
    files.removeAll(where: left.contains)
  }

  private mutating func refuse(_ path: Path, _ reason: String) {
    notices.append(Notice(.error, about: .gap, path: path.text, "could not be read: \(reason)"))
  }
}
