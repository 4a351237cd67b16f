import Testing

@testable import VTFlow

@Suite struct ComponentsTests {
  @Test func whatIsLedToComesFirst() {
    // 0 -> 1 -> 2 -> 1, 2 -> 3; 4 alone
    let graph = Adjacency([[1], [2], [1, 3], [], []])
    let components = Components(of: graph)
    #expect(components.count == 4)
    #expect(components.ofNode[1] == components.ofNode[2])
    #expect(components.ofNode[3] < components.ofNode[1])
    #expect(components.ofNode[1] < components.ofNode[0])
  }

  @Test func twoRingsWithABridgeAreTwo() {
    let components = Components(of: Adjacency([[1], [2], [0, 3], [4], [5], [3]]))
    #expect(components.count == 2)
    #expect(Set(components.ofNode[0...2]) == [1])
    #expect(Set(components.ofNode[3...5]) == [0])
  }

  @Test func aLongChainNeedsNoDeepStack() {
    let length: Int32 = 200_000
    let components = Components(of: Adjacency((0..<length).map { $0 + 1 < length ? [$0 + 1] : [] }))
    #expect(components.count == length)
    #expect(components.ofNode[0] == length - 1)
  }

  @Test func edgesGoBackwards() {
    let reversed = Adjacency([[1, 2], [2], []]).reversed
    #expect(Array(reversed.successors(of: 0)) == [])
    #expect(Array(reversed.successors(of: 1)) == [0])
    #expect(Array(reversed.successors(of: 2)) == [0, 1])
  }
}
