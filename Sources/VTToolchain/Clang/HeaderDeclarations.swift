// The source of types that reads C, C++ and Objective-C headers: which targets, by what program, with what said about it.

import VTPlatform

/// The declarations of the C targets of a package, and of the packages that it depends on, which the linted files import.
package func headerDeclarations(_ question: ToolchainQuestion) -> ToolchainAnswer {
  let all = ([question.package] + question.dependencies).flatMap { CTargetFinder(package: $0).targets() }
  let targets = HeaderWords(question.catalogue).select(among: all) { question.isImported($0.name) }
  if targets.isEmpty { return ToolchainAnswer() }
  var answer = ToolchainAnswer()
  let libraries = clangLibraries(toolchain: question.toolchain, environment: question.environment)
  // Several that take too long are not waited for one after the other.
  let end = monotonicSeconds() + 3 * timeLimit(question.environment)
  for target in targets {
    guard monotonicSeconds() < end else {
      answer.notes.append(ToolchainNote("headers of \(target.name) not read: reading headers took too long"))
      continue
    }
    var request = HeaderRequest()
    request.libraries = libraries
    request.arguments = ["-x", target.language.rawValue, "-fblocks"] + target.arguments
    // A target may include what the others offer.
    for other in all where other.headerFolder != target.headerFolder { request.arguments += ["-I", other.headerFolder.text] }
    request.headers = target.headers.map(\.text)
    request.folders = [target.headerFolder.text]
    request.imported = importedTypes(of: question.catalogue)
    // Nobody has to have a libclang; who names one wants to know that it was of no use.
    let isNamed = question.environment("VTLINT_LIBCLANG")?.isEmpty == false
    answer = answer + declarations(of: target, read(request, for: question), isDetail: !isNamed)
  }
  return answer
}

/// Whether a package has targets whose headers could be asked.
package func hasHeaderTargets(_ package: Path) -> Bool { !CTargetFinder(package: package).targets().isEmpty }

/// Headers may say anything, also what a compiler never comes to the end of. So another process reads them, if there is a program
/// for it: what crashes, hangs or uses up the memory is that one.
private func read(_ request: HeaderRequest, for question: ToolchainQuestion) -> HeaderAnswer {
  guard let program = question.headerReader else { return readHeaders(request) }
  do throws(SystemError) {
    let seconds = timeLimit(question.environment)
    let result = try runProgram(program.path, program.arguments + request.words, seconds: seconds)
    guard result.status == 0 else { return HeaderAnswer(problems: [HeaderAnswer.failed]) }
    return HeaderAnswer(reading: result)
  } catch {
    return HeaderAnswer(problems: ["\(HeaderAnswer.failed): \(error.reason)"])
  }
}

private func declarations(of target: CTarget, _ read: HeaderAnswer, isDetail: Bool) -> ToolchainAnswer {
  let name = "headers of \(target.name)"
  guard let text = read.text else {
    let isMissing = read.library.isEmpty && !read.problems.contains { $0.hasPrefix(HeaderAnswer.failed) }
    let reasons = (isMissing ? ["no libclang that can be used"] : []) + read.problems
    return ToolchainAnswer(notes: [
      ToolchainNote("\(name) not read: \(reasons.joined(separator: "; "))", isDetail: isMissing && isDetail)
    ])
  }
  var notes = [ToolchainNote("\(name) read by \(read.library)", isDetail: true)]
  if !read.problems.isEmpty {
    notes.append(ToolchainNote("\(name) understood in part only: " + read.problems.joined(separator: "; ")))
  }
  return ToolchainAnswer(
    texts: [DeclarationText(name: name, module: target.name, origin: .header, content: .bytes(Array(text.utf8)))], notes: notes)
}

// MARK: - between two processes

extension HeaderAnswer {
  fileprivate static let failed = "libclang failed, or used up what it may"

  /// What the reading process writes: the text to its output, the rest to its errors, a line each. libclang writes there too
  /// when it crashes, so each line begins with a word of ours.
  package var output: (text: String, errors: String) {
    let lines = [("library", library), (text == nil ? "nothing" : "text", "")] + problems.map { ("problem", $0) }
    return (text ?? "", lines.map { "vtlint-\($0) \($1.filter { $0 != "\n" })\n" }.joined())
  }

  fileprivate init(reading result: ProgramResult) {
    self.init()
    var isWhole = false
    for line in String(decoding: result.errors, as: UTF8.self).split(separator: "\n") {
      let value = String(line.drop { $0 != " " }.dropFirst())
      switch line.prefix(while: { $0 != " " }) {
      case "vtlint-library": library = value
      case "vtlint-text", "vtlint-nothing":
        isWhole = true
        if line.hasPrefix("vtlint-text") { text = String(decoding: result.output, as: UTF8.self) }
      case "vtlint-problem": problems.append(value)
      default: break
      }
    }
    if !isWhole { problems = [HeaderAnswer.failed] }
  }
}
