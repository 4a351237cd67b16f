import VTDiagnostics
import VTSyntax

// What the methods of a type do with the value futures and sequences that its constants keep:
//
//     final class Ticker { let ticks: AsyncStream<Int>; func run() async { for await tick in ticks { … } } }
//     await ticker.run()
//     await ticker.run()          iterated again
extension Lowerer {
  /// What a constant of `self` holds when a method begins, for its summary.
  mutating func declareKept(_ property: DeclarationID) -> OriginID? {
    guard let holder = holder(of: memberKey(index.declaration(property).name, of: selfKey)) else { return nil }
    let value = made(index.propertyType(property), .parameter, at: ByteRange(start: 0, end: 0), isCreated: true)
    guard let slot = value.slot, let origin = madeInSlot[slot] else { return nil }
    builder.emit(.copy(holder, slot))
    return origin
  }

  /// Does to what an object keeps what the method does that is called.
  mutating func useKept(by found: ResolvedMember, _ call: NodeID, _ arguments: [Argument], _ shown: String) {
    if let callee = tree[call].firstChild.present { useKept(by: found, at: call, named: callee, arguments, shown + "()") }
  }

  /// The same for a property that is computed.
  mutating func useKept(byGetter found: ResolvedMember, _ node: NodeID) {
    if summaries.keepNothing || index.declaration(found.first).flags.contains(.isStored) { return }
    useKept(by: found, at: node, named: node, [], tree.text(of: tree[node].mainToken))
  }

  private mutating func useKept(
    by found: ResolvedMember, at call: NodeID, named callee: NodeID, _ arguments: [Argument], _ shown: String
  ) {
    let keeper = index.ownerName(of: found.first)
    let kept = summaries.kept(by: keeper)
    guard !kept.isEmpty, found.candidates.count == 1, implementations(of: found.first) == [found.first],
      let object = object(of: callee, keeper), !isGuess(object)
    else { return }
    for (number, property) in kept.enumerated() {
      let place = Summaries.place(ofKept: number)
      guard let summary = summaries.summary(of: found.first, parameter: place), summary.whole != .borrows else { continue }
      let declaration = index.declaration(property)
      var value = held(
        index.propertyType(property), .property, at: tree.range(of: call), memberKey(declaration.name, of: object), mayChange: false,
        isCreated: true)
      value.subject = property.file == file ? declaration.nameRange : tree.range(of: call)
      if property.file == file, let slot = value.slot, let origin = heldOrigins[slot] {
        builder.nameOrigin(origin, tree.text(declaration.nameRange))
      }
      // With an error nobody knows how far it came.
      let isCertain = !found.canThrow || summary.thrown == summary.effect
      if isCertain, contract(value.type) == .future {
        _ = apply(summary, to: value, at: tree.range(of: call), shown, CallSite(found, arguments, place))
      } else if isCertain, summary.whole == .consumes {
        // Who calls one method again and again takes the next element each time, unless that takes all there are.
        let takesNext = builder.region == nil && !takesAll(found.first, of: declaration.name)
        let choice = takesNext ? Use.Choice(callee: found.first, arguments: nil) : nil
        use(value, .pass, at: tree.range(of: call), shown, choice: choice)
      } else {
        apply(isCertain ? summary.whole : .escapes, to: value, at: tree.range(of: call), shown)
      }
    }
  }

  /// Whether a method of this file goes on to the end of a sequence that its type keeps: nothing in it leaves a loop, or asks for
  /// one element.
  private func takesAll(_ method: DeclarationID, of property: Name) -> Bool {
    guard method.file == file else { return false }
    let row = tree[index.declaration(method).node]
    var (isNamed, isInLoop) = (false, false)
    for place in row.firstToken.index..<row.endToken.index {
      let name = tree.name(of: TokenID(place))
      if KnownNames.takesOneElement.contains(name) { return false }
      if name == property { isNamed = true }
      switch tree.tokens[Int(place)].word {
      case .for, .while: isInLoop = true
      case .return, .break: if isInLoop { return false }
      default: break
      }
    }
    return isNamed
  }

  /// What the object is remembered by whose method is called, or whose property is read.
  private mutating func object(of member: NodeID, _ keeper: Name) -> FactKey? {
    switch tree.kind(member) {
    case .identifierExpr: return owner == keeper && !isStatic ? selfKey : nil
    case .memberExpr where !tree[member].flags.contains(.implicitBase):
      guard let base = tree[member].firstChild.present, let key = factKey(base), key.isPlace else { return nil }
      return key
    default: return nil
    }
  }
}
