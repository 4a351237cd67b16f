// C says with a mark in its headers which handles may be used once.
import Operations

func awaitsAHandleTwice() -> CInt {
  let operation = ops_read(1, 4096)
  let count = ops_await(operation)
  return count + ops_await(operation)
}

func looksAsOftenAsItLikes() -> CInt {
  let operation = ops_read(1, 4096)
  while !ops_is_done(operation) {}
  return ops_is_done(operation) ? ops_await(operation) : 0
}

func dropsAHandle() {
  _ = ops_read(1, 4096)
}

func waitsForATokenTwice() -> CInt {
  let token = start(7)
  precondition(token.isCompleted)
  let first = token.wait()
  return first + token.wait()
}

func waitsForATokenTooEarly() -> CInt {
  let token = start(7)
  return token.wait()
}

func releasesASlotTwice() {
  let slot = ops_reserve(2)
  ops_release(slot)
  ops_release(slot)
}

func showsASlot() {
  let slot = ops_reserve(2)
  ops_show(slot)
  ops_release(slot)
}

final class Reader {
  private var slot = ops_reserve(1)

  func close() { ops_release(slot) }
}

func waitsForABatchTwice() -> CInt {
  let batch = ops_batch_make(2)
  while ops_batch_poll(batch) == 0 {}
  let count = ops_batch_wait(batch)
  return count + ops_batch_wait(batch)
}
