import VTDiagnostics
import VTSyntax

/// What a file declares, as numbers: a later run need not read the file again to know it.
package struct DeclarationRecord: Sendable {
  /// All that other files can see, but for places in the text. Equal contents look the same to everybody else.
  package let content: [UInt64]
  /// Where each declaration stands: its row, and the bytes of its name.
  package let places: [UInt64]
  /// `FileDeclarations.names`.
  package let names: NameFilter

  package init(content: [UInt64], places: [UInt64], names: NameFilter) {
    (self.content, self.places, self.names) = (content, places, names)
  }

  /// - Parameter file: that no compiler has told anything about.
  package init(_ file: FileDeclarations) {
    var content = RecordWriter()
    var places = RecordWriter()
    content.write([file.isScript])
    content.write(file.imports) { $0.write($1) }
    content.write(file.autoclosureTakers)
    content.write(file.types)
    content.write(file.inherited) { $0.write($1) }
    content.write(file.generics) { writer, generic in
      writer.write(generic.name)
      writer.write(generic.constraint)
      writer.write(generic.same)
    }
    content.write(file.parameters) { $0.write($1) { $0.write($1) } }
    content.write(file.declarations) { $0.write($1) }
    for declaration in file.declarations {
      places.write(UInt64(declaration.node.index))
      places.write(UInt64(declaration.nameRange.start))
      places.write(UInt64(declaration.nameRange.end))
    }
    content.write(file.sketches.sorted { $0.key < $1.key }) { writer, sketch in
      writer.write(Int(sketch.key))
      writer.write(sketch.value) { $0.write($1) }
    }
    self.init(content: content.numbers, places: places.numbers, names: file.names)
  }

  /// - Returns: nil for numbers that nobody wrote so.
  package func declarations(of file: FileID, in module: ModuleName) -> FileDeclarations? {
    var reader = RecordReader(content[...])
    var draft = DeclarationDraft(file: file, names: names)
    draft.isScript = reader.flags(1)[0]
    draft.imports = reader.list { $0.name() }
    draft.autoclosureTakers = reader.names()
    draft.types = reader.typeTable()
    let types = draft.types
    draft.inherited = reader.list { $0.typeRow(of: types) }
    draft.generics = reader.list {
      GenericParameter(name: $0.name(), constraint: $0.typeRow(of: types), same: $0.typeRow(of: types))
    }
    draft.parameters = reader.list { $0.parameter(types) }
    guard places.count % 3 == 0 else { return nil }
    var place = 0
    let counts = (parameters: draft.parameters.count, generics: draft.generics.count, inherited: draft.inherited.count)
    draft.declarations = reader.list { reader in
      defer { place += 1 }
      guard place < places.count / 3 else {
        reader.fail()
        return Declaration(unplaced: &reader, place, types, counts)
      }
      var declaration = Declaration(unplaced: &reader, place, types, counts)
      let (node, start, end) = (places[place * 3], places[place * 3 + 1], places[place * 3 + 2])
      guard let node = UInt32(exactly: node), let end = UInt32(exactly: end), start <= end else {
        reader.fail()
        return declaration
      }
      declaration.node = NodeID(node)
      declaration.nameRange = ByteRange(start: UInt32(start), end: end)
      return declaration
    }
    let count = draft.declarations.count
    for (place, sketch) in reader.list({ ($0.integer(Int32.self), $0.sketch(types)) }) {
      guard place >= 0, place < count else { return nil }
      draft.sketches[place] = sketch
    }
    if reader.isBroken || !reader.isAtEnd || place * 3 != places.count { return nil }
    return FileDeclarations(draft, source: .linted, module: module)
  }
}

extension RecordWriter {
  fileprivate mutating func write(_ row: TypeRowID) { write(row.isNone ? 0 : Int(row.index) + 1) }

  fileprivate mutating func write(_ types: TypeTable) {
    write(types.arguments) { $0.write(UInt64($1.index)) }
    write(types.rows) { writer, row in
      writer.write(UInt64(row.kind.rawValue) | UInt64(row.flags.rawValue) << 8)
      writer.write(row.name)
      writer.write(row.first..<row.first + UInt32(row.count))
    }
  }

  fileprivate mutating func write(_ declaration: Declaration) {
    write(UInt64(declaration.kind.rawValue) | UInt64(declaration.flags.rawValue) << 8)
    write(declaration.name)
    write(Int(declaration.parent))
    write(declaration.type)
    write(declaration.parameters)
    write(declaration.generics)
    write(declaration.inherited)
  }

