// A protocol of one's own is adopted by an imported class: its method calls the one that the class has.

import Foundation

// MARK: good

extension Bundle {
  func fetch(with name: String, completionHandler: @escaping @Sendable (Int?) -> Void) {
    fetch(with: name, completionHandler: completionHandler)  // ok: it stands for the method of the class
  }
}

// MARK: bad

extension Bundle {
  func search(with name: String, completionHandler: @escaping @Sendable (Int?) -> Void) {
    guard !name.isEmpty else {
      return  // expect: missing-resume
    }
    completionHandler(nil)
  }
}

final class OwnSearch {
  func search(with name: String, completionHandler: @escaping @Sendable (Int?) -> Void) {  // expect: missing-resume
    search(with: name, completionHandler: completionHandler)
  }
}
