// A closure that completes is put into a property whose name says that it is told once how something ended.

private final class Page: @unchecked Sendable {
  var completion: ((Int?, (any Error)?) -> Void)?
  var onChange: ((Int) -> Void)?
  func open() {}
}

private final class Opening: @unchecked Sendable {
  private var pageCompletion: ((Int?, (any Error)?) -> Void)?
  private var isOpen = true

  // MARK: good

  func everyWay(_ page: Page) async throws -> Int {
    try await withCheckedThrowingContinuation { c in
      page.completion = { number, error in
        if let number { c.resume(returning: number) } else { c.resume(throwing: error ?? StoreError.missing) }  // ok: either way
      }
      page.open()
    }
  }

  func onlyOnce(_ page: Page, completionHandler: @escaping (Int) -> Void) {
    pageCompletion = { number, _ in
      guard self.isOpen else { return }  // ok: it has come before
      self.isOpen = false
      completionHandler(number ?? 0)
    }
    page.open()
  }

  func listener(_ page: Page, completionHandler: @escaping (Int) -> Void) {
    page.onChange = { number in
      if number > 1 { completionHandler(number) }  // ok: a listener is told again
    }
  }

  // MARK: bad

  func onlyErrors() async throws {
    try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
      pageCompletion = { _, error in
        if let error { c.resume(throwing: error) }  // expect: missing-resume
      }
      run()
    }
  }

  func onlyNumbers(_ page: Page, completionHandler: @escaping (Int) -> Void) {
    page.completion = { number, error in
      if let number {  // expect: missing-resume
        completionHandler(number)
      } else {
        print(error as Any)
      }
    }
    page.open()
  }

  private func run() {
    let completion = pageCompletion
    pageCompletion = nil
    completion?(1, nil)
  }
}
