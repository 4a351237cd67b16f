// What an argument of an `@autoclosure` parameter completes, it completes where the function runs it.

final class Gate {
  var kept: [() -> Void] = []

  func ask(done: @autoclosure @escaping () -> Void, cancelled: (() -> Void)?) {
    if Bool.random() { done() } else { cancelled?() }
  }

  func say(done: @autoclosure () -> Void, cancelled: () -> Void) {
    if Bool.random() { done() } else { cancelled() }
  }

  func keep(_ done: @autoclosure @escaping () -> Void) { kept.append(done) }
  func run(_ done: @autoclosure () -> Void) { done() }
  func forgo(_ done: @autoclosure () -> Void) {}
  func perhaps(_ done: @autoclosure () -> Void) { if Bool.random() { done() } }

  func tried<Value>(_ make: @autoclosure () throws -> Value) throws -> Value {
    do {
      return try make()
    } catch {
      print(error)
      throw error
    }
  }

  // MARK: good

  func oneOfTwoKept() async {
    await withCheckedContinuation { c in
      ask(done: c.resume(), cancelled: { c.resume() })  // ok: one of the two
    }
  }

  func calledClosure() async {
    await withCheckedContinuation { c in
      self.ask(done: { c.resume() }(), cancelled: { c.resume() })  // ok: one of the two
    }
  }

  func oneOfTwo() async {
    await withCheckedContinuation { c in
      say(done: c.resume(), cancelled: { c.resume() })  // ok: one of the two
    }
  }

  func keptOnly() async {
    await withCheckedContinuation { c in
      keep(c.resume())  // ok: later
    }
  }

  func runAtOnce() async {
    await withCheckedContinuation { c in
      run(c.resume())  // ok: once
    }
  }

  func droppedThenCompleted() async {
    await withCheckedContinuation { c in
      forgo(c.resume())
      c.resume()  // ok: the other one never runs
    }
  }

  func evaluatedPerhaps() async {
    await withCheckedContinuation { c in
      perhaps(c.resume())  // ok: whoever calls it knows when it is evaluated
    }
  }

  func evaluatedInADo(_ start: @escaping (@escaping () -> Void) throws -> Int) async throws {
    try await withCheckedThrowingContinuation { (c: CheckedContinuation<Void, any Error>) in
      do {
        print(try tried(start { c.resume() }))  // ok: as without the helper
      } catch {
        c.resume(throwing: error)
      }
    }
  }

  // MARK: bad

  func runThenCompleted() async {
    await withCheckedContinuation { c in
      run(c.resume())
      c.resume()  // expect: double-resume
    }
  }

  func onlyDropped() async {
    await withCheckedContinuation { c in  // expect: missing-resume
      forgo(c.resume())
    }
  }
}
