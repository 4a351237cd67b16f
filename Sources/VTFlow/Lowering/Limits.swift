/// Bounds on what is analysed: past them a function is left out and said so, never half analysed.
enum Limits {
  /// Nested statements and expressions.
  static let nesting = 1_500
  /// Blocks of one graph, copies of `defer` bodies and inlined closures included. With more than 131,072 their array would be
  /// twice as large.
  static let blocks = 131_000
  /// The same, and places where a value is used.
  static let blocksAndUses = 150_000
  /// Blocks of a part of a graph that is solved by itself: what is known in each of them takes more memory than the blocks do.
  static let blocksOfPart = 18_000
  /// One-shot values of one graph.
  static let origins = 24_000
  /// Closures and local functions written in place inside one another.
  static let inlining = 6
  /// Statements and expressions that are looked at for one function, copies counted, and how many more for each of its tokens.
  static let looks = 100_000
  static let looksForToken = 50
  /// Parameters of one function that may tell what becomes of the others.
  static let deciders = 4
  /// Comparisons of one value with literals that are related to one another.
  static let intervals = 16
  /// Times that a function in a recursion is looked at for its summary.
  static let looksAtFunction: Int32 = 40
  /// Parameters of one function.
  static let parameters = 500
  /// Those of a function that is asked whether it gives one of them to another, and those of the other.
  static let parametersOfLender = 16
  /// A function is asked for what it assigns to if it has fewer tokens.
  static let tokensOfOwnMethod = 400
  /// So is each one this small, whether somebody has asked for its properties or not.
  static let tokensOfSetter = 40
  /// Calls inside one another that are followed for that.
  static let callsOfOwnMethod = 3
  /// A function that only answers a question is written where it is asked if it has fewer tokens; of those that ask others no
  /// more than this many stand inside one another, closures counted.
  static let tokensOfHelper = 80
  static let helpers = 3
  /// Of a closure that asks something of the elements of a collection: `{ $0 > limit }`.
  static let tokensOfQuestion = 24
  /// Elements that were asked for by their place, of which a loop over the same collection knows.
  static let elementsInPlace = 3
  /// Generic parameters and associated types of one declaration that may be bound by one another.
  static let boundTypes = 12
  /// Constants of one type whose content its methods are asked about.
  static let keptByType = 4
  /// Value futures in an array literal that a loop goes over.
  static let futuresOfLiteral = 8
  /// Of what stands between the brackets of an assignment to an element.
  static let tokensOfIndex = 30
  /// Locals that closures which are analysed by themselves see, each closure for itself.
  static let handedOnLocals = 250_000
  /// Functions of one name whose labels fit a call, implementations of a requirement, and local functions of one name that are
  /// looked at for a call.
  static let overloads = 100
  /// Those of an operator that is given no value future.
  static let overloadsOfOperator = 8
  /// How many functions of one name may override others, before nobody looks at them.
  static let overriders = 1_000
  /// Declarations of one name that a type, or the top level, has in one file.
  static let declarationsOfOneName = 1_000
  /// Of more packages that have a module of one name nobody can tell which is meant by a package that has none.
  static let modulesOfOneName = 200
  /// Of more folders without a manifest nobody says that they are one module.
  static let foldersOfOneModule = 200
  /// Functions of a file whose facts are kept at the same time.
  static let functionsAtOnce = 2_000
  /// Places of one kind in a file that are looked at one by one, each with its surroundings.
  static let placesInAFile = 1_000
  /// Functions of an edited file of which it is found out whether other files name them.
  static let hiddenFunctions = 2_000
}

extension ControlFlowGraph {
  /// To follow it would cost more memory and time than a hand-written function is worth.
  var isTooLarge: Bool {
    blocks.count > Limits.blocks || blocks.count + uses.count > Limits.blocksAndUses || origins.count > Limits.origins
  }
}
