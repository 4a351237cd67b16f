// Methods that iterate what a constant of their type keeps, in two tasks.

final class Clock: Sendable {
  let ticks: AsyncStream<Int>
  init(_ ticks: AsyncStream<Int>) { self.ticks = ticks }
  func run() async { for await tick in ticks { print(tick) } }
  func count() async -> Int { await ticks.reduce(0) { count, _ in count + 1 } }

  // MARK: good

  func inOneTask() async {
    async let run: Void = run()  // ok
    await run
  }

  // MARK: bad

  func inTwoTasks() async {
    async let run: Void = run()
    async let count = count()  // expect: concurrent-iteration
    _ = await (run, count)
  }

  func inAGroup() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.run() }
      group.addTask { await self.run() }  // expect: concurrent-iteration
    }
  }
}
