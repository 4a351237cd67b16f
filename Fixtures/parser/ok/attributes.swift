@available(macOS 10.15, iOS 13, *) @inlinable public func f() {}
@objc(doIt:with:) optional func g()
@Wrapper(wrappedValue: 1) var x
@State private var y = 2
@resultBuilder struct Builder {}
@A.B<C>(d) @E init() {}
@_specialize(where T == Int) func h<T>() {}
@attached(member, names: named(init), arbitrary) macro M() = #externalMacro(module: "A", type: "B")
@freestanding(expression) macro stringify<T>(_ value: T) -> (T, String)
#if os(Linux)
@usableFromInline
#endif
internal func i() {}
func j(@Builder content: () -> Int, @A b: @escaping () -> Void) {}
@MainActor
final class K {}
@attached(extension) macro N()
