// The library that reads index stores crashes on some that are broken. So a process of its own reads them: it may fail
// without harm, and what it found comes back as text.

import VTPlatform

/// A store, the library that reads it, and what is asked about.
package struct IndexRequest: Sendable {
  package var library: Path
  package var store: Path
  /// The linted files: absolute paths, links resolved.
  package var files: Set<String>

  package init(library: Path, store: Path, files: Set<String>) {
    self.library = library
    self.store = store
    self.files = files
  }

  /// The folders of the files: there are fewer of them, and no command line is too short for them.
  private var folders: Set<String> { Set(files.compactMap { Path($0).parent?.text }) }

  /// Asks a program that takes these arguments and the request's words, and writes what `IndexAnswer.output` gives; nil:
  /// this process reads.
  /// - Parameter seconds: how long the program may take.
  package func answer(by program: (path: Path, arguments: [String])?, seconds: Double) -> IndexAnswer {
    var answer: IndexAnswer
    do throws(SystemError) {
      if let program {
        let words = program.arguments + [library.text, store.text] + folders.sorted()
        let result = try runProgram(program.path, words, seconds: seconds)
        guard result.status == 0, let read = IndexAnswer(reading: result.output) else {
          throw SystemError(reason: IndexRequest.reason(result))
        }
        answer = read
      } else {
        answer = try IndexRequest.answer(library: library, store: store, folders: folders)
      }
    } catch {
      answer = IndexAnswer()
      answer.notes = [ToolchainNote("the index store \(store.text) could not be read: \(error.reason)")]
      return answer
    }
    answer.outdated.formIntersection(files)
    answer.files = answer.files.filter { files.contains($0.key) }
    answer.notes = notes(about: answer)
    return answer
  }

  /// Reads in this process.
  package static func answer(library path: Path, store: Path, folders: Set<String>) throws(SystemError) -> IndexAnswer {
    let library: IndexStoreLibrary
    do throws(SystemError) {
      library = try IndexStoreLibrary(path)
    } catch {
      throw SystemError(reason: "the library \(path.text) could not be loaded: \(error.reason)")
    }
    return try IndexStore(store, library: library).answer(about: folders)
  }

  private static func reason(_ result: ProgramResult) -> String {
    let words = String(decoding: result.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return result.status == failure && !words.isEmpty ? words : "the library failed on it"
  }

  /// The status of a process that says why it could not read.
  package static let failure: Int32 = 3

  private func notes(about answer: IndexAnswer) -> [ToolchainNote] {
    let name = "the index store \(store.text)"
    var notes = [
      ToolchainNote("\(name) has \(answer.unitCount) units, and knows \(answer.files.count) of \(files.count) files", isDetail: true)
    ]
    let outdated = answer.outdated.count
    if outdated > 0 {
      notes.append(ToolchainNote("\(name) is older than \(outdated) of the files, which go without it; build again"))
    } else if answer.files.isEmpty, !files.isEmpty {
      notes.append(ToolchainNote("\(name) knows none of the linted files"))
    }
    if answer.unreadableCount > 0 { notes.append(ToolchainNote("\(name) has \(answer.unreadableCount) parts that could not be read")) }
    return notes
  }
}

/// The answer as lines. The first letter says what a line is; its parts are separated by tabs:
///
///     U count-of-units count-of-unreadable-parts
///     S name owner result            a symbol; they count from 0
///     O path                         a file that is outdated
///     F path module                  a file; what it mentions follows
///     M line column symbol
///     E                              the end: everything was written
extension IndexAnswer {
  package var output: [UInt8] {
    var text = "U\t\(unitCount)\t\(unreadableCount)\n"
    func isPlain(_ texts: String...) -> Bool { !texts.contains { $0.utf8.contains { $0 == tab || $0 == lineEnd } } }
    for symbol in symbols {
      let parts = isPlain(symbol.name, symbol.owner, symbol.result) ? [symbol.name, symbol.owner, symbol.result] : ["", "", ""]
      text += "S\t\(parts.joined(separator: "\t"))\n"
    }
    for path in outdated.sorted() where isPlain(path) { text += "O\t\(path)\n" }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) where isPlain(path, file.module) {
      text += "F\t\(path)\t\(file.module)\n"
      for mention in file.mentions { text += "M\t\(mention.line)\t\(mention.column)\t\(mention.symbol)\n" }
    }
    return Array((text + "E\n").utf8)
  }

  /// Reads the lines; nil where they are none, or end too early.
  init?(reading output: [UInt8]) {
    self.init()
    var isWhole = false
    var current: String?
    for line in output.split(separator: lineEnd) {
      let parts = line.split(separator: tab, omittingEmptySubsequences: false)
      func text(_ place: Int) -> String { String(decoding: parts[place], as: UTF8.self) }
      switch (line[line.startIndex], parts.count) {
      case (UInt8(ascii: "U"), 3):
        guard let units = number(parts[1]), let unreadable = number(parts[2]) else { return nil }
        (unitCount, unreadableCount) = (units, unreadable)
      case (UInt8(ascii: "S"), 4): symbols.append(IndexedSymbol(name: text(1), owner: text(2), result: text(3)))
      case (UInt8(ascii: "O"), 2): outdated.insert(text(1))
      case (UInt8(ascii: "F"), 3):
        current = text(1)
        files[text(1)] = IndexedFile(module: text(2), mentions: [])
      case (UInt8(ascii: "M"), 4):
        guard let current, let line = number(parts[1]), let column = number(parts[2]), let symbol = number(parts[3]),
          symbols.indices.contains(symbol)
        else { return nil }
        files[current]?.mentions.append(IndexedFile.Mention(line: line, column: column, symbol: symbol))
      case (UInt8(ascii: "E"), 1): isWhole = true
      default: return nil
      }
    }
    if !isWhole { return nil }
  }
}

private let tab = UInt8(ascii: "\t")
private let lineEnd = UInt8(ascii: "\n")

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9"), value < 1 << 40 else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return digits.isEmpty ? nil : value
}
