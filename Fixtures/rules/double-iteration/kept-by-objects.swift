// What a method does with a sequence that a constant of its type keeps, whoever calls it does.

final class Ticker: Sendable {
  let ticks: AsyncStream<Int>
  init(_ ticks: AsyncStream<Int>) { self.ticks = ticks }

  func first() async -> Int? {
    for await tick in ticks { return tick }
    return nil
  }

  func run() async { for await tick in ticks { print(tick) } }
  func describe() -> String { "ticks: \(type(of: ticks))" }
  func perhaps(isOn: Bool) async { if isOn { for await tick in ticks { print(tick) } } }

  // MARK: good

  func once() async { await run() }  // ok

  func describedThenRun() async {
    print(describe())
    await run()  // ok
  }

  func oneOfTwo(isShort: Bool) async {
    if isShort {
      _ = await first()  // ok
    } else {
      await run()  // ok
    }
  }

  func perhapsTwice(isOn: Bool) async {
    await perhaps(isOn: isOn)
    await perhaps(isOn: !isOn)  // ok
  }

  func oneAfterTheOther() async {
    _ = await first()
    _ = await first()  // ok: the next one
  }

  func ofAnother(_ other: Ticker) async {
    await run()
    await other.run()  // ok: another one's
  }

  // MARK: bad

  func inSequence() async {
    _ = await first()
    await run()  // expect: double-iteration
  }

  func ownLoopThenMethod() async {
    for await tick in ticks { print(tick) }
    await self.run()  // expect: double-iteration
  }

  func methodThenOwnLoop() async {
    await run()
    for await tick in ticks { print(tick) }  // expect: double-iteration
  }
}

final class Drain: Sendable {
  let drops: AsyncStream<Int>
  init(_ drops: AsyncStream<Int>) { self.drops = drops }

  func run() async { for await drop in drops { print(drop) } }
  func sum() async -> Int { await drops.reduce(0) { $0 + $1 } }
  func upToTen() async {
    for await drop in drops {
      if drop == 10 { break }
    }
  }

  func inParts() async {
    await upToTen()
    await upToTen()  // ok: the next part
  }

  func inRounds(_ others: [Drain]) async {
    for other in others { await other.run() }  // ok: another one each time
  }

  func twice() async {
    await run()
    await run()  // expect: double-iteration
  }

  func summedTwice() async -> Int {
    let first = await sum()
    return await first + sum()  // expect: double-iteration
  }
}
