// Files and folders, threads, clock, environment, terminal, signals: with the other files of this folder every call to the
// operating system that the project makes. All of it is POSIX, so the three C libraries differ in their import alone.
// Foundation is left out on purpose: loading it doubles the start-up time.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// MARK: - files

/// Why the system refused something, in its own words: "No such file or directory".
package struct SystemError: Error, Hashable, Sendable {
  package let reason: String
  /// Somebody was waited for in vain.
  package var isTimeout = false

  package init(reason: String) { self.reason = reason }

  init(_ number: Int32) { reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)" }

  static var last: SystemError { SystemError(errno) }
}

package struct FileStatus: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, folder, link
    /// A FIFO, socket or device: opening it may block, reading it may never end.
    case special
  }
  /// Tells one file from another, whatever names lead to it.
  package struct Identity: Hashable, Sendable {
    var device: UInt64
    var file: UInt64
  }
  package var kind: Kind
  package var size: Int
  package var identity: Identity
  /// When its content last changed, in nanoseconds since 1970.
  package var modified: Int64
  fileprivate var mode: mode_t
}

/// What stands at a path. A link is followed, unless `ofLink` asks for the link itself.
package func fileStatus(_ path: Path, ofLink: Bool = false) throws(SystemError) -> FileStatus {
  var info = stat()
  let result = unsafe withCPath(path) { unsafe ofLink ? lstat($0, &info) : stat($0, &info) }
  guard result == 0 else { throw .last }
  return FileStatus(info)
}

extension FileStatus {
  fileprivate init(_ info: stat) {
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    size = Int(info.st_size)
    identity = Identity(device: UInt64(truncatingIfNeeded: info.st_dev), file: UInt64(info.st_ino))
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    mode = info.st_mode & 0o7777
  }
}

/// The bytes of a regular file. Never blocks on a FIFO or device, and stops at the limit.
package func readFile(_ path: Path, limit: Int) throws(SystemError) -> [UInt8] {
  // The kind is asked first because opening a device can have effects, and again after opening because the
  // file may have been replaced in between.
  try requireFile(fileStatus(path))
  let descriptor = unsafe withCPath(path) { unsafe open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
  guard descriptor >= 0 else { throw .last }
  defer { close(descriptor) }
  var info = stat()
  guard unsafe fstat(descriptor, &info) == 0 else { throw .last }
  let status = FileStatus(info)
  try requireFile(status)
  if status.size > limit { throw tooLarge(limit: limit) }
  return try readToEnd(descriptor, expecting: status.size, limit: limit)
}

package func readStandardInput(limit: Int) throws(SystemError) -> [UInt8] {
  try readToEnd(STDIN_FILENO, expecting: 0, limit: limit)
}

private func requireFile(_ status: FileStatus) throws(SystemError) {
  switch status.kind {
  case .file, .link: return
  case .folder: throw SystemError(reason: "is a folder")
  case .special: throw SystemError(reason: "not a regular file")
  }
}

private func tooLarge(limit: Int) -> SystemError {
  SystemError(reason: "larger than \(limit / (1 << 20)) MiB")
}

private func readToEnd(_ descriptor: Int32, expecting size: Int, limit: Int) throws(SystemError) -> [UInt8] {
  var bytes: [UInt8] = []
  // One byte more than the size, so that a file of the expected size is read with one call and one that says "end".
  var chunk = max(size + 1, 4096)
  while true {
    var failure: SystemError?
    var count = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initializedCount in
      repeat { count = unsafe read(descriptor, buffer.baseAddress, chunk) } while count < 0 && errno == EINTR
      if count < 0 { failure = .last }
      initializedCount = max(count, 0)
    }
    if let failure { throw failure }
    if count == 0 { return bytes }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    if bytes.count > limit { throw tooLarge(limit: limit) }
    // A file of the expected size still needs one call that says "end".
    chunk = bytes.count == size ? 4096 : 1 << 16
  }
}

