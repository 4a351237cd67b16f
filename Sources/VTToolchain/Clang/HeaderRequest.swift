import VTPlatform

/// The headers of one target, and how they are to be read: all that a process needs to know which does nothing else.
package struct HeaderRequest: Equatable, Sendable {
  /// Paths or names of libraries; the first that can be used is.
  var libraries: [String] = []
  /// What libclang is told, without the headers that are its own.
  var arguments: [String] = []
  /// Absolute paths.
  var headers: [String] = []
  /// Declarations of files in these folders, or of `headers`, are wanted; not of what those include elsewhere.
  var folders: [String] = []
  /// See `importedTypes`.
  var imported: [String: String] = [:]

  /// The request as words of a command line.
  package var words: [String] {
    func words(_ name: String, _ values: [String]) -> [String] { values.flatMap { [name, $0] } }
    return words("library", libraries) + words("argument", arguments) + words("header", headers) + words("folder", folders)
      + words("imported", imported.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
  }

  init() {}

  /// nil: these are not the words of a request.
  package init?(words: [String]) {
    guard words.count % 2 == 0 else { return nil }
    var key: String?
    for place in stride(from: 0, to: words.count, by: 2) {
      let value = words[place + 1]
      switch words[place] {
      case "library": libraries.append(value)
      case "argument": arguments.append(value)
      case "header": headers.append(value)
      case "folder": folders.append(value)
      case "imported":
        if let known = key {
          imported[known] = value
          key = nil
        } else {
          key = value
        }
      default: return nil
      }
    }
  }
}

/// What came of a request.
package struct HeaderAnswer: Equatable, Sendable {
  /// Swift declarations; nil: nothing could be read.
  package var text: String?
  /// Which library it was; empty: none.
  package var library = ""
  /// Why libraries were passed over, or the first things that libclang could not understand.
  package var problems: [String] = []
}

/// Reads the headers in this process.
package func readHeaders(_ request: HeaderRequest) -> HeaderAnswer {
  var answer = HeaderAnswer()
  for path in request.libraries {
    do throws(ClangLibrary.UnusableLibrary) {
      let library = try ClangLibrary(path: path)
      guard let version = library.majorVersion, version >= oldestVersion else {
        throw ClangLibrary.UnusableLibrary(reason: "'\(library.version)' is older than version \(oldestVersion)")
      }
      guard let resources = clangResources(of: path, version: version) else {
        throw ClangLibrary.UnusableLibrary(reason: "the headers of its version \(version) are not there")
      }
      answer = HeaderAnswer(library: "\(path) (\(library.version))")
      read(request, library, resources, into: &answer)
      return answer
    } catch {
      answer.problems.append("\(path): \(error.reason)")
    }
  }
  return answer
}

/// The oldest that the interface in `CClang.h` fits.
private let oldestVersion = 11

private func read(_ request: HeaderRequest, _ library: ClangLibrary, _ resources: Path, into answer: inout HeaderAnswer) {
  let headers = Set(request.headers)
  let folders = request.folders.map { Path($0) }
  let text = request.headers.map { "#include \"\($0)\"\n" }.joined()
  let name = (request.folders.first ?? "") + "/vtlint-headers.h"
  guard
    let unit = ClangUnit(library, text: text, name: name, arguments: request.arguments + ["-resource-dir", resources.text, "-w"])
  else {
    answer.problems.append("libclang gave up")
    return
  }
  let root = Path("/")
  answer.text = HeaderText.write(unit, imported: request.imported) { file in
    // `include/./net.h`, `include/sub/../net.h`
    let path = Path(file).absolute(from: root)
    return headers.contains(path.text) || folders.contains { path.relative(to: $0) != nil }
  }
  let errors = unit.errors
  answer.problems = errors.prefix(3).map { "\($0.file):\($0.line): \($0.message)" }
  if errors.count > 3 { answer.problems.append("\(errors.count - 3) more errors") }
}
