// What comparisons with numbers, counts and literals say of one another, and what was assigned of them.

enum Speed { case fast, slow, idle }
enum Walk {
  case start, running(Int), stopped
}

struct Options {
  var isFast: Bool
}

// MARK: good

func belowOneOnce(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    if count < 1 { _ = try await f.value }  // ok: it is one or more in all later rounds
    count += 1
  }
}

func firstTryOnly() async throws {
  let f = store.load(1)
  var tries = 0
  while tries < 3 {
    tries += 1
    if tries <= 1 { _ = try await f.value }  // ok: it is two or more in all later rounds
  }
}

func pastTheFirst(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count += 1
    if count > 1 { continue }
    _ = try await f.value  // ok
  }
}

func downToZero() async throws {
  let f = store.load(1)
  var left = 3
  while left > 0 {
    left -= 1
    if left >= 2 { _ = try await f.value }  // ok: it is below two in all later rounds
  }
}

func farAway(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count += 5
    if count == 10 { _ = try await f.value }  // ok: it comes by once
    if count > 100 { break }
  }
}

func steppedOnce() async throws {
  let f = store.load(1)
  var count = 0
  if random() {
    count += 1
    _ = try await f.value
  }
  if count == 0 { _ = try await f.value }  // ok
}

func emptyOrOne(items: [Int]) async throws {
  let f = store.load(1)
  if items.isEmpty { _ = try await f.value }
  if items.count == 1 { _ = try await f.value }  // ok: not empty
}

func emptyOrMany(name: String) async throws {
  let f = store.load(1)
  if name.isEmpty { _ = try await f.value }
  if name.count > 3 { _ = try await f.value }  // ok: not empty
}

func noneOrSome(items: [Int]) async throws {
  let f = store.load(1)
  if items.count == 0 { _ = try await f.value }
  if items.count > 1 { _ = try await f.value }  // ok: not empty
}

func emptyLiteral(name: String) async throws {
  let f = store.load(1)
  if name == "" { _ = try await f.value }
  if !name.isEmpty { _ = try await f.value }  // ok
}

func otherLiteral(name: String) async throws {
  let f = store.load(1)
  if name.isEmpty { _ = try await f.value }
  if name == "all" { _ = try await f.value }  // ok: not empty
}

func emptyArrayLiteral(items: [Int]) async throws {
  let f = store.load(1)
  if items == [] { _ = try await f.value }
  if !items.isEmpty { _ = try await f.value }  // ok
}

func firstIsThree(items: [Int]) async throws {
  let f = store.load(1)
  if items.first == 3 { _ = try await f.value }
  if items.isEmpty { _ = try await f.value }  // ok: there is a first one
}

func nilOrOne(items: [Int]?) async throws {
  let f = store.load(1)
  if items == nil { _ = try await f.value }
  if items?.count == 1 { _ = try await f.value }  // ok: not nil
}

func appended(items: [Int]) async throws {
  let f = store.load(1)
  var seen: [Int] = []
  for item in items {
    if seen.isEmpty { _ = try await f.value }  // ok: an element is in it from then on
    seen.append(item)
  }
}

func inserted(items: [Int]) async throws {
  let f = store.load(1)
  var seen = Set<Int>()
  if random() {
    seen.insert(1)
    _ = try await f.value
  }
  if seen.isEmpty { _ = try await f.value }  // ok
}

func chosenCase(isFast: Bool) async throws {
  let f = store.load(1)
  let mode: Speed = isFast ? .fast : .slow
  if isFast { _ = try await f.value }
  if mode == .slow { _ = try await f.value }  // ok: then it is not fast
}

func chosenNumber(isFast: Bool, isSmall: Bool) async throws {
  let f = store.load(1)
  let size = isFast ? 1 : isSmall ? 2 : 3
  if isFast { _ = try await f.value }
  if size == 3 { _ = try await f.value }  // ok
}

func chosenByIf(isFast: Bool) async throws {
  let f = store.load(1)
  var mode = Speed.idle
  mode = if isFast { Speed.fast } else { Speed.slow }
  if isFast { _ = try await f.value }
  switch mode {
  case .slow: _ = try await f.value  // ok
  case .fast, .idle: break
  }
}

func assignedCase(items: [Int]) async throws {
  let f = store.load(1)
  var step = Walk.start
  for item in items {
    switch step {
    case .start:
      step = .running(item)
      _ = try await f.value  // ok: it never starts again
    case .running: step = .stopped
    case .stopped: break
    }
  }
}

func resultOfAwait(flag: Bool) async throws {
  let f = store.load(1)
  var result: Result<User, any Error> = .failure(StoreError.closed)
  if flag { result = .success(try await f.value) }
  if case .failure = result { _ = try await f.value }  // ok: it was not awaited then
}

