// Handlers that are assigned, and run once when the thing has ended.

// MARK: good

func endsWithItsProcess(_ process: Work) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    process.terminationHandler = { c.resume(returning: $0) }  // ok: it ends
    do { try process.run() } catch { c.resume(throwing: error) }  // ok: then it does not run, and does not end
  }
}

func asksTheWorkItself(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    work.completionBlock = { [weak work] in
      guard let work else { return }  // ok: it is there while its block runs
      c.resume(returning: work.status)
    }
    work.start()
  }
}

func updatesMayComeAgain(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    work.changeHandler = { status in
      guard status > 0 else { return }  // ok: nobody knows how often it runs
      c.resume(returning: status)
    }
  }
}

// MARK: bad

func forgetsAStatus(_ process: Work) async throws -> Int {
  try await withCheckedThrowingContinuation { c in
    process.terminationHandler = { status in
      guard status == 0 else { return }  // expect-step: when 'status == 0' is false
      c.resume(returning: status)
    }
    do { try process.run() } catch { c.resume(throwing: error) }  // expect: missing-resume
  }
}

func forgetsAnError(_ work: Work) async -> Int {
  await withCheckedContinuation { c in
    work.completionBlock = {
      do { c.resume(returning: try work.result()) } catch {  // expect: missing-resume
        print(error)
      }
    }
    work.start()
  }
}

func mayHaveNoWork(_ work: Work?) async -> Int {
  await withCheckedContinuation { c in
    work?.completionBlock = { c.resume(returning: 1) }  // expect: missing-resume
  }
}
