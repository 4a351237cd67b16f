import VTDiagnostics
import VTSyntax

/// Tells of sleeps in tasks that somebody keeps whether an early end of them leaves something undone:
///
///     let late = Task { try await Task.sleep(for: .seconds(5)); promise.fail(Late()) }
///     listener.onReady = { late.cancel(); promise.succeed() }
///
/// Whoever cancels such a task does himself what it would have done, or begins it anew.
///
/// For one file, by its text alone: it is asked only where something would be said otherwise.
final class KeptTasks {
  private let tree: SyntaxTree
  private let knowledge: Knowledge
  private lazy var completing = knowledge.namesOfCompletions
  private var questions = 0
  /// Functions and closures, inner ones before those around them.
  private lazy var bodies: [NodeID] = tree.nodes.indices.lazy.map { NodeID(UInt32($0)) }.filter { [tree] in
    [.functionDecl, .closureExpr, .deinitDecl, .initDecl].contains(tree.kind($0))
  }
  /// Where something is cancelled, by the name of that.
  private lazy var cancellations: [Name: [Int]] = {
    var found: [Name: [Int]] = [:]
    for place in tree.tokens.indices.dropFirst(2).dropLast() where tree.tokens[place].kind == .identifier {
      guard tree.name(of: TokenID(UInt32(place))) == KnownNames.cancel, tree.tokens[place - 1].kind == .period,
        tree.tokens[place + 1].kind == .leftParen
      else { continue }
      let name = tree.tokens[place - 2].kind == .identifier ? place - 2 : place - 3
      guard name >= 0, tree.tokens[name].kind == .identifier else { continue }
      found[tree.name(of: TokenID(UInt32(name))), default: []].append(place)
    }
    return found
  }()

  init(tree: SyntaxTree, knowledge: Knowledge) {
    self.tree = tree
    self.knowledge = knowledge
  }

  /// Whether a sleep stands in a task under a name, and each who cancels that completes something behind it, or calls the
  /// function again that begins the task.
  func areSeenTo(_ sleep: ByteRange) -> Bool {
    guard tree.text(sleep).hasPrefix("Task.sleep"), questions < Limits.overloads else { return false }
    questions += 1
    let place = tree.tokenIndex(from: sleep.start)
    guard let task = innermost(around: place, where: { name(ofTask: $0) != nil }), let name = name(ofTask: task),
      let sites = cancellations[name], sites.count <= Limits.overloadsOfOperator
    else { return false }
    let beginner = innermost(around: Int(tree[task].firstToken.index)) { tree.kind($0) == .functionDecl }
    let again = beginner.map { tree.mainName(of: $0) } ?? .none
    return sites.allSatisfy { site in
      guard let body = innermost(around: site), body != task else { return false }
      return (site..<Int(tree[body].endToken.index)).contains { isCompletion($0) || isCall($0, of: again) }
    }
  }

  private func innermost(around place: Int, where isWanted: (NodeID) -> Bool = { _ in true }) -> NodeID? {
    bodies.first { body in
      (Int(tree[body].firstToken.index)..<Int(tree[body].endToken.index)).contains(place) && isWanted(body)
    }
  }

  /// `late` of `let late = Task { … }`, `self.late = Task { … }`.
  private func name(ofTask closure: NodeID) -> Name? {
    guard tree.kind(closure) == .closureExpr else { return nil }
    let start = Int(tree[closure].firstToken.index)
    guard start > 2, tree.name(of: TokenID(UInt32(start - 1))) == KnownNames.task, tree.tokens[start - 2].kind == .equal else {
      return nil
    }
    return tree.tokens[start - 3].kind == .identifier ? tree.name(of: TokenID(UInt32(start - 3))) : nil
  }

  private func isCompletion(_ place: Int) -> Bool {
    tree.tokens[place].kind == .identifier && tree.tokens[place - 1].kind == .period
      && completing.contains(tree.name(of: TokenID(UInt32(place))))
  }

  private func isCall(_ place: Int, of name: Name) -> Bool {
    name != .none && tree.tokens[place].kind == .identifier && tree.name(of: TokenID(UInt32(place))) == name
      && tree.tokens[place + 1].kind == .leftParen
  }
}

extension Knowledge {
  /// What completes a continuation or a promise.
  fileprivate var namesOfCompletions: Set<Name> {
    Set(
      catalogue.types.filter { [.continuation, .promise].contains($0.kind) }.flatMap { type in
        type.operations.filter { $0.role == .complete && $0.form == .method }.flatMap { $0.names.map { Name($0) } }
      })
  }
}
