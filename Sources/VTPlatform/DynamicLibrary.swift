// Libraries that are looked for at run time, so that the tool builds and runs without them.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A shared library, loaded for as long as the process lives: what it hands out may be anywhere by then.
package struct DynamicLibrary: @unchecked Sendable {
  // Unchecked: the loader takes care of its handles itself.
  private let handle: UnsafeMutableRawPointer

  /// Loads the library of a path; a name without a slash is looked for where the loader looks.
  package init(_ path: Path) throws(SystemError) {
    guard let handle = withCPath(path, { dlopen($0, RTLD_NOW | RTLD_LOCAL) }) else {
      throw SystemError(reason: dlerror().map { String(cString: $0) } ?? "could not be loaded")
    }
    self.handle = handle
  }

  /// A function of the library; nil if it has none of that name. That it has this type is the caller's promise.
  /// - Parameter type: a type of C functions, `@convention(c) (…) -> …`.
  package func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }
}

/// Gives back memory that a C function allocated.
package func release(_ memory: UnsafeMutableRawPointer) { free(memory) }
