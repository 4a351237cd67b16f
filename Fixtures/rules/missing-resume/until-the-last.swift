// Callbacks that come again until what they are told says that it is the last time.

// MARK: good

func collectsUntilTheEnd(_ service: ForeignService) async -> [Int] {
  await withCheckedContinuation { c in
    var all: [Int] = []
    service.receive { value, eof in
      all.append(value)
      if eof { c.resume(returning: all) }  // ok: it comes again
    }
  }
}

func collectsByAnyName(_ service: ForeignService) async -> [Int] {
  await withCheckedContinuation { c in
    var all: [Int] = []
    service.receive { value, more in
      all += [value]
      all.append(contentsOf: value..<value)
      guard !more else { return }  // ok: it comes again
      c.resume(returning: all)
    }
  }
}

private struct Details {
  var isDegraded: Bool
  init(_ info: [String: Bool]?) { isDegraded = info?["degraded"] ?? false }
}

func asksWhatIsMadeOfIt(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.requestImage { image, info in
      let details = Details(info)
      if details.isDegraded { return }  // ok: a better one follows
      c.resume(returning: image)
    }
  }
}

func asksWhatMayBeMadeOfIt(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.requestImage { image, info in
      let details = info.map(Details.init)
      guard details?.isDegraded != true else { return }  // ok: a better one follows
      c.resume(returning: image)
    }
  }
}

// MARK: bad

func addsNothing(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.receive { value, isGood in
      if isGood { c.resume(returning: value) }  // expect: missing-resume
    }
  }
}

func addsToItsOwn(_ service: ForeignService) async -> [Int] {
  await withCheckedContinuation { c in
    service.receive { value, isGood in
      var all: [Int] = []
      all.append(value)
      if isGood { c.resume(returning: all) }  // expect: missing-resume
    }
  }
}

func notesThatItWasAsked(_ service: ForeignService, _ log: Box) async -> Bool {
  await withCheckedContinuation { c in
    var lines: [String] = []
    service.requestAuthorization { granted, error in
      lines.append("asked")
      if granted { c.resume(returning: true) }  // expect: missing-resume
    }
  }
}

func degradedByAnotherWord(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.requestImage { image, info in
      let details = Details(info)
      if details.isDegraded && image < 0 { print("late") }
      guard image > 0 else { return }  // expect: missing-resume
      c.resume(returning: image)
    }
  }
}
