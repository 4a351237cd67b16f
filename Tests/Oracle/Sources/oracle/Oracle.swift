import Foundation

/// Compares vtlint's dumps with those that swift-syntax's tree gives, over whole packages. See docs/DUMPS.md.
@main
struct Oracle {
  static let usage = """
    usage: oracle [OPTION…] PATH…
      PATH                 a .swift file, or a folder to search for them
      --list FILE          more paths, one per line
      --except FILE        names of files, without `.swift`, that are passed over
      --vtlint-dev FILE    the program that prints our dumps (default: .build/release/vtlint-dev)
      --max-shown N        how many disagreeing files to show (default: 20)
      --lines N            how many lines of each to show (default: 6)
      --causes             count the differing lines by side and kind, most frequent first
      --valid-only         pass over files in which swift-syntax reports errors
      --errors             name the files in which swift-syntax reports errors
      --only FORMAT        compare this dump only: tokens, skeleton, folds or problems
      --print FORMAT       print swift-syntax's dump of the files and compare nothing
      --snippets FOLDER    write every string literal of the files into a file of its own there, and compare nothing
      --mutants FOLDER     write a copy of every file with one small change there, and compare nothing
      --seed N             which changes (default: 1)
      --bench              time swift-syntax's parser and our stages on the files, and compare nothing
      --parse-only         let swift-syntax parse every file once, and do nothing else
    Exit status: 0 all agree, 1 some do not, 2 it could not run.
    """

  static func main() {
    var options = Options()
    do {
      options = try Options(arguments: Array(CommandLine.arguments.dropFirst()))
    } catch {
      fail("\(error)\n\(usage)")
    }
    do {
      let files = try swiftFiles(below: options.paths).filter { !options.excluded.contains(baseName(of: $0)) }
      if files.isEmpty { fail("no Swift files in \(options.paths)") }
      if options.bench {
        try benchmark(files, options)
      } else if options.parsesOnly {
        onLargeStacks(threads: 1) {
          for file in files { parseFile(file) }
        }
      } else if let folder = options.snippetFolder {
        try writeSnippets(of: files, into: folder)
      } else if let folder = options.mutantFolder {
        try writeMutants(of: files, into: folder, seed: UInt64(options.seed))
      } else if let format = options.printed {
        printDumps(of: files, format: format)
      } else {
        let report = try compare(files, options)
        print(report.text(options))
        exit(report.disagreeing.isEmpty ? 0 : 1)
      }
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("oracle: \(message)\n".utf8))
    exit(2)
  }

  private static func baseName(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// All `.swift` files named or below the named folders, sorted; hidden folders are passed over.
  private static func swiftFiles(below paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Failure("no such path: \(path)") }
      if !isFolder.boolValue {
        files.append(path)
        continue
      }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      for name in names where name.hasSuffix(".swift") && !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        let file = path + "/" + name
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue { files.append(file) }
      }
    }
    return files.sorted()
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

struct Options {
  var paths: [String] = []
  var excluded: Set<String> = []
  var vtlintDev = ".build/release/vtlint-dev"
  var maxShown = 20
  var maxLines = 6
  var showsCauses = false
  var namesErrors = false
  var validOnly = false
  /// The dumps to compare; a file is compared until one of them differs.
  var formats = DumpFormat.allCases
  var printed: DumpFormat?
  var bench = false
  var parsesOnly = false
  var snippetFolder: String?
  var mutantFolder: String?
  var seed = 1

  init() {}

  init(arguments: [String]) throws {
    var rest = arguments[...]
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      return value
    }
    func number(of option: String) throws -> Int {
      guard let number = Int(try value(of: option)) else { throw Failure("\(option) needs a number") }
      return number
    }
    func format(of option: String) throws -> DumpFormat {
      if let format = DumpFormat(rawValue: try value(of: option)) { return format }
      throw Failure("\(option): one of \(DumpFormat.allCases)")
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--list":
        let list = try String(contentsOfFile: value(of: argument), encoding: .utf8)
        paths += list.split(whereSeparator: \.isNewline).map(String.init)
      case "--except":
        let names = try String(contentsOfFile: value(of: argument), encoding: .utf8)
        let lines = names.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        excluded = Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
      case "--vtlint-dev": vtlintDev = try value(of: argument)
      case "--max-shown": maxShown = try number(of: argument)
      case "--lines": maxLines = try number(of: argument)
      case "--causes": showsCauses = true
      case "--valid-only": validOnly = true
      case "--errors": namesErrors = true
      case "--only": formats = [try format(of: argument)]
      case "--print": printed = try format(of: argument)
      case "--bench": bench = true
      case "--parse-only": parsesOnly = true
      case "--mutants": mutantFolder = try value(of: argument)
      case "--seed": seed = try number(of: argument)
      case "--snippets": snippetFolder = try value(of: argument)
      case _ where argument.hasPrefix("-"): throw Failure("unknown option \(argument)")
      default: paths.append(argument)
      }
    }
    if paths.isEmpty { throw Failure("no paths") }
  }
}
