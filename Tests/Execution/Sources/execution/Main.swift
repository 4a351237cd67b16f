import Foundation

/// Holds vtlint's findings against what really happens. See README.md.
@main
struct Main {
  static let usage = """
    usage: execution [OPTION…]
      --vtlint FILE      the linter (default: .build/release/vtlint)
      --functions N      how many functions to generate (default: 300)
      --seed N           what to generate (default: 1)
      --first N          the number of the first function (default: 0)
      --batch N          how many functions stand in one file (default: 150)
      --jobs N           how many files are compiled and executed at once (default: 2)
      --shown N          how many failing functions to shrink and show (default: 12)
      --folder FOLDER    where the generated files are written (default: a temporary folder)
      --doubts           also shrink functions with too many ways, to see whether a fault remains
      --print            print the functions and do nothing else
    Exit status: 0 no difference but documented approximations, 1 differences, 2 it could not run.
    """

  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let isClean = try run(options)
      exit(isClean ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("execution: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ options: Options) throws -> Bool {
    let names = options.first..<options.first + options.functions
    let functions = names.map { Generator.function(seed: options.seed, name: $0) }
    if options.printsOnly {
      for function in functions { print(listing(of: function, marks: [:])) }
      return true
    }
    let tools = try Tools(vtlint: options.vtlint)
    let folder = URL(filePath: options.folder ?? FileManager.default.temporaryDirectory.appending(path: "vtlint-execution-\(UUID().uuidString)").path)
    defer { if options.folder == nil { try? FileManager.default.removeItem(at: folder) } }
    let batches = Batches(folder: folder, size: options.batch, jobs: options.jobs, tools: tools)

    var total = Total()
    var failing: [Outcome] = []
    // The long run takes its time: each round says how far it is.
    let round = options.batch * options.jobs
    for start in stride(from: 0, to: functions.count, by: round) {
      let results = try batches.run(Array(functions[start..<min(start + round, functions.count)]))
      total.refused += results.refused.count
      for (function, reason) in results.refused { print("refused: fn\(function.name): \(reason)") }
      for outcome in results.outcomes { total.add(outcome) }
      failing += results.outcomes.filter { options.doubts ? $0.doubt != nil : $0.fault != nil }
      FileHandle.standardError.write(Data("\(total.line)\n".utf8))
    }
    let shrinker = Shrinker { try batches.run($0).outcomes }
    for outcome in try shrinker.shrink(Array(failing.prefix(options.shown))) {
      print("\nseed \(options.seed), function \(outcome.function.name):")
      print(listing(of: outcome.function, marks: outcome.marks))
    }
    print(total.text)
    return total.faults == 0
  }

  /// The linter's text, with what is wrong behind the lines.
  private static func listing(of function: Function, marks: [Int: String]) -> String {
    lines(of: function).enumerated().map { index, line in
      render(line, for: .linter, line: 0) + (marks[index].map { "  // \($0)" } ?? "")
    }.joined(separator: "\n")
  }
}

extension Outcome {
  /// Comments for the lines on which something was missed, unexpected or right.
  var marks: [Int: String] {
    var marks: [Int: [String]] = [:]
    for (sight, difference) in faults { marks[sight.line, default: []].append("\(difference.rawValue.uppercased()) \(sight.rule)") }
    for sight in exact.intersection(reported).sorted() { marks[sight.line, default: []].append(sight.rule) }
    return marks.mapValues { $0.joined(separator: ", ") }
  }
}

/// The counts of a run.
struct Total {
  var functions = 0
  var expected = 0
  var refused = 0
  var unexplored = 0
  var differences: [Outcome.Difference: Int] = [:]

  var faults: Int { differences.reduce(0) { $0 + ($1.key.isFault ? $1.value : 0) } }

  mutating func add(_ outcome: Outcome) {
    functions += 1
    expected += outcome.exact.count
    unexplored += outcome.isUnexplored ? 1 : 0
    for difference in outcome.differences.values { differences[difference, default: 0] += 1 }
  }

  var text: String {
    var text = "\n\(refused) functions refused by the compiler, \(unexplored) with more ways than were tried\n"
    for difference in Outcome.Difference.allCases where !difference.isFault {
      text += "\(differences[difference] ?? 0) approximated: \(difference.rawValue)\n"
    }
    return text + line
  }

  var line: String {
    "\(functions) functions, \(expected) findings expected, \(differences[.missed] ?? 0) missed, "
      + "\(differences[.unexpected] ?? 0) unexpected"
  }
}

struct Options {
  var vtlint = ".build/release/vtlint"
  var functions = 300
  var seed = 1
  var first = 0
  // vtlint tells 1,000 findings of a file; 300 functions have more.
  var batch = 150
  var shown = 12
  var jobs = 2
  /// nil: one of its own in the folder for temporary files, removed at the end.
  var folder: String?
  var printsOnly = false
  var doubts = false

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value\n\(Main.usage)") }
      return value
    }
    func number(of option: String) throws -> Int {
      guard let number = Int(try value(of: option)), number >= 0 else { throw Failure("\(option) needs a number\n\(Main.usage)") }
      return number
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--vtlint": vtlint = try value(of: argument)
      case "--functions": functions = try number(of: argument)
      case "--seed": seed = try number(of: argument)
      case "--first": first = try number(of: argument)
      case "--batch": batch = max(1, try number(of: argument))
      case "--jobs": jobs = max(1, try number(of: argument))
      case "--shown": shown = try number(of: argument)
      case "--folder": folder = try value(of: argument)
      case "--doubts": doubts = true
      case "--print": printsOnly = true
      default: throw Failure("unknown option \(argument)\n\(Main.usage)")
      }
    }
  }
}
