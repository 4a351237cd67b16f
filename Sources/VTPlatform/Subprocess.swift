// Other programs: started, listened to, and ended when they take too long.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What became of a program.
package struct ProgramResult: Sendable {
  /// nil: a signal ended it.
  package var status: Int32?
  package var output: [UInt8]
  package var errors: [UInt8]
}

/// Runs a program and waits for its end; what it writes comes back. It reads nothing, and has no terminal's signals.
/// - Parameter seconds: after that time it is killed, and so is what it started: an error.
package func runProgram(_ program: Path, _ arguments: [String], seconds: Double) throws(SystemError) -> ProgramResult {
  var output = try Pipe()
  defer { output.close() }
  var errors = try Pipe()
  defer { errors.close() }
  let process = try start(program, arguments, output: output.writing, errors: errors.writing)
  output.closeWriting()
  errors.closeWriting()
  var result = ProgramResult(status: nil, output: [], errors: [])
  let isInTime = listen(to: [output.reading, errors.reading], until: monotonicSeconds() + seconds) { which, bytes in
    if which == 0 { result.output += bytes } else { result.errors += bytes }
    return result.output.count + result.errors.count < outputLimit
  }
  // Its own group: programs that it started go with it.
  if !isInTime { kill(-process, SIGKILL) }
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
  guard isInTime else {
    var error = SystemError(reason: "did not end within \(seconds) seconds, or wrote too much")
    error.isTimeout = true
    throw error
  }
  // What the macros WIFEXITED and WEXITSTATUS do.
  if status & 0x7F == 0 { result.status = status >> 8 & 0xFF }
  return result
}

private let outputLimit = 256 << 20

/// Reads until all have been closed.
/// - Returns: false when the time is up, or the receiver has had enough.
private func listen(to descriptors: [Int32], until end: Double, _ receive: (Int, ArraySlice<UInt8>) -> Bool) -> Bool {
  var open = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while open.contains(where: { $0.fd >= 0 }) {
    let left = end - monotonicSeconds()
    if left <= 0 { return false }
    let count = unsafe poll(&open, nfds_t(open.count), Int32(left * 1000) + 1)
    if count < 0, errno != EINTR { return false }
    for index in open.indices where count > 0 && open[index].fd >= 0 && open[index].revents != 0 {
      let size = unsafe read(open[index].fd, &buffer, buffer.count)
      if size > 0 {
        if !receive(index, buffer[..<size]) { return false }
      } else if size == 0 || errno != EINTR {
        // A negative descriptor is one that `poll` leaves alone.
        open[index].fd = -1
      }
    }
  }
  return true
}

private struct Pipe: ~Copyable {
  let reading: Int32
  private(set) var writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }

  mutating func closeWriting() {
    if writing >= 0 { platformClose(writing) }
    writing = -1
  }

  mutating func close() {
    closeWriting()
    platformClose(reading)
  }
}

private func platformClose(_ descriptor: Int32) { _ = close(descriptor) }

private func start(_ program: Path, _ arguments: [String], output: Int32, errors: Int32) throws(SystemError) -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  // What this process ignores would be ignored there too.
  var usual = sigset_t()
  unsafe sigemptyset(&usual)
  for signal in [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&usual, signal) }
  unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
  unsafe posix_spawnattr_setpgroup(&attributes, 0)
  unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
  let words = unsafe ([program.text] + arguments).map { unsafe strdup($0) }
  defer { for unsafe word in unsafe words { unsafe free(word) } }
  var process: pid_t = 0
  let result = unsafe withCPath(program) { unsafe posix_spawn(&process, $0, &actions, &attributes, words + [nil], environ) }
  guard result == 0 else { throw SystemError(result) }
  return process
}
