let a = 1 +
let b = try
let c = x.
let d = f(a:, b: )
let e = x ? y
let f = [1:, 2]
a.b.
  c