package struct FolderEntry: Sendable {
  package var name: [UInt8]
  /// nil when the file system does not say; `fileStatus` does then.
  package var kind: FileStatus.Kind?
}

/// What a folder holds, without `.` and `..`, in no order.
package func folderEntries(_ path: Path) throws(SystemError) -> [FolderEntry] {
  guard let folder = unsafe withCPath(path, { unsafe opendir($0) }) else { throw .last }
  defer { unsafe closedir(folder) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = unsafe readdir(folder) else {
      if errno != 0 { throw .last }
      return entries
    }
    let nameStart = unsafe UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
    let name = unsafe nameStart.assumingMemoryBound(to: CChar.self)
    let bytes = unsafe UnsafeRawBufferPointer(start: nameStart, count: strlen(name))
    if unsafe bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
    let kind: FileStatus.Kind? =
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .folder
      case Int32(DT_LNK): .link
      case Int32(DT_UNKNOWN): nil
      default: .special
      }
    unsafe entries.append(FolderEntry(name: Array(bytes), kind: kind))
  }
}

package func currentFolder() throws(SystemError) -> Path {
  guard let text = unsafe getcwd(nil, 0) else { throw .last }
  defer { unsafe free(text) }
  return unsafe Path(bytes: bytes(ofCString: text))
}

/// Makes a folder; one that is there already is left alone.
package func createFolder(_ path: Path) throws(SystemError) {
  guard unsafe withCPath(path, { unsafe mkdir($0, 0o777) }) == 0 || errno == EEXIST else { throw .last }
}

/// Removes a file or link, if there is one.
package func removeFile(_ path: Path) { _ = unsafe withCPath(path) { unsafe unlink($0) } }

/// Writes a whole file or nothing: the bytes go into a new file beside it, which then takes its name. A file keeps its
/// mode; what is no regular file (`/dev/stdout`) is written as it is.
package func writeFile(_ path: Path, _ bytes: [UInt8]) throws(SystemError) {
  let old = try? fileStatus(path)
  if old?.kind == .folder { throw SystemError(reason: "is a folder") }
  let target = try placeToWrite(path)
  if old?.kind == .special {
    let descriptor = unsafe withCPath(target) { unsafe open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try write(bytes, to: descriptor)
  }
  // A signal in between would leave the temporary file behind.
  var blocked = sigset_t()
  var before = sigset_t()
  unsafe sigemptyset(&blocked)
  for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&blocked, signal) }
  unsafe pthread_sigmask(SIG_BLOCK, &blocked, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  let (temporary, descriptor) = try newFile(in: target.parent ?? Path("/"))
  defer { close(descriptor) }
  do throws(SystemError) {
    if let old { fchmod(descriptor, old.mode) }
    try write(bytes, to: descriptor)
    // Some file systems say only now that there is no room.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
    let renamed = unsafe withCPath(temporary) { from in unsafe withCPath(target) { unsafe rename(from, $0) } }
    guard renamed == 0 else { throw .last }
  } catch {
    removeFile(temporary)
    throw error
  }
}

/// Where the bytes for a path go: links are followed, so that they keep pointing where they pointed.
///
/// Not out of the current folder, though, and not to what git keeps: whoever can commit a link named like a report could
/// have any file of the user's overwritten. A path that is outside by its own words was meant so.
private func placeToWrite(_ path: Path) throws(SystemError) -> Path {
  let folder = try currentFolder()
  let named = path.absolute(from: folder)
  let target: Path
  if let existing = resolvedPath(path) {
    target = existing
  } else {
    // A link that leads nowhere is replaced, not followed.
    let parent = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { Path(bytes: Array(path.bytes[...$0])) } ?? Path(".")
    guard let existing = resolvedPath(parent) else { throw .last }
    target = existing.appending(named.name)
  }
  guard named.relative(to: folder) != nil else { return target }
  guard let inside = target.relative(to: folder) else {
    throw SystemError(reason: "a link leads out of the current folder; name the place itself")
  }
  guard !Path(bytes: Array(inside)).parts.contains(where: { $0.elementsEqual(".git".utf8) }) else {
    throw SystemError(reason: "lies in the folder of git")
  }
  return target
}

