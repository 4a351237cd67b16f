// Statements.

extension Generator {
  mutating func statement(_ place: Place, depth: Int) -> [Statement] {
    let canNest = depth < 4 && budget > 0
    if canNest, !helpers.isEmpty, random.oneIn(4) { return [callHelper(place, depth)] }
    if helper?.canCallItself == true, random.oneIn(6) { return [callItself(place)] }
    if isConcurrent, random.oneIn(4) { return [concurrent(place, depth)] }
    switch random.below(canNest ? 46 : 25) {
    case 0..<10: return [use(place)]
    case 10..<13: return [madeVariable(place)]
    case 13, 14: return [alias(place)]
    case 15, 16: return [assignment(place)]
    case 17: return [flag(place)]
    case 18: return [optionalVariable(place)]
    case 19: return pair(place)
    case 20: return [place.canThrow ? Statement("try risk()") : use(place)]
    case 21: return [decided(place)]
    case 22: return [locals.isEmpty ? use(place) : call(random.pick(locals), place)]
    case 23: return [guess(place)]
    case 24: return [Statement(futures.isEmpty ? "use(0)" : "\(random.pick(["precondition", "assert"]))(\(random.pick(futures).name).isCompleted)")]
    case 40: return [optionals.isEmpty ? branch(place, depth) : switchOptional(place, depth)]
    case 41: return [flags.isEmpty ? branch(place, depth) : switchFlags(place, depth)]
    case 42: return whileLet(place, depth)
    case 43: return [elements(place, depth)]
    case 44: return [labelled(place, depth)]
    case 45: return [captured(place, depth)]
    case 25, 26: return [branch(place, depth)]
    case 27: return [place.canReturn || !place.loops.isEmpty ? guardStatement(place, depth) : branch(place, depth)]
    case 28: return [kinds.isEmpty ? branch(place, depth) : switchStatement(place, depth)]
    case 29, 30: return [forLoop(place, depth)]
    case 31: return whileLoop(place, depth)
    case 32: return [repeatLoop(place, depth)]
    case 33, 34: return [place.canAwait ? doCatch(place, depth) : branch(place, depth)]
    case 35: return [deferred(place, depth)]
    case 36: return [optionals.isEmpty ? checked(place, depth) : bound(place, depth)]
    case 37: return [closure(place, depth)]
    case 38: return local(place, depth)
    default: return [checked(place, depth)]
    }
  }

  // MARK: without blocks

  /// Uses a future up, or only looks at it.
  mutating func use(_ place: Place) -> Statement {
    if futures.isEmpty && pairs.isEmpty { return madeVariable(place) }
    let optional = optionals.isEmpty ? nil : random.pick(optionals).name
    let f = old(place)
    switch random.below(28) {
    case 22: return Statement("\(f)⟨p⟩.give()")
    case 23 where place.canAwait: return Statement("try await \(f)⟨p⟩.finishMyself()")
    case 24 where place.canAwait: return Statement("try await finishAgain(\(f)⟨p⟩, \(random.below(3)))")
    case 25: return Statement("\(random.oneIn(2) ? "ping" : "lookAgain")(\(f)⟨p⟩, \(random.below(3)))")
    case 26: return Statement("anyEnding().end(\(f)⟨p⟩)")
    case 27:
      let variables = futures.filter { v in v.isVar && scope.last { $0.name == v.name }?.isVar == true }
      if variables.isEmpty { return Statement("use(\(f).isCompleted)") }
      let name = random.pick(variables).name
      return Statement(random.oneIn(2) ? "renew(&\(name))" : "⟨n:drain(&\(name))|\(name).cell.take(@)⟩")
    case 0: return Statement("_ = \(f)⟨u⟩.asTask()")
    case 1: return Statement("_ = \(f)⟨u⟩.preserve()")
    case 2: return Statement("use(\(f)⟨u⟩.result)")
    case 3: return Statement("convert(\(f)⟨p⟩)")
    case 4: return Statement("look(\(f)⟨p⟩)")
    case 5: return Statement("takeOver(\(f)⟨g⟩)")
    case 6 where place.canAwait: return Statement("try await \(random.oneIn(2) ? "finish" : "finishThrough")(\(f)⟨p⟩)")
    case 7: return Statement("convertIf(\(f)⟨p⟩, \(simpleCondition()))")
    case 8: return Statement("readIfDone(\(f)⟨p⟩)")
    case 9: return Statement("use(\(f).isCompleted)")
    case 10 where place.canAwait && optional != nil: return Statement("_ = try await \(optional!)?⟨u⟩.value")
    case 11 where optional != nil: return Statement("_ = \(optional!)?⟨u⟩.asTask()")
    case 12 where place.canAwait: return Statement("_ = try? await \(f)⟨u⟩.value")
    case 13 where place.canAwait: return Statement("_ = try await \(simpleCondition()) ? \(awaited(f)) : User()")
    case 14 where place.canAwait && place.canThrow: return Statement("_ = try await \(awaited("(\(future(place)))"))")
    case 15 where !place.canAwait: return Statement("if \(simpleCondition()) { _ = \(f)⟨u⟩.asTask() }")
    default:
      if place.canAwait && place.canThrow { return Statement("_ = try await \(awaited(f))") }
      if place.canAwait { return Statement("_ = try? await \(f)⟨u⟩.value") }
      return Statement("_ = \(f)⟨u⟩.asTask()")
    }
  }

