import VTDiagnostics
import VTSyntax

// Continuations that a listener keeps for as long as it lives, and that several of its methods complete:
//
//     final class Loading: NSObject, WKNavigationDelegate {
//       let continuation: CheckedContinuation<Void, any Error>
//       func webView(_ view: WKWebView, didFinish navigation: WKNavigation!) { continuation.resume() }
//       func webView(_ view: WKWebView, didFail navigation: WKNavigation!, withError error: any Error) {…}
//     }
//
// Whoever calls them may call one after the other, and nothing tells the second that there was a first.
extension ContinuationSurroundings {
  /// The completions of what cannot be taken out of its property, by methods of which none asks who was there before.
  func completedByEvents(_ stateSetters: Set<Name>) -> [StaleCompletion] {
    let several = completedBySeveralEvents(references.fixed)
    if several.isEmpty { return [] }
    return references.fixed.compactMap { completion in
      guard let property = completion.property, several.contains(property.id), let node = function(around: completion.path),
        let function = functions[node], !runsOnce(node),
        !conditions(in: node, before: tree[completion.call].firstToken).contains(where: { isGuard($0, function, stateSetters) })
      else { return nil }
      let kept = KeptHere(
        name: tree.mainRange(of: completion.mention[completion.mention.count - 1]), file: property.id.file,
        range: index.declaration(property.id).nameRange)
      return StaleCompletion(range: tree.range(of: completion.call), property: kept, type: property.type, isFixed: true)
    }
  }

  /// The properties that more than one method of a listener completes.
  func completedBySeveralEvents(_ completions: [Completion]) -> Set<DeclarationID> {
    var methods: [DeclarationID: Set<NodeID>] = [:]
    for completion in completions {
      guard let property = completion.property, let node = function(around: completion.path),
        tree.kind(node) == .functionDecl
      else { continue }
      methods[property.id, default: []].insert(node)
    }
    let several = methods.filter { $0.value.count > 1 && !$0.value.allSatisfy(tellsTheEnd) }
    if several.isEmpty { return [] }
    let listeners = listeners()
    return Set(several.keys.filter { listeners.contains(index.ownerName(of: $0)) })
  }

  /// `authorizationController(controller:didCompleteWithError:)`: of those that say so one is called, and once.
  private func tellsTheEnd(_ method: NodeID) -> Bool {
    tree.parameters(of: method).contains { tree.text(tree.range(of: $0)).hasPrefix("didComplete") }
  }

  /// The classes of which the file says that they are somebody's delegate, subscriber or the like.
  private func listeners() -> Set<Name> {
    let suffixes = index.knowledge.catalogue.repeatingSuffixes
    var found: Set<Name> = []
    for place in tree.nodes.indices where [.classDecl, .extensionDecl].contains(tree.nodes[place].kind) {
      let node = NodeID(UInt32(place))
      guard let bases = tree.child(.inheritance, of: node).present,
        let body = tree.child(.memberBlock, of: node).present
      else { continue }
      let isListener = tree.children(of: bases).contains { base in
        let name = tree.text(tree.range(of: base)).prefix { $0 != "<" }
        return suffixes.contains { name.hasSuffix($0) }
      }
      if isListener { found.insert(reader.owner(of: reader.path(to: body)[...])) }
    }
    return found
  }
}
