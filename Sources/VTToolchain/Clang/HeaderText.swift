import CClang

/// Writes what headers declare as Swift text, which vtlint's own parser then reads like any other declarations:
///
///     struct VT_FUTURE vt_op;                    /// vtlint:value-future
///                                                public struct vt_op {}
///     struct vt_op *vt_fetch(int id);            public func vt_fetch(_ p0: Int32) -> vt_op!
///     namespace net { std::future<int> load(); } public enum net {}
///                                                extension net { public static func load() -> std.future<Int32> }
///
/// Everything is written that may be asked for when a call is resolved: types, functions, methods, properties, variables.
/// Templates, operators, macros and the constants of enumerations are left out.
struct HeaderText {
  private let isOwn: (String) -> Bool
  private var spelling: SwiftSpelling
  /// Lines by the type that they extend; empty: the top level.
  private var sections: [(owner: String, lines: [String])] = []
  private var places: [String: Int] = [:]
  /// A header may say the same thing many times.
  private var seen: Set<String> = []
  private var knownFiles: [String: Bool] = [:]
  private var count = 0

  /// More declarations than any target has.
  private static let limit = 100_000

  /// - Parameters:
  ///   - imported: see `SwiftSpelling.imported`.
  ///   - isOwn: whether a file belongs to the headers that are asked for, not to what they include.
  static func write(_ unit: ClangUnit, imported: [String: String], isOwn: @escaping (String) -> Bool) -> String {
    var writer = HeaderText(isOwn: isOwn, spelling: SwiftSpelling(imported: imported))
    for cursor in unit.root.children where writer.isOwnFile(cursor.file) { writer.read(cursor, owner: []) }
    return writer.finished()
  }

  private init(isOwn: @escaping (String) -> Bool, spelling: SwiftSpelling) {
    self.isOwn = isOwn
    self.spelling = spelling
  }

  private mutating func isOwnFile(_ file: String) -> Bool {
    if let known = knownFiles[file] { return known }
    let answer = isOwn(file)
    knownFiles[file] = answer
    return answer
  }

  private func finished() -> String {
    var text = ""
    for (owner, lines) in sections where !lines.isEmpty {
      let body = lines.joined(separator: "\n")
      text += owner.isEmpty ? body + "\n" : "extension \(owner) {\n\(body)\n}\n"
    }
    // The catalogue knows what these do; a declaration says that they may occur.
    for path in spelling.used.sorted() {
      let parts = path.split(separator: ".").map(String.init)
      text += parts.dropLast().map { "public enum \(written($0)) { " }.joined() + "public struct \(written(parts.last ?? "")) {}"
      text += String(repeating: " }", count: parts.count - 1) + "\n"
    }
    return text
  }

  private mutating func add(_ text: String, to owner: [String]) {
    let owner = owner.map(written).joined(separator: ".")
    guard count < HeaderText.limit, seen.insert(owner + "\n" + text).inserted else { return }
    count += 1
    if places[owner] == nil {
      places[owner] = sections.count
      sections.append((owner, []))
    }
    sections[places[owner] ?? 0].lines.append(text)
  }

  // MARK: - declarations

  private mutating func read(_ cursor: Cursor, owner: [String]) {
    if cursor.isInvalid { return }
    switch cursor.kind {
    case ClangCursorLinkage: for child in cursor.children { read(child, owner: owner) }
    case ClangCursorNamespace: readNamespace(cursor, owner: owner)
    case ClangCursorStruct, ClangCursorUnion, ClangCursorClass, ClangCursorEnum: readType(cursor, owner: owner)
    case ClangCursorTypedef, ClangCursorTypeAlias: readAlias(cursor, owner: owner)
    case ClangCursorFunction: readFunction(cursor, owner: owner)
    case ClangCursorVariable: readVariable(cursor, owner: owner)
    case ClangCursorMethod, ClangCursorConstructor: if cursor.isPublic { readMethod(cursor, owner: owner) }
    case ClangCursorField:
      if cursor.isPublic || cursor.semanticParent.kind != ClangCursorClass { readVariable(cursor, owner: owner) }
    case ClangCursorObjCInterface, ClangCursorObjCProtocol: readInterface(cursor)
    case ClangCursorObjCCategory: readCategory(cursor)
    default: break
    }
  }

  private mutating func readNamespace(_ cursor: Cursor, owner: [String]) {
    let name = cursor.spelling
    let isNamed = !name.isEmpty && !name.contains("(") && !cursor.isInlineNamespace
    if isNamed { add("public enum \(written(name)) {}", to: owner) }
    for child in cursor.children { read(child, owner: isNamed ? owner + [name] : owner) }
  }