  mutating func madeVariable(_ place: Place) -> Statement {
    let isVar = random.oneIn(3)
    let name = newName("f")
    let statement = Statement("\(isVar ? "var" : "let") \(name) = \(made(place))")
    scope.append(Variable(name: name, type: .future, isVar: isVar))
    return statement
  }

  mutating func alias(_ place: Place) -> Statement {
    if futures.isEmpty && pairs.isEmpty { return madeVariable(place) }
    let isVar = random.oneIn(3)
    let name = newName("f")
    let statement = Statement("\(isVar ? "var" : "let") \(name) = \(future(place))")
    scope.append(Variable(name: name, type: .future, isVar: isVar))
    return statement
  }

  mutating func assignment(_ place: Place) -> Statement {
    let variables = scope.indices.filter { index in
      scope[index].isVar && !scope[index...].dropFirst().contains { $0.name == scope[index].name }
    }.map { scope[$0] }
    if variables.isEmpty { return alias(place) }
    let variable = random.pick(variables)
    let value: String
    switch variable.type {
    case .future: value = random.oneIn(2) || futures.isEmpty && pairs.isEmpty ? made(place) : future(place)
    case .optional: value = futures.isEmpty && pairs.isEmpty ? "nil" : optional(place)
    case .flag:
      if random.oneIn(6) { return Statement("\(variable.name).toggle()") }
      if random.oneIn(3) { return changed(variable.name) }
      value = random.pick(["true", "false", condition(Place(canAwait: false))])
    default: return use(place)
    }
    // The compiler refuses `f = f`.
    return value == variable.name ? alias(place) : Statement("\(variable.name) = \(value)")
  }

  /// By a function that gets the flag: `raise(&c)`.
  private mutating func changed(_ name: String) -> Statement {
    if random.oneIn(3) { return Statement("put(&\(name), \(random.pick(["true", "false"] + flags.map(\.name).filter { $0 != name })))") }
    return Statement("\(random.pick(["raise", "lower", "turn", "lowerDeeply"]))(&\(name))")
  }

  mutating func flag(_ place: Place) -> Statement {
    let isVar = random.oneIn(2)
    let name = newName("c")
    let value = isVar && random.oneIn(2) ? random.pick(["true", "false"]) : condition(Place(canAwait: false))
    scope.append(Variable(name: name, type: .flag, isVar: isVar))
    return Statement("\(isVar ? "var" : "let") \(name) = \(value)")
  }

  private mutating func optionalVariable(_ place: Place) -> Statement {
    if futures.isEmpty && pairs.isEmpty { return madeVariable(place) }
    let isVar = random.oneIn(2)
    let name = newName("o")
    let value = optional(place)
    scope.append(Variable(name: name, type: .optional, isVar: isVar))
    return Statement("\(isVar ? "var" : "let") \(name): ValueFuture<User>? = \(value)")
  }

  private mutating func pair(_ place: Place) -> [Statement] {
    if futures.isEmpty { return [madeVariable(place)] }
    if !pairs.isEmpty, random.oneIn(2) {
      let (first, second) = (newName("f"), newName("f"))
      let statement = Statement("let (\(first), \(second)) = \(random.pick(pairs).name)")
      scope += [Variable(name: first, type: .future), Variable(name: second, type: .future)]
      return [statement]
    }
    let name = newName("p")
    let statement = Statement("let \(name) = (\(random.pick(futures).name), \(random.pick(futures).name))")
    scope.append(Variable(name: name, type: .pair))
    return [statement]
  }

