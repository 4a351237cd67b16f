// Structs in collections with what is waited for in them, which is thrown away with the struct.

private struct Upload {
  var waiting: CheckedContinuation<Int, any Error>?
  var number = 0
}

// MARK: good

private actor TellsThem {
  private var uploads: [String: Upload] = [:]

  func wait(_ key: String) async throws -> Int {
    try await withCheckedThrowingContinuation { c in uploads[key] = Upload(waiting: c) }
  }

  func cancel(_ key: String) {
    uploads[key]?.waiting?.resume(throwing: StoreError.closed)
    uploads.removeValue(forKey: key)  // ok: told before
  }

  func tellAll() {
    for upload in uploads.values { upload.waiting?.resume(throwing: StoreError.closed) }
    uploads.removeAll()  // ok: all of them
  }

  func done(_ key: String, _ number: Int) {
    guard var upload = uploads[key] else { return }
    let waiting = upload.waiting
    upload.waiting = nil
    uploads[key] = upload
    waiting?.resume(returning: number)  // ok: taken out of it
  }

  func doneInPlace(_ key: String, _ number: Int) {
    uploads[key]?.waiting?.resume(returning: number)  // ok: taken out right behind
    uploads[key]?.waiting = nil
  }
}

// MARK: bad

private actor ForgetsThem {
  private var uploads: [String: Upload] = [:]

  func wait(_ key: String) async throws -> Int {
    try await withCheckedThrowingContinuation { c in uploads[key] = Upload(waiting: c) }
  }

  func done(_ key: String, _ number: Int) {
    let upload = uploads.removeValue(forKey: key)
    upload?.waiting?.resume(returning: number)
  }

  func cancel(_ key: String) {
    uploads.removeValue(forKey: key)  // expect: missing-resume
  }

  func forgetAll() {
    uploads.removeAll()  // expect: missing-resume
  }
}