  private mutating func readType(_ cursor: Cursor, owner: [String]) {
    // Forward declarations say nothing of a type that is completed in these headers or elsewhere.
    if let definition = cursor.definition, !(definition == cursor) { return }
    if SwiftSpelling.isUnnamed(cursor) { return }
    let name = spelling.name(of: cursor)
    var above: [String] = []
    for base in cursor.children where base.kind == ClangCursorBase { above.append(spelling.type(base.type)) }
    add(typeLine("struct", name, above, DeclarationMarks(of: cursor).mark), to: owner)
    if cursor.kind == ClangCursorEnum { return }
    for member in cursor.children { read(member, owner: owner + [name]) }
  }

  private func typeLine(_ keyword: String, _ name: String, _ above: [String], _ mark: String?) -> String {
    let declaration = "public \(keyword) \(written(name))\(above.isEmpty ? "" : ": " + above.joined(separator: ", ")) {}"
    return mark.map { "/// vtlint:\($0)\n\(declaration)" } ?? declaration
  }

  private mutating func readAlias(_ cursor: Cursor, owner: [String]) {
    let name = spelling.name(of: cursor)
    if let mark = DeclarationMarks(of: cursor).mark {
      add(typeLine("struct", name, [], mark), to: owner)
      return
    }
    if let unnamed = SwiftSpelling.unnamed(cursor.underlyingType) {
      add(typeLine("struct", name, [], DeclarationMarks(of: unnamed).mark), to: owner)
      for member in unnamed.children { read(member, owner: owner + [name]) }
      return
    }
    let target = spelling.type(cursor.underlyingType)
    // `typedef struct vt_op vt_op;`
    if target == (owner + [name]).map(written).joined(separator: ".") { return }
    add("public typealias \(written(name)) = \(target)", to: owner)
  }

  private mutating func readFunction(_ cursor: Cursor, owner: [String]) {
    let marks = DeclarationMarks(of: cursor)
    let parameters = cursor.parameters
    let name = marks.swiftName.map { ImportedName($0) } ?? ImportedName(function: cursor.spelling, parameters: parameters.count)
    let isMember = !(owner + name.owner).isEmpty
    let receiver = name.receiver.flatMap { parameters.indices.contains($0) ? parameters[$0].type : nil }
    add(
      name, of: cursor, marks, owner: owner + name.owner, isStatic: isMember && receiver == nil,
      isBorrowing: receiver.map(SwiftSpelling.isConstReference) ?? false)
  }

  private mutating func readMethod(_ cursor: Cursor, owner: [String]) {
    let marks = DeclarationMarks(of: cursor)
    var plain = ImportedName(function: cursor.spelling, parameters: cursor.parameters.count)
    if cursor.kind == ClangCursorConstructor {
      plain.kind = .initializer
      plain.base = "init"
    }
    if plain.base == "operator()" { plain.base = "callAsFunction" }
    if plain.base.hasPrefix("operator") || plain.base.contains("<") { return }
    let name = marks.swiftName.map { ImportedName($0) } ?? plain
    add(name, of: cursor, marks, owner: owner, isStatic: cursor.isStaticMethod, isBorrowing: cursor.isConstMethod)
  }

  private mutating func readVariable(_ cursor: Cursor, owner: [String]) {
    let name = DeclarationMarks(of: cursor).swiftName.map { ImportedName($0) }
    let spelled = name?.base ?? cursor.spelling
    if spelled.isEmpty { return }
    let all = owner + (name?.owner ?? [])
    let isStatic = cursor.kind == ClangCursorVariable && !all.isEmpty
    // An accessor, because what C keeps in memory is no property that Swift stores.
    add("public \(isStatic ? "static " : "")var \(written(spelled)): \(spelling.type(cursor.type)) { get }", to: all)
  }

  // MARK: - Objective-C

  private mutating func readInterface(_ cursor: Cursor) {
    let marks = DeclarationMarks(of: cursor)
    let name = marks.swiftName ?? cursor.spelling
    let keyword = cursor.kind == ClangCursorObjCProtocol ? "protocol" : "class"
    let above = cursor.children.filter { [ClangCursorObjCSuperclass, ClangCursorObjCProtocolReference].contains($0.kind) }
    add(typeLine(keyword, name, above.map { spelling.name(of: $0.referenced) }, marks.mark), to: [])
    readMembers(of: cursor, owner: [name])
  }

  private mutating func readCategory(_ cursor: Cursor) {
    // Of its children, the reference to the class comes first.
    guard let extended = cursor.children.first?.referenced, extended.kind == ClangCursorObjCInterface else { return }
    readMembers(of: cursor, owner: [spelling.name(of: extended)])
  }

  private mutating func readMembers(of cursor: Cursor, owner: [String]) {
    let members = cursor.children
    // The accessors of a property stand beside it as methods that nobody wrote.
    let properties = Set(members.filter { $0.kind == ClangCursorObjCProperty }.map(\.spelling))
    for member in members where member.kind == ClangCursorObjCProperty || !properties.contains(member.spelling) {
      readMember(member, owner: owner)
    }
  }

