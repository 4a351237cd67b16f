#warning("text")
let a = #file, b = #line
let c = #selector(A.b(c:))
let d = #stringify(1 + 2)
#expect(throws: E.self) { try f() }
let e = #Predicate<A> { $0.b }
struct S {
  #makeMember("x")
  @Flag #other
}
let f = #M::g(1)
