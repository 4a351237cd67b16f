/// The strongly connected components of a graph, found in one walk without recursion (Tarjan).
struct Components {
  /// By node. What a component leads to has a smaller number than itself.
  private(set) var ofNode: [Int32]
  private(set) var count: Int32 = 0

  /// Edges by the node they leave; see `Adjacency`.
  init(of graph: Adjacency) {
    let nodeCount = graph.nodeCount
    ofNode = [Int32](repeating: -1, count: nodeCount)
    /// When the walk came to a node, from 1; 0: not yet.
    var reached = [Int32](repeating: 0, count: nodeCount)
    /// The earliest node of the walk's path that a node leads back to.
    var earliest = [Int32](repeating: 0, count: nodeCount)
    var open: [Int32] = []
    var path: [(node: Int32, next: Int)] = []
    var time: Int32 = 0
    for root in 0..<Int32(nodeCount) where reached[Int(root)] == 0 {
      path.append((root, 0))
      while let (node, next) = path.last {
        if next == 0 {
          time += 1
          reached[Int(node)] = time
          earliest[Int(node)] = time
          open.append(node)
        }
        let successors = graph.successors(of: node)
        if next < successors.count {
          path[path.count - 1].next += 1
          let successor = successors[successors.startIndex + next]
          if reached[Int(successor)] == 0 {
            path.append((successor, 0))
          } else if ofNode[Int(successor)] < 0 {
            earliest[Int(node)] = min(earliest[Int(node)], reached[Int(successor)])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { earliest[Int(parent)] = min(earliest[Int(parent)], earliest[Int(node)]) }
        if earliest[Int(node)] < reached[Int(node)] { continue }
        while let member = open.popLast() {
          ofNode[Int(member)] = count
          if member == node { break }
        }
        count += 1
      }
    }
  }
}

/// The edges of a graph in one array: a large file has some hundred thousand nodes, and an array for each of them would hold
/// more of memory than all else that is known of them.
struct Adjacency {
  /// Where the edges of each node begin in `targets`; one more than there are nodes.
  private var starts: [Int32]
  private var targets: [Int32]

  /// - Parameter edges: the targets of each node.
  init(_ edges: some Collection<[Int32]>) {
    starts = [0]
    starts.reserveCapacity(edges.count + 1)
    targets = []
    for list in edges {
      targets += list
      starts.append(Int32(targets.count))
    }
  }

  /// Gives each edge, every time that it is asked. A closure, since to look up what a chain of lazy sequences conforms to takes
  /// longer, in a run of one file, than to do what it is for.
  typealias Edges = (_ take: (_ from: Int32, _ to: Int32) -> Void) -> Void

  /// - Parameter edges: in any order, always the same; those of one node stay in theirs.
  init(nodeCount: Int, edges: Edges) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    edges { from, _ in starts[Int(from) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var targets = [Int32](repeating: 0, count: Int(starts[nodeCount]))
    var free = starts
    edges { from, to in
      targets[Int(free[Int(from)])] = to
      free[Int(from)] += 1
    }
    self.starts = starts
    self.targets = targets
  }

  var nodeCount: Int { starts.count - 1 }

  func successors(of node: Int32) -> ArraySlice<Int32> { targets[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])] }

  func forEachEdge(_ take: (_ from: Int32, _ to: Int32) -> Void) {
    for node in 0..<Int32(nodeCount) {
      for target in successors(of: node) { take(node, target) }
    }
  }

  /// The same edges backwards.
  var reversed: Adjacency { Adjacency(nodeCount: nodeCount) { take in forEachEdge { take($1, $0) } } }

  /// Each edge once; the edges of a node in the order of their targets.
  var sorted: Adjacency {
    var unique = self
    unique.starts = [0]
    unique.targets = []
    for node in 0..<Int32(nodeCount) {
      var last: Int32?
      for target in successors(of: node).sorted() where target != last {
        unique.targets.append(target)
        last = target
      }
      unique.starts.append(Int32(unique.targets.count))
    }
    return unique
  }
}
