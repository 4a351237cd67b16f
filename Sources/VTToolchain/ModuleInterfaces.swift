import VTPlatform

/// Modules without sources: the compiler writes down what they declare, as Swift text.
///
/// That takes a third of a second or more for each module, so the text is kept below the package's `.build`, until the module or
/// the compiler changes.
package struct ModuleInterfaces: Sendable {
  private let question: ToolchainQuestion
  private let toolchain: Toolchain
  private let program: Path
  /// Tells this compiler from others.
  private let compiler: FileStatus
  /// How long one module may take.
  private let seconds: Double

  /// nil: there is no compiler to ask.
  package init?(_ question: ToolchainQuestion) {
    guard let toolchain = question.toolchain, let program = resolvedPath(toolchain.program("swift-synthesize-interface")),
      let compiler = try? fileStatus(program)
    else { return nil }
    self.question = question
    self.toolchain = toolchain
    self.program = toolchain.program("swift-synthesize-interface")
    self.compiler = compiler
    seconds = timeLimit(question.environment)
  }

  /// The interfaces of the imported modules that a build left or that belong to the toolchain.
  package func answer() -> ToolchainAnswer {
    var answer = ToolchainAnswer()
    var seen: Set<String> = []
    let modules = folders.flatMap(modules(in:)).filter { seen.insert($0.name).inserted && question.isImported($0.name) }
    let found = Locked([Int: Result<(text: [UInt8], isKept: Bool), SystemError>]())
    let next = Locked(0)
    // The compiler waits for the disk as long as it works: more than one at a time, but not many.
    runOnThreads(min(2, modules.count)) {
      while true {
        let place = next.withLock { next in
          defer { next += 1 }
          return next
        }
        // One that hung is enough: the others would, too.
        let hasHung = found.withLock { $0.values.contains { if case .failure(let error) = $0 { error.isTimeout } else { false } } }
        if place >= modules.count || hasHung { return }
        let result: Result<(text: [UInt8], isKept: Bool), SystemError>
        do throws(SystemError) {
          result = .success(try interface(of: modules[place]))
        } catch {
          result = .failure(error)
        }
        found.withLock { $0[place] = result }
      }
    }
    var kept = 0
    for (place, result) in found.withLock(\.self).sorted(by: { $0.key < $1.key }) {
      let name = modules[place].name
      switch result {
      case .success(let (text, isKept)):
        kept += isKept ? 1 : 0
        answer.texts.append(
          DeclarationText(name: "interface of \(name)", module: name, origin: .interface, content: .bytes(text)))
      case .failure(let error):
        answer.notes.append(ToolchainNote("the compiler did not tell the interface of \(name): \(error.reason)"))
      }
    }
    if !answer.texts.isEmpty {
      let names = answer.texts.map(\.module).joined(separator: ", ")
      answer.notes.append(ToolchainNote("interfaces of modules read: \(names) (\(kept) from an earlier run)", isDetail: true))
    }
    return answer
  }

  private struct Module {
    var name: String
    var path: Path
  }

  private var buildFolder: Path { question.package.appending(".build".utf8) }

  /// Where the last debug build put modules, then where the toolchain has its own.
  private var folders: [Path] {
    let build = buildFolder.appending("debug".utf8)
    #if os(macOS)
      let platform = "macosx"
    #else
      let platform = "linux"
    #endif
    return [build.appending("Modules".utf8), build, toolchain.libraries.appending("swift".utf8).appending(platform.utf8)]
  }

  private func modules(in folder: Path) -> [Module] {
    let ending = Array(".swiftmodule".utf8)
    let entries = (try? folderEntries(folder)) ?? []
    return entries.filter { $0.name.count > ending.count && $0.name.suffix(ending.count).elementsEqual(ending) }.map { entry in
      Module(name: String(decoding: entry.name.dropLast(ending.count), as: UTF8.self), path: folder.appending(entry.name))
    }.sorted { $0.name < $1.name }
  }

  /// What was kept of an earlier run, if nothing has changed; else what the compiler says now.
  private func interface(of module: Module) throws(SystemError) -> (text: [UInt8], isKept: Bool) {
    let folder = buildFolder.appending("vtlint".utf8)
    let file = folder.appending("\(module.name).swift".utf8)
    let head = Array("// \(try key(of: module))\n".utf8)
    if let kept = try? readFile(file, limit: 256 << 20), kept.starts(with: head) { return (kept, true) }
    let folders = [buildFolder.appending("debug".utf8).appending("Modules".utf8), buildFolder.appending("debug".utf8)]
    var arguments = ["-module-name", module.name] + folders.flatMap { ["-I", $0.text] }
    if let sdk = question.environment("SDKROOT"), !sdk.isEmpty { arguments += ["-sdk", sdk] }
    let result = try runProgram(program, arguments, seconds: seconds)
    guard result.status == 0 else { throw SystemError(reason: Self.reason(result)) }
    let text = head + result.output
    // Where nothing can be kept, the next run asks again.
    if (try? createFolder(folder)) != nil { try? writeFile(file, text) }
    return (text, false)
  }

  /// Changes with the module and with the compiler.
  private func key(of module: Module) throws(SystemError) -> String {
    let status = try fileStatus(module.path)
    return "\(module.path.text) \(status.size) \(status.modified) \(program.text) \(compiler.size) \(compiler.modified)"
  }

  private static func reason(_ result: ProgramResult) -> String {
    let first = String(decoding: result.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return first.isEmpty ? result.status.map { "status \($0)" } ?? "it crashed" : first
  }
}
