import VTDiagnostics
import VTSyntax

/// A function with parameters, or a receiver, whose values are followed.
struct SummarisedFunction: Sendable {
  let id: DeclarationID
  /// Mostly there is one, for which no array is made.
  private let first: Int
  private let others: [Int]

  init(id: DeclarationID, first: Int, others: [Int]) {
    self.id = id
    self.first = first
    self.others = others
  }

  /// The places of those parameters; -1 is the receiver, what stands below is kept by it (`Summaries.place`).
  var places: [Int] { [first] + others }
}

/// The functions that summaries are made of, and the words by which they may call each other.
///
/// Together they are the nodes of a graph: a function leads to the words that its body has, a word to the functions that
/// may be called by it. Functions come first, in the order of files and places, words behind them. A word may have the first
/// label of a call with it: each of fifty handlers has a `write(context:…)`, none of which is meant by `channel.write(data)`.
struct CallWords: Sendable {
  private(set) var functions: [SummarisedFunction] = []
  /// Files with such functions, and those functions.
  private(set) var files: [(file: FileID, functions: Range<Int32>)] = []
  /// By type, its constants that keep what is followed.
  let keepers: [Name: [DeclarationID]]
  private var words: [Name: Int32] = [:]
  /// By name, all words that are this name with a label.
  private var labelled: [Name: [Int32]] = [:]
  /// Who may be called by a word.
  private(set) var callees: [(from: Int32, to: Int32)] = []

  init(_ index: SymbolIndex) {
    keepers = index.keepers()
    for file in index.lintedFiles where index.concerns(file.file) || index.mayHaveStandIns(file.file) {
      let found = index.summarisedFunctions(in: file.file, keepers)
      if found.isEmpty { continue }
      files.append((file.file, Int32(functions.count)..<Int32(functions.count + found.count)))
      functions += found
    }
    if functions.isEmpty { return }
    let typeWords = TypeWords(index)
    for (node, function) in functions.enumerated() {
      let labels = index.firstLabels(of: function.id)
      for name in index.callWords(of: function.id, typeWords) {
        if labels.isEmpty || name == .none { note(name, Int32(node)) }
        for label in labels where name != .none {
          let known = words.count
          let word = note(.joined(name, label), Int32(node))
          if words.count > known { labelled[name, default: []].append(word) }
        }
      }
    }
  }

  @discardableResult
  private mutating func note(_ word: Name, _ function: Int32) -> Int32 {
    let node = words[word] ?? Int32(nodeCount)
    words[word] = node
    callees.append((from: node, to: function))
    return node
  }

  /// Stands for the label of a call without arguments in parentheses.
  fileprivate static let nothing = Name("()")

  var nodeCount: Int { functions.count + words.count }

  /// By word node, the word.
  var wordsByNode: [Name] {
    var byNode = [Name](repeating: .none, count: words.count)
    for (word, node) in words { byNode[Int(node) - functions.count] = word }
    return byNode
  }

  /// The nodes of the words that the bodies of a file's functions have.
  /// - Parameter place: the file's in `files`.
  func mentioned(in place: Int, _ tree: (FileID) -> SyntaxTree?, _ index: SymbolIndex) -> [[Int32]] {
    let (file, functions) = files[place]
    guard let tree = tree(file) else { return functions.map { _ in [] } }
    return functions.map { mentioned(by: self.functions[Int($0)], in: tree, index) }
  }

  /// Whether these are the functions that an earlier run knew of their file.
  func are(_ functions: Range<Int32>, of record: FunctionRecord) -> Bool {
    functions.count == record.functions.count
      && zip(functions, record.functions).allSatisfy { node, known in
        let function = self.functions[Int(node)]
        return function.id.index == known.index && function.places == known.effects.map(\.place)
      }
  }

  /// What `mentioned(in:)` told an earlier run of a file's functions; nil where that run knew a word that calls nobody now.
  func nodes(of record: FunctionRecord, _ functions: Range<Int32>) -> [[Int32]]? {
    let places = Dictionary(uniqueKeysWithValues: functions.enumerated().map { (self.functions[Int($1)].id.index, $0) })
    var mentioned = [[Int32]](repeating: [], count: functions.count)
    for function in record.functions {
      let nodes = function.words.compactMap { words[$0] }
      guard nodes.count == function.words.count, let place = places[function.index] else { return nil }
      mentioned[place] = nodes.sorted()
    }
    return mentioned
  }

