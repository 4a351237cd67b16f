// A property that is only asked makes nothing; one that is dropped does.

struct Screen {
  var user: ValueFuture<User> { store.load(1) }
  var entry: (id: Int, future: ValueFuture<User>)? { nil }

  var isLoaded: Bool { user.isCompleted }
  var isReady: Bool { self.user.isCompletedSuccessfully || entry?.future.isCompleted ?? false }
  var id: Int { entry?.id ?? 0 }

  func asks() {
    if user.isCompleted { use(1) }
    if !self.user.isCompleted, entry != nil { use(2) }
    let done = user.isCompleted
    use(done)
  }

  func drops() {
    _ = user  // expect: unconsumed
  }
}
