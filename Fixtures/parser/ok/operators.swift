infix operator <+>: Sums
prefix operator √
precedencegroup Sums { higherThan: AdditionPrecedence associativity: left }
let a = 1 + 2 * 3 - 4
let b = x <+> y + z <+> w
let c = a < b && b <= c || !d
let d = x ?? y ?? z
e = f = g ? h : i ? j : k
let h = try await a + b * await c
let i = a is B || c as? D == e as! F
let j = a...b, k = ..<c, l = d..., m = √e
n += o << 2 >> 1 &+ 3
let p = try a ? try? b : try! c
let q = unsafe r + consume s
let t = u as V ? w : x