func caughtError() async throws {
  let f = store.load(1)
  var failure: (any Error)?
  do {
    try risk()
  } catch {
    failure = error
    _ = try await f.value
  }
  if failure == nil { _ = try await f.value }  // ok: nothing was caught
}

func foundItem(items: [Int]) async throws {
  let f = store.load(1)
  var found: Int?
  for item in items where item > 3 {
    found = item
    _ = try await f.value
    break
  }
  guard let found else {
    _ = try await f.value  // ok: nothing was found
    return
  }
  use(found)
}

func keptList(flag: Bool) async throws {
  let f = store.load(1)
  var list: [Int]?
  if flag {
    list = []
    _ = try await f.value
  }
  if list == nil { _ = try await f.value }  // ok
}

func wrapped(flag: Bool) async throws {
  let f = store.load(1)
  let user = flag ? Optional(try await f.value) : nil
  if user == nil { _ = try await f.value }  // ok
}

func namedFlag(options: Options) async throws {
  let f = store.load(1)
  let isFast = options.isFast
  if isFast { _ = try await f.value }
  if !options.isFast { _ = try await f.value }  // ok: the same flag
}

func boundMember(number: Double?) async throws {
  let f = store.load(1)
  if let number, number.isNaN {
    _ = try await f.value
  } else if number == nil {
    _ = try await f.value
  }
  if let number, !number.isNaN { _ = try await f.value }  // ok
}

func flagsCompared(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a != b { _ = try await f.value }
  if a && b { _ = try await f.value }  // ok
  if !a && !b { _ = try await f.value }  // ok
}

func flagsInTuple(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  switch (a, b) {
  case (true, true), (false, false): _ = try await f.value
  default: break
  }
  if a != b { _ = try await f.value }  // ok
}

func sameFlagInParentheses(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if (a) == b { _ = try await f.value }
  if a != (b) { _ = try await f.value }  // ok: the other way
}

// MARK: bad

func belowTwoTwice(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    if count < 2 { _ = try await f.value }  // expect: double-await
    count += 1
  }
}

func secondTryToo() async throws {
  let f = store.load(1)
  var tries = 0
  while tries < 3 {
    tries += 1
    if tries <= 2 { _ = try await f.value }  // expect: double-await
  }
}

func manyRounds(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    count += 1
    if count > 20 { _ = try await f.value }  // expect: double-await
  }
}

func setBack(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for _ in items {
    if count < 1 { _ = try await f.value }  // expect: double-await
    count += 1
    count = 0
  }
}

func setBackPerhaps(items: [Int]) async throws {
  let f = store.load(1)
  var count = 0
  for item in items {
    if count == 0 { _ = try await f.value }  // expect: double-await
    count += 1
    if item == 0 { count = 0 }
  }
}

func oneAndMore(items: [Int]) async throws {
  let f = store.load(1)
  if items.count == 1 { _ = try await f.value }
  if !items.isEmpty { _ = try await f.value }  // expect: double-await
}

func appendedAfter(items: [Int]) async throws {
  let f = store.load(1)
  var seen: [Int] = []
  for item in items {
    if !seen.isEmpty { _ = try await f.value }  // expect: double-await
    seen.append(item)
  }
}

func removedAgain(items: [Int]) async throws {
  let f = store.load(1)
  var seen: [Int] = []
  for item in items {
    if seen.isEmpty { _ = try await f.value }  // expect: double-await
    seen.append(item)
    seen.removeAll()
  }
}

func sameCase(isFast: Bool) async throws {
  let f = store.load(1)
  let mode: Speed = isFast ? .fast : .slow
  if isFast { _ = try await f.value }
  if mode == .fast { _ = try await f.value }  // expect: double-await
}

func flagChanged(options: Options) async throws {
  var options = options
  let f = store.load(1)
  let isFast = options.isFast
  if isFast { _ = try await f.value }
  options.isFast.toggle()
  if !options.isFast { _ = try await f.value }  // expect: double-await
}

func flagsDiffer(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if a != b { _ = try await f.value }
  if a || b { _ = try await f.value }  // expect: double-await
}

func resultOfOther(flag: Bool) async throws {
  let f = store.load(1)
  var result: Result<User, any Error> = .failure(StoreError.closed)
  if flag { result = .success(try await f.value) }
  if case .success = result { _ = try await f.value }  // expect: double-await
}


func flagsInParentheses(a: Bool, b: Bool) async throws {
  let f = store.load(1)
  if (a) == b { _ = try await f.value }
  if a && b { _ = try await f.value }  // expect: double-await
}
