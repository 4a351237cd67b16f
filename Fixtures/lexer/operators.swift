// Fixity by what stands on both sides, angle brackets in pieces, the marks ? and !.
a + b; a+b; -a; a++; a +b; a+ b; (-a); [-a, -b]; {-a}; a ... b; a...; ...b; a..<b
a /* left */+/* right */ b; a/**/+b; a +// comment
x = y; x == y; x=y; f(x: -1); !a; a!; a! + b; a!.b; a?.b; a ? b : c; a?[0]; a ?? b; a! ?? b!
f(&x); a & b; a &+ b; a &&b
x < y; x <= y; x > y; x >= y; x >> y; x << 2; x >>= 1; x <<= 1; x <> y; x &>> y
let a: Array<Array<Int>>? = nil; let b: [Set<Int>]!; let c: Box<Box<Int?>>=d
f<Int>(x); Dictionary<String, Array<Int>>(); let p: any P<Int>; let g: Foo<Bar>.Type; let h: Foo<A>...
func ==<T>(a: T, b: T) -> Bool {}
func <<<T>(a: T) {}
func < <T>(a: T) {}
static func <<(a: Int, b: Int) -> Int {}
prefix operator √; let r = √2; a ⊕ b; a.+b
let f: (Int) -> Int; ->a; \.name; \Foo.bar?.baz; \.[0]; a.0.1; .some; Swift::print(a)
