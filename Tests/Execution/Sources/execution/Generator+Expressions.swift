// Expressions: futures, old and new, and conditions.

extension Generator {
  // MARK: futures

  /// A new future, with the words that its call needs.
  mutating func made(_ place: Place) -> String {
    switch random.below(10) {
    case 0: "make()⟨m⟩"
    case 1: "store.newest⟨o⟩"
    case 2 where place.canThrow: "try store.open(\(random.below(3)))⟨m⟩"
    case 3 where place.canAwait: "try await store.connect(\(random.below(3)))⟨m⟩"
    default: "store.load(\(random.below(3)))⟨m⟩"
    }
  }

  /// Another name of a future that is there.
  mutating func old(_ place: Place) -> String {
    var choices = futures.map(\.name)
    if !futures.isEmpty {
      if random.oneIn(6) { choices.append("same(\(random.pick(futures).name)⟨l⟩)") }
      if futures.count > 1, random.oneIn(2) {
        choices.append("(\(simpleCondition()) ? \(random.pick(futures).name) : \(random.pick(futures).name))")
      }
    }
    for pair in pairs { choices += ["\(pair.name).0", "\(pair.name).1"] }
    return pickFuture(choices)
  }

  /// Either; a future that stands in parentheses where operators would take it apart.
  mutating func future(_ place: Place) -> String {
    switch random.below(8) {
    case 0, 1: return made(place)
    case 2: return "\(simpleCondition()) ? \(old(place)) : store.load(5)⟨m⟩"
    case 3 where !optionals.isEmpty: return "\(random.pick(optionals).name) ?? \(random.oneIn(2) ? old(place) : "store.load(6)⟨m⟩")"
    default: return old(place)
    }
  }

  mutating func optional(_ place: Place) -> String {
    switch random.below(6) {
    case 0, 1: return "store.find(\(random.below(3)))⟨m⟩"
    case 2: return "nil"
    case 3 where !optionals.isEmpty: return random.pick(optionals).name
    case 4: return "\(simpleCondition()) ? \(old(place)) : nil"
    default: return old(place)
    }
  }

  /// The future that a `return` gives back.
  mutating func returned(_ place: Place) -> String {
    let new = "store.load(9)⟨m⟩⟨g⟩"
    switch helper?.gift {
    case .own?: return "g⟨b⟩"
    case .new?: return new
    case .either?: return random.oneIn(2) ? new : old(place) + "⟨b⟩"
    case .nothing?, nil: return random.oneIn(5) || futures.isEmpty && pairs.isEmpty ? new : old(place) + "⟨g⟩"
    }
  }

  /// `f.value` and its like, without `try await`: an expression that gives a `User`.
  mutating func awaited(_ future: String) -> String {
    switch random.below(4) {
    case 0: "\(future)⟨u⟩.get()"
    case 1: "\(future)⟨u⟩()"
    default: "\(future)⟨u⟩.value"
    }
  }

  // MARK: conditions

  /// One without a use of a future.
  mutating func simpleCondition() -> String {
    if random.oneIn(6), !indices.isEmpty { return "\(random.pick(indices).name) == \(random.below(3))" }
    let not = random.oneIn(3) ? "!" : ""
    if random.oneIn(5), !kinds.isEmpty { return "\(random.pick(kinds).name) \(random.oneIn(4) ? "!=" : "==") .\(random.pick(["one", "two", "three"]))" }
    if random.oneIn(5), !numbers.isEmpty {
      let number = random.pick(numbers)
      if case .number(let comparison?) = number.type { return not.isEmpty ? comparison : "!(\(comparison))" }
      return "\(number.name) \(random.oneIn(4) ? "!=" : "==") \(random.below(3))"
    }
    if flags.isEmpty || random.oneIn(12) { return "\(not)random()" }
    return not + random.pick(flags).name
  }

  mutating func condition(_ place: Place) -> String {
    // A summary does not say on which argument it depends what a helper does.
    if helper != nil { return "⟨c:\(simpleCondition())⟩" }
    switch random.below(14) {
    case 0, 1: return "\(simpleCondition()) && \(simpleCondition())"
    case 2: return "\(simpleCondition()) || \(simpleCondition())"
    case 3: return "!(\(simpleCondition()) \(random.oneIn(2) ? "&&" : "||") \(simpleCondition()))"
    case 4 where !optionals.isEmpty: return "\(random.pick(optionals).name) \(random.oneIn(2) ? "==" : "!=") nil"
    case 5 where place.canAwait && !futures.isEmpty: return "try await \(random.pick(futures).name)⟨u⟩.value.id == 1"
    case 6 where place.canAwait && !futures.isEmpty:
      // `&&` takes nothing asynchronous on its right.
      return "try await \(random.pick(futures).name)⟨u⟩.value.id == 1 \(random.oneIn(2) ? "&&" : "||") \(simpleCondition())"
    case 7 where !futures.isEmpty: return "\(random.pick(futures).name).\(random.oneIn(3) ? "isCompletedSuccessfully" : "isCompleted")"
    case 8: return "⟨c:(\(simpleCondition())) == \(simpleFlag())⟩"
    case 9: return "\(simpleCondition()) ? \(simpleCondition()) : \(simpleCondition())"
    default: return simpleCondition()
    }
  }

  private mutating func simpleFlag() -> String {
    flags.isEmpty || random.oneIn(2) ? random.pick(["true", "false"]) : random.pick(flags).name
  }
}
