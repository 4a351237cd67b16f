// Handlers that another object keeps in a property and calls for each event.

final class Peer {
  enum Event { case connected, disconnected, failed(any Error) }
  var onEvent: ((Event) -> Void)?
  func connect() {}
}

// MARK: good

func firstEventOnly(_ peer: Peer) async {
  await withCheckedContinuation { continuation in
    peer.onEvent = { event in
      guard case .disconnected = event else { return }
      peer.onEvent = nil
      continuation.resume()  // ok: it is taken out first
    }
    peer.connect()
  }
}

func asksAFlag(_ peer: Peer) async {
  await withCheckedContinuation { continuation in
    var isDone = false
    peer.onEvent = { event in
      if isDone { return }
      if case .connected = event { return }
      isDone = true
      continuation.resume()  // ok: once
    }
    peer.connect()
  }
}

// MARK: bad

func eachEvent(_ peer: Peer) async {
  await withCheckedContinuation { continuation in
    peer.onEvent = { event in
      switch event {
      case .connected: return
      case .disconnected: continuation.resume()  // expect: double-resume
      case .failed(let error): print(error)
      }
    }
    peer.connect()
  }
}
