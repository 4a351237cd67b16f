// Closures that somebody keeps and runs for each message: a run that is not the one waited for leaves the duty to the next.

final class Line: @unchecked Sendable {
  private var listener: ((Int) -> Void)?
  private var answer: ((Int) -> Void)?

  func setListenerBehindProcessing(_ listener: ((Int) -> Void)?) { self.listener = listener }
  func setMessageHandler(_ listener: ((Int) -> Void)?) { self.listener = listener }
  func setCancelHandler(_ listener: ((Int) -> Void)?) { self.answer = listener }
  func setAnswer(_ answer: ((Int) -> Void)?) { self.answer = answer }

  func receive(_ message: Int) {
    listener?(message)
    answer?(message)
  }
}

// MARK: good

func untilTheSecond(_ line: Line) async -> Int {
  await withCheckedContinuation { c in
    line.setListenerBehindProcessing { message in
      if message == 2 {  // ok: others come
        line.setAnswer(nil)
        c.resume(returning: message)
      }
    }
  }
}

func untilItTakesItselfOff(_ line: Line) async -> Int {
  await withCheckedContinuation { c in
    line.setAnswer { message in
      if message == 2 {  // ok: until then it is told of each
        line.setAnswer(nil)
        c.resume(returning: message)
      }
    }
  }
}

func untilTheSecondMessage(_ line: Line) async -> Int {
  await withCheckedContinuation { c in
    line.setMessageHandler { message in
      guard message == 2 else { return }  // ok: what handles messages handles others, too
      c.resume(returning: message)
    }
  }
}

// MARK: bad

func whenItIsCancelled(_ line: Line) async -> Int {
  await withCheckedContinuation { c in
    line.setCancelHandler { message in
      guard message == 2 else { return }  // expect: missing-resume
      c.resume(returning: message)
    }
  }
}

func theFirstAnswer(_ line: Line) async -> Int {
  await withCheckedContinuation { c in
    line.setAnswer { message in
      if message == 2 {  // expect: missing-resume
        c.resume(returning: message)
      }
    }
  }
}
