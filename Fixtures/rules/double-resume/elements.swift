// Handlers that are told of each of several things, and of which one run only does it.

// MARK: good

func tellsOfEach(_ files: [Int], completion: @escaping (Int) -> Void) {
  guard !files.isEmpty else { return completion(0) }
  for file in files { completion(file) }  // expect: double-resume
}

func tellsAnybodyOfEach(_ files: [Int], completion: ((Int) -> Void)? = nil) {
  guard !files.isEmpty else { return }  // expect: missing-resume
  for file in files { completion?(file) }  // expect: double-resume
}

private final class Progress {
  var completedUnitCount = 0
  var isFinished: Bool { completedUnitCount > 3 }
}

func asksItsProgress(_ ids: [Int], completionHandler: @escaping (Int?) -> Void) {
  guard !ids.isEmpty else { return completionHandler(nil) }
  let progress = Progress()
  for _ in ids {
    progress.completedUnitCount += 1
    if progress.isFinished { completionHandler(nil) }  // ok: true in the last round
  }
}

func tellsOfTheOne(_ kinds: [User], _ wanted: Int, completion: @escaping () -> Void) {
  for kind in kinds {  // expect: missing-resume
    if kind.id == wanted { completion() }  // expect: double-resume
  }
  // A suggestion: most likely one of them is the one.
}

func tellsOfTheOneByTwoNames(_ kinds: [User], _ wanted: Int, completion: @escaping (Bool) -> Void) {
  for kind in kinds {  // expect: missing-resume
    if kind.id == wanted || kind.id == -wanted {
      guard wanted > 0 else {
        completion(false)  // expect: double-resume
        continue
      }
      completion(true)  // expect: double-resume
    }
  }
}

func tellsOfEachAndOfTheEnd(_ files: [Int], completion: @escaping (_ isEnd: Bool, _ file: Int) -> Void) {
  for file in files {
    if file > 3 {
      completion(false, file)  // expect: double-resume
    } else {
      completion(false, -file)  // expect: double-resume
    }
  }
  completion(true, 0)  // expect: double-resume
}

private enum Progressing { case loading, loaded(Int) }

private func tellsThatItBegins(_ service: ForeignService, completion: @escaping (Progressing) -> Void) {
  completion(.loading)
  service.dataTask(with: 1) { value, _, _ in completion(.loaded(value ?? 0)) }  // expect: double-resume
  // A suggestion: the first is a state on the way.
}

private func tellsOfEachThatItTakes(_ lines: Lines, completion: @escaping (String) -> Void) {
  guard lines.areThere else { return completion("") }
  while let line = lines.next() {  // expect: missing-resume
    completion(line)  // expect: double-resume
  }
}

private final class Lines {
  let areThere = true
  func next() -> String? { nil }
}

func inTheLastRound(_ names: [String], _ isOpen: Bool, completion: @escaping (Bool) -> Void) {
  var count = 0
  for name in names {  // expect: missing-resume
    count += 1
    if name.isEmpty {
      if isOpen {
        if count == names.count { completion(true) }  // ok: there is one last round
      }
    }
  }
}

// MARK: bad

func tellsNothingOfEach(_ files: [Int], completion: @escaping (Bool) -> Void) {
  guard !files.isEmpty else { return completion(false) }
  for file in files {
    print(file)
    completion(true)  // expect: double-resume
  }
}

func resumesWithEach(_ files: [Int]) async -> Int {
  await withCheckedContinuation { c in
    for file in files { c.resume(returning: file) }  // expect: double-resume, missing-resume
  }
}

func forgetsToReturnAfterTheOne(_ kinds: [User], _ wanted: Int, completion: @escaping (User?) -> Void) {
  for kind in kinds {
    if kind.id == wanted { completion(kind) }  // expect: double-resume
  }
  completion(nil)  // expect: double-resume
}

func inRoundsOfEachName(_ names: [String], _ isOpen: Bool, completion: @escaping (Bool) -> Void) {
  var count = 0
  for name in names {  // expect: missing-resume
    count = name.count
    if name.isEmpty {
      if isOpen {
        if count == names.count { completion(true) }  // expect: double-resume
      }
    }
  }
}
