extension Receiver {
  func report() { print("received") }
}
