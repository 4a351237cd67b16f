let a: Int?, b: [Int]!, c: [K: V]??, d: (A, b: B) -> C
let e: any P & Q, f: some Sequence<Int>, g: A.B<C>.Type, h: (any P).Protocol
let i: @Sendable (inout A, B...) async throws(E) -> (C) -> D
let j: (repeat each T), k: Vector<3, Int>, l: Matrix<-1, _>
let m: ~Copyable, n: nonisolated(nonsending) () async -> Void, o: () throws -> ()
let p: UnsafePointer<UnsafePointer<Int>?>?, q: A<B<C<D>>>
let r: M::A.N::B, s: Self.Element, t: Any.Type, u: borrowing A
let v = x as! [A]?, w = f as @convention(c) (Int) -> Int
let x = [(A) async throws -> B](), y = (any P).self, z = Result<Int, any Error>.self
