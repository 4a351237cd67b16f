// `package` is not public. No fixture: the compiler takes the word only from a build that names its package.

import TestSupport
import Testing

@Suite struct PackageAccessTests {
  @Test func whatThePackageSeesIsNotPublic() {
    let text = """
      public struct Client {
        public func seen() -> ValueFuture<Int> { ValueFuture(1) }
        package func shared() -> ValueFuture<Int> { ValueFuture(1) }
      }
      public extension Client {
        package func alsoShared() -> ValueFuture<Int> { ValueFuture(1) }
      }
      """
    let found = lint([(path: "Client.swift", text: text)], enabling: "public-value-future")["Client.swift"] ?? []
    #expect(found.map(\.start.line) == [2])
  }
}
