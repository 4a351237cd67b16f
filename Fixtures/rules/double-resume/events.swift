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

// MARK: bad

func tellsTwoStatuses(completion: @escaping (LoginStatus) -> Void) {
  completion(LoginStatus(name: "login"))
  completion(LoginStatus(name: "hide"))  // expect: double-resume
}

func tellsAnEventAndMore(completion: @escaping (LoginEvent, Bool) -> Void) {
  completion(LoginEvent(name: "login"), true)
  completion(LoginEvent(name: "hide"), true)  // expect: double-resume
}
