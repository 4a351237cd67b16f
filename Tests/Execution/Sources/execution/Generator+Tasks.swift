// Code that runs beside other code: tasks, `async let`, groups, closures that run later or several at once.
// The execution runs a child where it starts (Runtime/Children.swift).

extension Generator {
  mutating func concurrent(_ place: Place, _ depth: Int) -> Statement {
    let canNest = depth < 4 && budget > 0
    let canWait = place.canAwait && place.canThrow
    switch random.below(12) {
    case 0 where place.canAwait && !tasks.isEmpty: return waitForTask(place)
    case 2 where canWait && !children.isEmpty: return Statement("_ = try await \(random.pick(children).name)⟨n:|.joined()⟩")
    case 3 where canWait && !children.isEmpty: return Statement("_ = try? await \(random.pick(children).name)⟨n:|.joined()⟩")
    case 4 where place.canAwait, 5 where place.canAwait: return asyncLet(place)
    case 6 where canNest && canWait && !groups.isEmpty: return groupChild(place, depth)
    case 7 where canWait && !groups.isEmpty: return Statement("try await \(random.pick(groups).name).waitForAll()")
    case 8 where canNest && canWait && !groups.isEmpty: return groupIteration(place, depth)
    case 9 where canNest && canWait: return group(place, depth)
    case 10 where canNest: return repeated(place, depth)
    default: return canNest ? task(place, depth) : use(place)
    }
  }

  /// A task with a handle or without one.
  private mutating func task(_ place: Place, _ depth: Int) -> Statement {
    let isAsync = place.canAwait && random.oneIn(4) == false
    let start = isAsync ? "await start" : "startNow"
    let task = random.pick(["Task", "Task", "Task.detached"])
    let block = child(isAsync ? .task : Place(canAwait: false, returnsNothing: true), depth)
    if random.oneIn(2) {
      let word = !isAsync && random.oneIn(2) ? "notifier.async" : task
      return Statement([.line("⟨n:\(word)|_ = \(start)⟩ {"), .block(block), .line("}")])
    }
    let name = newName("t")
    scope.append(Variable(name: name, type: .task))
    return Statement([.line("let \(name) = ⟨n:\(task)|\(start)⟩ {"), .block(block), .line("}")])
  }

  private mutating func waitForTask(_ place: Place) -> Statement {
    let name = random.pick(tasks).name
    switch random.below(4) {
    case 0: return Statement("_ = await \(name)⟨n:.result|.ended()⟩")
    case 1: return Statement("_ = try? await \(name)⟨n:.value|.joined()⟩")
    case 2: return Statement("\(name).cancel()")
    default:
      return Statement("_ = \(place.canThrow ? "try" : "try?") await \(name)⟨n:.value|.joined()⟩")
    }
  }

  private mutating func asyncLet(_ place: Place) -> Statement {
    if futures.isEmpty && pairs.isEmpty { return madeVariable(place) }
    let f = old(place)
    let value: String
    switch random.below(6) {
    case 0: value = "finish(\(f)⟨p⟩)"
    case 1: value = "store.connect(1)⟨m⟩⟨u⟩.value"
    case 2: value = "\(simpleCondition()) ? \(awaited(f)) : User()"
    default: value = awaited(f)
    }
    let name = newName("u")
    scope.append(Variable(name: name, type: .child))
    return Statement("⟨n:async let|let⟩ \(name) = ⟨n:|await start { try await ⟩\(value)⟨n:| }; defer { \(name).end() }⟩")
  }

  /// A group with children and other statements.
  private mutating func group(_ place: Place, _ depth: Int) -> Statement {
    let outer = scope
    let name = newName("group")
    scope.append(Variable(name: name, type: .group))
    var block = [groupChild(place, depth + 1)]
    block += statements(.task, depth: depth + 1)
    scope = outer
    return Statement([
      .line("try await ⟨n:withThrowingTaskGroup(of: Void.self)|withGroup⟩ { \(name) in"), .block(block), .line("}"),
    ])
  }

  private mutating func groupChild(_ place: Place, _ depth: Int) -> Statement {
    let name = random.pick(groups).name
    let block = child(.task, depth)
    return Statement([.line("⟨n:\(name).addTask|await \(name).add⟩ {"), .block(block), .line("}")])
  }

  private mutating func groupIteration(_ place: Place, _ depth: Int) -> Statement {
    let name = random.pick(groups).name
    var inner = place
    inner.loops.append(nil)
    return Statement([
      .line("⟨n:for try await _ in \(name)|while try \(name).next()⟩ {"), .block(statements(inner, depth: depth + 1)), .line("}"),
    ])
  }

  /// A closure that runs later, again and again; one that runs now, several times at once.
  private mutating func repeated(_ place: Place, _ depth: Int) -> Statement {
    let header = random.pick(["⟨n:notifier.addObserver|onEvents⟩", "⟨n:DispatchQueue.concurrentPerform(iterations: 2)|allAtOnce⟩"])
    let block = child(Place(canAwait: false, canThrow: false, returnsNothing: true), depth)
    let parameter = header.contains("iterations") ? " ⟨n:_ in|⟩" : ""
    return Statement([.line("\(header) {\(parameter)"), .block(block), .line("}")])
  }

  /// The body of a child. What runs beside it is not waited for in it, and variables do not change in it: the compiler
  /// refuses that.
  private mutating func child(_ place: Place, _ depth: Int) -> [Statement] {
    let outer = scope
    scope.removeAll { variable in
      switch variable.type {
      case .task, .child, .group: true
      default: false
      }
    }
    for index in scope.indices { scope[index].isVar = false }
    let block = statements(place, depth: depth + 1)
    scope = outer
    return block
  }
}