/// A new, empty file of a name that nothing has yet; one that a killed run left there is no obstacle.
private func newFile(in folder: Path) throws(SystemError) -> (path: Path, descriptor: Int32) {
  var failure = SystemError(EEXIST)
  for attempt in 0..<100 {
    let path = folder.appending(".vtlint-\(getpid())-\(attempt).tmp".utf8)
    let descriptor = unsafe withCPath(path) { unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    if descriptor >= 0 { return (path, descriptor) }
    failure = .last
    if failure != SystemError(EEXIST) { break }
  }
  throw failure
}

/// The path with every link in it resolved; nil when it does not exist.
package func resolvedPath(_ path: Path) -> Path? {
  guard let text = unsafe withCPath(path, { unsafe realpath($0, nil) }) else { return nil }
  defer { unsafe free(text) }
  return unsafe Path(bytes: bytes(ofCString: text))
}

// MARK: - standard streams

package enum StandardStream: Sendable {
  case output, error
  fileprivate var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
}

/// - Returns: false when the reader has gone, which is no error: `vtlint | head` ends quietly.
package func write(_ bytes: [UInt8], to stream: StandardStream) throws(SystemError) -> Bool {
  do {
    try write(bytes, to: stream.descriptor)
    return true
  } catch where error == SystemError(EPIPE) {
    return false
  }
}

private func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var offset = 0
  while offset < bytes.count {
    let count = unsafe bytes.withUnsafeBytes {
      #if canImport(Darwin)
        unsafe Darwin.write(descriptor, $0.baseAddress! + offset, $0.count - offset)
      #elseif canImport(Musl)
        unsafe Musl.write(descriptor, $0.baseAddress! + offset, $0.count - offset)
      #else
        unsafe Glibc.write(descriptor, $0.baseAddress! + offset, $0.count - offset)
      #endif
    }
    if count >= 0 {
      offset += count
    } else if errno == EAGAIN {
      // Somebody made the terminal or pipe non-blocking: wait until it takes more.
      var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      unsafe poll(&state, 1, -1)
    } else if errno != EINTR {
      throw .last
    }
  }
}

package func isTerminal(_ stream: StandardStream) -> Bool { isatty(stream.descriptor) == 1 }

package func environmentValue(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

// MARK: - process

/// Makes a process behave as a filter should, whatever it was started with. Called once, before anything is opened.
package func prepareProcess() {
  giveBackLargeArrays()
  // A descriptor below 3 that is closed would be given to the next file opened, and the report written into it.
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
    _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
  }
  // Both are errors that can be told, not reasons to die in the middle of a file.
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  // Blocked signals are inherited, and a parent that starts us from a worker thread often has all of them blocked.
  var ending = sigset_t()
  unsafe sigemptyset(&ending)
  for signal in [SIGINT, SIGTERM] { unsafe sigaddset(&ending, signal) }
  unsafe pthread_sigmask(SIG_UNBLOCK, &ending, nil)
  // Only what is safe in a signal handler; `writeFile` holds these signals back while its temporary file exists.
  signal(SIGINT) { _ in _exit(130) }
  signal(SIGTERM) { _ in _exit(143) }
}

/// Lets large arrays go back to the system as soon as they are freed. By default the C library of Linux keeps what is smaller
/// than the largest that was ever freed, up to 32 MB each: of a large file's memory, a quarter was such.
private func giveBackLargeArrays() {
  #if canImport(Glibc)
    typealias Option = @convention(c) (_ name: Int32, _ value: Int32) -> Int32
    // The module Glibc leaves <malloc.h> out.
    let threshold: Int32 = -3  // M_MMAP_THRESHOLD
    guard let symbol = unsafe dlsym(nil, "mallopt") else { return }
    _ = unsafe unsafeBitCast(symbol, to: Option.self)(threshold, 1 << 20)
  #endif
}

package func exitProcess(_ status: Int32) -> Never { exit(status) }

