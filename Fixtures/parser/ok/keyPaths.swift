let a = \A.b
let b = \.c?.d![0].e
let c = \.self
let d = \[Int].count
let e = \A<B>.c.d
let f = xs.map(\.name).sorted(by: \.age)
let h = \.[0]
let i = \(A, B).0
