let a = "text
let b = "\(x
let c = 1
/* comment
