// What other modules see.

public typealias Reply = ValueTask<Int>

// MARK: - seen

public func global() -> ValueTask<Int> { ValueTask(1) }  // expect: public-value-future

open class Base {
  open func run() -> ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
  //        ^~~ public-value-future
  public static func make() throws -> (ValueTask<Int>, Int) { (ValueTask(1), 1) }  // expect: public-value-future
  public func all() -> [ValueTask<Int>] { [] }  // expect: public-value-future
  public func byName() -> [String: ValueTask<Int>] { [:] }  // expect: public-value-future
  public func reply() -> Reply { ValueTask(1) }  // expect: public-value-future
  public func later() async -> ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
  public final class Inner {
    public var next: ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
  }
}

extension Base {
  public func more() -> ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
}

public extension Base {
  func evenMore() -> ValueTask<Int> { ValueTask(1) }  // expect: public-value-future
  internal func less() -> ValueTask<Int> { ValueTask(1) }  // ok: internal
  private func evenLess() -> ValueTask<Int> { ValueTask(1) }  // ok: private
}

extension Array {
  public func firstReply() -> ValueTask<Int>? { nil }  // expect: public-value-future
  func lastReply() -> ValueTask<Int>? { nil }  // ok: internal
}

public protocol Asking {
  associatedtype Answer: Sendable
  var newest: ValueTask<Answer> { get }  // expect: public-value-future
  subscript(id: Int) -> ValueTask<Answer> { get }  // expect: public-value-future
}

// MARK: - not seen

protocol Hidden {
  func run() -> ValueTask<Int>  // ok: an internal protocol
}

struct Internal {
  public func run() -> ValueTask<Int> { ValueTask(1) }  // ok: a member of an internal type
  public struct Nested {
    public func run() -> ValueTask<Int> { ValueTask(1) }  // ok: inside of an internal type
  }
}

extension Internal {
  public func more() -> ValueTask<Int> { ValueTask(1) }  // ok: a member of an internal type
}

public struct Partly {
  @usableFromInline func inlined() -> ValueTask<Int> { ValueTask(1) }  // ok: no name that others can use
  public func take(_ future: ValueTask<Int>) {}  // ok: takes one
  public func run(_ body: (ValueTask<Int>) -> Void) {}  // ok: gives one to a closure, for its time
  public private(set) var count: Int = 0  // ok: no future
}
