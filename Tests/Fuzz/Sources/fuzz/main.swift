// Feeds parts of vtlint with what libFuzzer thinks of: `fuzz TARGET [libFuzzer options] [CORPUS]`; see ../../README.md.
// What must never happen is a trap, a report of the sanitizer, a hang, or a broken invariant, which ends the process too.
import CFuzzer

guard CommandLine.argc >= 2 else { exitWith("usage: fuzz TARGET|seeds|prefixes|dictionary …") }
let name = CommandLine.arguments[1]
switch name {
case "dictionary": print(fuzzerDictionary())
case "seeds":
  guard CommandLine.argc == 5 else { exitWith("usage: fuzz seeds TARGET REPOSITORY FOLDER") }
  let (wanted, repository, folder) = (CommandLine.arguments[2], CommandLine.arguments[3], CommandLine.arguments[4])
  guard let target = FuzzTarget(rawValue: wanted) else { exitWith("unknown target \(wanted)") }
  try writeSeeds(of: target, from: repository, to: folder)
case "prefixes":
  guard CommandLine.argc == 3 else { exitWith("usage: fuzz prefixes REPOSITORY") }
  try lintPrefixes(ofFixturesIn: CommandLine.arguments[2])
default:
  guard let target = FuzzTarget(rawValue: name) else { exitWith("unknown target \(name)") }
  currentTarget = target
  var count = CommandLine.argc
  var words = CommandLine.unsafeArgv
  // The name of the target is ours; libFuzzer gets the rest.
  words[1] = words[0]
  words += 1
  count -= 1
  withUnsafeMutablePointer(to: &words) { pointer in
    pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1) { words in
      _ = LLVMFuzzerRunDriver(&count, words) { data, size in
        currentTarget.run(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      }
    }
  }
}
