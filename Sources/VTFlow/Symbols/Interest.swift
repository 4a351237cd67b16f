import VTDiagnostics
import VTSyntax

/// The words without which code has nothing to do with one-shot values: the names of their types, of what makes them,
/// and of everything that is declared with one of those. Files and functions that have none of them are not looked at.
struct Interest: Sendable {
  /// By file.
  let concernedFiles: [Bool]
  private let modules: ModuleGraph
  /// By module, that of files without one first; nil where no file is concerned.
  private var vocabularies: [Vocabulary?]
  private let qualifiedNames: [[Name]]
  private let oneShotTypes: Set<Name>
  private let scoped: ScopedNames
  private let memberOwners: ScopedNames
  /// Types with a subscript that gives such a value.
  private let subscripted: Set<Name>
  private let creations: Creations
  /// By `ToldPlace.symbol`: a type of interest occurs in it.
  private let isToldOfInterest: [Bool]
  /// Tells one spread of interest from another; the same in every run.
  let digest: UInt64

  init(_ merge: IndexMerge, modules: ModuleGraph, _ told: ToldTypes) {
    let spread = InterestSpread(merge, modules: modules, told)
    digest = spread.digest
    self.modules = modules
    concernedFiles = spread.concerned
    isToldOfInterest = spread.isToldOfInterest
    qualifiedNames = merge.qualifiedNames
    oneShotTypes = Set(merge.oneShotTypes.lazy.filter { merge.knowledge.contract(of: $0.value) != nil }.map(\.key))
    scoped = spread.scoped
    memberOwners = spread.memberOwners
    subscripted = spread.subscripted
    creations = merge.knowledge.creations
    vocabularies = [Vocabulary?](repeating: nil, count: modules.count + 1)
    for file in merge.files where spread.concerned[Int(file.file.index)] {
      let module = modules.module(of: file.file)
      if vocabularies[Int(module) + 1] == nil {
        vocabularies[Int(module) + 1] = Vocabulary(of: module, spread, byModule: merge.knowledge.seeds.byModule, modules)
      }
    }
  }

  /// Whether a declaration may have to do with a one-shot value: it has one of the words, or is a member of a type that is one.
  func concerns(_ place: Int32, of file: FileDeclarations, in tree: SyntaxTree) -> Bool {
    guard let vocabulary = vocabularies[Int(modules.module(of: file.file)) + 1] else { return false }
    let declaration = file.declarations[Int(place)]
    // Of some functions a closure parameter is a duty; who calls them need not know.
    if creations.mayGiveDuty(declaration, file.parameters(of: declaration)) { return true }
    if hasNameOfDuty(declaration, of: file, in: tree) { return true }
    var owner = declaration.parent
    let row = tree[declaration.node]
    while owner >= 0 {
      let name = qualifiedNames[Int(file.file.index)][Int(owner)]
      if oneShotTypes.contains(name) { return true }
      if subscripted.contains(name), tree.asksSelfForElement(row.firstToken.index..<row.endToken.index) { return true }
      if bindsOfInterest(file.declarations[Int(owner)], vocabulary, in: file) { return true }
      owner = file.declarations[Int(owner)].parent
    }
    if (row.firstToken.index..<row.endToken.index).contains(where: { isWord(TokenID($0), vocabulary, place, of: file, in: tree) }) {
      return true
    }
    if file.told.isEmpty { return false }
    let range = tree.range(of: declaration.node)
    return file.told.contains { range.start <= $0.offset && $0.offset < range.end && isToldOfInterest[Int($0.symbol)] }
  }

  /// `extension Producer where Output == ValueFuture<Int>`: whatever stands in it has to do with one.
  private func bindsOfInterest(_ type: Declaration, _ vocabulary: Vocabulary, in file: FileDeclarations) -> Bool {
    type.generics.contains { place in
      let same = file.generics[Int(place)].same
      return !same.isNone && vocabulary.meaning(of: file.types.path(same), in: file).isWord
    }
  }

  /// Whether a closure parameter has a name, or label, that makes it a duty.
  private func hasNameOfDuty(_ declaration: Declaration, of file: FileDeclarations, in tree: SyntaxTree) -> Bool {
    guard declaration.takesDuties else { return false }
    return zip(tree.parameters(of: declaration.node), file.parameters(of: declaration)).contains { node, parameter in
      file.types.mayBeKeptClosure(parameter.type)
        && [tree[node].mainToken, tree.outerToken(of: node)].contains { creations.parameter(at: $0, in: tree) != nil }
    }
  }

