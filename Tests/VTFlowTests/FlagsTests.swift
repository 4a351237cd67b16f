import Testing

@testable import VTFlow

@Suite struct DeclarationFlagTests {
  /// Two flags on one bit make every `internal` type a marked one.
  @Test func eachFlagHasItsOwnBit() {
    let flags: [Declaration.Flags] = [
      .isStatic, .isAsync, .canThrow, .isMutating, .isConsuming, .isStored, .isLet, .isRequirement, .isPublic, .neverReturns,
      .isFailable, .isOverride, .isScriptVariable, .isMarkedValueFuture, .isLazy, .isPrivate, .isBuilder, .isMarkedSinglePass,
      .isMarkedContinuation, .isInternal,
    ]
    #expect(Set(flags.map(\.rawValue)).count == flags.count)
  }
}