  /// By function: whether it stands in one of these files.
  func isOfFile(_ wanted: [Bool]) -> [Bool] {
    files.flatMap { file, functions in functions.map { _ in wanted[Int(file.index)] } }
  }

  private func mentioned(by function: SummarisedFunction, in tree: SyntaxTree, _ index: SymbolIndex) -> [Int32] {
    var found: Set<Int32> = []
    // What is called without a word may be called by everybody.
    if let node = words[.none] { found.insert(node) }
    let node = index.declaration(function.id).node
    for body in tree.children(of: node) where tree.kind(body) == .block || tree.kind(body) == .accessorBlock {
      let row = tree[body]
      for token in row.firstToken.index..<row.endToken.index {
        let kind = tree.token(TokenID(token)).kind
        guard kind == .identifier || kind == .keyword else { continue }
        let name = tree.name(of: TokenID(token))
        if let node = words[name] { found.insert(node) }
        guard let nodes = labelled[name] else { continue }
        if let label = tree.firstLabel(ofCallAt: token) {
          if let node = words[.joined(name, label)] { found.insert(node) }
        } else {
          found.formUnion(nodes)
        }
      }
    }
    return found.sorted()
  }
}

extension SyntaxTree {
  /// What stands first in the parentheses of a call: a label, `.none` in front of an argument without one, `CallWords.nothing`
  /// for `load()`. nil where the word is no call with parentheses: it may be one with a closure, or the function itself.
  fileprivate func firstLabel(ofCallAt token: UInt32) -> Name? {
    let place = Int(token) + 1
    guard tokens[place].kind == .leftParen, !tokens[place].flags.contains(.spaceBefore) else { return nil }
    switch tokens[place + 1].kind {
    case .rightParen: return CallWords.nothing
    case .identifier, .keyword: return tokens[place + 2].kind == .colon ? name(of: TokenID(token + 2)) : Name.none
    default: return Name.none
    }
  }
}

/// The words that may stand for a type where it is made: `Reply(promise)` with `typealias Reply = Response<Int>`.
private struct TypeWords {
  /// By the qualified name of the type.
  private var aliases: [Name: [Name]] = [:]
  /// Generic parameters and associated types, which stand for whoever conforms to something.
  private(set) var generics: Set<Name> = []

  init(_ index: SymbolIndex) {
    for (name, alias) in index.aliases.all {
      guard case .nominal(let target, _) = alias.target else { continue }
      for id in index.types(named: name) { aliases[target, default: []].append(index.declaration(id).name) }
    }
    for file in index.files {
      for generic in file.generics where !generic.constraint.isNone { generics.insert(generic.name) }
      for declaration in file.declarations where declaration.kind == .associatedType { generics.insert(declaration.name) }
    }
  }

  func aliases(of type: Name) -> [Name] { aliases[type] ?? [] }
}

extension SymbolIndex {
  /// The words that stand where a function is called; `.none` where none need stand.
  fileprivate func callWords(of id: DeclarationID, _ typeWords: TypeWords) -> [Name] {
    let declaration = declaration(id)
    switch declaration.kind {
    case .property: return [declaration.name]
    case .function where declaration.flags.contains(.isOperator) || declaration.name == KnownNames.callAsFunction: return [.none]
    case .function: return [declaration.name]
    case .initializer:
      let owner = ownerName(of: id)
      var found: Set = [KnownNames.initializer, KnownNames.selfType]
      if let word = ownerWord(of: declaration, in: files[Int(id.file.index)]) { found.insert(word) }
      found.formUnion(typeWords.aliases(of: owner))
      if !directSupertypes(of: owner).isEmpty { found.formUnion(typeWords.generics) }
      return found.sorted { $0.raw < $1.raw }
    default: return [.none]
    }
  }

