let async = 2, some = 3, any = 4, get = 5, open = 6, actor = 7, then = 8
open(file)
async { work() }
actor.run()
let x = any.y, z = some(1)
func get() { set() }
some.thing = 1
final()
lazy.map { $0 }
left = right
yield(1)
discard(x)
unsafe(y)
repeat { } while x
struct S { var get: Int; var set: Int { 1 } }
