import Dispatch

// What waits for a group of work runs when all of it has left: not where nobody leaves.

// MARK: good

func neverLeft(load: @escaping (@escaping (String?) -> Void) -> Void, completion: @escaping (Bool) -> Void) {
  let group = DispatchGroup()
  load { name in
    if name != nil {
      group.enter()
      group.notify(queue: .main) { completion(true) }
    }
    completion(true)  // ok: nobody leaves the group, so nothing that waits for it runs
  }
}

func handedOnToBeLeft(load: @escaping (DispatchGroup) -> Void, completion: @escaping (Bool) -> Void) {
  let group = DispatchGroup()
  group.enter()
  load(group)
  group.notify(queue: .main) { completion(true) }  // ok: once
}

final class Fetcher {
  private let found = DispatchGroup()
  private let fetched = DispatchGroup()
  private var name: String?

  func poll(completion: @escaping (Bool) -> Void) {
    fetched.enter()
    found.notify(queue: .main) {
      if self.name == nil { return completion(false) }
      self.fetch()
    }
    fetched.notify(queue: .main) { completion(true) }  // ok: 'fetch' leaves it, or nobody
  }

  private func fetch() { fetched.leave() }
}

// MARK: bad

func neverEntered(_ name: String?, completion: @escaping (Bool) -> Void) {
  let group = DispatchGroup()
  if name == nil { completion(false) }
  group.notify(queue: .main) { completion(true) }  // expect: double-resume
}

func leftBySomebody(_ name: String?, leave: (DispatchGroup) -> Void, completion: @escaping (Bool) -> Void) {
  let group = DispatchGroup()
  group.enter()
  leave(group)
  if name == nil { completion(false) }
  group.notify(queue: .main) { completion(true) }  // expect: double-resume
}
