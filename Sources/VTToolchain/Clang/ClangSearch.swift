import VTPlatform

/// Where a libclang may be, in the order in which they are tried.
///
/// 1. `VTLINT_LIBCLANG`, and then nothing else
/// 2. the toolchain's own
/// 3. those of the system's packages, as Debian and its kin lay them out, the newest first
/// 4. what the loader finds by name
func clangLibraries(toolchain: Toolchain?, environment: (String) -> String?) -> [String] {
  if let named = environment("VTLINT_LIBCLANG"), !named.isEmpty { return [named] }
  var found: [String] = []
  if let libraries = toolchain?.libraries {
    found += ["libclang.so", "libclang.dylib"].map { libraries.appending($0.utf8) }.filter(isFile).map(\.text)
  }
  let system = Path("/usr/lib")
  let versions = ((try? folderEntries(system)) ?? []).compactMap { entry -> Int? in
    let name = String(decoding: entry.name, as: UTF8.self)
    return name.hasPrefix("llvm-") ? Int(name.dropFirst("llvm-".count)) : nil
  }
  for version in versions.sorted(by: >) {
    let library = system.appending("llvm-\(version)".utf8).appending("lib".utf8).appending("libclang.so.1".utf8)
    if isFile(library) { found.append(library.text) }
  }
  return found + ["libclang.so.1", "libclang.so", "libclang.dylib"]
}

/// The headers that belong to a library itself (`stddef.h` and its kin). Without them `size_t` is unknown and silently becomes
/// `int`, so a library without them is not used. Libraries do not find them by themselves.
/// - Parameters:
///   - library: the path or name it was loaded by.
///   - version: its first number; other versions' headers do not fit.
func clangResources(of library: String, version: Int) -> Path? {
  var folders: [Path] = []
  let path = Path(library)
  for place in [path.isAbsolute ? path : nil, resolvedPath(path)] {
    if let folder = place?.parent { folders.append(folder.appending("clang".utf8)) }
  }
  folders += ["/usr/lib/llvm-\(version)/lib/clang", "/usr/lib/clang", "/usr/lib64/clang"].map { Path($0) }
  for folder in folders {
    let names = ((try? folderEntries(folder)) ?? []).map(\.name).sorted { $0.lexicographicallyPrecedes($1) }
    // `21`, `14.0.6`
    for name in names.reversed() where Int(String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)) == version {
      let resources = folder.appending(name)
      if isFile(resources.appending("include".utf8).appending("stddef.h".utf8)) { return resources }
    }
  }
  return nil
}

private func isFile(_ path: Path) -> Bool { (try? fileStatus(path))?.kind == .file }
