let
var x:
let y =
func
func g(
func h() ->
struct
enum E { case }
if
