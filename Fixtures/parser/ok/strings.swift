let a = "plain"
let b = "one \(x) two \(y, format: .z) \(f("inner \(g)"))"
let c = #"raw \(no) \#(yes)"#
let d = """
  line \(1)
    more
  """
let e = "\(a)\(b)"
let f = ""
let g = /ab+c/
let h = #/x/y/#
let i = "\(x.map { "\($0)" })"
