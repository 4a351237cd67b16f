let a = ∞ 1
let ¡ = 2
let “b” = 3