  /// A name for one of two futures, by an `if` or `switch` expression or a late initialisation.
  private mutating func decided(_ place: Place) -> Statement {
    if futures.isEmpty && pairs.isEmpty { return madeVariable(place) }
    let name = newName("f")
    let first = old(place)
    let second = random.oneIn(3) ? "store.load(7)⟨m⟩" : old(place)
    let statement: Statement
    switch random.below(3) {
    case 0:
      statement = Statement([
        .line("let \(name) = if \(condition(Place(canAwait: false))) {"), .line("  \(first)"), .line("} else {"), .line("  \(second)"), .line("}"),
      ])
    case 1 where !kinds.isEmpty:
      statement = Statement([
        .line("let \(name) = switch \(random.pick(kinds).name) {"), .line("case .one: \(first)"), .line("default: \(second)"), .line("}"),
      ])
    default:
      statement = Statement([
        .line("let \(name): ValueFuture<User>"), .line("if \(condition(Place(canAwait: false))) { \(name) = \(first) } else {"),
        .line("  \(name) = \(second)"), .line("}"),
      ])
    }
    scope.append(Variable(name: name, type: .future))
    return statement
  }

  mutating func exit(_ place: Place, isOfGuard: Bool = false) -> Statement? {
    var choices: [String] = []
    let anywhere = helper != nil && place.canThrow ? "⟨w⟩" : ""
    if place.canReturn {
      if place.returnsNothing || helper == nil && function.result.isEmpty {
        choices.append(anywhere + "return")
      } else {
        choices.append("\(anywhere)return \(returned(place))")
      }
      if place.canThrow, !place.isRunByHelper, random.oneIn(6) { choices.append("⟨n:fatalError()|trap(); throw Trouble.one⟩") }
      if place.canThrow, !isOfGuard || !place.isRunByHelper {
        let error = random.oneIn(2) ? "throw Trouble.one" : "throw Trouble.two"
        choices.append(place.isRunByHelper ? "⟨x:\(error)⟩" : error)
      }
    }
    if !place.loops.isEmpty {
      choices += ["break", "continue", "break"]
      if let label = random.pick(place.loops) { choices += ["break \(label)", "continue \(label)"] }
    }
    return choices.isEmpty ? nil : Statement(random.pick(choices))
  }

  private mutating func call(_ local: Variable, _ place: Place) -> Statement {
    guard case .local(let isAsync) = local.type else { return use(place) }
    if isAsync && !place.canAwait { return use(place) }
    let call = isAsync ? "try await \(local.name)()" : "\(local.name)()"
    if local.name == "body" { return Statement("⟨q:\(call)⟩") }
    return Statement("⟨n:\(call)|\(isAsync ? "try await " : "")called(@) { \(call) }⟩")
  }

  // MARK: with blocks

  private mutating func branch(_ place: Place, _ depth: Int) -> Statement {
    var parts: [Statement.Part] = [.line("if \(condition(place)) {"), .block(statements(place, depth: depth + 1))]
    if random.oneIn(4) {
      parts += [.line("} else if \(condition(place)) {"), .block(statements(place, depth: depth + 1))]
    }
    if random.oneIn(2) { parts += [.line("} else {"), .block(statements(place, depth: depth + 1))] }
    return Statement(parts + [.line("}")])
  }

  private mutating func guardStatement(_ place: Place, _ depth: Int) -> Statement {
    guard let exit = exit(place, isOfGuard: true) else { return branch(place, depth) }
    var block = random.oneIn(2) ? [use(place)] : []
    block.append(exit)
    if !optionals.isEmpty, random.oneIn(2) {
      let name = newName("f")
      let statement = Statement([.line("guard let \(name) = \(random.pick(optionals).name) else {"), .block(block), .line("}")])
      scope.append(Variable(name: name, type: .future))
      return statement
    }
    return Statement([.line("guard \(condition(place)) else {"), .block(block), .line("}")])
  }

  private mutating func switchStatement(_ place: Place, _ depth: Int) -> Statement {
    var parts: [Statement.Part] = [.line("switch \(random.pick(kinds).name) {")]
    // `break` would leave the switch.
    var inner = place
    inner.loops = place.loops.filter { $0 != nil }
    let cases: [String]
    switch random.below(4) {
    case 0: cases = ["case .one:", "case .two, .three:"]
    case 1: cases = ["case .one:", "case .two:", "case .three:"]
    case 2: cases = ["case .two where \(simpleCondition()):", "default:"]
    default: cases = ["case .one:", "default:"]
    }
    for (index, label) in cases.enumerated() {
      var block = statements(inner, depth: depth + 1)
      if index + 1 < cases.count, random.oneIn(8) { block.append(Statement("fallthrough")) }
      parts += [.line(label), .block(block)]
    }
    return Statement(parts + [.line("}")])
  }

