func f() {
  @ "text"
  ::
  :: ::
  # x
  @
}
struct S {
  @
}
