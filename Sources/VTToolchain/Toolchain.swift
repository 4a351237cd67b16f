import VTCatalogue
import VTPlatform

/// Where the Swift toolchain's programs and libraries are.
package struct Toolchain: Sendable {
  /// `usr/bin`
  package var programs: Path
  /// `usr/lib`
  package var libraries: Path

  package init(programs: Path, libraries: Path) {
    self.programs = programs
    self.libraries = libraries
  }

  /// The toolchain of `VTLINT_TOOLCHAIN` (the folder that holds `bin` and `lib`), else that of the first `swiftc` on the search
  /// path; nil if there is none.
  package static func find(_ environment: (String) -> String?) -> Toolchain? {
    if let named = environment("VTLINT_TOOLCHAIN"), !named.isEmpty {
      return (try? fileStatus(Path(named)))?.kind == .folder ? Toolchain(root: Path(named)) : nil
    }
    // A relative folder would be one of the linted tree, whose programs nobody should run.
    for folder in (environment("PATH") ?? "").split(separator: ":") where folder.hasPrefix("/") {
      // A link in a folder of programs leads to the toolchain's own.
      guard let compiler = resolvedPath(Path(String(folder)).appending("swiftc".utf8)), let programs = compiler.parent,
        let root = programs.parent
      else { continue }
      return Toolchain(root: root)
    }
    return nil
  }

  package func program(_ name: String) -> Path { programs.appending(name.utf8) }

  /// A library of the toolchain: `libIndexStore.so` for `IndexStore`.
  package func library(_ name: String) -> Path {
    #if os(macOS)
      libraries.appending("lib\(name).dylib".utf8)
    #else
      libraries.appending("lib\(name).so".utf8)
    #endif
  }

  private init(root: Path) {
    self.init(programs: root.appending("bin".utf8), libraries: root.appending("lib".utf8))
  }
}

/// How long, in seconds, another program may take for one answer.
package func timeLimit(_ environment: (String) -> String?) -> Double { environment("VTLINT_TIMEOUT").flatMap(Double.init) ?? 20 }

/// What a source of types is asked about.
package struct ToolchainQuestion: Sendable {
  /// The folder that holds `Package.swift`; absolute.
  package var package: Path
  /// The same of the packages that it depends on.
  package var dependencies: [Path] = []
  /// Whether a linted file, or a source of a dependency that is read, imports the module.
  package var isImported: @Sendable (String) -> Bool
  package var catalogue: Catalogue
  /// nil: there is none on this machine.
  package var toolchain: Toolchain?
  package var environment: @Sendable (String) -> String?
  /// A program that takes the words of a `HeaderRequest` behind these arguments and answers with `HeaderAnswer.output`; nil: this
  /// process reads headers, and crashes, hangs and runs out of memory where libclang does.
  package var headerReader: (path: Path, arguments: [String])?

  package init(
    package: Path, isImported: @escaping @Sendable (String) -> Bool, catalogue: Catalogue, toolchain: Toolchain?,
    environment: @escaping @Sendable (String) -> String?
  ) {
    self.package = package
    self.isImported = isImported
    self.catalogue = catalogue
    self.toolchain = toolchain
    self.environment = environment
  }
}
