// Every word that means something to Swift's grammar somewhere: a token carries one, so that the parser compares
// small integers and never looks at text. Words that are only the name of an attribute (`discardableResult`) are
// not here; the parser reads any attribute by its shape.

/// A word of the grammar. The case is spelt as the word, but for the few that would clash with Swift's own names
/// (`selfValue`, `selfType`, `anyType`, `typeWord`, `protocolWord`, `initWord`, `defaultWord`) and the `pound…` ones.
package enum Word: UInt8, Sendable, CaseIterable {
  /// No word of the grammar: any other name, a back-quoted name, and every token that is not a name.
  case none

  // Reserved: as a plain token these are never names (`TokenKind.keyword`).
  case anyType, `as`, `associatedtype`, `break`, `case`, `catch`, `class`, `continue`, defaultWord, `defer`, `deinit`
  case `do`, `else`, `enum`, `extension`, `fallthrough`, `false`, `fileprivate`, `for`, `func`, `guard`, `if`, `import`
  case `in`, initWord, `inout`, `internal`, `is`, `let`, `nil`, `operator`, `precedencegroup`, `private`, `protocol`
  case `public`, `repeat`, `rethrows`, `return`, selfValue, selfType, `static`, `struct`, `subscript`, `super`, `switch`
  case `throw`, `throws`, `true`, `try`, `typealias`, `var`, `where`, `while`

  // Contextual: names (`TokenKind.identifier`) but for certain places.
  // Modifiers of declarations and of types.
  case __consuming, __owned, __shared, __setter_access, _borrowing, _const, _local, _consuming, _mutating
  case actor, any, async, await, borrowing, consuming, convenience, distributed, dynamic, each, final, indirect, infix
  case isolated, lazy, left, mutating, nonisolated, nonmutating, nonsending, open, optional, override, package, postfix
  case prefix, reasync, required, right, safe, sending, some, unowned, unsafe, weak, dependsOn, scoped
  // Kinds of declarations.
  case macro, using
  // Accessors.
  case get, set, willSet, didSet, _read, _modify, read, modify, mutate, borrow, yielding
  case unsafeAddress, unsafeMutableAddress, addressWithOwner, addressWithNativeOwner
  case mutableAddressWithOwner, mutableAddressWithNativeOwner
  // Statements and operators that are words.
  case consume, copy, discard, then, yield, _move, _borrow
  // In types and selectors.
  case typeWord, protocolWord, of, `module`
  // Precedence groups.
  case assignment, associativity, higherThan, lowerThan
  // Conditions of `#if`, availability and the arguments of attributes.
  case available, unavailable, availability, canImport, compiler, swift, introduced, deprecated, obsoleted, message
  case renamed, noasync, before, block, target, kind, reverse, wrt, metadata, file, line, exported, visibility
  case initializes, accesses, unchecked, preconcurrency, retroactive, attached, freestanding, abi, convention, escaping
  case autoclosure, differentiable, derivative, transpose, specialized, _specialize, _effects, _implements

  // Words behind a number sign (`TokenKind.poundKeyword`).
  case poundIf, poundElseif, poundElse, poundEndif, poundAvailable, poundUnavailable, poundSourceLocation

  /// Whether the plain word can never be a name.
  package var isReserved: Bool { self != .none && rawValue <= Word.while.rawValue }

  /// Whether the word stands behind a number sign.
  package var isPound: Bool { rawValue >= Word.poundIf.rawValue }

  /// The word as written in source, a number sign included. Not for hot loops.
  package var spelling: String {
    self == .none ? "" : String(Word.spellings.split(separator: " ")[Int(rawValue) - 1])
  }

  /// All but `none`, in the order of the cases; a test compares them with the names of the cases. The names themselves
  /// could be asked for at run time, but that would cost every start of the program half a millisecond.
  static let spellings = """
    Any as associatedtype break case catch class continue default defer deinit do else enum extension fallthrough \
    false fileprivate for func guard if import in init inout internal is let nil operator precedencegroup private \
    protocol public repeat rethrows return self Self static struct subscript super switch throw throws true try \
    typealias var where while __consuming __owned __shared __setter_access _borrowing _const _local _consuming \
    _mutating actor any async await borrowing consuming convenience distributed dynamic each final indirect infix \
    isolated lazy left mutating nonisolated nonmutating nonsending open optional override package postfix prefix \
    reasync required right safe sending some unowned unsafe weak dependsOn scoped macro using get set willSet didSet \
    _read _modify read modify mutate borrow yielding unsafeAddress unsafeMutableAddress addressWithOwner \
    addressWithNativeOwner mutableAddressWithOwner mutableAddressWithNativeOwner consume copy discard then yield \
    _move _borrow Type Protocol of module assignment associativity higherThan lowerThan available unavailable \
    availability canImport compiler swift introduced deprecated obsoleted message renamed noasync before block \
    target kind reverse wrt metadata file line exported visibility initializes accesses unchecked preconcurrency \
    retroactive attached freestanding abi convention escaping autoclosure differentiable derivative transpose \
    specialized _specialize _effects _implements #if #elseif #else #endif #available #unavailable #sourceLocation
    """
}
