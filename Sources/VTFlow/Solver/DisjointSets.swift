/// Which of some numbers belong together (union-find).
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) { parents = Array(0..<Int32(count)) }

  mutating func representative(of element: Int32) -> Int32 {
    var element = element
    while parents[Int(element)] != element {
      parents[Int(element)] = parents[Int(parents[Int(element)])]
      element = parents[Int(element)]
    }
    return element
  }

  /// The smaller one stands for both, so that the answer does not hang on the order.
  mutating func unite(_ a: Int32, _ b: Int32) {
    let (a, b) = (representative(of: a), representative(of: b))
    parents[Int(max(a, b))] = min(a, b)
  }
}