  private mutating func readMember(_ cursor: Cursor, owner: [String]) {
    if cursor.isInvalid { return }
    switch cursor.kind {
    case ClangCursorObjCProperty: readVariable(cursor, owner: owner)
    case ClangCursorObjCInstanceMethod, ClangCursorObjCClassMethod:
      let marks = DeclarationMarks(of: cursor)
      let name = marks.swiftName.map { ImportedName($0) } ?? ImportedName(selector: cursor.spelling)
      add(name, of: cursor, marks, owner: owner, isStatic: cursor.kind == ClangCursorObjCClassMethod)
      addAsync(name, of: cursor, marks, owner: owner)
    default: break
    }
  }

  /// The form that Swift makes of a method with a completion handler: the same without it, `async`, with the handler's
  /// parameters as the result; `throws` where one of them is an error.
  private mutating func addAsync(_ name: ImportedName, of cursor: Cursor, _ marks: DeclarationMarks, owner: [String]) {
    let parameters = cursor.parameters
    var name = name
    guard name.kind == .function, name.labels.count == parameters.count, let last = parameters.indices.last else { return }
    let place: Int
    if let given = marks.asyncParameter {
      place = given - 1
    } else {
      let label = name.labels[last].isEmpty ? parameters[last].spelling : name.labels[last]
      guard HeaderText.handlerNames.contains(label) else { return }
      place = last
    }
    guard parameters.indices.contains(place), let results = spelling.closureParameters(parameters[place].type) else { return }
    name.labels.remove(at: place)
    let kept = parameters.indices.filter { $0 != place }.map { parameters[$0] }
    let types = results.map { spelling.type($0) }
    let values = types.filter { !["Error", "Error?", "Error!"].contains($0) }
    let result = values.count == 1 ? values[0] : "(\(values.joined(separator: ", ")))"
    add(
      line(name, parameters: kept, effects: values.count < types.count ? "async throws" : "async", result: result,
        isStatic: cursor.kind == ClangCursorObjCClassMethod), to: owner)
  }

  private static let handlerNames: Set<String> = [
    "completion", "completionHandler", "withCompletion", "withCompletionHandler", "completionBlock", "withCompletionBlock",
    "reply", "withReply", "replyTo", "withReplyTo",
  ]

  // MARK: - functions

  private mutating func add(
    _ name: ImportedName, of cursor: Cursor, _ marks: DeclarationMarks, owner: [String], isStatic: Bool, isBorrowing: Bool = false
  ) {
    var parameters = cursor.parameters
    if let receiver = name.receiver, parameters.indices.contains(receiver) { parameters.remove(at: receiver) }
    var result = spelling.type(cursor.resultType)
    // The mark of a function is its result's.
    if let mark = marks.mark, name.kind != .initializer { result = marked(result, mark) }
    switch name.kind {
    case .getter: add("public \(isStatic ? "static " : "")var \(written(name.base)): \(result) { get }", to: owner)
    case .setter, .plain: break
    case .function, .initializer:
      // The importer drops a function whose name does not fit it.
      guard name.labels.count == parameters.count else { return }
      var text = line(name, parameters: parameters, effects: "", result: result, isStatic: isStatic)
      // It promises not to change what it belongs to, so it does not use that up.
      if isBorrowing { text = "borrowing " + text }
      add(text, to: owner)
    }
  }

  /// A type that has all that this one has, and is one-shot beside.
  private mutating func marked(_ type: String, _ mark: String) -> String {
    let isOptional = type.hasSuffix("!") || type.hasSuffix("?")
    let plain = isOptional ? String(type.dropLast()) : type
    let name = "vtlint_\(mark)_\(plain)".map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    add(typeLine("struct", name, [plain], mark), to: [])
    return name + (isOptional ? String(type.suffix(1)) : "")
  }

  private mutating func line(
    _ name: ImportedName, parameters: [Cursor], effects: String, result: String, isStatic: Bool
  ) -> String {
    let list = zip(name.labels, parameters).enumerated().map { place, parameter in
      let marks = DeclarationMarks(of: parameter.1)
      var type = spelling.parameter(parameter.1.type, isNoEscape: marks.isNoEscape)
      // A mark says that the function takes such a value over.
      if let mark = marks.mark { type = marked(type, mark) }
      let label = parameter.0.isEmpty ? "_" : parameter.0
      return "\(marks.isCalledOnce ? "/* vtlint:called-once */ " : "")\(label) p\(place): \(type)"
    }
    let signature = "(\(list.joined(separator: ", ")))" + (effects.isEmpty ? "" : " " + effects)
    if name.kind == .initializer { return "public init\(signature)" }
    let head = "public \(isStatic ? "static " : "")func \(written(name.base))"
    return head + signature + (result == "Void" || result == "()" ? "" : " -> \(result)")
  }
}
