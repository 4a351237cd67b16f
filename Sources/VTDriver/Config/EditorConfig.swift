import VTPlatform
import VTReport

/// Finds the `.editorconfig` files that apply to a file and merges what they say.
///
/// All folders from the file's own to the top are looked through, up to one whose file says `root = true`. Of several
/// values for one key the later in a file wins, and the nearer file. Files need not exist to be asked about.
package struct EditorConfig {
  package typealias Pair = EditorConfigFile.Pair

  /// Each section costs time for each file that is linted, and whoever may change a repository may change this file.
  private static let sizeLimit = 1 << 20

  private let fileName: String
  private let currentFolder: Path
  /// What was found in each folder; looked for once.
  private var found: [Path: EditorConfigFile?] = [:]
  private var chains: [Path: [EditorConfigFile]] = [:]
  /// Files that could not be read, in order of discovery.
  package private(set) var notices: [Notice] = []

  package init(fileName: String = ".editorconfig", currentFolder: Path) {
    self.fileName = fileName
    self.currentFolder = currentFolder
  }

  /// The files that apply to what lies in a folder, outermost first.
  package mutating func files(for folder: Path) -> [EditorConfigFile] {
    if let chain = chains[folder] { return chain }
    let own = file(in: folder)
    var chain: [EditorConfigFile] = []
    if own?.isRoot != true, let parent = folder.parent { chain = files(for: parent) }
    if let own { chain.append(own) }
    chains[folder] = chain
    return chain
  }

  private mutating func file(in folder: Path) -> EditorConfigFile? {
    if let known = found[folder] { return known }
    let read = self.read(folder.appending(fileName.utf8), folder: folder)
    found[folder] = read
    return read
  }

  /// Reads one file; nil when there is none.
  package mutating func read(_ path: Path, folder: Path) -> EditorConfigFile? {
    guard (try? fileStatus(path))?.kind == .file else { return nil }
    let shown = path.relative(to: currentFolder).map { Path(bytes: Array($0)).text } ?? path.text
    do throws(SystemError) {
      let text = try readFile(path, limit: Self.sizeLimit)
      if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) { throw SystemError(reason: "is UTF-16, not UTF-8") }
      return EditorConfigFile(folder: folder, path: shown, text: text)
    } catch {
      notices.append(Notice(.error, about: .configuration, path: shown, "could not be read: \(error.reason)"))
      return nil
    }
  }

  /// What applies to a file, as a core of EditorConfig gives it to an editor: one value for each key, `unset` included,
  /// in the order in which the keys first occur, and with the defaults that three of the standard keys have.
  package mutating func pairs(for file: Path) -> [Pair] {
    var merged = MergedPairs()
    for config in files(for: file.parent ?? file) {
      for section in config.sections(for: file) { merged.add(config.sections[section].pairs) }
    }
    merged.addDefaults()
    return merged.pairs
  }
}

/// One pair for each key; a later one takes the place of an earlier.
package struct MergedPairs {
  package private(set) var pairs: [EditorConfigFile.Pair] = []
  private var places: [String: Int] = [:]

  package init() {}

  package subscript(key: String) -> EditorConfigFile.Pair? { places[key].map { pairs[$0] } }

  package mutating func add(_ added: [EditorConfigFile.Pair]) {
    for var pair in added {
      if Self.keysWithLowerCaseValues.contains(pair.key) { pair.value = pair.value.lowercased() }
      if let place = places[pair.key] {
        pairs[place] = pair
      } else {
        places[pair.key] = pairs.count
        pairs.append(pair)
      }
    }
  }

  private static let keysWithLowerCaseValues: Set = [
    "indent_style", "indent_size", "tab_width", "end_of_line", "charset", "trim_trailing_whitespace", "insert_final_newline",
  ]

  /// How the three keys about indentation follow from each other.
  mutating func addDefaults() {
    if var style = self["indent_style"], style.value == "tab", self["indent_size"] == nil {
      (style.key, style.value) = ("indent_size", "tab")
      add([style])
    }
    if var size = self["indent_size"], size.value != "tab", self["tab_width"] == nil {
      size.key = "tab_width"
      add([size])
    }
    if var size = self["indent_size"], size.value == "tab", let width = self["tab_width"] {
      size.value = width.value
      add([size])
    }
  }
}
