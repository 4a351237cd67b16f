// `some` and `any` of the marker protocol itself are value futures, as their conformers are.

protocol VTValueFuture {}

struct Reply: VTValueFuture {
  var value: Int { get async { 0 } }
}

func someReply() -> some VTValueFuture { Reply() }
func anyReply() -> any VTValueFuture { Reply() }

func dropsOpaque() {
  _ = someReply()  // expect: unconsumed
}

func dropsExistential() {
  _ = anyReply()  // expect: unconsumed
}

func handsOver() -> any VTValueFuture {
  let reply = anyReply()
  return reply
}
