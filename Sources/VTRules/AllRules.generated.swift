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
  NeedlessValueFuture.self,
  OverwrittenContinuation.self,
  PrematureResult.self,
  PublicValueFuture.self,
  StaleContinuation.self,
  StoredProperty.self,
  UncheckedToken.self,
  Unconsumed.self,
]
