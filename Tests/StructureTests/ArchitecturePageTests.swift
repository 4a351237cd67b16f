// docs/ARCHITECTURE.md says what the sources are: the modules and their imports, the paths and types that it names.
import TestSupport
import Testing

private struct ModuleRow {
  var name: String
  var imports: Set<String>
}

/// The rows of the page's table of modules, in their order.
private func moduleTable() throws -> [ModuleRow] {
  let page = try file("docs/ARCHITECTURE.md").text
  return page.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 6, let name = cells[1].codeSpans.first else { return nil }
    return ModuleRow(name: name, imports: Set(cells[3].codeSpans))
  }
}

@Suite("Module table") struct ModuleTableTests {
  @Test func namesEachFolderOfSourcesOnce() throws {
    #expect(try moduleTable().map(\.name).sorted() == moduleFolders().sorted())
  }

  @Test func importsAreThoseOfTheTable() throws {
    for row in try moduleTable() {
      let sources = try files(below: "Sources/\(row.name)", endingIn: ".swift")
      #expect(!sources.isEmpty)
      let imports = sources.reduce(into: Set<String>()) { $0.formUnion($1.text.imports) }
      #expect(imports == row.imports, "Sources/\(row.name) against docs/ARCHITECTURE.md")
    }
  }

  @Test func importsOnlyPointUp() throws {
    let modules = try moduleFolders()
    var above: Set<String> = []
    for row in try moduleTable() {
      #expect(row.imports.filter(modules.contains).allSatisfy(above.contains), "\(row.name) imports what stands below it")
      above.insert(row.name)
    }
  }

  /// Whatever asks the operating system stands in one module, so that a port changes one module.
  @Test func oneModuleKnowsTheCLibrary() throws {
    let libraries: Set<String> = ["Darwin", "Glibc", "Musl", "Foundation", "Dispatch"]
    let users = try files(below: "Sources", endingIn: ".swift").filter { file in
      !file.path.hasPrefix("Sources/vtlint-dev/") && !file.text.imports.isDisjoint(with: libraries)
    }
    #expect(users.count > 1)
    for user in users { #expect(user.path.hasPrefix("Sources/VTPlatform/"), "\(user.path)") }
  }

  @Test func threeFilesAreInlinable() throws {
    let users = try files(below: "Sources", endingIn: ".swift").filter { $0.text.contains("@inlinable") }
    let folder = "Sources/VTDiagnostics/Source/"
    #expect(users.map(\.path) == [folder + "Name.swift", folder + "OneWordKey.swift", "Sources/VTSyntax/Tree/SyntaxTree+Access.swift"])
  }

  /// Memory without bounds checks: the lexer's bytes, and what the system and the toolchain's libraries want.
  @Test func unsafePointersStandInFewFiles() throws {
    let users = try files(below: "Sources", endingIn: ".swift").filter { $0.text.contains(/\bUnsafe\w*Pointer\b/) }
    let expected = [
      "Sources/VTPlatform/DynamicLibrary.swift", "Sources/VTPlatform/Platform.swift", "Sources/VTSyntax/Lexer/Cursor.swift",
      "Sources/VTToolchain/Clang/LibClang.swift", "Sources/VTToolchain/IndexStore/IndexStoreLibrary.swift",
    ]
    #expect(users.map(\.path) == expected)
  }
}

@Suite("docs/ARCHITECTURE.md") struct ArchitecturePageTests {
  @Test func everyPathExists() throws {
    let paths = try file("docs/ARCHITECTURE.md").text.codeSpans.filter { span in
      span.contains("/") || [".swift", ".yaml", ".md"].contains(where: span.hasSuffix)
    }
    #expect(paths.count > 10)
    for path in paths { #expect(exists(path), "docs/ARCHITECTURE.md names \(path)") }
  }

  /// The drawing of the folders: each line names one and what is in it.
  @Test func everyFolderExists() throws {
    var count = 0
    var folder = ""
    for line in try file("docs/ARCHITECTURE.md").text.split(separator: "\n") where line.hasPrefix("    ") {
      for word in line.split(separator: " ") where word.hasSuffix("/") && !word.contains("<") {
        let isTop = ["Sources/", "Tests/", "Fixtures/"].contains { word.hasPrefix($0) }
        if isTop { folder = String(word) }
        let path = isTop ? folder : folder + word
        count += 1
        #expect(exists(path), "docs/ARCHITECTURE.md draws \(path)")
      }
    }
    #expect(count > 20)
  }

  /// `Name`, and `Name.member`, whose member must be declared in a file that declares or extends `Name`.
  @Test func everyTypeAndMemberExists() throws {
    let sources = try files(below: "Sources", endingIn: ".swift")
    let types = sources.reduce(into: Set<String>()) { $0.formUnion($1.text.declaredTypes) }
    let modules = sources.reduce(into: Set(try moduleFolders())) { $0.formUnion($1.text.imports) }
    var count = 0
    for span in try file("docs/ARCHITECTURE.md").text.codeSpans {
      guard let name = span.wholeMatch(of: /([A-Z]\w*)(?:\.(\w+))?/) else { continue }
      if modules.contains(String(name.1)) { continue }
      count += 1
      #expect(types.contains(String(name.1)), "docs/ARCHITECTURE.md names \(span)")
      guard let member = name.2 else { continue }
      let isDeclared = sources.contains { source in
        source.text.contains(try! Regex("\\b(?:struct|class|enum|protocol|extension) +\(name.1)\\b"))
          && source.text.contains(try! Regex("\\b(?:let|var|func|case)\\b[^\\n]*\\b\(member)\\b"))
      }
      #expect(isDeclared, "docs/ARCHITECTURE.md names \(span)")
    }
    #expect(count > 20)
  }

  @Test func everyFunctionExists() throws {
    let sources = try files(below: "Sources", endingIn: ".swift")
    let functions = sources.reduce(into: Set<String>()) { $0.formUnion($1.text.declaredFunctions) }
    let named = try file("docs/ARCHITECTURE.md").text.codeSpans.compactMap { $0.wholeMatch(of: /([a-z]\w*)\(.*\)/)?.1 }
    #expect(!named.isEmpty)
    for name in named { #expect(functions.contains(String(name)), "docs/ARCHITECTURE.md names \(name)()") }
  }
}
