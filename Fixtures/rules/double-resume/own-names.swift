// Methods that are called like what runs one closure, and take two: which of them run tells their body.
import Dispatch

final class Rows: @unchecked Sendable {
  func save() throws {}

  func sync(finish: @escaping () -> Void, failure: @escaping (any Error) -> Void) {
    do {
      try save()
      finish()
    } catch {
      failure(error)
    }
  }

  func async(finish: @escaping @Sendable () -> Void, failure: @escaping @Sendable (any Error) -> Void) {
    do {
      try save()
      finish()
    } catch {
      failure(error)
    }
  }

  func withLock(_ finish: @escaping () -> Void, failure: @escaping (any Error) -> Void) {
    do {
      try save()
      finish()
    } catch {
      failure(error)
    }
  }
}

// MARK: good

func synced(_ rows: Rows, success: @escaping () -> Void, failure: @escaping (any Error) -> Void) {
  rows.sync { success() } failure: { failure($0) }  // ok: one of the two
}

func syncedLater(_ rows: Rows, success: @escaping @Sendable () -> Void, failure: @escaping @Sendable (any Error) -> Void) {
  rows.async(finish: { success() }, failure: { failure($0) })  // ok: the same
}

func locked(_ rows: Rows, success: @escaping () -> Void, failure: @escaping (any Error) -> Void) {
  rows.withLock { success() } failure: { failure($0) }  // ok: the same
}

// MARK: bad

func syncedTwice(_ queue: DispatchQueue, completion: @escaping @Sendable (Int) -> Void) {
  queue.sync { completion(1) }
  completion(2)  // expect: double-resume
}