/// The program that this process runs; nil where the system does not tell.
package func ownProgram() -> Path? {
  #if canImport(Darwin)
    var size: UInt32 = 0
    unsafe _NSGetExecutablePath(nil, &size)
    var text = [CChar](repeating: 0, count: Int(size) + 1)
    return unsafe _NSGetExecutablePath(&text, &size) == 0 ? resolvedPath(Path(bytes: bytes(ofCString: text))) : nil
  #else
    return resolvedPath(Path("/proc/self/exe"))
  #endif
}

/// Lets the system end this process when it takes more, for work whose end nobody can tell.
/// - Parameters:
///   - memory: bytes of address space.
///   - seconds: of processor time.
package func limitProcess(memory: Int, seconds: Int) {
  #if canImport(Glibc)
    let (space, time) = (__rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_CPU.rawValue))
  #else
    let (space, time) = (RLIMIT_AS, RLIMIT_CPU)
  #endif
  // The shadow that a sanitizer puts beside the memory is larger than any limit.
  let limits = addressSpace() > memory ? [(time, seconds)] : [(space, memory), (time, seconds)]
  for (resource, limit) in limits {
    var bound = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    unsafe setrlimit(resource, &bound)
  }
}

/// What this process has of it, in bytes; 0 where the system does not tell.
private func addressSpace() -> Int {
  guard let text = try? readFile(Path("/proc/self/statm"), limit: 1 << 10) else { return 0 }
  let pages = Int(String(decoding: text.prefix { $0 != 0x20 }, as: UTF8.self)) ?? 0
  return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}

package func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// A clock that only runs forward, in seconds.
package func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How long the processors have worked for this process, in seconds: what others do on the machine does not count.
package func processorSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory, in bytes, that the process has had resident at once.
package func peakMemory() -> Int {
  var usage = rusage()
  // The system's "this process": each C library gives the constant a type of its own, the value is the same in all.
  unsafe getrusage(0, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss
  #else
    return usage.ru_maxrss << 10
  #endif
}

// MARK: - threads

/// Runs the body on so many threads at once and waits for all of them.
///
/// Own threads, because parsing recurses: the pools of the system give 512 kB of stack, these 512 MB of address space,
/// of which only the touched pages cost memory. Where the system refuses that, less is tried.
package func runOnThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
  let threads = (0..<max(1, count)).compactMap { _ in startThread(ThreadBody(body)) }
  // Not even one thread: do the work here rather than not at all.
  if threads.isEmpty { body() }
  for thread in threads { pthread_join(thread, nil) }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func startThread(_ body: ThreadBody) -> pthread_t? {
  for stackSize in [512 << 20, 64 << 20, 8 << 20] {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    let box = unsafe Unmanaged.passRetained(body)
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = unsafe pthread_create(&thread, &attributes, { unsafe enter($0) }, box.toOpaque())
    #else
      var thread = pthread_t()
      let result = unsafe pthread_create(&thread, &attributes, { unsafe enter($0!) }, box.toOpaque())
    #endif
    if result == 0 { return thread }
    unsafe box.release()
  }
  return nil
}

private func enter(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  unsafe Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().run()
  return nil
}

/// A value that one thread at a time may look at. (The standard library's own `Mutex` needs macOS 15.)
@safe
package final class Locked<Value>: @unchecked Sendable {
  // Safe: the mutex is there as long as this object, and nobody else sees it.
  // Unchecked: the value is only ever touched between lock and unlock.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  package init(_ value: Value) {
    unsafe lock = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(lock, nil)
    self.value = value
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body(&value)
  }
}

// MARK: - C strings

func withCPath<Result>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  // An empty path means nothing to the system; a NUL inside would cut it short and name another file.
  let bytes = path.bytes.contains(0) ? [] : path.bytes
  return unsafe (bytes + [0]).withUnsafeBytes { unsafe body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
}

private func bytes(ofCString text: UnsafePointer<CChar>) -> [UInt8] {
  unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}