  mutating func write(_ parameter: Parameter, writeType: (inout RecordWriter, TypeRowID) -> Void) {
    write([
      parameter.hasDefault, parameter.isVariadic, parameter.isRunLast, parameter.isDropped, parameter.isWholeBody,
      parameter.isBuilder, parameter.isGivenBack, parameter.runsWhen != nil, parameter.forward != nil, parameter.answers != nil,
      parameter.givenBackWhen != nil, parameter.givenTo != nil, parameter.isPack,
      parameter.throwsAtNil,
    ])
    write(parameter.label)
    write(parameter.name)
    writeType(&self, parameter.type)
    write(UInt64(parameter.runs.rawValue))
    write(UInt64(parameter.quietRuns.rawValue))
    write(parameter.fallback)
    if let condition = parameter.runsWhen { write(condition) }
    if let forward = parameter.forward { write(forward) }
    if let answers = parameter.answers { write(answers) }
    if let condition = parameter.givenBackWhen { write(condition) }
    if let input = parameter.givenTo {
      write(Int(input.closure))
      write(Int(input.place))
    }
  }

  mutating func write(_ constant: Constant) {
    switch constant {
    case .unknown: write(0)
    case .true: write(1)
    case .false: write(2)
    case .nil: write(3)
    case .doubtful: write(4)
    case .present: write(5)
    case .number(let number): write(6 + Int(number) - Constant.numbers.lowerBound)
    }
  }

  private mutating func write(_ condition: RunCondition) {
    write(Int(condition.place))
    write([condition.isTrue])
  }

  fileprivate mutating func write(_ forward: ClosureForward) {
    write([
      forward.takesNothing, forward.isPlain, forward.isRunBeside, forward.isEscaping, forward.passesErrorsOn, forward.isEvaluated,
      forward.isQuietOtherwise,
    ])
    write(forward.callee)
    write(forward.label)
    write(forward.place)
    switch forward.receiver {
    case .none: write(0)
    case .own: write(1)
    case .unknown: write(2)
    case .array: write(3)
    case .type(let name):
      write(4)
      write(name)
    case .instance(let name):
      write(5)
      write(name)
    }
    write(forward.written.sorted { $0.key.raw < $1.key.raw }) { writer, written in
      writer.write(written.key)
      writer.write(written.value)
    }
    write(UInt64(forward.inner.rawValue))
    write(UInt64(forward.outer.rawValue))
  }

  private mutating func write(_ answers: CallbackAnswers) {
    write([answers.isCalled])
    write(answers.apart.sorted()) { $0.write($1) }
    write(answers.givers.sorted { $0.key < $1.key }) { writer, giver in
      writer.write(giver.key)
      writer.write(giver.value)
    }
    write(answers.forwards) { $0.write($1) }
  }

  private mutating func write(_ pair: CallbackAnswers.Pair) {
    write(pair.first)
    write(pair.second)
    write(UInt64(pair.relation.rawValue))
  }

  mutating func write(_ sketch: InitializerSketch, writeType: (inout RecordWriter, TypeRowID) -> Void) {
    write([sketch.isOptionalTry])
    write(sketch.base)
    write(sketch.content)
    write(sketch.genericArguments) { writeType(&$0, $1) }
    write(sketch.steps) { writer, step in
      switch step {
      case .member(let name):
        writer.write(0)
        writer.write(name)
      case .call(let labels, let trailing):
        writer.write(1)
        writer.write(labels) { $0.write($1) }
        writer.write(trailing)
      case .element(let labels):
        writer.write(2)
        writer.write(labels) { $0.write($1) }
      case .optionalChain: writer.write(3)
      case .force: writer.write(4)
      }
    }
  }
}

extension CallbackAnswers.Pair: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (a.first, a.second, a.relation.rawValue) < (b.first, b.second, b.relation.rawValue)
  }
}

extension Declaration {
  /// Reads all but its place.
  /// - Parameter place: its own among the file's: what it stands in comes before it.
  fileprivate init(
    unplaced reader: inout RecordReader, _ place: Int, _ types: TypeTable,
    _ counts: (parameters: Int, generics: Int, inherited: Int)
  ) {
    let head = reader.number()
    if Kind(rawValue: UInt8(truncatingIfNeeded: head)) == nil || head >> 40 != 0 { reader.fail() }
    self.init(
      kind: Kind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .property,
      flags: Flags(rawValue: UInt32(truncatingIfNeeded: head >> 8)), name: reader.name(), parent: reader.integer(),
      type: reader.typeRow(of: types), parameters: reader.range(below: counts.parameters),
      generics: reader.range(below: counts.generics), inherited: reader.range(below: counts.inherited), node: .none,
      nameRange: ByteRange(start: 0, end: 0))
    if parent < -1 || Int(parent) >= place { reader.fail() }
  }
}

extension RecordReader {
  fileprivate mutating func typeRow(of types: TypeTable) -> TypeRowID {
    let place = integer(Int.self)
    if place == 0 { return .none }
    guard place > 0, place <= types.rows.count else {
      fail()
      return .none
    }
    return TypeRowID(UInt32(place - 1))
  }

