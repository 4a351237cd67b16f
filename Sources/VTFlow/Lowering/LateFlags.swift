import VTDiagnostics
import VTSyntax

/// Flags that a callback sets in nothing but what it starts for later:
///
///     connection.onState { state in
///       guard !isDone else { return }
///       Task { isDone = true; continuation.resume() }     // the next call may come before that
///     }
///
/// Whoever asks for one in the callback itself does not learn of the call before.
struct LateFlags {
  private var names: Set<Name> = []
  /// The tokens of what is started.
  private var later: [Range<Int>] = []

  init() {}

  /// - Parameter isLater: whether a function of this name runs its closures after it has returned.
  init(in closure: NodeID, of tree: SyntaxTree, isLater: (Name) -> Bool) {
    noteStarted(in: tree.child(.block, of: closure), of: tree, isLater)
    if later.isEmpty { return }
    let row = tree[closure]
    var early: Set<Name> = []
    for place in Int(row.firstToken.index)..<Int(row.endToken.index) where tree.isFlagSet(at: place) {
      let name = tree.name(of: TokenID(UInt32(place)))
      if isInStarted(place) { names.insert(name) } else { early.insert(name) }
    }
    names.subtract(early)
  }

  private mutating func noteStarted(in node: NodeID, of tree: SyntaxTree, _ isLater: (Name) -> Bool, nesting: Int = 0) {
    if nesting > Limits.nesting { return }
    for child in tree.children(of: node) {
      if tree.kind(child) == .callExpr, let callee = tree[child].firstChild.present, isLater(tree.mainName(of: callee)) {
        for argument in tree.children(of: child).dropFirst() where tree.kind(tree[argument].firstChild) == .closureExpr {
          let row = tree[tree[argument].firstChild]
          later.append(Int(row.firstToken.index)..<Int(row.endToken.index))
        }
      } else {
        noteStarted(in: child, of: tree, isLater, nesting: nesting + 1)
      }
    }
  }

  private func isInStarted(_ place: Int) -> Bool { later.contains { $0.contains(place) } }

  /// In the order of their hashes, which is the same in every run.
  var all: [Name] { names.sorted { $0.raw < $1.raw } }

  /// Whether what is asked at a place says nothing of the call before.
  func isTooEarly(_ name: Name, at place: Int) -> Bool { names.contains(name) && !isInStarted(place) }
}

extension Lowerer {
  func lateFlags(in closure: NodeID) -> LateFlags {
    LateFlags(in: closure, of: tree) { index.knowledge.runners[$0]?.contains { $0.fate == .laterOnce } == true }
  }

  /// The next call of a callback comes before this one has set them.
  mutating func forgetLateFlags() {
    for name in lateFlags.all {
      if let place = findLocal(name) {
        if case .slot(let slot) = storage(ofLocal: place) { builder.emit(.set(slot, .unknown)) }
      } else {
        forgetName(name)
      }
    }
  }
}
