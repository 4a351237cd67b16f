// What nothing closes, and what Swift has no use for.
let a = "no end
let b = "an interpolation \(without end
let c = "another \("inner \(x)
let d = 'single quotes \(x)'
let e = “curly quotes” + “ + ”
let f = `never closed
let g = #"raw"## + #/never closed
*/ let h = <#no placeholder
let i = ``, j = ` `, k = `+`, l = `a\b`
let m = a <#x> b
let n = #/
  over lines without end
let o = """
  never closed \(x
  /* never closed either