  /// The place inside of a loop, and what stands before its keyword.
  private mutating func loop(_ place: Place) -> (Place, String) {
    var inner = place
    let label: String? = random.oneIn(3) ? newName("loop") : nil
    inner.loops.append(label)
    return (inner, label.map { "\($0): " } ?? "")
  }

  private mutating func forLoop(_ place: Place, _ depth: Int) -> Statement {
    let (inner, label) = loop(place)
    if random.oneIn(4) {
      let outer = scope
      let name = newName("i")
      scope.append(Variable(name: name, type: .index))
      let block = statements(inner, depth: depth + 1)
      scope = outer
      return Statement([.line("\(label)for \(name) in ⟨i:0..<\(1 + random.below(3))⟩ {"), .block(block), .line("}")])
    }
    if random.oneIn(4), let number = numbers.first {
      return Statement([
        .line("\(label)for _ in ⟨z:0..<\(number.name)⟩ {"), .block(statements(inner, depth: depth + 1)), .line("}"),
      ])
    }
    return Statement([
      .line("\(label)for _ in ⟨r:0..<\(1 + random.below(3))⟩ {"), .block(statements(inner, depth: depth + 1)), .line("}"),
    ])
  }

  private mutating func whileLoop(_ place: Place, _ depth: Int) -> [Statement] {
    let (inner, label) = loop(place)
    if random.oneIn(4) {
      return [
        Statement([
          .line("\(label)while true {"), .line("  if ⟨d:random()⟩ { break }"), .block(statements(inner, depth: depth + 1)), .line("}"),
        ])
      ]
    }
    let counter = newName("i")
    return [
      Statement("var \(counter) = 0"),
      Statement([
        .line("\(label)while ⟨c:\(counter) < \(1 + random.below(3))⟩ {"), .line("  \(counter) += 1"),
        .block(statements(inner, depth: depth + 1)), .line("}"),
      ]),
    ]
  }

  private mutating func repeatLoop(_ place: Place, _ depth: Int) -> Statement {
    let (inner, label) = loop(place)
    return Statement([.line("\(label)repeat {"), .block(statements(inner, depth: depth + 1)), .line("} while ⟨a:random()⟩")])
  }

  private mutating func doCatch(_ place: Place, _ depth: Int) -> Statement {
    var inner = place
    inner.canThrow = true
    let isPartial = place.canThrow && !place.isInPartialDo && random.oneIn(4)
    inner.isInPartialDo = place.isInPartialDo || isPartial
    var parts: [Statement.Part] = [.line("do {")]
    var block = statements(inner, depth: depth + 1)
    if random.oneIn(2) { block.insert(Statement("try risk()"), at: random.below(block.count)) }
    parts.append(.block(block))
    if isPartial {
      parts += [.line("} catch Trouble.one {"), .block(statements(place, depth: depth + 1))]
    } else {
      parts += [.line("} catch {"), .block(statements(place, depth: depth + 1))]
    }
    return Statement(parts + [.line("}")])
  }

  private mutating func deferred(_ place: Place, _ depth: Int) -> Statement {
    let inner = Place(canAwait: false, canThrow: false, canReturn: false)
    return Statement([.line("defer {⟨n:| deferring += 1; defer { deferring -= 1 }⟩"), .block(statements(inner, depth: max(2, depth) + 1)), .line("}")])
  }

  /// `if let`, with and without another condition.
  private mutating func bound(_ place: Place, _ depth: Int) -> Statement {
    let source = random.oneIn(3) ? "store.find(4)⟨m⟩" : random.pick(optionals).name
    let outer = scope
    let name = newName("f")
    let more = random.oneIn(3) ? ", \(simpleCondition())" : ""
    scope.append(Variable(name: name, type: .future))
    var parts: [Statement.Part] = [.line("if let \(name) = \(source)\(more) {"), .block(statements(place, depth: depth + 1))]
    scope = outer
    if random.oneIn(2) { parts += [.line("} else {"), .block(statements(place, depth: depth + 1))] }
    return Statement(parts + [.line("}")])
  }

