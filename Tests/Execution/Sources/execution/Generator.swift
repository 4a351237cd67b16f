// Makes one random function: its parameters, a body of nested blocks, and the names that are in sight at each point.
// Generator+Statements.swift holds the statements, Generator+Expressions.swift the expressions and conditions.

struct Generator {
  var random: Random
  var function: Function
  /// Functions of the file that this one calls, made with it.
  var helpers: [Helper] = []
  /// What the function being made is, if it is a helper.
  var helper: Helper?
  /// How often each name was used, to spread the uses over the futures.
  var useCounts: [String: Int] = [:]
  /// What can be named here; blocks take their own names away again.
  var scope: [Variable] = []
  /// Whether tasks, groups and `async let` stand in it.
  var isConcurrent = false
  /// Statements that may still be made.
  var budget: Int
  private var nameCount = 0

  static func function(seed: Int, name: Int) -> Function {
    var generator = Generator(random: Random(seed: seed, stream: name), name: name)
    if generator.random.oneIn(4) {
      for _ in 0...generator.random.below(2) { generator.makeHelper() }
    }
    generator.isConcurrent = generator.random.oneIn(3)
    generator.makeFunction()
    return generator.function
  }

  private init(random: Random, name: Int) {
    self.random = random
    function = Function(name: name)
    budget = 4 + self.random.below(12)
  }

  mutating func newName(_ letter: String) -> String {
    nameCount += 1
    return "\(letter)\(nameCount)"
  }

  private mutating func makeFunction() {
    for _ in 0..<1 + random.below(3) { parameter(.bool) }
    if random.oneIn(3) { parameter(.kind) }
    if random.oneIn(4) { parameter(.int) }
    if random.oneIn(3) { parameter(.future) }
    if random.oneIn(6) { parameter(.optional) }
    if random.oneIn(5) { function.result = "ValueFuture<User>" }
    var body = [madeVariable(Place())]
    body += statements(Place(), depth: 0)
    while budget > 0 { body += statements(Place(), depth: 0) }
    // A function without any use tells nothing.
    body.append(use(Place()))
    if !function.result.isEmpty { body.append(Statement("return \(returned(Place()))")) }
    function.body = body
  }

  /// A small function of the same file that gets futures; its summary is what the analysis knows of it.
  private mutating func makeHelper() {
    let isAsync = random.oneIn(2)
    let made = Helper(
      name: "help⟨f⟩x\(helpers.count)", isAsync: isAsync,
      gift: random.pick([.nothing, .nothing, .nothing, .new, .own, .either]), takesClosure: random.oneIn(4))
    let savedBudget = budget
    budget = 1 + random.below(5)
    helper = made
    scope = [Variable(name: "g", type: .future), Variable(name: "flag", type: .flag)]
    if made.takesClosure { scope.append(Variable(name: "body", type: .local(isAsync: isAsync))) }
    var place = Place(canAwait: isAsync, canThrow: isAsync)
    place.returnsNothing = made.gift == .nothing
    var body = statements(place, depth: 0)
    if isAsync { body.append(Statement("⟨w⟩")) }
    // What may give back either does so, as far as anybody can tell by its text.
    if made.gift == .either {
      body.append(Statement("return flag ? g⟨b⟩ : store.load(9)⟨m⟩⟨g⟩"))
    } else if !place.returnsNothing {
      body.append(Statement("return \(returned(place))"))
    }
    let words = isAsync ? " async throws" : ""
    var parameters = "_ g: ValueFuture<User>, _ flag: Bool"
    if made.takesClosure { parameters += ", _ body: ()\(words) -> Void" }
    function.helpers.append(
      Statement([
        .line("func \(made.name)(\(parameters))\(words)\(place.returnsNothing ? "" : " -> ValueFuture<User>") {"), .block(body), .line("}"),
      ]))
    helpers.append(made)
    helper = nil
    scope = []
    budget = savedBudget
  }

