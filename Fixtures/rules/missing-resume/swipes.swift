// Handlers that the system gives to a closure each time that it runs it.

/// The system's action, in the words of the catalogue.
private final class UIContextualAction {
  init(title: String, handler: @escaping (UIContextualAction, Int, @escaping (Bool) -> Void) -> Void) {}
}

private func delete(_ done: @escaping (Bool) -> Void) { done(true) }

// MARK: good

private func answersTheSwipe() -> UIContextualAction {
  UIContextualAction(title: "Delete") { _, _, done in
    delete { done($0) }  // ok: by whoever deletes
  }
}

private func answersByNumber() -> UIContextualAction {
  UIContextualAction(title: "Delete") { delete($2) }  // ok: given on
}

// MARK: bad

private func forgetsTheSwipe() -> UIContextualAction {
  UIContextualAction(title: "Delete") { _, _, _ in print("gone") }  // expect: missing-resume
}

private func forgetsItsName() -> UIContextualAction {
  UIContextualAction(title: "Delete") { _, _, done in print("gone") }  // expect: missing-resume
}

private func answersOnOneWay(_ mayDelete: Bool) -> UIContextualAction {
  UIContextualAction(title: "Delete") { _, _, done in
    guard mayDelete else { return }  // expect: missing-resume
    done(true)
  }
}

private func answersTwice() -> UIContextualAction {
  UIContextualAction(title: "Delete") { _, _, done in
    done(false)
    done(true)  // expect: double-resume
  }
}
