// Regex literals, and slashes that are none.
let plain = /a+b*/
let escaped = /\/path\/[a-z)]+(x|y)/
let extended = #/https?://[^/]+/path/#
let spaced = #/
  (?<year> \d{4}) / # a comment
  (?<month> \d{2})
/#
let argument = text.wholeMatch(of: /(\d+)/)
let several = [/a/, /b/, #/c/#]
let ratio = width / height
let tight = width/height/depth
let sum = fold(1, /) + fold(2, {$0 / $1})
let divided = (a + b) / c / d
if try? /^ x/ .firstMatch(in: s) != nil {}
let negated = !/x/.matches(s)
func / (a: Int, b: Int) -> Int { return /a/ }
infix operator /^/
x /= 2 // a comment
let own = /self.a/self.b
let literal = /a/.b