  private mutating func parameter(_ type: Parameter.Kind) {
    let name = newName(type == .bool ? "a" : type == .kind ? "k" : type == .int ? "n" : "f")
    function.parameters.append(Parameter(name: name, type: type))
    switch type {
    case .bool: scope.append(Variable(name: name, type: .flag))
    case .kind: scope.append(Variable(name: name, type: .kind))
    // Relations between different comparisons of one number are not computed: each has one comparison, or equalities.
    case .int: scope.append(Variable(name: name, type: .number(comparison: random.oneIn(2) ? "\(name) < \(1 + random.below(2))" : nil)))
    case .future: scope.append(Variable(name: name, type: .future))
    case .optional: scope.append(Variable(name: name, type: .optional))
    }
  }

  mutating func statements(_ place: Place, depth: Int) -> [Statement] {
    let outer = scope
    var made: [Statement] = []
    for _ in 0..<1 + random.below(depth == 0 ? 5 : 3) {
      budget -= 1
      made += statement(place, depth: depth)
      if budget <= 0 { break }
    }
    if depth > 0 {
      scope = outer
      if random.oneIn(4), let exit = exit(place) { made.append(exit) }
    }
    return made
  }
}

/// What is allowed at a point of the program.
struct Place {
  var canAwait = true
  var canThrow = true
  var canReturn = true
  /// Inside a function or closure that gives back nothing.
  var returnsNothing = false
  /// A closure that a generated helper runs: whether before or after its own uses nobody knows.
  var isRunByHelper = false
  /// Inside a `do` whose `catch` takes some errors only: what an inner `catch` let pass is not remembered.
  var isInPartialDo = false
  /// The loops around, innermost last; nil for one without a label.
  var loops: [String?] = []

  /// The body of a task or of a group's child.
  static let task = Place(returnsNothing: true)

  /// The body of a closure that runs now.
  func closure(canAwait: Bool, isRunByHelper: Bool = false) -> Place {
    Place(canAwait: canAwait, canThrow: canAwait, returnsNothing: true, isRunByHelper: isRunByHelper)
  }
}

/// A generated function that is called with a future, a flag, and perhaps a closure.
struct Helper {
  var name: String
  var isAsync: Bool
  enum Gift { case nothing, new, own, either }
  /// What it gives back; `own` is the future that it got.
  var gift: Gift
  var takesClosure: Bool

  var canCallItself: Bool { gift == .nothing && !takesClosure }
}

struct Variable {
  enum Kind {
    case future, optional, flag, kind
    /// Compared in this way only; nil: with equalities.
    case number(comparison: String?)
    /// The variable of a loop.
    case index
    /// Of two futures.
    case pair
    /// The handle of a task; the name of an `async let`; a task group.
    case task, child, group
    /// A function of its own, called without arguments.
    case local(isAsync: Bool)
  }
  var name: String
  var type: Kind
  var isVar = false
}

extension Generator {
  /// Of two the one that was used less.
  mutating func pickFuture(_ names: [String]) -> String {
    let (first, second) = (random.pick(names), random.pick(names))
    let picked = useCounts[first, default: 0] <= useCounts[second, default: 0] ? first : second
    useCounts[picked, default: 0] += 1
    return picked
  }

  var futures: [Variable] { scope.filter { if case .future = $0.type { true } else { false } } }
  var optionals: [Variable] { scope.filter { if case .optional = $0.type { true } else { false } } }
  var flags: [Variable] { scope.filter { if case .flag = $0.type { true } else { false } } }
  var kinds: [Variable] { scope.filter { if case .kind = $0.type { true } else { false } } }
  var numbers: [Variable] { scope.filter { if case .number = $0.type { true } else { false } } }
  var indices: [Variable] { scope.filter { if case .index = $0.type { true } else { false } } }
  var pairs: [Variable] { scope.filter { if case .pair = $0.type { true } else { false } } }
  var tasks: [Variable] { scope.filter { if case .task = $0.type { true } else { false } } }
  var children: [Variable] { scope.filter { if case .child = $0.type { true } else { false } } }
  var groups: [Variable] { scope.filter { if case .group = $0.type { true } else { false } } }
  var locals: [Variable] { scope.filter { if case .local = $0.type { true } else { false } } }
}
