var a: Int {
  @_transparent borrow { b }
  @_transparent mutate { &b }
}
var c: Int { unsafeAddress { d } nonmutating unsafeMutableAddress { d } }
var e: Int { read { f } }
var g: Int { mutate(h) }
