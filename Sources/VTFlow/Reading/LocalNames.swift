import VTDiagnostics
import VTSyntax

/// A name that a body declares, and where its value comes from.
struct LocalName {
  enum Source {
    /// `let x: T`; `isUnwrapped` in `if let x: T = …`.
    case annotated(NodeID)
    /// `let x = e`
    case value(NodeID)
    /// `if let x = e`, `guard let x = e`
    case unwrapped(NodeID)
    /// `if let x`: what the name means further out.
    case shadowed
    /// `for x in e`
    case element(NodeID)
    /// `for (key, x) in e`
    case partOfElement(NodeID)
    /// A parameter of a function.
    case parameter
    /// A parameter of a closure, by its place; `$0` is the first.
    case closureParameter(closure: NodeID, place: Int)
    case function
    /// `if case .open(let x) = e`, `switch e { case .open(let x): … }`, `let (_, x) = e`
    case part(of: NodeID)
    /// The same before anybody has looked for the `switch` around.
    case casePart
    /// A part of another pattern, `error`, `newValue`: nothing is known of it.
    case other
  }

  /// The row that declares it: a pattern, a parameter, a capture, a function.
  var node: NodeID
  var source: Source
  /// How much of the path to the place that asked lies around the declaration.
  var depth: Int
}

// Looks names up outwards, block by block, as the language does.
extension BodyReader {
  /// What a name declared in the bodies around a place means there; nil where none of them declares it.
  func local(_ name: Name, at path: ArraySlice<NodeID>) -> LocalName? {
    var place = path.endIndex - 1
    while place > path.startIndex {
      let inner = path[place]
      place -= 1
      let outer = path[place]
      if isOutsideOfBodies(path[...place]) { return nil }
      if var found = local(name, in: outer, before: inner) {
        found.depth = place + 1 - path.startIndex
        if case .casePart = found.source { found.source = subject(ofCaseAt: path[...place]) }
        return found
      }
    }
    return nil
  }

  /// Members and what stands at the top level are the index's to know, also those in an `#if`.
  private func isOutsideOfBodies(_ path: ArraySlice<NodeID>) -> Bool {
    let around = path.last { tree.kind($0) != .ifConfig && tree.kind($0) != .ifConfigClause }
    return around.map { tree.kind($0) == .memberBlock || tree.kind($0) == .sourceFile } ?? true
  }

  private func local(_ name: Name, in outer: NodeID, before inner: NodeID) -> LocalName? {
    switch tree.kind(outer) {
    case .block, .ifConfigClause, .accessorBlock, .switchCase:
      if let found = declared(name, in: outer, before: inner) { return found }
      return tree.kind(outer) == .switchCase && tree.kind(inner) != .caseItem ? bound(name, byItemsOf: outer) : nil
    case .conditions: return declared(name, inConditions: outer, before: inner)
    case .ifExpr, .whileStmt:
      // Not in the `else`.
      guard inner == tree.child(.block, of: outer) else { return nil }
      return declared(name, inConditions: tree.child(.conditions, of: outer), before: .none)
    case .forStmt:
      guard tree.kind(inner) == .block || tree.kind(inner) == .whereCondition else { return nil }
      return loopVariable(name, of: outer)
    case .caseItem: return bound(name, by: tree[outer].firstChild)
    case .catchClause:
      guard tree.kind(inner) == .block else { return nil }
      if let found = bound(name, byItemsOf: outer) { return found }
      return name == KnownNames.error ? LocalName(node: outer, source: .other, depth: 0) : nil
    case .closureExpr: return tree.kind(inner) == .block ? closureName(name, of: outer) : nil
    case .functionDecl, .initDecl, .subscriptDecl:
      return tree.kind(inner) == .parameters ? nil : parameter(name, of: outer)
    case .accessorDecl: return accessorName(name, of: outer)
    default: return nil
    }
  }

  /// A declaration of a block that stands before one of its items; functions are seen from before, too.
  private func declared(_ name: Name, in block: NodeID, before inner: NodeID) -> LocalName? {
    var found: LocalName?
    for item in blockNames.items(of: block, declaring: name) {
      let isBefore = inner.isNone || tree[item].firstToken.index < tree[inner].firstToken.index
      switch tree.kind(item) {
      case .functionDecl where tree.mainName(of: item) == name && (isBefore || found == nil):
        found = LocalName(node: item, source: .function, depth: 0)
      case .variableDecl where isBefore: if let binding = bound(name, byVariable: item) { found = binding }
      case .guardStmt where isBefore:
        if let binding = declared(name, inConditions: tree.child(.conditions, of: item), before: .none) { found = binding }
      case .ifConfig where isBefore:
        for clause in tree.children(of: item) { if let inside = declared(name, in: clause, before: .none) { found = inside } }
      default: break
      }
    }
    return found
  }

  private func bound(_ name: Name, byVariable node: NodeID) -> LocalName? {
    for binding in tree.children(of: node) where tree.kind(binding) == .patternBinding {
      let pattern = tree.child(at: 0, of: binding)
      if pattern.isNone { continue }
      guard tree.kind(pattern) == .identifierPattern else {
        if let part = bound(name, by: pattern, of: tree.child(.initializer, of: binding)) { return part }
        continue
      }
      guard tree.mainName(of: pattern) == name else { continue }
      return LocalName(node: pattern, source: source(of: binding, isUnwrapped: false), depth: 0)
    }
    return nil
  }