  private func isWord(
    _ id: TokenID, _ vocabulary: Vocabulary, _ place: Int32, of file: FileDeclarations, in tree: SyntaxTree
  ) -> Bool {
    let token = tree.token(id)
    let name: Name
    switch token.kind {
    case .identifier: name = tree.name(of: id)
    case .op: name = Operators.name(tree, from: id)
    default:
      // A reserved word is a name behind a dot only.
      guard tree.isBehindDot(id) else { return false }
      name = tree.name(of: id)
    }
    let meaning = vocabulary.meaning(of: name, in: file)
    if meaning.isWord, !tree.isLabel(id) { return true }
    if meaning.isScoped {
      if tree.isBehindDot(id) {
        if isMember(id, name, in: tree) { return true }
      } else if scoped.applies(name, at: place, in: file, qualifiedNames[Int(file.file.index)]) {
        return true
      }
    }
    if !meaning.members.isEmpty {
      if tree.isBehindDot(id) {
        if !meaning.members.isDisjoint(with: tree.membersBehindDot(of: id)) { return true }
      } else if !tree.isLabel(id), memberOwners.applies(name, at: place, in: file, qualifiedNames[Int(file.file.index)]) {
        return true
      }
    }
    return false
  }

  /// `Response.Body`: the path in front of the dot is that of a type around it. Of `Stream<Int>.Body` nothing is asked.
  private func isMember(_ id: TokenID, _ name: Name, in tree: SyntaxTree) -> Bool {
    var first = id.index
    while first >= 2, tree.isBehindDot(TokenID(first)), tree.token(TokenID(first - 2)).kind == .identifier { first -= 2 }
    if first == id.index { return first >= 2 && tree.token(TokenID(first - 2)).kind == .op }
    let path = stride(from: first, to: id.index, by: 2).reduce(Name.none) { .joined($0, tree.name(of: TokenID($1))) }
    return scoped.contains(name, in: path)
  }
}

extension SyntaxTree {
  /// `self[id]`
  fileprivate func asksSelfForElement(_ tokens: Range<UInt32>) -> Bool {
    tokens.contains { self.tokens[Int($0)].word == .selfValue && self.tokens[Int($0) + 1].kind == .leftSquare }
  }

  /// `body:` behind a bracket or comma: the label of an argument, which names no value.
  fileprivate func isLabel(_ id: TokenID) -> Bool {
    guard id.index > 0, tokens[Int(id.index) + 1].kind == .colon else { return false }
    let before = tokens[Int(id.index) - 1].kind
    return before == .leftParen || before == .comma
  }

  fileprivate func isBehindDot(_ id: TokenID) -> Bool {
    guard id.index > 0, case .period = tokens[Int(id.index) - 1].kind else { return false }
    return true
  }

  /// Which members the word behind a dot may be, by what stands in front of the dot.
  fileprivate func membersBehindDot(of id: TokenID) -> MemberKinds {
    let next = tokens[Int(id.index) + 1]
    let isCalled = next.kind == .leftParen && !next.flags.contains(.spaceBefore)
    let ofType: MemberKinds = isCalled ? [.ofType, .ofCase] : .ofType
    let all = ofType.union(.ofInstance)
    guard id.index > 1 else { return all }
    let base = tokens[Int(id.index) - 2]
    switch base.kind {
    case .comma, .colon, .equal, .leftParen, .leftSquare, .leftBrace, .infixQuestion, .arrow, .semicolon: return ofType
    case .identifier:
      // `await .make()` and the next line of a chain look the same.
      if tokens[Int(id.index) - 1].flags.contains(.spaceBefore) { return all }
      let first = source[Int(base.range.start)]
      return first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") ? .ofInstance : all
    case .keyword:
      return base.word == .selfValue || base.word == .selfType || base.word == .super ? all : ofType
    default: return all
    }
  }
}

/// The words that matter in the files of one module.
private struct Vocabulary: Sendable {
  struct Meaning {
    var isWord = false
    /// It matters inside some types only.
    var isScoped = false
    var members: MemberKinds = []
  }

  /// Nearly every other word is told apart without looking it up.
  private var filter: NameFilter
  private var words: Set<Name> = []
  private var members: [Name: MemberKinds] = [:]
  private let scoped: Set<Name>
  /// Words that matter in files that import one of these modules.
  private let byModule: [Name: Set<Name>]

  init(of module: ModuleGraph.Module, _ spread: InterestSpread, byModule: [Name: Set<Name>], _ modules: ModuleGraph) {
    self.byModule = byModule
    scoped = spread.scoped.names
    for names in [spread.types, spread.makers] {
      for (name, declaring) in names where declaring.areSeen(by: module, modules) { words.insert(name) }
    }
    for names in [spread.members, spread.owned] {
      for (name, declaring) in names where declaring.areSeen(by: module, modules) { members[name] = spread.memberKinds[name] }
    }
    filter = NameFilter(byteCount: (words.count + members.count + scoped.count + byModule.count) * 256)
    for word in words { filter.insert(word) }
    for word in members.keys { filter.insert(word) }
    for word in scoped { filter.insert(word) }
    for word in byModule.keys { filter.insert(word) }
  }

  func meaning(of name: Name, in file: FileDeclarations) -> Meaning {
    var meaning = Meaning()
    guard filter.mightContain(name) else { return meaning }
    meaning.isWord = words.contains(name) || byModule[name].map({ file.imports.contains(where: $0.contains) }) == true
    if meaning.isWord { return meaning }
    meaning.isScoped = scoped.contains(name)
    meaning.members = members[name] ?? []
    return meaning
  }
}