  /// The fast path: asks before it reads.
  private mutating func checked(_ place: Place, _ depth: Int) -> Statement {
    if futures.isEmpty { return branch(place, depth) }
    let f = random.pick(futures).name
    let block = [Statement("use(\(f)⟨u⟩.result)")]
    let other = statements(place, depth: depth + 1)
    if random.oneIn(2) {
      return Statement([.line("if \(f).isCompleted {"), .block(block), .line("} else {"), .block(other), .line("}")])
    }
    return Statement([.line("if !\(f).isCompleted {"), .block(other), .line("} else {"), .block(block), .line("}")])
  }

  /// A helper that calls itself ends: the second call gets `false`.
  private mutating func callItself(_ place: Place) -> Statement {
    guard let helper, !helper.isAsync || place.canAwait && place.canThrow else { return use(place) }
    return Statement([
      .line("if ⟨n:flag|recurses(flag)⟩ {"), .line("  \(helper.isAsync ? "try await " : "")\(helper.name)(\(old(place))⟨p⟩, false)"), .line("}"),
    ])
  }

  private mutating func callHelper(_ place: Place, _ depth: Int) -> Statement {
    let helper = random.pick(helpers)
    if futures.isEmpty && pairs.isEmpty || helper.isAsync && !(place.canAwait && place.canThrow) { return branch(place, depth) }
    var line = "\(helper.isAsync ? "try await " : "")\(helper.name)(\(old(place))\(passing(to: helper)), \(simpleCondition())"
    let name: String? = helper.gift == .nothing ? nil : newName("f")
    if let name { line = "let \(name) = " + line }
    let ending = helper.gift == .new ? "⟨m⟩" : helper.gift == .either ? "⟨e⟩" : ""
    let block = helper.takesClosure ? statements(place.closure(canAwait: helper.isAsync, isRunByHelper: true), depth: depth + 1) : []
    if let name { scope.append(Variable(name: name, type: .future)) }
    if !helper.takesClosure { return Statement("\(line))\(ending)") }
    return Statement([.line("\(line)) {"), .block(block), .line("}\(ending)")])
  }

  /// Of some helpers the same future comes back, which nobody has taken on then.
  private func passing(to helper: Helper) -> String {
    if helper.gift == .own { return helper.takesClosure ? "⟨H⟩" : "⟨h⟩" }
    return helper.takesClosure ? "⟨P⟩" : "⟨p⟩"
  }

  /// Tries, and goes on knowing whether it worked.
  private mutating func guess(_ place: Place) -> Statement {
    guard place.canAwait, !futures.isEmpty else { return use(place) }
    let name = newName("c")
    let f = old(place)
    scope.append(Variable(name: name, type: .flag))
    return Statement("let \(name) = (try? await \(f)⟨u⟩.value) \(random.oneIn(2) ? "==" : "!=") nil")
  }

  /// `switch o { case let f?: … case nil: … }`, `if case`.
  private mutating func switchOptional(_ place: Place, _ depth: Int) -> Statement {
    let outer = scope
    let name = newName("f")
    let subject = random.pick(optionals).name
    scope.append(Variable(name: name, type: .future))
    let present = statements(place, depth: depth + 1)
    scope = outer
    let absent = statements(place, depth: depth + 1)
    switch random.below(3) {
    case 0:
      return Statement([.line("if case let \(name)? = \(subject) {"), .block(present), .line("} else {"), .block(absent), .line("}")])
    case 1:
      return Statement([
        .line("switch \(subject) {"), .line("case .some(let \(name)):"), .block(present), .line("case .none:"), .block(absent), .line("}"),
      ])
    default:
      return Statement([
        .line("switch \(subject) {"), .line("case nil:"), .block(absent), .line("case let \(name)?:"), .block(present), .line("}"),
      ])
    }
  }

  /// `switch a { case true: … }` and `switch (a, b) { … }`.
  private mutating func switchFlags(_ place: Place, _ depth: Int) -> Statement {
    let (a, b) = (random.pick(flags).name, random.pick(flags).name)
    let (first, second, third) = (
      statements(place, depth: depth + 1), statements(place, depth: depth + 1), statements(place, depth: depth + 1)
    )
    switch random.below(3) {
    case 0:
      return Statement([.line("switch \(a) {"), .line("case true:"), .block(first), .line("case false:"), .block(second), .line("}")])
    case 1:
      return Statement([
        .line("switch (\(a), \(b)) {"), .line("case (true, _):"), .block(first), .line("case (_, true):"), .block(second),
        .line("default:"), .block(third), .line("}"),
      ])
    default:
      return Statement([
        .line("switch true {"), .line("case \(condition(Place(canAwait: false))):"), .block(first), .line("default:"), .block(second),
        .line("}"),
      ])
    }
  }

