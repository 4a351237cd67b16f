// Every kind of body: accessors, initialisers, subscripts, operators, nested types, closures of properties.

// MARK: good

struct GoodBodies {
  var computed: Task<User, any Error> {
    let f = store.load(1)
    return f.asTask()  // ok: once
  }

  var throwing: User {
    get async throws {
      let f = store.load(1)
      return try await f.value  // ok: once
    }
  }

  init() {
    let f = store.load(1)
    use(f.asTask())  // ok: once
  }

  subscript(id: Int) -> Task<User, any Error> {
    get {
      let f = store.load(id)
      return f.asTask()  // ok: once
    }
    set {
      let f = store.load(id)
      use((newValue, f.asTask()))  // ok: once
    }
  }
}

enum GoodNamespace {
  static func run() {
    let f = store.load(1)
    use(f.asTask())  // ok: once
  }
}

// MARK: bad

final class BadBodies {
  var observed = 0 {
    willSet {
      let f = store.load(newValue)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
    didSet {
      let f = store.load(oldValue)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
  }

  var short: Int {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
    return 0
  }

  var long: Int {
    get {
      let f = store.load(1)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
      return 0
    }
    set {
      let f = store.load(newValue)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
  }

  var asynchronous: User {
    get async throws {
      let f = store.load(1)
      _ = try await f.value
      return try await f.value  // expect: double-await
    }
  }

  let closure = {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  lazy var lazily: Int = {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
    return 0
  }()

  init(f: ValueFuture<User>) {
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  convenience init(id: Int) {
    let f = store.load(id)
    use(f.asTask())
    self.init(f: f)  // expect: double-await
  }

  init?(failing f: ValueFuture<User>) {
    use(f.asTask())
    use(f.asTask())  // expect: double-await
    return nil
  }

  deinit {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  subscript(id: Int) -> Int {
    let f = store.load(id)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
    return 0
  }

  static func statically() {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  class func classwise() {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  static func + (a: BadBodies, b: Int) {
    let f = store.load(b)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }

  struct Nested {
    func inside() {
      let f = store.load(1)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
  }
}

actor BadActor {
  func isolated() async throws {
    let f = store.load(1)
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

extension BadActor {
  nonisolated func fromOutside() {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

protocol WithDefault {}

extension WithDefault {
  func byDefault() {
    let f = store.load(1)
    use(f.asTask())
    use(f.asTask())  // expect: double-await
  }
}

func outer() {
  struct Local {
    func inside() {
      let f = store.load(1)
      use(f.asTask())
      use(f.asTask())  // expect: double-await
    }
  }
  use(Local())
}

func generic<each T>(values: repeat each T) {
  let f = store.load(1)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
}

nonisolated(unsafe) var globalComputed: Int {
  let f = store.load(1)
  use(f.asTask())
  use(f.asTask())  // expect: double-await
  return 0
}

@MainActor func isolatedByAttribute() async throws {
  let f = store.load(1)
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func defaultArgument(_ f: ValueFuture<User> = store.load(1)) async throws {
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
