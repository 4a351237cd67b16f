// What a team says of its own types in rules.yaml holds as what is built in.

// MARK: good

func finishesOnce(_ job: Job) async { _ = await job.finish() }

func touchesAndFinishes(_ job: Job) async {
  job.touch()
  _ = await job.finish()
}

func peeksWhenReady(_ job: Job) -> Int { job.isReady ? job.peek() : 0 }

func peeksWhenEnded(_ job: Job) -> Int {
  guard job.hasEnded() else { return 0 }
  return job.peek()
}

func parksAndPeeks(_ job: Job) -> Int {
  job.park()
  return job.peek()  // ok: it has waited for it
}

func parksOnly() {
  let job = makeJob()
  job.park()  // ok: somebody waits for it
}

func resetsBetween(_ job: Job) async {
  _ = await job.finish()
  job.reset()
  _ = await job.finish()  // ok: fresh again
}

func resetsInEachRound(_ job: Job) async {
  for _ in 0..<3 {
    _ = await job.finish()
    job.reset()
  }
}

func resetsUnderAnotherName(_ job: Job) async {
  _ = await job.finish()
  let other = job
  other.reset()
  _ = await job.finish()  // ok: the same job
}

func rewindsBetween(_ feed: Feed) async {
  for await _ in feed {}
  feed.rewind()
  for await _ in feed {}
}

func repliesInEachBranch(_ isOpen: Bool) async -> Int {
  await withReply { reply in
    if isOpen { reply.send(1) } else { reply.fail() }
  }
}

func relays() async -> Int { await withReply { relay(to: $0) } }

func fillsBeforeItReturns(_ isOpen: Bool) {
  let slot = makeSlot()
  guard isOpen else { return slot.fill(0) }
  slot.fill(1)
}

func endsOnEachExit(_ isOpen: Bool) {
  let trace = startTrace()
  defer { trace.end() }
  guard isOpen else { return }
  print(isOpen)
}

func handlesOnce(_ isOpen: Bool, whenFinished: @escaping (Int) -> Void) {
  if isOpen { return whenFinished(1) }
  whenFinished(2)
}

func sits(_ latch: Latch) { latch.sit() }

// MARK: bad

func finishesTwice(_ job: Job) async {
  _ = await job.finish()
  _ = await job.outcome  // expect: double-await
}

func callsTwice(_ job: Job) async {
  _ = await job()
  _ = await job()  // expect: double-await
}

func drainsAndFinishes(_ job: Job) async {
  drain(job)
  _ = await job.finish()  // expect: double-await
}

func detachesAndFinishes(_ job: Job) async {
  let task = job.detach()
  _ = await job.finish()  // expect: double-await
  _ = await task.value
}

func finishesATwinTwice(_ job: Job) async {
  let twin = job.twin()
  _ = await twin.finish()
  _ = await twin.finish()  // expect: double-await
}

func resetsOnOneWay(_ job: Job, again: Bool) async {
  _ = await job.finish()
  if again { job.reset() }
  _ = await job.finish()  // expect: double-await
}

func finishesAResetOneTwice(_ job: Job) async {
  _ = await job.finish()
  job.reset()
  _ = await job.finish()
  _ = await job.finish()  // expect: double-await
}

func peeks(_ job: Job) -> Int {
  job.peek()  // expect: premature-result
}

func finishesBeside(_ job: Job) async {
  async let first = job.finish()
  async let second = job.finish()  // expect: concurrent-await
  _ = await (first, second)
}

func drops() {
  makeJob()  // expect: unconsumed
}

func parks(_ job: Job) async {
  job.park()  // expect: blocking-wait
}

struct Keeper {
  var job: Job  // expect: stored-property
}

func iteratesTwice(_ feed: Feed) async {
  for await _ in feed {}
  await feed.each { print($0) }  // expect: double-iteration
}

func gathersTwice(_ feed: Feed) async {
  _ = await Gathered(of: feed)
  _ = await Gathered(of: feed)  // expect: double-iteration
}

func iteratesBeside(_ feed: Feed) async {
  Task { for await _ in feed {} }
  for await _ in feed {}  // expect: concurrent-iteration
}

func sendsAndFails(_ isOpen: Bool) async -> Int {
  await withReply { reply in
    if isOpen { reply.send(1) }
    reply.fail()  // expect: double-resume
  }
}

func sendsOnOneWay(_ isOpen: Bool) async -> Int {
  await withReply { reply in
    if isOpen { reply.send(1) }  // expect: missing-resume
  }
}

func makesAndForgets(_ isOpen: Bool) {
  let reply = makeReply()
  guard isOpen else { return }  // expect: missing-resume
  reply.send(1)
}

func fillsOnOneWay(_ isOpen: Bool) {
  let slot = makeSlot()
  guard isOpen else { return }  // expect: missing-resume
  slot.fill(1)
}

func fillsTwice() {
  let slot = makeSlot()
  slot.fill(1)
  slot.fill(2)  // expect: double-resume
}

func endsOnOneWay(_ isOpen: Bool) {
  let trace = startTrace()
  guard isOpen else { return }  // expect: missing-resume
  trace.end()
}

func handlesTwice(_ isOpen: Bool, whenFinished: @escaping (Int) -> Void) {
  if isOpen { whenFinished(1) }
  whenFinished(2)  // expect: double-resume
}

func sitsInAsync(_ latch: Latch) async {
  latch.sit()  // expect: blocking-wait
}