  fileprivate mutating func typeTable() -> TypeTable {
    let arguments = list { reader in TypeRowID(UInt32(truncatingIfNeeded: reader.number())) }
    var place: UInt32 = 0
    let rows = list { reader in
      defer { place += 1 }
      let head = reader.number()
      let kind = TypeTable.Kind(rawValue: UInt8(truncatingIfNeeded: head))
      let name = reader.name()
      let range = reader.range(below: arguments.count)
      // A type is made of those that were made before it.
      let isWhole = arguments[Int(range.lowerBound)..<Int(range.upperBound)].allSatisfy { $0.isNone || $0.index < place }
      let count = UInt16(exactly: range.count)
      if kind == nil || head >> 16 != 0 || !isWhole || count == nil { reader.fail() }
      return TypeTable.Row(
        kind: kind ?? .unknown, flags: TypeTable.Flags(rawValue: UInt8(truncatingIfNeeded: head >> 8)), count: count ?? 0,
        first: range.lowerBound, name: name)
    }
    return TypeTable(rows: rows, arguments: arguments)
  }

  fileprivate mutating func parameter(_ types: TypeTable) -> Parameter {
    let flags = flags(14)
    var parameter = Parameter(
      label: name(), name: name(), type: typeRow(of: types), hasDefault: flags[0], isVariadic: flags[1],
      isBuilder: flags[5])
    (parameter.isRunLast, parameter.isDropped, parameter.isWholeBody, parameter.isGivenBack) = (flags[2], flags[3], flags[4], flags[6])
    (parameter.isPack, parameter.throwsAtNil) = (flags[12], flags[13])
    parameter.runs = choice(else: .unknown)
    parameter.quietRuns = choice(else: .unknown)
    parameter.fallback = constant()
    if flags[7] { parameter.runsWhen = condition() }
    if flags[8] { parameter.forward = forward() }
    if flags[9] { parameter.answers = answers() }
    if flags[10] { parameter.givenBackWhen = condition() }
    if flags[11] { parameter.givenTo = ClosureInput(closure: integer(), place: integer()) }
    return parameter
  }

  mutating func constant() -> Constant {
    switch integer(Int.self) {
    case 0: return .unknown
    case 1: return .true
    case 2: return .false
    case 3: return .nil
    case 4: return .doubtful
    case 5: return .present
    case let number:
      guard number > 5, let constant = Constant(small: number - 6 + Constant.numbers.lowerBound) else {
        fail()
        return .unknown
      }
      return constant
    }
  }

  private mutating func condition() -> RunCondition { RunCondition(place: integer(), isTrue: flags(1)[0]) }

  private mutating func forward() -> ClosureForward {
    let flags = flags(7)
    var forward = ClosureForward(callee: name(), label: name(), place: integer())
    (forward.takesNothing, forward.isPlain, forward.isRunBeside) = (flags[0], flags[1], flags[2])
    (forward.isEscaping, forward.passesErrorsOn, forward.isEvaluated) = (flags[3], flags[4], flags[5])
    forward.isQuietOtherwise = flags[6]
    switch integer(Int.self) {
    case 0: forward.receiver = .none
    case 1: forward.receiver = .own
    case 2: forward.receiver = .unknown
    case 3: forward.receiver = .array
    case 4: forward.receiver = .type(name())
    case 5: forward.receiver = .instance(name())
    default: fail()
    }
    for (label, literal) in list({ ($0.name(), $0.name()) }) { forward.written[label] = literal }
    forward.inner = choice(else: .once)
    forward.outer = choice(else: .once)
    return forward
  }

  private mutating func answers() -> CallbackAnswers {
    var answers = CallbackAnswers()
    answers.isCalled = flags(1)[0]
    answers.apart = Set(list { $0.pair() })
    for (pair, givers) in list({ ($0.pair(), $0.names()) }) { answers.givers[pair] = givers }
    answers.forwards = list { $0.forward() }
    return answers
  }

  private mutating func pair() -> CallbackAnswers.Pair {
    CallbackAnswers.Pair(first: integer(), second: integer(), relation: choice(else: .apart))
  }

  fileprivate mutating func sketch(_ types: TypeTable) -> InitializerSketch {
    let isOptionalTry = flags(1)[0]
    let (base, content) = (name(), name())
    let arguments = list { $0.typeRow(of: types) }
    let steps = list { reader -> InitializerSketch.Step in
      switch reader.integer(Int.self) {
      case 0: return .member(reader.name())
      case 1: return .call(labels: reader.list { $0.name() }, trailing: reader.integer())
      case 2: return .element(labels: reader.list { $0.name() })
      case 3: return .optionalChain
      case 4: return .force
      default:
        reader.fail()
        return .force
      }
    }
    return InitializerSketch(base: base, genericArguments: arguments, steps: steps, isOptionalTry: isOptionalTry, content: content)
  }
}
