// A check of what may not be there, under a name.

// MARK: good

func namedIfThere(_ f: ValueFuture<User>?) {
  if let done = f?.isCompleted, done { print(f!.result) }  // ok
}

func guarded(_ f: ValueFuture<User>?) {
  guard let done = f?.isCompletedSuccessfully, done else { return }
  print(f!.result)  // ok
}

// MARK: bad

func notAsked(_ f: ValueFuture<User>?) {
  if let done = f?.isCompleted { print(done, f!.result) }  // expect: premature-result
}

func turned(_ f: ValueFuture<User>?) {
  if let done = f?.isCompleted, !done { print(f!.result) }  // expect: premature-result
}
