func f(_ x: consuming A) {
  let a = consume x
  let b = copy y
  discard self
  let c = each pack
  let d = (repeat each t)
  g(repeat f(each t))
  consume(a)
  copy = 1
  let each = any
}
func h() { yield &x }
