import VTPlatform
import VTReport

/// Global files, which speak of every file and stand below all `.editorconfig` files: `.globalconfig` in a folder around
/// the linted file, and any other configuration file that begins with `is_global = true`. Their pairs stand before any
/// section.
///
/// Of two global files the one with the higher `global_level` wins. Where the highest level disagrees with itself nobody
/// can know what was meant: the key is left out, and a warning says so.
struct GlobalConfiguration {
  static let fileName = ".globalconfig"

  private(set) var pairs: [EditorConfigFile.Pair] = []
  private(set) var notices: [Notice] = []

  init(_ files: [EditorConfigFile]) {
    var candidates: [String: [(level: Int, pair: EditorConfigFile.Pair)]] = [:]
    var keys: [String] = []
    for file in files {
      for pair in file.preamble where !["root", "is_global", "global_level"].contains(pair.key) {
        if candidates[pair.key] == nil { keys.append(pair.key) }
        // Within one file the later pair wins.
        candidates[pair.key, default: []].removeAll { $0.pair.path == pair.path }
        candidates[pair.key]!.append((file.globalLevel, pair))
      }
    }
    for key in keys {
      let highest = candidates[key]!.map(\.level).max()!
      let strongest = candidates[key]!.filter { $0.level == highest }.map(\.pair)
      if let other = strongest.first(where: { $0.value.lowercased() != strongest[0].value.lowercased() }) {
        notices.append(
          Notice(
            .warning, about: .configuration, path: other.path, position: .init(line: other.line, column: 1),
            "'\(key)' is '\(other.value)' here and '\(strongest[0].value)' in \(strongest[0].path), both with global_level "
              + "\(highest); neither counts"))
      } else {
        pairs.append(strongest[0])
      }
    }
  }
}

extension EditorConfigFile {
  private var isNamedGlobal: Bool {
    Path(path).name.elementsEqual(GlobalConfiguration.fileName.utf8)
  }

  var isGlobal: Bool { isNamedGlobal || preambleValue(of: "is_global")?.lowercased() == "true" }

  var globalLevel: Int { preambleValue(of: "global_level").flatMap { Int($0) } ?? (isNamedGlobal ? 100 : 0) }
}
