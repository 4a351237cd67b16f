func f() {
  g(1, 2
  let x = [1, 2
}
func h() {
