import VTPlatform

/// A target of a package that Swift imports by its headers.
struct CTarget {
  enum Language: String {
    case c = "c"
    case cxx = "c++"
    case objectiveC = "objective-c"
    case objectiveCxx = "objective-c++"

    init(isCxx: Bool, isObjectiveC: Bool) {
      self = isCxx ? (isObjectiveC ? .objectiveCxx : .cxx) : (isObjectiveC ? .objectiveC : .c)
    }

    var isCxx: Bool { self == .cxx || self == .objectiveCxx }
  }

  /// The module's name.
  var name: String
  /// Where its public headers are.
  var headerFolder: Path
  /// What an importer reads, in the order of their paths.
  var headers: [Path]
  /// All header files below `headerFolder`, those too that others include.
  var allHeaders: [Path]
  var language: Language
  /// For the compiler: definitions, search paths, the standard.
  var arguments: [String]
}

/// Finds the C targets of a package by the layout that SwiftPM prescribes, and by what `Package.swift` says outright.
///
///     Sources/CNet/include/             the headers: the umbrella header, else all of them
///     Sources/CNet/include/module.modulemap   what it names instead
///     Sources/CSystem/module.modulemap  a system library
struct CTargetFinder {
  private let package: Path
  private let manifest: TargetManifest

  /// No target has more; what a folder has beyond is left alone.
  private static let fileLimit = 4000
  private static let sourceFolders = ["Sources", "Source", "src", "srcs"]
  private static let cxxEndings: Set<String> = ["cpp", "cc", "cxx", "c++", "mm", "hpp", "hh", "hxx"]
  private static let headerEndings: Set<String> = ["h", "hpp", "hh", "hxx"]

  /// - Parameter package: the folder that holds `Package.swift`.
  init(package: Path) {
    self.package = package
    manifest = TargetManifest((try? readFile(package.appending("Package.swift".utf8), limit: 16 << 20)) ?? [])
  }

  func targets() -> [CTarget] {
    var folders: [(folder: Path, target: TargetManifest.Target)] = []
    for target in manifest.targets {
      if let path = target.path { folders.append((Path(path).absolute(from: package), target)) }
    }
    for name in CTargetFinder.sourceFolders {
      let sources = package.appending(name.utf8)
      for entry in ((try? folderEntries(sources)) ?? []).sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
        let folder = sources.appending(entry.name)
        let name = String(decoding: entry.name, as: UTF8.self)
        if folders.contains(where: { $0.folder == folder }) { continue }
        folders.append((folder, manifest.targets.first { $0.name == name && $0.path == nil } ?? .init(name: name)))
      }
    }
    return folders.flatMap { targets(in: $0.folder, $0.target) }
  }

  private func targets(in folder: Path, _ target: TargetManifest.Target) -> [CTarget] {
    let headerFolder = target.publicHeaders.map { Path($0).absolute(from: folder) } ?? folder.appending("include".utf8)
    let system = folder.appending("module.modulemap".utf8)
    if (try? fileStatus(headerFolder))?.kind == .folder {
      return targets(headerFolder, map: headerFolder.appending("module.modulemap".utf8), folder, target)
    }
    return (try? fileStatus(system))?.kind == .file ? targets(folder, map: system, folder, target) : []
  }

  private func targets(_ headerFolder: Path, map: Path, _ folder: Path, _ target: TargetManifest.Target) -> [CTarget] {
    let files = FolderFiles(below: folder, limit: CTargetFinder.fileLimit)
    let all = files.paths.filter { $0.relative(to: headerFolder) != nil && CTargetFinder.headerEndings.contains($0.ending) }
    let isCxx = files.hasEnding(CTargetFinder.cxxEndings)
    let isObjectiveC = files.hasEnding(["m", "mm"])
    let base = CTarget(
      name: CTargetFinder.moduleName(target.name), headerFolder: headerFolder, headers: all, allHeaders: all,
      language: .init(isCxx: isCxx, isObjectiveC: isObjectiveC), arguments: [])
    guard let text = try? readFile(map, limit: 1 << 20) else {
      var plain = base
      plain.headers = umbrella(base) ?? all
      return all.isEmpty ? [] : [finished(plain, folder, target)]
    }
    return ModuleMap(text).modules.map { module in
      var one = base
      one.name = module.name
      let needs = module.requirements
      one.language = .init(
        isCxx: isCxx || needs.contains { $0.hasPrefix("cplusplus") }, isObjectiveC: isObjectiveC || needs.contains("objc"))
      let excluded = module.excluded.map { Path($0).absolute(from: headerFolder) }
      let umbrellas = module.umbrellaFolders.map { Path($0).absolute(from: headerFolder) }
      one.headers = module.headers.map { Path($0).absolute(from: headerFolder) }
      one.headers += all.filter { file in
        !excluded.contains(file) && !one.headers.contains(file) && umbrellas.contains { file.relative(to: $0) != nil }
      }
      // A system library names headers that lie elsewhere.
      one.allHeaders += one.headers.filter { !all.contains($0) }
      return finished(one, folder, target)
    }
  }

  /// `include/CNet.h` or `include/CNet/CNet.h` stands for all, where it is.
  private func umbrella(_ target: CTarget) -> [Path]? {
    let name = target.name + ".h"
    let candidates = [
      target.headerFolder.appending(name.utf8), target.headerFolder.appending(target.name.utf8).appending(name.utf8),
    ]
    return candidates.first(where: target.allHeaders.contains).map { [$0] }
  }

  private func finished(_ target: CTarget, _ folder: Path, _ settings: TargetManifest.Target) -> CTarget {
    var target = target
    let standard = target.language.isCxx ? manifest.cxxStandard ?? "gnu++17" : manifest.cStandard ?? "gnu11"
    target.arguments = ["-std=\(standard)", "-I", target.headerFolder.text]
    target.arguments += settings.definitions.flatMap { ["-D", $0] }
    target.arguments += settings.searchPaths.flatMap { ["-I", Path($0).absolute(from: folder).text] }
    return target
  }

  /// What is no identifier in a target's name becomes an underscore.
  private static func moduleName(_ target: String) -> String {
    String(target.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
  }
}

/// The files below a folder, sorted; links and what is hidden are left out.
private struct FolderFiles {
  private(set) var paths: [Path] = []

  init(below top: Path, limit: Int) {
    var pending = [top]
    while let folder = pending.popLast(), paths.count < limit {
      for entry in (try? folderEntries(folder)) ?? [] where entry.name.first != UInt8(ascii: ".") {
        let path = folder.appending(entry.name)
        switch (try? entry.kind ?? fileStatus(path, ofLink: true).kind) ?? .special {
        case .folder: pending.append(path)
        case .file: paths.append(path)
        case .link, .special: break
        }
      }
    }
    paths.sort()
    paths.removeLast(max(0, paths.count - limit))
  }

  func hasEnding(_ endings: Set<String>) -> Bool { paths.contains { endings.contains($0.ending) } }
}

extension Path {
  /// What follows the last dot of the name.
  fileprivate var ending: String {
    name.lastIndex(of: UInt8(ascii: ".")).map { String(decoding: name[($0 + 1)...], as: UTF8.self) } ?? ""
  }
}
