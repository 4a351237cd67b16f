// What may be nil by its type only: properties that are unwrapped by themselves, and copies of Objective-C objects. A way on
// which one of them is nil is told as a suggestion.

// MARK: good

private final class Scene: UNUserNotificationCenterDelegate {
  private var controller: Handler! = Handler()

  func userNotificationCenter(_ center: Int, willPresent notification: Int, withCompletionHandler done: @escaping () -> Void) {
    controller?.handle(done)  // expect: missing-resume
  }
}

func castsItsCopy(_ content: Content) async -> Int {
  await withCheckedContinuation { c in
    guard let copy = content.mutableCopy() as? Int else { return }  // expect: missing-resume
    c.resume(returning: copy)
  }
}

func castsItsCopyInParentheses(_ content: Content) async -> Int {
  await withCheckedContinuation { c in
    let copy = (content.mutableCopy() as? Int)
    if let copy {  // expect: missing-resume
      c.resume(returning: copy)
    }
  }
}

// MARK: bad

private final class Window: UNUserNotificationCenterDelegate {
  private var controller: Handler?

  func userNotificationCenter(_ center: Int, willPresent notification: Int, withCompletionHandler done: @escaping () -> Void) {
    controller?.handle(done)  // expect: missing-resume
  }
}

private struct Handler {
  func handle(_ done: @escaping () -> Void) { done() }
}

protocol UNUserNotificationCenterDelegate {}
