/// Makes failing functions smaller: tries every function with one statement less, all in one file, and goes on with
/// those that still fail in the same way.
struct Shrinker {
  var batch: (_ functions: [Function]) throws -> [Outcome]

  /// What has to stay: a difference of this kind.
  private struct Failing {
    var outcome: Outcome
    var fault: Fault
    var isDone = false
  }

  func shrink(_ outcomes: [Outcome]) throws -> [Outcome] {
    var failing = outcomes.compactMap { outcome in outcome.doubt.map { Failing(outcome: outcome, fault: $0) } }
    while failing.contains(where: { !$0.isDone }) {
      var candidates: [Function] = []
      var owners: [(failing: Int, removal: Int)] = []
      for index in failing.indices where !failing[index].isDone {
        for (removal, function) in failing[index].outcome.function.smaller.enumerated() {
          var function = function
          function.name = candidates.count
          candidates.append(function)
          owners.append((index, removal))
        }
      }
      let results = try batch(candidates)
      var best: [Int: Outcome] = [:]
      for result in results {
        let owner = owners[result.function.name].failing
        guard result.doubt == failing[owner].fault else { continue }
        if let known = best[owner], known.function.lineCount <= result.function.lineCount { continue }
        best[owner] = result
      }
      for index in failing.indices where !failing[index].isDone {
        if var smaller = best[index] {
          smaller.function.name = failing[index].outcome.function.name
          failing[index].outcome = smaller
        } else {
          failing[index].isDone = true
        }
      }
    }
    return failing.map(\.outcome).filter { $0.fault != nil }
  }
}

/// In which way the linter and the execution differ.
struct Fault: Hashable {
  var difference: Outcome.Difference
  var rule: String
}

extension Outcome {
  var fault: Fault? { faults.first.map { Fault(difference: $0.difference, rule: $0.sight.rule) } }

  /// What may be a fault, had all ways been tried: a smaller form of the function will show it.
  var doubt: Fault? {
    fault ?? differences.filter { $0.value == .unexplored && reported.contains($0.key) }.keys.min().map {
      Fault(difference: .unexpected, rule: $0.rule)
    }
  }
}

extension Function {
  /// The function with one statement less, with a block in the place of its statement, or with one parameter less.
  var smaller: [Function] {
    var results = execution.smaller(body).map { body in
      var function = self
      function.body = body
      return function
    }
    results += execution.smaller(helpers).map { helpers in
      var function = self
      function.helpers = helpers
      return function
    }
    for index in parameters.indices where !mentions(parameters[index].name) {
      var function = self
      function.parameters.remove(at: index)
      results.append(function)
    }
    return results
  }

  private func mentions(_ name: String) -> Bool {
    lines(of: self).contains { line in
      line != header && line.split(whereSeparator: { !($0.isLetter && $0.isASCII) && !$0.isNumber }).contains { $0 == name }
    }
  }
}

private func smaller(_ statements: [Statement]) -> [[Statement]] {
  var results: [[Statement]] = []
  for index in statements.indices {
    var without = statements
    without.remove(at: index)
    results.append(without)
    for (place, part) in statements[index].parts.enumerated() {
      guard case .block(let block) = part else { continue }
      var unwrapped = statements
      unwrapped.replaceSubrange(index...index, with: block)
      results.append(unwrapped)
      for inner in smaller(block) {
        var changed = statements
        changed[index].parts[place] = .block(inner)
        results.append(changed)
      }
    }
    if let simpler = statements[index].withoutElse {
      var changed = statements
      changed[index] = simpler
      results.append(changed)
    }
  }
  return results
}

extension Statement {
  fileprivate var withoutElse: Statement? {
    guard parts.count >= 5, case .line(let line) = parts[parts.count - 3], line.hasPrefix("} else") else { return nil }
    var simpler = self
    simpler.parts.removeSubrange(parts.count - 3..<parts.count - 1)
    return simpler
  }
}
