/// Bounds on what is analysed: past them a function is left out and said so, never half analysed.
enum Limits {
  /// Nested statements and expressions.
  static let nesting = 1_500
  /// Blocks of one graph, copies of `defer` bodies and inlined closures included.
  static let blocks = 400_000
  /// Closures and local functions written in place inside one another.
  static let inlining = 6
  /// Parameters of one function that may tell what becomes of the others.
  static let deciders = 4
  /// Comparisons of one value with literals that are related to one another.
  static let intervals = 16
  /// Places of one kind in a file that are looked at one by one, each with its surroundings.
  static let placesInAFile = 1_000
}
