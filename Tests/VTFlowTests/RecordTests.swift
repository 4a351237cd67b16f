// What a record gives back is what went into it, and any numbers are safe to read.
import TestSupport
import Testing
import VTDiagnostics
import VTSyntax
@testable import VTFlow

@Suite struct RecordTests {
  private static func declarations(_ text: String) -> FileDeclarations {
    onLargeStack { collectDeclarations(of: SyntaxTree.parse(Array(text.utf8)), file: FileID(0)) }
  }

  private static let texts = [RuleFixture.referenceAPI] + RuleFixture.all.map(\.text)

  @Test func declarationsComeBack() throws {
    for text in Self.texts {
      let file = Self.declarations(text)
      let record = DeclarationRecord(file)
      let again = try #require(record.declarations(of: FileID(0), in: .unknown))
      let second = DeclarationRecord(again)
      #expect(second.content == record.content && second.places == record.places && second.names.bits == record.names.bits)
      // Field by field, for what a record forgets it forgets twice.
      #expect(again.declarations.map(shown) == file.declarations.map(shown))
      #expect(again.parameters.map(shown) == file.parameters.map(shown))
      #expect("\(again.generics)" == "\(file.generics)" && "\(again.inherited)" == "\(file.inherited)")
      #expect("\(again.types.arguments)" == "\(file.types.arguments)")
      #expect(again.types.rows.map { "\($0.kind) \($0.flags) \($0.name) \($0.count)" }
        == file.types.rows.map { "\($0.kind) \($0.flags) \($0.name) \($0.count)" })
      #expect(again.sketches.mapValues { "\($0)" } == file.sketches.mapValues { "\($0)" })
      #expect(again.imports == file.imports && again.isScript == file.isScript && again.autoclosureTakers == file.autoclosureTakers)
    }
  }

  /// Empty ranges are the same wherever they stand.
  private func shown(_ declaration: Declaration) -> String {
    var plain = declaration
    if plain.parameters.isEmpty { plain.parameters = 0..<0 }
    if plain.generics.isEmpty { plain.generics = 0..<0 }
    if plain.inherited.isEmpty { plain.inherited = 0..<0 }
    return "\(plain)"
  }

  /// Sets and dictionaries have no order.
  private func shown(_ parameter: Parameter) -> String {
    var plain = parameter
    plain.answers = nil
    plain.forward?.written = [:]
    let answers = parameter.answers.map { answers in
      "\(answers.apart.sorted()) \(answers.givers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.sorted { $0.raw < $1.raw })" })"
        + " \(answers.isCalled) \(answers.forwards)"
    }
    let written = parameter.forward?.written.sorted { $0.key.raw < $1.key.raw }.map { "\($0)" }
    return "\(plain) \(answers ?? "") \(written ?? [])"
  }

  @Test func summariesComeBack() throws {
    for fixture in RuleFixture.all {
      let records = onLargeStack {
        let trees = [RuleFixture.referenceAPI, fixture.text].map { SyntaxTree.parse(Array($0.utf8)) }
        let files = trees.enumerated().map { collectDeclarations(of: $1, file: FileID(UInt32($0))) }
        let index = SymbolIndex(merging: files, catalogue: .builtIn)
        return summaries(
          of: index, isRecorded: true, tree: { trees[Int($0.index)] }, mentions: { (0..<$0).map($1) }, looks: { (0..<$0).map($1) }
        ).records
      }
      for record in records.values {
        let again = try #require(FunctionRecord(record.numbers[...], declarations: .max))
        #expect(again == record)
      }
    }
  }

  /// Whoever adds a field to one of these writes it to the record, too, and counts it here.
  @Test func nothingIsForgotten() throws {
    let file = Self.declarations("func f<T>(_ a: @escaping () -> Void) where T == Int { g { a() } }\nlet x = make().y")
    #expect(Mirror(reflecting: file.declarations[0]).children.count == 10)
    let parameter = Mirror(reflecting: file.parameters[0])
    #expect(parameter.children.count == 16)
    #expect(Mirror(reflecting: try #require(parameter.descendant("rarities", "some"))).children.count == 5)
    #expect(Mirror(reflecting: file.generics[0]).children.count == 3)
    #expect(Mirror(reflecting: try #require(file.sketches.values.first)).children.count == 5)
    #expect(Mirror(reflecting: file).children.count == 15)
    #expect(Mirror(reflecting: ParameterSummary(.borrows)).children.count == 8)
    #expect(Mirror(reflecting: ClosureForward(callee: .none, label: .none, place: 0)).children.count == 14)
    #expect(Mirror(reflecting: CallbackAnswers()).children.count == 4)
    #expect(Mirror(reflecting: Decision(subject: .result, whenUsed: .true, whenUnused: .false)).children.count == 3)
  }

  @Test func anyNumbersAreSafeToRead() {
    var random = SeededRandom(seed: 11)
    for text in Self.texts.prefix(40) {
      let record = DeclarationRecord(Self.declarations(text))
      for _ in 0..<200 {
        var (content, places) = (record.content, record.places)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !content.isEmpty {
          let number = [0, 1, 2, 3, UInt64.max, UInt64.random(in: 0...1 << 20, using: &random)].randomElement(using: &random)!
          content[Int.random(in: content.indices, using: &random)] = number
        }
        if Bool.random(using: &random) { content.removeLast(Int.random(in: 0...content.count, using: &random)) }
        if Bool.random(using: &random) { places.removeLast(Int.random(in: 0...places.count, using: &random)) }
        let broken = DeclarationRecord(content: content, places: places, names: record.names)
        guard let file = broken.declarations(of: FileID(0), in: .unknown) else { continue }
        #expect(file.declarations.count * 3 == places.count)
        for declaration in file.declarations { _ = file.parameters(of: declaration) }
      }
    }
  }

  @Test(arguments: [0, 1, -1, .max, .min, 127, -128]) func integersComeBack(_ number: Int) {
    var writer = RecordWriter()
    writer.write(number)
    var reader = RecordReader(writer.numbers[...])
    #expect(reader.integer(Int.self) == number && reader.isAtEnd && !reader.isBroken)
  }

  /// What others can see of an edit: `before` and `after` the same to them, where nobody else names `hidden`.
  @Test(arguments: [
    ("func a() {}", "// b\nfunc a() { print(1) }", true),
    ("func a() {}", "func a() {}\nfunc hidden() -> Int { 1 }", true),
    ("func hidden(_ f: () -> Void) { f() }\nfunc a() {}", "func a() {}", true),
    ("struct S { func hidden() {} }", "struct S { func hidden() { func inner() {} } }", true),
    ("func a() {}", "func a() {}\nfunc seen() {}", false),
    ("func a() {}", "func a() async {}", false),
    ("func a(_ f: () -> Void) { f() }", "func a(_ f: () -> Void) {}", false),
    ("struct S {}", "struct S { var hidden: Int }", false),
    ("protocol P {}", "protocol P { func hidden() }", false),
    ("class C: B {}", "class C: B { override func hidden() {} }", false),
    ("let x = hidden()\nfunc hidden() -> Int { 1 }", "let x = hidden()\nfunc hidden() -> String { \"\" }", false),
    ("import A\nfunc a() {}", "func a() {}", false),
    ("func a() {}", "func hidden<T>(_ t: T) {}\nfunc a() {}", false),
    ("func a(_ f: () -> Void) { hidden(f) }\nfunc hidden(_ f: () -> Void) {}",
      "func a(_ f: () -> Void) { hidden(f) }\nfunc hidden(_ f: () -> Void) { f() }", false),
  ]) func editsThatOthersSee(_ before: String, _ after: String, _ isSame: Bool) {
    var visible = VisibleDeclarations(before: Self.declarations(before), after: Self.declarations(after)) { name, _ in name == Name("hidden") }
    #expect((visible.places() != nil) == isSame)
  }
}