  /// What may stand first in the parentheses where a function is called (`SyntaxTree.firstLabel`); empty for what has none.
  fileprivate func firstLabels(of id: DeclarationID) -> [Name] {
    switch declaration(id).kind {
    case .function, .initializer: break
    default: return []
    }
    var found: [Name] = []
    for parameter in parameters(of: id) {
      found.append(parameter.label)
      if !parameter.isLeftOut { return takesClosure(parameter, id) ? found + [CallWords.nothing] : found }
    }
    return found + [CallWords.nothing]
  }

  /// Functions, and the places of their parameters that are followed.
  fileprivate func summarisedFunctions(in file: FileID, _ keepers: [Name: [DeclarationID]]) -> [SummarisedFunction] {
    var found: [SummarisedFunction] = []
    let isConcerned = concerns(file)
    for (place, declaration) in files[Int(file.index)].declarations.enumerated() {
      let id = DeclarationID(file: file, index: Int32(place))
      switch declaration.kind {
      case .function, .initializer, .property, .subscripting:
        guard !declaration.flags.contains(.isRequirement), parameters(of: id).count <= Limits.parameters else { continue }
        var places: [Int] = []
        let scope = TypeScope(file: file, declaration: id.index)
        for (number, parameter) in parameters(of: id).enumerated() {
          let type = type(parameter.type, in: scope)
          if let element = parameter.isVariadic ? type : type.elementOfArray {
            if isFuture(element) { places.append(number) }
          } else if mayBeFollowed(type.unwrapped, by: declaration.kind) || isConcerned && isNamedLikeDuty(parameter) {
            places.append(number)
          }
        }
        if isMethodOfExtendedFuture(id) { places.append(-1) }
        if !keepers.isEmpty, declaration.hasBody, declaration.parent >= 0, !declaration.flags.contains(.isStatic),
          let kept = keepers[ownerName(of: id)]
        {
          places += kept.indices.map { Summaries.place(ofKept: $0) }
        }
        if let first = places.first {
          found.append(SummarisedFunction(id: id, first: first, others: Array(places.dropFirst())))
        }
      default: break
      }
    }
    return found
  }

  /// Constants that keep value futures or sequences: what the methods of their type do with them their callers want to know. Of
  /// duties the type itself keeps account.
  fileprivate func keepers() -> [Name: [DeclarationID]] {
    var found: [Name: [DeclarationID]] = [:]
    for file in lintedFiles where concerns(file.file) {
      for (place, declaration) in file.declarations.enumerated() {
        let id = DeclarationID(file: file.file, index: Int32(place))
        guard declaration.kind == .property, declaration.parent >= 0, declaration.flags.isSuperset(of: [.isStored, .isLet]),
          !declaration.flags.contains(.isStatic), let entry = followed(propertyType(id).unwrapped),
          let contract = knowledge.contract(of: entry), contract != .duty
        else { continue }
        let owner = ownerName(of: id)
        if found[owner, default: []].count < Limits.keptByType { found[owner, default: []].append(id) }
      }
    }
    return found
  }

  private func isMethodOfExtendedFuture(_ id: DeclarationID) -> Bool {
    let declaration = declaration(id)
    guard declaration.parent >= 0, !declaration.flags.contains(.isStatic), declaration.kind != .initializer,
      self.declaration(DeclarationID(file: id.file, index: declaration.parent)).kind == .extensionOfType
    else { return false }
    return mayBeFollowed(selfType(ownerName(of: id)), by: declaration.kind)
  }

  /// What is done to each of several futures a summary tells; of other values nobody asks that.
  private func isFuture(_ type: Type) -> Bool { followed(type).flatMap { knowledge.contract(of: $0) } == .future }

  /// An initialiser that takes any sequence keeps it: there is nothing to be told of that, and very many may call it.
  private func mayBeFollowed(_ type: Type, by kind: Declaration.Kind) -> Bool {
    isFollowed(type) || kind != .initializer && standIn(for: type) != nil
  }

  private func isNamedLikeDuty(_ parameter: Parameter) -> Bool {
    knowledge.creations.parameterNames[parameter.name] != nil || knowledge.creations.parameterNames[parameter.label] != nil
  }
}

extension Declaration {
  /// It is a method, or a property that is computed.
  fileprivate var hasBody: Bool { kind == .function || kind == .property && !flags.contains(.isStored) }
}
