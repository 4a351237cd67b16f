// MARK: good - the result may be there already

func price(_ id: Int, _ cache: [Int: Int]) -> ValueFuture<Int> {
  if let known = cache[id] { return ValueFuture(known) }  // ok: no task on this path
  return ValueFuture(Task { id })
}

// MARK: good - a pooled source

func pooled(_ source: PooledSource<Int>) -> ValueFuture<Int> {
  ValueFuture(source: source, token: 1)  // ok: no task is started
}

// MARK: good - the task itself

func find(_ id: Int) -> Task<Int, any Error> { Task { id } }  // ok: nothing to be consumed once

// MARK: bad - every path starts a task

func load(_ id: Int) -> ValueFuture<Int> {  // expect: needless-value-future
  ValueFuture(Task { id })  // expect-note: made of a task here
}

func loadNewest(_ isFast: Bool) -> ValueFuture<Int> {  // expect: needless-value-future
  if isFast { return ValueFuture(Task { 1 }) }
  let task = Task<Int, any Error> { 2 }
  return ValueFuture(task)
}
