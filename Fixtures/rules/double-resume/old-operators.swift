// A counter that goes down by an operator of old Swift.

postfix operator --
postfix func -- (value: inout Int) { value -= 1 }

private func ask(_ path: String, completion: @escaping (String) -> Void) { completion(path) }

// MARK: good

private func askAll(completion: @escaping () -> Void) {
  var left = 2
  for path in ["first", "second"] {
    ask(path) { _ in
      left--
      if left == 0 { completion() }  // ok: the last one
    }
  }
}

private func askAllByAFunction(completion: @escaping () -> Void) {
  var left = 2
  func answered(_ answer: String) {
    left--
    if left == 0 { completion() }  // ok: the last one
  }
  ask("first", completion: answered)
  ask("second", completion: answered)
}

// MARK: bad

private func askEach(completion: @escaping () -> Void) {
  for path in ["first", "second"] {
    ask(path) { _ in
      completion()  // expect: double-resume
    }
  }
}
