// What is known of the receiver, and from where.
import Dispatch

// MARK: - nothing that blocks

func otherTypes(_ cell: Cell, _ task: Task<User, any Error>) async throws {
  cell.wait()  // ok: an unknown type
  makeCell().wait()  // ok: an unknown type
  use(try await task.value)
}

final class Gate: Sendable {
  func wait() {}
}

let gate = Gate()

func ownTypes() async {
  gate.wait()  // ok: a type of one's own
}

func shadowed(_ semaphore: DispatchSemaphore) async {
  let semaphore = gate
  semaphore.wait()  // ok: another value of this name
}

func onlyAsks(_ semaphore: DispatchSemaphore, _ group: DispatchGroup) async -> Bool {
  if semaphore.wait(timeout: .now()) == .timedOut { return false }  // ok: asks without waiting
  return group.wait(timeout: DispatchTime.now()) == .success  // ok: asks without waiting
}

func otherOperations(_ semaphore: DispatchSemaphore, _ group: DispatchGroup) async {
  semaphore.signal()  // ok: wakes somebody
  group.enter()  // ok: counts
}

// MARK: - known to block

struct Parts {
  let semaphore = DispatchSemaphore(value: 0)
  var groups: [DispatchGroup] = []
  var byName: [String: DispatchGroup] = [:]
  lazy var later = DispatchGroup()
  var future: EventLoopFuture<User>?
  static let shared = DispatchSemaphore(value: 1)
  func makeGroup() -> DispatchGroup { DispatchGroup() }
  func find() -> EventLoopFuture<User>? { future }
}

func members(_ parts: Parts) async throws {
  parts.semaphore.wait()  // expect: blocking-wait
  parts.groups[0].wait()  // expect: blocking-wait
  parts.groups.first?.wait()  // expect: blocking-wait
  parts.byName["a"]?.wait()  // expect: blocking-wait
  parts.makeGroup().wait()  // expect: blocking-wait
  Parts.shared.wait()  // expect: blocking-wait
  use(try parts.find()?.wait() as Any)  // expect: blocking-wait
}

func locals(_ parts: Parts?) async {
  let semaphore = DispatchSemaphore(value: 0)
  semaphore.wait()  // expect: blocking-wait
  let same = semaphore
  same.wait()  // expect: blocking-wait
  let written: DispatchGroup = DispatchGroup.init()
  written.wait()  // expect: blocking-wait
  guard let parts else { return }
  parts.semaphore.wait()  // expect: blocking-wait
  if let first = parts.byName["a"] { first.wait() }  // expect: blocking-wait
  (parts.semaphore).wait()  // expect: blocking-wait
  Dispatch.DispatchGroup().wait()  // expect: blocking-wait
}

func withTimeout(_ semaphore: DispatchSemaphore) async -> Bool {
  semaphore.wait(timeout: .now() + 5) == .success  // expect: blocking-wait
}

func whileItLasts(_ semaphore: DispatchSemaphore) async {
  while semaphore.wait(timeout: .distantFuture) == .timedOut {}  // expect: blocking-wait
}

final class Worker {
  private var semaphore = DispatchSemaphore(value: 0)

  func run() async {
    semaphore.wait()  // expect: blocking-wait
    self.semaphore.wait()  // expect: blocking-wait
  }

  func start() {
    Task { [weak self] in
      self?.semaphore.wait()  // expect: blocking-wait
    }
    Task { [weak self] in
      guard let self else { return }
      self.semaphore.wait()  // expect: blocking-wait
      semaphore.wait()  // expect: blocking-wait
    }
    Task { [semaphore] in
      semaphore.wait()  // expect: blocking-wait
    }
  }
}

func lastStep(_ future: EventLoopFuture<User>) async throws -> Int {
  try future.map { $0.id }.wait()  // expect: blocking-wait
}
