/// Folds a flat sequence `a + b * c = d` into rows by precedence, without recursion.
///
/// The rules are the language's: operators of one group associate as the group says; of two groups the higher binds
/// first; two groups without relation are taken from left to right. `try`, `await` and `unsafe` on the left of an
/// operator cover the operator too: `try a + b` is `try (a + b)`, but `a + try b` stays as it is.
struct SequenceOperator {
  enum Form: UInt8 {
    case binary, assignment, ternary, isCast, asCast
  }
  var form: Form
  var group: PrecedenceGroup
  var token: TokenID
  var flags: NodeFlags = []
  /// Between `?` and `:`.
  var middle = NodeID.none

  var isCast: Bool { form == .isCast || form == .asCast }
}

/// An operator with its left side, while the right side is folded.
struct FoldFrame {
  var left: NodeID
  var operation: SequenceOperator
  var bound: FoldBound
  /// Whether the operator and the one behind it are of one right-associative group: then the value of the fold is the
  /// whole right side, else operators that bind less tightly may still follow it.
  var takesAll: Bool
}

/// Operators that bind less tightly than this end a fold.
struct FoldBound {
  /// nil: no bound.
  var group: PrecedenceGroup?
  var isStrict: Bool
}

extension Parser {
  /// Folds the operands and operators from these indices to the ends of the two arrays.
  mutating func fold(operands firstOperand: Int, operators firstOperator: Int) -> NodeID {
    let end = operators.count
    let firstFrame = foldFrames.count
    var left = operands[firstOperand]
    var bound = FoldBound(group: nil, isStrict: false)
    var next = firstOperator
    // The operator behind `left`, and its right side, once taken.
    var pending: SequenceOperator?
    var right = NodeID.none

    while true {
      guard let first = pending else {
        if next < end, considers(operators[next].group, bound) {
          pending = operators[next]
          next += 1
          right = operands[firstOperand + next - firstOperator]
          continue
        }
        // `left` is as large as the bound allows: it goes to the operator that waits for it.
        guard foldFrames.count > firstFrame else { return left }
        let frame = foldFrames.removeLast()
        bound = frame.bound
        if frame.takesAll {
          left = combine(frame.left, frame.operation, left)
        } else {
          right = left
          left = frame.left
          pending = frame.operation
        }
        continue
      }
      guard next < end, !first.isCast, considers(operators[next].group, bound) else {
        left = combine(left, first, right)
        pending = nil
        continue
      }
      switch precedences.associativity(first.group, operators[next].group) {
      case .left:
        left = combine(left, first, right)
        pending = operators[next]
        next += 1
        right = operands[firstOperand + next - firstOperator]
      case .none:
        left = combine(left, first, right)
        pending = nil
      case .right:
        let isSame = first.group == operators[next].group
        foldFrames.append(FoldFrame(left: left, operation: first, bound: bound, takesAll: isSame))
        bound = FoldBound(group: first.group, isStrict: !isSame)
        left = right
        pending = nil
      }
    }
  }

  /// Whether an operator of this group may stand inside the bound.
  private func considers(_ group: PrecedenceGroup, _ bound: FoldBound) -> Bool {
    guard let limit = bound.group else { return true }
    if group == limit { return !bound.isStrict }
    return !precedences.isHigher(limit, than: group)
  }

  /// Makes the row of one operator. What covers its left side covers the operator as well.
  private mutating func combine(_ left: NodeID, _ operation: SequenceOperator, _ right: NodeID) -> NodeID {
    var cover = NodeID.none
    var inner = left
    while isCover(inner) {
      cover = inner
      inner = nodes[Int(inner.index)].firstChild
    }
    let row = makeOperation(inner, operation, right)
    guard !cover.isNone else { return row }
    nodes[Int(cover.index)].firstChild = row
    let end = nodes[Int(row.index)].endToken
    var outer = left
    while outer != row {
      nodes[Int(outer.index)].endToken = end
      outer = nodes[Int(outer.index)].firstChild
    }
    return left
  }

  private func isCover(_ node: NodeID) -> Bool {
    switch kind(of: node) {
    case .tryExpr, .awaitExpr, .unsafeExpr: true
    default: false
    }
  }

  private mutating func makeOperation(_ left: NodeID, _ operation: SequenceOperator, _ right: NodeID) -> NodeID {
    var children = NodeList(left)
    append(operation.middle, to: &children)
    append(right, to: &children)
    let kind: NodeKind =
      switch operation.form {
      case .binary: .infixExpr
      case .assignment: .assignExpr
      case .ternary: .ternaryExpr
      case .isCast: .isExpr
      case .asCast: .asExpr
      }
    let row = node(kind, from: firstToken(of: left), main: operation.token, flags: operation.flags, children)
    nodes[Int(row.index)].endToken = nodes[Int(right.index)].endToken
    return row
  }
}
