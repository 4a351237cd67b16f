// Handlers that are told events: there may be many of them.

struct LoginEvent {
  var name = ""
}

struct LoginStatus {
  var name = ""
}

// MARK: good

func tellsTwoEvents(completion: @escaping (LoginEvent) -> Void) {
  completion(LoginEvent(name: "login"))
  completion(LoginEvent(name: "hide"))  // ok: it is told what happens, each time
}

func tellsEventsOptionally(completion: ((_ event: LoginEvent) -> Void)?) {
  completion?(LoginEvent(name: "login"))
  completion?(LoginEvent(name: "hide"))  // ok
}

func observesOneEvent(_ database: Database) async -> Int {
  await withCheckedContinuation { c in
    database.observeSingleEvent(of: 1) { c.resume(returning: $0) }  // ok: a single one
  }
}

func listensForTheEnd(_ database: Database) async -> Int {
  await withCheckedContinuation { c in
    database.addOnCompleteListener { c.resume(returning: $0) }  // ok: it completes once
  }
}

func removesAnObserver(_ database: Database) async {
  await withCheckedContinuation { (c: CheckedContinuation<Void, Never>) in
    database.removeObserver(1) { c.resume() }  // ok: that is done once
  }
}

// MARK: bad

func tellsTwoStatuses(completion: @escaping (LoginStatus) -> Void) {
  completion(LoginStatus(name: "login"))
  completion(LoginStatus(name: "hide"))  // expect: double-resume
}

func tellsAnEventAndMore(completion: @escaping (LoginEvent, Bool) -> Void) {
  completion(LoginEvent(name: "login"), true)
  completion(LoginEvent(name: "hide"), true)  // expect: double-resume
}

func observesAllEvents(_ database: Database) async -> Int {
  await withCheckedContinuation { c in
    database.observe(1) { c.resume(returning: $0) }  // expect: double-resume
  }
}

func understandsSpeech(_ service: ForeignService) async -> Int {
  await withCheckedContinuation { c in
    service.recognitionTask { understood in
      guard understood > 3 else { return }  // ok: more is to come
      c.resume(returning: understood)  // expect: double-resume
    }
  }
}
