import VTDiagnostics
import VTSyntax

/// A place that lets go of a continuation which may still be waited for.
package struct DroppedContinuation: Sendable {
  package enum Way: Sendable {
    /// It is set to nil, and nobody around completes it.
    case cleared
    /// It is set to nil on a way that has not completed it, as another way of the same function has.
    case clearedOnSomeWay
    /// It is set to nil, and then completed by the name that holds nothing any more.
    case clearedTooEarly(completion: ByteRange)
    /// It is put into a property that nobody ever looks at.
    case neverRead
  }
  package var way: Way
  package var range: ByteRange
  package var property: KeptHere
  package var type: Knowledge.OneShotID
}

extension SymbolIndex {
  /// The places where a stored continuation is set to nil and nothing around completes it, or asks anything first; and where one
  /// is put where nobody looks for it.
  package func droppedContinuations(in tree: SyntaxTree, file: FileID) -> [DroppedContinuation] {
    if !mayKeepContinuations(file) { return [] }
    let references = ContinuationMentions(reader: BodyReader(tree: tree, file: file, index: self))
    let clearings = references.mentions.filter { if case .clear = $0.role { true } else { false } }
    let unread = references.storesThatNobodyReads()
    if clearings.isEmpty && unread.isEmpty || clearings.count > Limits.placesInAFile { return [] }
    if references.completions.count > Limits.placesInAFile { return [] }
    let surroundings = ContinuationSurroundings(references)
    return clearings.compactMap { surroundings.clearedTooEarly($0) ?? surroundings.dropped($0) ?? surroundings.clearedOnSomeWay($0) }
      + unread.compactMap { surroundings.neverRead($0) }
  }
}

extension ContinuationSurroundings {
  func dropped(_ mention: ContinuationMention, _ way: DroppedContinuation.Way) -> DroppedContinuation {
    DroppedContinuation(
      way: way, range: tree.range(of: mention.site), property: keptHere(mention.property), type: mention.property.type)
  }

  /// A function that only forgets: it names the property once, decides nothing, and neither it nor who calls it has to do with
  /// the property otherwise.
  func dropped(_ clearing: ContinuationMention) -> DroppedContinuation? {
    let property = clearing.property
    if case .payload(let cases)? = property.carrier { return lost(clearing, cases) }
    guard forgetsAll(clearing), let node = function(around: clearing.path),
      tree.kind(node) == .functionDecl, let function = functions[node],
      let body = body(around: clearing.path), body.owner == node
    else { return nil }
    let isNamedAgain = references.mentions.contains {
      $0.property.id == property.id && $0.node != clearing.node && self.function(around: $0.path) == node
    }
    if isNamedAgain || !conditions(in: node, before: tree[node].endToken).isEmpty || hasJump(node) { return nil }
    if isCalledElsewhere(function, property) || callsElsewhere(function, property) { return nil }
    // Somebody else puts a waiter there and nobody is told; whoever mentions it nearby may see to it.
    let others = functions.filter { $0.key != node && $0.value.mentioned.contains(property.id) }
    guard
      others.allSatisfy({ other, known in
        !function.callees.contains(known.name)
          && (!known.callees.contains(function.name) || callsBehindItsWait(function.name, in: other, of: property))
      })
    else { return nil }
    let isUsedHere =
      (others.values.contains { $0.cleared.contains(property.id) }
        || references.completions.contains { $0.property?.id == property.id })
      && references.mentions.contains { $0.property.id == property.id && references.stored(by: $0) != nil }
    return isUsedHere || others.isEmpty && isKeptInAnotherFile(property) ? dropped(clearing, .cleared) : nil
  }

  /// The file that declares the property completes continuations, and this one only forgets it.
  private func isKeptInAnotherFile(_ property: ContinuationProperty) -> Bool {
    property.id.file != reader.file && property.carrier == nil
      && index.mentions(index.knowledge.completingNames, in: property.id.file)
  }

  /// `let answer = await withCheckedContinuation { p = $0 }; stop()`: what waited there has its answer; the others have none.
  private func callsBehindItsWait(_ name: Name, in caller: NodeID, of property: ContinuationProperty) -> Bool {
    let waits = references.mentions.filter {
      $0.property.id == property.id && function(around: $0.path) == caller && references.stored(by: $0) != nil
    }
    let calls = waits.compactMap { creatingCall(around: $0.path) }
    guard let end = calls.map({ tree[$0].endToken.index }).max() else { return false }
    return tree.rows(inside: caller).allSatisfy { call in
      guard tree.kind(call) == .callExpr, tree.mainName(of: tree[call].firstChild) == name else { return true }
      return tree[call].firstToken.index >= end && function(around: reader.path(to: call)) == caller
        && !reader.path(to: call).drop { $0 != caller }.contains { tree.kind($0) == .closureExpr }
    }
  }

  /// `p = nil`, `p = []`, `p.removeAll()`, `p.removeFirst()` without a name for what it gives
  private func forgetsAll(_ clearing: ContinuationMention) -> Bool {
    if tree.kind(clearing.site) == .assignExpr { return true }
    guard clearing.property.isCollection, tree.kind(clearing.site) == .callExpr else { return false }
    let name = tree.mainName(of: tree[clearing.site].firstChild)
    if KnownNames.takingOneOut.contains(name) { return isDropped(clearing) }
    return name == KnownNames.removeAll && !tree.children(of: clearing.site).contains { argument in
      tree[argument].firstChild.present.map { tree.kind($0) == .closureExpr } ?? false
    }
  }

