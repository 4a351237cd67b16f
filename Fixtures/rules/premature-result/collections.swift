// Several futures at once: a closure or key path that asks each of them tells which are completed.

struct Polling {
  let limit: Int

  // MARK: good

  func completedOnes(_ futures: [ValueFuture<User>]) {
    for future in futures.filter({ $0.isCompleted }) { print(future.result) }  // ok: those that are completed
  }

  func byKeyPath(_ futures: [ValueFuture<User>]) {
    for future in futures.filter(\.isCompleted) { print(future.result) }  // ok: those that are completed
  }

  func named(_ futures: [ValueFuture<User>]) {
    let completed = futures.filter { $0.isCompleted }
    for future in completed { print(future.result) }  // ok: those that are completed
  }

  func first(of futures: [ValueFuture<User>]) {
    if let future = futures.first(where: { $0.isCompleted }) { print(future.result) }  // ok: one that is completed
  }

  func all(_ futures: [ValueFuture<User>]) {
    guard futures.allSatisfy({ $0.isCompleted }) else { return }
    for future in futures { print(future.result) }  // ok: all are completed
  }

  func chained(_ futures: [ValueFuture<User>]) -> [Result<User, any Error>] {
    futures.filter { $0.isCompleted }.map { $0.result }  // ok: those that are completed
  }

  func byIndex(_ futures: [ValueFuture<User>]) {
    guard let place = futures.firstIndex(where: { $0.isCompleted }) else { return }
    print(futures[place].result)  // ok: the one that is completed
  }

  func byKey(_ futures: [Int: ValueFuture<User>]) {
    for (_, future) in futures.filter({ $0.value.isCompleted }) { print(future.result) }  // ok: those that are completed
  }

  func none(_ futures: [ValueFuture<User>]) {
    if futures.contains(where: { !$0.isCompleted }) { return }
    for future in futures { print(future.result) }  // ok: none is missing
  }

  // MARK: bad

  func unasked(_ futures: [ValueFuture<User>]) {
    for future in futures { print(future.result) }  // expect: premature-result
  }

  func unaskedFirst(_ futures: [ValueFuture<User>]) {
    if let future = futures.first { print(future.result) }  // expect: premature-result
  }

  func askedOthers(_ futures: [ValueFuture<User>], _ numbers: [Int]) {
    let few = numbers.filter { $0 < limit }
    for number in few { print(futures[number].result) }  // expect: premature-result
  }

  func mappedUnasked(_ futures: [ValueFuture<User>]) -> [Result<User, any Error>] {
    futures.map { $0.result }  // expect: premature-result
  }
}
