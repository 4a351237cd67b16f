a(); b();
do {}
label: do { break label }
func f() -> Int {
  defer { g() }
  return
    value
}
func h() { return }
func i() { if x { return } else { throw y } }
let z = x
  + y
  ?? w
let minus = a
-b
let member = a
.c
