// Loops that take their own elements out of a collection, and complete when nothing is left in it.

// MARK: good

func whenNobodyIsLeft(_ known: [Int], completion: @escaping ([Int]) -> Void) {
  guard !known.isEmpty else { return completion([]) }
  var found: [Int] = []
  var waiting = known
  func finished(_ id: Int) {
    waiting.removeAll { $0 == id }
    if waiting.isEmpty { completion(found) }  // ok: after the last of them
  }
  for id in known {
    if id > 3 {
      found.append(id)
      finished(id)
    } else {
      finished(id)
    }
  }
}

func whenTheSetIsEmpty(_ known: [Int], completion: @escaping ([Int]) -> Void) {
  guard !known.isEmpty else { return completion([]) }
  var waiting = Set(known)
  for id in known {
    waiting.remove(id)
    if waiting.count == 0 { completion(known) }  // ok
  }
}

// MARK: bad

func wheneverNobodyIsLeft(_ known: [Int], completion: @escaping ([Int]) -> Void) {
  guard !known.isEmpty else { return completion([]) }
  var waiting: [Int] = []
  for id in known {  // expect: missing-resume
    waiting.append(id)
    if id > 3 { waiting.removeAll() }
    if waiting.isEmpty { completion(known) }  // expect: double-resume
  }
}

func whoeverIsLeft(_ known: [Int], completion: @escaping ([Int]) -> Void) {
  guard !known.isEmpty else { return completion([]) }
  var waiting = known
  for id in known {
    waiting.removeAll { $0 == id }
    completion(waiting)  // expect: double-resume
  }
}
