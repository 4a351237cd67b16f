f(1, a: 2, _: 3, if: 4)
f { $0 } done: { _ in } failure: { print($0) }
f(x) { a in a }.g().h { }
a.b?.c!.d[0]?(1)
reduce(0, +)
sort(by: <)
map(Int.init(bitPattern:))
use(a.f(b:c:), g(_:))
x[1, at: 2] { 3 }
A<B>(c)
A<B, [C: D]>.e()
(a < b, c > (d))
M::f(N::g)
object
  .first()
  .second
[1, 2].forEach(print)
let rest = f()
(1, 2).0
