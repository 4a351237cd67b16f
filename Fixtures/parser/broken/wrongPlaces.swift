public
@attribute
switch x { let y = 1 case 1: break }
guard x { }
for in y { }
func f(Int, b) {}
if x = 1 { }
var z: Int { get; 5 }
extension { }
