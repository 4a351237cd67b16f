// What is there on some systems and in some builds only, and closures that a local function hands on.

// MARK: good

func onNewSystems() async -> Int {
  await withCheckedContinuation { c in
    if #available(macOS 13, *) { c.resume(returning: 1) }  // ok: who says nothing of older systems does not run there
  }
}

func onEachSystem(_ completionHandler: @escaping (Int) -> Void) {
  #if os(iOS)
    completionHandler(1)
  #endif
  #if os(macOS)
    completionHandler(2)  // ok: the two there are
  #endif
}

func handsOn() async -> Bool {
  func show(_ handler: @escaping (Bool) -> Void) {
    if isClosed { return handler(false) }
    keep { handler(true) }
  }
  return await withCheckedContinuation { c in
    show { c.resume(returning: $0) }  // ok: kept, and kept for later
  }
}

func onTwoSystems() async -> Int {
  await withCheckedContinuation { c in
    #if os(iOS)
      c.resume(returning: 1)
    #elseif os(macOS)
      c.resume(returning: 2)  // ok: the two there are
    #endif
  }
}

func beforeTheRest(_ x: Int) async -> Int {
  await withCheckedContinuation { c in
    #if DEBUG
      if x > 0 { return c.resume(returning: x) }
    #endif
    c.resume(returning: 0)  // ok: in all builds
  }
}

func withNewCompilers() async -> Int {
  await withCheckedContinuation { c in
    #if compiler(>=5.9)
      c.resume(returning: 1)  // ok: nobody builds it with an older one
    #endif
  }
}

// MARK: bad

func inDebugBuildsOnly() async -> Int {
  await withCheckedContinuation { c in
    #if DEBUG  // expect: missing-resume
      c.resume(returning: 1)
    #endif
  }
}

func onOneSystemOnly() async -> Int {
  await withCheckedContinuation { c in
    keep {
      #if os(macOS)  // expect: missing-resume
        c.resume(returning: 1)
      #endif
    }
  }
}

func onNewSystemsWithAnElse() async -> Int {
  await withCheckedContinuation { c in
    if #available(macOS 13, *) {  // expect: missing-resume
      c.resume(returning: 1)
    } else {
      print("too old")
    }
  }
}

func afterOthers(_ x: Int) async -> Int {
  await withCheckedContinuation { c in
    #if DEBUG
      print(x)
    #endif
    if x > 0 { c.resume(returning: x) }  // expect: missing-resume
  }
}

func handsOnSometimes() async -> Bool {
  func show(_ handler: @escaping (Bool) -> Void) {
    if isClosed { return }  // expect: missing-resume
    keep { handler(true) }
  }
  return await withCheckedContinuation { c in
    show { c.resume(returning: $0) }
  }
}

private let isClosed = false
private func keep(_ body: @escaping () -> Void) { bodies.append(body) }
nonisolated(unsafe) private var bodies: [() -> Void] = []
