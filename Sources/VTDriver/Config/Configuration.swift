import VTCatalogue
import VTDiagnostics
import VTPlatform
import VTReport

/// Where configuration comes from, as the command line has it.
package enum ConfigurationSource: Hashable, Sendable {
  /// The files around each linted file.
  case discovery
  /// This file and no other; its sections are relative to the current folder. A global file stands below the
  /// discovered ones instead.
  case file(String)
  case none
}

/// What the configuration says about one file.
package struct FileSettings: Sendable {
  package var severities: RuleSeverities
  /// The file was written by a tool: what it declares counts, but nothing in it is reported.
  package var isGenerated = false
  /// The options that are on, and the pair that turned each on.
  var options: [RuleOption: EditorConfigFile.Pair] = [:]
  /// See `digest`.
  var stamp: UInt64 = 0

  init(severities: RuleSeverities) { self.severities = severities }

  /// The same for settings by which the same is found and said. It takes a while: ask once for many files.
  func digest(_ rules: [RuleInfo]) -> UInt64 {
    var hash = StableHash()
    for rule in rules {
      hash.combine(Array("\(rule.id.text) \(severities[rule.id].word) \(severities.isDefault(rule.id))".utf8))
    }
    for option in RuleOption.allCases where options[option] != nil { hash.combine(Array(option.rawValue.utf8)) }
    hash.combine([isGenerated ? 1 : 0])
    return hash.mixed
  }
}

/// The configuration of a run: answers for each file, and remembers what is wrong with the files it read.
package struct Configuration {
  private let catalogue: Catalogue
  private let overrides: RuleOverrides
  private var discovers: Bool
  private var editorConfig: EditorConfig
  private var globalConfig: EditorConfig
  private var namedFile: EditorConfigFile?
  private var checked: Set<String> = []
  /// By the sections that apply (the paths of their files and their places, with a NUL behind each): most files of a repository
  /// share one.
  private var known: [String: FileSettings] = [:]
  private var mistakesFound: [Notice] = []

  package init(
    source: ConfigurationSource, catalogue: Catalogue, overrides: RuleOverrides, currentFolder: Path
  ) throws(UsageError) {
    self.catalogue = catalogue
    self.overrides = overrides
    editorConfig = EditorConfig(currentFolder: currentFolder)
    globalConfig = EditorConfig(fileName: GlobalConfiguration.fileName, currentFolder: currentFolder)
    discovers = source == .discovery
    guard case .file(let name) = source else { return }
    namedFile = editorConfig.read(Path(name), folder: currentFolder)
    guard let namedFile else { throw UsageError("--config \(printable(name)): there is no such file") }
    discovers = namedFile.isGlobal
  }

  /// What is wrong with the files that were read so far.
  package var notices: [Notice] { editorConfig.notices + globalConfig.notices + mistakesFound }

  /// - Parameter path: absolute and tidied; the file need not exist.
  package mutating func settings(for path: Path) -> FileSettings {
    let files = files(for: path)
    var sections = ""
    for file in files {
      check(file)
      for section in file.isGlobal ? [-1] : file.sections(for: path) { sections += "\(file.path)\0\(section)\0" }
    }
    if let settings = known[sections] { return settings }
    let pairs = merge(files, for: path)
    var settings = FileSettings(severities: RuleSeverities(catalogue: catalogue, overrides: overrides, pairs: pairs))
    settings.isGenerated = pairs[ConfigurationKey.generatedCode.text]?.value.lowercased() == "true"
    for option in RuleOption.allCases {
      let (isOn, pair) = option.value(in: pairs, catalogue)
      if isOn { settings.options[option] = pair }
    }
    settings.stamp = settings.digest(catalogue.rules)
    known[sections] = settings
    return settings
  }

  /// The files that speak of a path, the weakest first.
  private mutating func files(for path: Path) -> [EditorConfigFile] {
    var files: [EditorConfigFile] = []
    if discovers {
      let folder = path.parent ?? path
      files = globalConfig.files(for: folder) + editorConfig.files(for: folder)
    }
    if let namedFile { files.append(namedFile) }
    return files
  }

  private mutating func merge(_ files: [EditorConfigFile], for path: Path) -> MergedPairs {
    let globals = GlobalConfiguration(files.filter(\.isGlobal))
    for notice in globals.notices where !mistakesFound.contains(notice) { mistakesFound.append(notice) }
    var pairs = MergedPairs()
    pairs.add(globals.pairs)
    for file in files where !file.isGlobal {
      for section in file.sections(for: path) { pairs.add(file.sections[section].pairs) }
    }
    return pairs
  }

  private mutating func check(_ file: EditorConfigFile) {
    if checked.insert(file.path).inserted { mistakesFound += mistakes(in: file, catalogue: catalogue) }
  }
}
