func plain() {}
func labels(_ a: Int, to b: inout String, c: Int...) async throws(Failure) -> Int { 1 }
func generic<T, each U: P>(_ t: T, u: repeat each U) rethrows -> some Collection<T> where T: Equatable {}
static func == <T>(a: T, b: T) -> Bool
static func <<T>(a: T, b: T) -> Bool
prefix func -(a: A) -> A
init?(from x: borrowing X) throws
init!<T>(_ x: sending T)
isolated deinit {}
func opaque() -> <T: P> T
func modern(_ f: consuming F, _ g: @escaping @Sendable (isolated A) async -> Void, _: (Int, b: Int...)) {}
nonisolated(nonsending) func here() async
@concurrent func there() async {}
func `default`(`in` value: Int) {}
