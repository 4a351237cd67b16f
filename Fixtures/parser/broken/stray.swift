)
let a = 1
}
struct S { ) var b = 2; 5 }
case x
func f() { ] return 1 }