  private func source(of binding: NodeID, isUnwrapped: Bool) -> LocalName.Source {
    let annotation = tree.child(.typeAnnotation, of: binding)
    if !annotation.isNone { return .annotated(tree[annotation].firstChild) }
    let initializer = tree.child(.initializer, of: binding)
    if !initializer.isNone {
      return isUnwrapped ? .unwrapped(tree[initializer].firstChild) : .value(tree[initializer].firstChild)
    }
    return isUnwrapped ? .shadowed : .other
  }

  private func declared(_ name: Name, inConditions conditions: NodeID, before inner: NodeID) -> LocalName? {
    if conditions.isNone { return nil }
    var found: LocalName?
    for condition in tree.children(of: conditions) {
      if condition == inner { break }
      switch tree.kind(condition) {
      case .optionalBinding:
        let pattern = tree[condition].firstChild
        if pattern.isNone { continue }
        if tree.kind(pattern) == .identifierPattern, tree.mainName(of: pattern) == name {
          found = LocalName(node: pattern, source: source(of: condition, isUnwrapped: true), depth: 0)
        } else if let part = bound(name, by: pattern, of: tree.child(.initializer, of: condition)) {
          found = part
        }
      case .matchingPattern:
        let subject = tree.child(.initializer, of: condition)
        if let part = bound(name, by: tree[condition].firstChild, of: subject) { found = part }
      default: break
      }
    }
    return found
  }

  private func bound(_ name: Name, byItemsOf node: NodeID) -> LocalName? {
    for item in tree.children(of: node) where tree.kind(item) == .caseItem {
      if let found = bound(name, by: tree[item].firstChild) {
        return tree.kind(node) == .switchCase ? LocalName(node: found.node, source: .casePart, depth: 0) : found
      }
    }
    return nil
  }

  /// What the `switch` around a case looks at, which may stand in an `#if`.
  private func subject(ofCaseAt path: ArraySlice<NodeID>) -> LocalName.Source {
    path.last { tree.kind($0) == .switchExpr }.flatMap { tree[$0].firstChild.present }.map { .part(of: $0) } ?? .other
  }

  /// A name somewhere in a pattern, and the initializer that it takes apart.
  private func bound(_ name: Name, by pattern: NodeID, of initializer: NodeID) -> LocalName? {
    var found = bound(name, by: pattern)
    if !initializer.isNone, let subject = tree[initializer].firstChild.present { found?.source = .part(of: subject) }
    return found
  }

  /// A name somewhere in a pattern.
  private func bound(_ name: Name, by pattern: NodeID) -> LocalName? {
    if pattern.isNone { return nil }
    if tree.kind(pattern) == .identifierPattern {
      return tree.mainName(of: pattern) == name ? LocalName(node: pattern, source: .other, depth: 0) : nil
    }
    for child in tree.children(of: pattern) { if let found = bound(name, by: child) { return found } }
    return nil
  }

  private func loopVariable(_ name: Name, of node: NodeID) -> LocalName? {
    let pattern = tree.child(at: 0, of: node)
    if pattern.isNone { return nil }
    guard tree.kind(pattern) == .identifierPattern else {
      var part = bound(name, by: pattern)
      part?.source = .partOfElement(tree.child(at: 1, of: node))
      return part
    }
    guard tree.mainName(of: pattern) == name else { return nil }
    let annotation = tree.child(.typeAnnotation, of: node)
    if !annotation.isNone { return LocalName(node: pattern, source: .annotated(tree[annotation].firstChild), depth: 0) }
    return LocalName(node: pattern, source: .element(tree.child(at: 1, of: node)), depth: 0)
  }

  private func closureName(_ name: Name, of closure: NodeID) -> LocalName? {
    let captures = tree.child(.captures, of: closure)
    if !captures.isNone {
      for capture in tree.children(of: captures) where tree.mainName(of: capture) == name && !tree[capture].firstChild.isNone {
        return LocalName(node: capture, source: .value(tree[capture].firstChild), depth: 0)
      }
    }
    let parameters = tree.child(.parameters, of: closure)
    if parameters.isNone {
      guard name == KnownNames.firstInput else { return nil }
      return LocalName(node: closure, source: .closureParameter(closure: closure, place: 0), depth: 0)
    }
    for (place, parameter) in tree.children(of: parameters).enumerated() where tree.mainName(of: parameter) == name {
      for child in tree.children(of: parameter) where child.isTypeNode(in: tree) {
        return LocalName(node: parameter, source: .annotated(child), depth: 0)
      }
      return LocalName(node: parameter, source: .closureParameter(closure: closure, place: place), depth: 0)
    }
    return nil
  }

  private func parameter(_ name: Name, of function: NodeID) -> LocalName? {
    let parameters = tree.child(.parameters, of: function)
    if parameters.isNone { return nil }
    for parameter in tree.children(of: parameters)
    where tree.kind(parameter) == .parameter && tree.mainName(of: parameter) == name {
      return LocalName(node: parameter, source: .parameter, depth: 0)
    }
    return nil
  }

  private func accessorName(_ name: Name, of accessor: NodeID) -> LocalName? {
    let named = tree.child(.accessorParameter, of: accessor)
    let isNamed = !named.isNone && tree.mainName(of: named) == name
    guard isNamed || name == KnownNames.newValue || name == KnownNames.oldValue else { return nil }
    return LocalName(node: accessor, source: .other, depth: 0)
  }
}
