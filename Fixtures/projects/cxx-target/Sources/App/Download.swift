// What C++ functions return stands in headers, which only libclang can read.
import Network

func measuresTwice() -> CInt {
  var size = net.measure(1)
  let first = size.get()
  // The process ends here: std::future_error crosses into Swift.
  return first + size.get()
}

func loadsInEachRound(_ client: net.Client) -> CInt {
  var sum: CInt = 0
  var size = client.load(1)
  for _ in 0..<3 { sum += size.get() }
  return sum
}

func loadsAnewInEachRound(_ client: net.Client) -> CInt {
  var sum: CInt = 0
  for path in 0..<3 {
    var size = client.load(CInt(path))
    sum += size.get()
  }
  return sum
}

func asksAndGetsTwice() -> CInt {
  let reply = net.ask(3)
  guard reply.isReady() else { return 0 }
  return reply.get() + reply.get()
}

func asksAndGetsOnce(_ isShort: Bool) -> CInt {
  let reply = net.ask(3)
  return isShort ? reply.get() : 2 * reply.get()
}

func getsATicketTwice(_ client: net.Client) -> CInt {
  let ticket = client.book(2)
  return ticket.get() + ticket.get()
}

func dropsWhatMayBeShared(_ client: net.Client) {
  _ = client.follow(1)
}
