// What the catalogue knows beside the values of `kinds.swift`: duties of which less is claimed, beside one of which all is.

// MARK: good

func sourceIsFinished(_ ready: Bool) {
  let source = NIOThrowingAsyncSequenceProducer<Int>.makeSequence(finishOnDeinit: false)
  source.yield(1)
  source.finish()  // ok: finished
}

func fileIsClosed(_ file: NIOFileHandle) throws {
  guard random() else { return }  // ok: who opened it may close it
  try file.close()
}

// MARK: bad

func sourceIsForgotten(_ ready: Bool) {
  let source = NIOThrowingAsyncSequenceProducer<Int>.makeSequence(finishOnDeinit: false)
  source.yield(1)
  guard ready else { return }  // expect: missing-resume
  source.finish()
}

func fileBesideAPromise(_ file: NIOFileHandle, on loop: any EventLoop) {
  let promise = loop.makePromise(of: Int.self)
  guard random() else { return }  // expect: missing-resume
  try? file.close()
  promise.succeed(1)
}

struct OwnReply: VTCompleteOnce {
  func resume() {}
}

func ownReplyIsForgotten(_ reply: OwnReply) {
  guard random() else { return }  // expect: missing-resume
  reply.resume()
}
