// Optionals that are taken for granted with `!`: where there is nothing in one the program ends.

private struct Failed: Error {}

private func open(_ name: String) throws { if name.isEmpty { throw Failed() } }

// MARK: good

func endsBeforeItThrows(_ name: String?, completion: @escaping ((any Error)?) -> Void) {
  if name == nil { completion(nil) }
  do {
    try open(name!)
  } catch {
    completion(error)  // ok: what throws has a name
    return
  }
  if name != nil { completion(nil) }
}

// MARK: bad

func forgetsToReturn(_ name: String?, completion: @escaping (Int) -> Void) {
  if name == nil { completion(0) }
  completion(name!.count)  // expect: double-resume
}

func throwsForAnotherName(_ name: String?, _ other: String?, completion: @escaping ((any Error)?) -> Void) {
  if name == nil { completion(nil) }
  do {
    try open(other!)
  } catch {
    completion(error)  // expect: double-resume
    return
  }
  if name != nil { completion(nil) }
}
