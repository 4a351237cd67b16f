// Several value futures that are asked at once: the checks stand in a list, and one question is put to all of them.

// MARK: good

func bothOfAList(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  guard [a.isCompleted, b.isCompleted].allSatisfy({ $0 }) else { return }
  print(a.result, b.result)  // ok: both are completed
}

func bothByKeyPath(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  if [a.isCompleted, b.isCompleted].allSatisfy(\.self) { print(a.result, b.result) }  // ok: both are completed
}

func noneIsMissing(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  if [a.isCompleted, b.isCompleted].contains(false) { return }
  print(a.result, b.result)  // ok: neither is incomplete
}

func noneIsWaitedFor(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  if [a.isCompleted, b.isCompleted].contains(where: { done in !done }) { return }
  print(a.result, b.result)  // ok: neither is incomplete
}

func bothByName(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  let areDone = [a.isCompleted, b.isCompleted].allSatisfy { $0 }
  if areDone { print(a.result, b.result) }  // ok: the question has a name
}

func noneIsPending(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  if [!a.isCompleted, !b.isCompleted].contains(true) { return }
  print(a.result, b.result)  // ok: neither is incomplete
}

// MARK: bad

func oneOfAList(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  guard [a.isCompleted, b.isCompleted].contains(true) else { return }
  print(a.result)  // expect: premature-result
}

func oneIsNotAsked(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  guard [b.isCompleted].allSatisfy({ $0 }) else { return }
  print(a.result)  // expect: premature-result
  print(b.result)
}

func allAreMissing(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  guard [a.isCompleted, b.isCompleted].allSatisfy({ !$0 }) else { return }
  print(a.result)  // expect: premature-result
}

func someAreMissing(_ a: ValueFuture<User>, _ b: ValueFuture<Int>) {
  if [a.isCompleted, b.isCompleted].allSatisfy({ $0 }) { return }
  print(a.result)  // expect: premature-result
}
