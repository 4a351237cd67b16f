#if
let a = 1
#elseif X garbage here )
let b = 2
#else
func f() {
#endif
#endif
#if Y
let c = 3
