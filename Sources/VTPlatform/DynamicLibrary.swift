// Libraries that are looked for at run time, so that the tool builds and runs without them.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A shared library, loaded for as long as the process lives: what it hands out may be anywhere by then.
@safe
package struct DynamicLibrary: @unchecked Sendable {
  // Unchecked: the loader takes care of its handles itself.
  private let handle: UnsafeMutableRawPointer

  /// Loads the library of a path; a name without a slash is looked for where the loader looks.
  package init(_ path: Path) throws(SystemError) {
    guard let handle = unsafe withCPath(path, { unsafe dlopen($0, RTLD_NOW | RTLD_LOCAL) }) else {
      throw unsafe SystemError(reason: dlerror().map { unsafe String(cString: $0) } ?? "could not be loaded")
    }
    unsafe self.handle = handle
  }

  /// A function of the library; nil if it has none of that name. That it has this type is the caller's promise.
  /// - Parameter type: a type of C functions, `@convention(c) (…) -> …`.
  @unsafe package func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    unsafe dlsym(handle, name).map { unsafe unsafeBitCast($0, to: type) }
  }
}

/// Gives back memory that a C function allocated.
package func release(_ memory: UnsafeMutableRawPointer) { unsafe free(memory) }
