public struct Box<Element: ~Copyable>: ~Copyable, Sendable where Element: Sendable {
  let value: Element
}
final class Node<each T, let count: Int>: Base<Int>.Inner {}
indirect enum Tree { case leaf, branch(Tree, right: Tree = .leaf) }
actor Store: Actor {}
distributed actor Peer {}
protocol Source<Element>: AnyObject { associatedtype Element: P = Int where Element.ID == Int }
extension [Int: String].Index: @retroactive P, @unchecked Sendable where A == B, C: D & E {}
typealias Pair<T> = (T, second: T) where T: P
