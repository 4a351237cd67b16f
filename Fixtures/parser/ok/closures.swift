let a = { }
let b = { x, _ in x }
let c = { (x: Int, y) async throws(E) -> Int in x }
let d = { [weak self, unowned(safe) b = c, d] in self }
let e = { @MainActor @Sendable (x) in x }
let f = { [x] y in y }
let g = { (a, b) in a }
let h = { $0 + $1 }
let i = { (a) }
let j = { () -> Void in }
let k = { x async in x }
let l = {
  ($0 as? A)?.m()
  for v in $0.v { v.m() }
}
