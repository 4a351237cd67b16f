import VTDiagnostics
import VTSyntax

/// What a run has found out about a file's functions that summaries are made of.
package struct FunctionRecord: Sendable, Equatable {
  struct Function: Sendable, Equatable {
    /// Its place among the file's declarations.
    var index: Int32
    /// What it does with each of its followed parameters; -1 is the receiver.
    var effects: [Effect]
    /// The words of its body by which functions may be called, in ascending order; `.none` for what is called without one.
    var words: [Name]
    /// Other files may call it.
    var isSeen = true
  }

  struct Effect: Sendable, Equatable {
    var place: Int
    var summary: ParameterSummary
  }

  var functions: [Function]
  /// One of them calls itself by way of another file: what it does cannot be found out from this file alone.
  var isInRecursionOfFiles: Bool
  /// No function of the file is missing.
  var isWhole = true

  /// The record of a file that has been edited since.
  /// - Parameter places: by the place of a declaration in the old file, that in the new one; functions without one are left out.
  package func moved(to places: [Int32: VisibleDeclarations.Place]) -> FunctionRecord {
    let moved = functions.compactMap { function in
      places[function.index].map {
        Function(index: $0.index, effects: function.effects, words: function.words, isSeen: $0.isSeen)
      }
    }
    return FunctionRecord(
      functions: moved, isInRecursionOfFiles: isInRecursionOfFiles, isWhole: moved.count == functions.count)
  }

  /// Whether all of its functions that others see do what the same ones do in another record.
  func saysTheSame(as other: FunctionRecord?) -> Bool {
    let effects = Dictionary((other?.functions ?? []).map { ($0.index, $0.effects) }, uniquingKeysWith: { first, _ in first })
    return functions.allSatisfy { !$0.isSeen || effects[$0.index] == $0.effects }
  }

  // MARK: numbers

  package var numbers: [UInt64] {
    var writer = RecordWriter()
    writer.write([isInRecursionOfFiles])
    writer.write(functions) { writer, function in
      writer.write(Int(function.index))
      writer.write(function.effects) { writer, effect in
        writer.write(effect.place)
        writer.write(effect.summary)
      }
      writer.write(function.words) { $0.write($1) }
    }
    return writer.numbers
  }

  /// - Parameter declarations: the file's.
  /// - Returns: nil for numbers that nobody wrote so.
  package init?(_ numbers: ArraySlice<UInt64>, declarations: Int) {
    var reader = RecordReader(numbers)
    isInRecursionOfFiles = reader.flags(1)[0]
    functions = reader.list { reader in
      Function(
        index: reader.integer(), effects: reader.list { Effect(place: $0.integer(), summary: $0.summary()) },
        words: reader.list { $0.name() })
    }
    if reader.isBroken || !reader.isAtEnd { return nil }
    if functions.contains(where: { $0.index < 0 || $0.index >= declarations || $0.effects.isEmpty }) { return nil }
  }

  init(functions: [Function], isInRecursionOfFiles: Bool, isWhole: Bool = true) {
    (self.functions, self.isInRecursionOfFiles, self.isWhole) = (functions, isInRecursionOfFiles, isWhole)
  }
}

extension RecordWriter {
  fileprivate mutating func write(_ summary: ParameterSummary) {
    write(UInt64(summary.effect.rawValue))
    write(UInt64(summary.thrown.rawValue))
    write(UInt64(summary.completion.rawValue))
    write([summary.isUsedCompleted, summary.isUsedBeside, summary.isGivenToClosures, summary.comesBack])
    write(summary.decision) { $0.write($1) }
    write(summary.answer) { $0.write($1) }
  }

  private mutating func write(_ decision: Decision) {
    switch decision.subject {
    case .result: write(0)
    case .parameter(let place):
      write(1)
      write(Int(place))
    case .question(let place, .isCase(let name)):
      write(2)
      write(Int(place))
      write(name)
    case .question(let place, .isIn(let interval)):
      write(3)
      write(Int(place))
      write(interval.low)
      write(interval.high)
    }
    write(decision.whenUsed)
    write(decision.whenUnused)
  }
}

extension RecordReader {
  fileprivate mutating func summary() -> ParameterSummary {
    let (effect, thrown): (ParameterEffect, ParameterEffect) = (choice(else: .escapes), choice(else: .escapes))
    let completion: ParameterSummary.Completion = choice(else: .unknown)
    let flags = flags(4)
    let (decision, answer) = (optional { $0.decision() }, optional { $0.decision() })
    var summary = ParameterSummary(effect, thrown: thrown, decision: decision, answer: answer, completion: completion)
    (summary.isUsedCompleted, summary.isUsedBeside) = (flags[0], flags[1])
    (summary.isGivenToClosures, summary.comesBack) = (flags[2], flags[3])
    return summary
  }

  private mutating func decision() -> Decision {
    let subject: Decision.Subject
    switch integer(Int.self) {
    case 0: subject = .result
    case 1: subject = .parameter(integer())
    case 2: subject = .question(integer(), .isCase(name()))
    case 3: subject = .question(integer(), .isIn(Interval(low: integer(), high: integer())))
    default:
      fail()
      subject = .result
    }
    return Decision(subject: subject, whenUsed: constant(), whenUnused: constant())
  }
}