  /// `p.removeValue(forKey: id)`, `_ = p.popLast()`: a statement, and not what a closure gives.
  private func isDropped(_ clearing: ContinuationMention) -> Bool {
    guard let place = clearing.path.firstIndex(of: clearing.site), place > 1 else { return false }
    let around = clearing.path[place - 1]
    if tree.kind(around) == .assignExpr { return tree.kind(tree[around].firstChild) == .wildcardExpr }
    let isOnly = tree.child(at: 0, of: around) == clearing.site && tree[clearing.site].nextSibling.isNone
    let owner = clearing.path[place - 2]
    let givesNothing = tree.kind(owner) == .functionDecl && tree.child(.returnType, of: owner).isNone
    return tree.kind(around) == .block && (!isOnly || givesNothing)
  }

  /// `case .waiting: state = .closed`: something waits there, and nobody has taken it out.
  private func lost(_ clearing: ContinuationMention, _ cases: [Name: Int]) -> DroppedContinuation? {
    let isCase = [.memberExpr, .callExpr].contains(tree.kind(tree.child(at: 1, of: clearing.site)))
    return isCase && leavesAWaiter(clearing, cases) ? dropped(clearing, .cleared) : nil
  }

  /// A state is replaced where a `case` says that one waits in it, and nothing around has taken that out.
  func leavesAWaiter(_ replacing: ContinuationMention, _ cases: [Name: Int]) -> Bool {
    let property = replacing.property
    guard let node = function(around: replacing.path), tree.kind(node) == .functionDecl,
      let around = caseAround(replacing), !around.patterns.isEmpty, around.patterns.allSatisfy({ leaves($0, cases) })
    else { return false }
    let site = tree[replacing.site].firstToken
    // One case of a switch has nothing to do with the others.
    let place = replacing.path.lastIndex { tree.kind($0) == .switchCase } ?? 0
    let others = place > 0 ? tree.children(of: replacing.path[place - 1]).filter { tree.kind($0) == .switchCase } : []
    let isNamedAgain = references.mentions.contains { mention in
      mention.property.id == property.id && mention.node != replacing.node && mention.node != around.mention
        && function(around: mention.path) == node && !mention.path.contains { $0 != replacing.path[place] && others.contains($0) }
    }
    let mentioning = Set(functions.values.filter { $0.mentioned.contains(property.id) }.map(\.name))
    let row = tree[node]
    let isSeenTo = (row.firstToken.index..<site.index).contains { token in
      tree.tokens[Int(token) + 1].kind == .leftParen && mentioning.contains(tree.name(of: TokenID(token)))
        && token != row.mainToken.index
    }
    return !isNamedAgain && !isSeenTo
  }

  /// The patterns that the property fits where a statement stands right in a `case` or in the block of an `if case`, and where it
  /// is named for that.
  private func caseAround(_ clearing: ContinuationMention) -> (patterns: [NodeID], mention: NodeID)? {
    let path = clearing.path
    guard let site = path.firstIndex(of: clearing.site), site > 1 else { return nil }
    var patterns: [NodeID] = []
    var subject = NodeID.none
    if tree.kind(path[site - 1]) == .switchCase {
      patterns = tree.children(of: path[site - 1]).filter { tree.kind($0) == .caseItem }.map { tree[$0].firstChild }
      subject = tree[path[site - 2]].firstChild
    } else if tree.kind(path[site - 2]) == .ifExpr, path[site - 1] == tree.child(.block, of: path[site - 2]),
      let condition = tree.child(.conditions, of: path[site - 2]).present.map({ tree[$0].firstChild }),
      tree.kind(condition) == .matchingPattern, let initializer = tree.child(.initializer, of: condition).present
    {
      (patterns, subject) = ([tree[condition].firstChild], tree[initializer].firstChild)
    }
    // `switch slots[id]`, and `slots[id] = .idle`
    if tree.kind(subject) == .subscriptExpr {
      let target = tree[clearing.site].firstChild
      guard tree.kind(target) == .subscriptExpr, tree.text(tree.range(of: subject)) == tree.text(tree.range(of: target)) else {
        return nil
      }
      subject = tree[subject].firstChild
    }
    let mention = references.mentions.first { $0.node == subject && $0.property.id == clearing.property.id }
    return mention.map { (patterns, $0.node) }
  }

  /// `.waiting`, `.waiting(_)`
  private func leaves(_ pattern: NodeID, _ cases: [Name: Int]) -> Bool {
    var inner = pattern
    while [.expressionPattern, .bindingPattern].contains(tree.kind(inner)), let next = tree[inner].firstChild.present {
      inner = next
    }
    guard tree.kind(inner) == .callExpr else { return tree.kind(inner) == .memberExpr && cases[tree.mainName(of: inner)] != nil }
    guard let place = cases[tree.mainName(of: tree[inner].firstChild)] else { return false }
    let part = tree.child(at: place + 1, of: inner)
    return !part.isNone && [.wildcardExpr, .wildcardPattern].contains(tree.kind(tree[part].firstChild))
  }

  /// What stands in a `catch`, a `defer` or a loop depends on more than this place shows.
  private func hasJump(_ node: NodeID) -> Bool {
    if [.doStmt, .deferStmt, .forStmt, .whileStmt, .repeatStmt].contains(tree.kind(node)) { return true }
    return tree.children(of: node).contains { hasJump($0) }
  }
}