  private mutating func whileLet(_ place: Place, _ depth: Int) -> [Statement] {
    let (inner, label) = loop(place)
    let outer = scope
    let name = newName("f")
    let source = optionals.isEmpty || random.oneIn(2) ? "store.find(2)⟨m⟩" : random.pick(optionals).name
    scope.append(Variable(name: name, type: .future))
    let block = statements(inner, depth: depth + 1)
    scope = outer
    // The value need not ever be nil.
    return [
      Statement([.line("\(label)while let \(name) = \(source) {"), .line("  if ⟨d:random()⟩ { break }"), .block(block), .line("}")])
    ]
  }

  /// Closures of the standard library that run for each element, and for an optional's value.
  private mutating func elements(_ place: Place, _ depth: Int) -> Statement {
    let inner = place.closure(canAwait: false)
    if !optionals.isEmpty, random.oneIn(2) {
      let outer = scope
      let name = newName("f")
      let subject = random.pick(optionals).name
      scope.append(Variable(name: name, type: .future))
      let block = statements(inner, depth: depth + 1)
      scope = outer
      return Statement([.line("_ = \(subject)⟨l⟩.map { \(name) in"), .block(block), .line("}")])
    }
    let list = random.pick(["(⟨z:0..<1⟩)", "(⟨z:0..<2⟩)"])
    return Statement([.line("\(list).forEach { _ in"), .block(statements(inner, depth: depth + 1)), .line("}")])
  }

  /// `check: if … { … break check … }`, and `do`.
  private mutating func labelled(_ place: Place, _ depth: Int) -> Statement {
    let label = newName("part")
    let header = random.oneIn(2) ? "if \(condition(place))" : "do"
    var block = statements(place, depth: depth + 1)
    let leave = Statement([.line("if \(condition(place)) { break \(label) }")])
    block.insert(leave, at: random.below(block.count))
    return Statement([.line("\(label): \(header) {"), .block(block), .line("}")])
  }

  /// A closure with a capture list.
  private mutating func captured(_ place: Place, _ depth: Int) -> Statement {
    if futures.isEmpty { return branch(place, depth) }
    let outer = scope
    let f = random.pick(futures).name
    let name = newName("f")
    let list = random.oneIn(2) ? "[\(f)]" : "[\(name) = \(f)]"
    // A captured copy does not change.
    scope.append(Variable(name: list.contains("=") ? name : f, type: .future))
    let block = statements(place.closure(canAwait: false), depth: depth + 1)
    scope = outer
    return Statement([.line("\(random.pick(["onceNow", "twiceNow", "lock.withLock"])) { \(list) in"), .block(block), .line("}")])
  }

  private mutating func closure(_ place: Place, _ depth: Int) -> Statement {
    let header: String
    let isAsync = place.canAwait && place.canThrow && random.oneIn(2)
    if isAsync {
      header = random.pick(["once", "twice", "perhaps(\(simpleCondition()))", "again"])
    } else {
      if random.oneIn(5) {
        let (first, second) = (
          statements(place.closure(canAwait: false), depth: depth + 1), statements(place.closure(canAwait: false), depth: depth + 1)
        )
        return Statement([.line("either(\(simpleCondition())) {"), .block(first), .line("} or: {"), .block(second), .line("}")])
      }
      header = random.pick(["lock.withLock", "onceNow", "twiceNow", "neverNow", "runIf(\(simpleCondition()))"])
    }
    let block = statements(place.closure(canAwait: isAsync), depth: depth + 1)
    return Statement([.line("\(isAsync ? "try await " : "")\(header) {"), .block(block), .line("}")])
  }

  private mutating func local(_ place: Place, _ depth: Int) -> [Statement] {
    let isAsync = place.canAwait && place.canThrow && random.oneIn(2)
    let name = newName("inner")
    let block = statements(place.closure(canAwait: isAsync), depth: depth + 1)
    let local = Variable(name: name, type: .local(isAsync: isAsync))
    scope.append(local)
    return [
      Statement([.line("func \(name)()\(isAsync ? " async throws" : "") {"), .block(block), .line("}")]), call(local, place),
    ]
  }
}
