// Flags that a callback asks for, and sets in what it starts for later.

final class Link: @unchecked Sendable {
  var stateUpdateHandler: ((Int) -> Void)?
}

private final class DoneFlag: @unchecked Sendable { var isDone = false }

// MARK: good

func setAtOnce(_ link: Link) async -> Int {
  let box = DoneFlag()
  return await withCheckedContinuation { c in
    link.stateUpdateHandler = { state in
      guard !box.isDone, state > 1 else { return }
      box.isDone = true
      Task { @MainActor in c.resume(returning: state) }  // ok: the next call is told
    }
  }
}

func askedAndSetInTheTask(_ link: Link) async -> Int {
  let box = DoneFlag()
  return await withCheckedContinuation { c in
    link.stateUpdateHandler = { state in
      Task { @MainActor in
        guard !box.isDone, state > 1 else { return }
        box.isDone = true
        c.resume(returning: state)  // ok: one after the other
      }
    }
  }
}

// MARK: bad

func setInATask(_ link: Link) async -> Int {
  let box = DoneFlag()
  return await withCheckedContinuation { c in
    link.stateUpdateHandler = { state in
      guard !box.isDone else { return }
      Task { @MainActor in
        switch state {
        case 1:
          box.isDone = true
          c.resume(returning: 1)
        case 2:
          box.isDone = true
          c.resume(returning: 2)  // expect: double-resume
        default: break
        }
      }
    }
  }
}

func setOnAQueue(_ link: Link) async -> Int {
  let box = DoneFlag()
  return await withCheckedContinuation { c in
    link.stateUpdateHandler = { state in
      if box.isDone { return }
      notifier.async {
        box.isDone = true
        c.resume(returning: state)  // expect: double-resume
      }
    }
  }
}
