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

private struct Connection { func name(as style: Style) -> String { "\(style)" } }

private enum Style { case short, long }

func throwsInTheNextLine(_ isShort: Bool, completion: @escaping (String?) -> Void) {
  var style: Style!
  if isShort { style = .short }
  do {
    try open("a")
    completion(Connection().name(as: style))  // ok: once, if at all
  } catch {
    completion(nil)
  }
}

// MARK: bad

func leavesItUnset(_ isShort: Bool, completion: @escaping (String?) -> Void) {
  var style: Style!
  if isShort { style = .short } else { completion(nil) }
  do {
    try open("a")
    completion(Connection().name(as: style))  // ok: the program ends before
  } catch {
    completion(nil)  // expect: double-resume
  }
}

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
