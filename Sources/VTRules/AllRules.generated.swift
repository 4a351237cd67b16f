// Derived by `swift run vtlint-dev generate`: edit what it is made from, not this file.
// Made from the names of the files in Sources/VTRules/Rules.

/// Every rule, by name.
let allRules: [any Rule.Type] = [
  BlockingWait.self,
  ConcurrentAwait.self,
  ConcurrentIteration.self,
  DoubleAwait.self,
  DoubleIteration.self,
  DoubleResume.self,
  MissingResume.self,
  OverwrittenContinuation.self,
  PrematureResult.self,
  StaleContinuation.self,
  StoredProperty.self,
  Unconsumed.self,
]
