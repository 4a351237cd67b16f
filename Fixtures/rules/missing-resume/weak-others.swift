// What a closure holds weakly may be gone when it runs, whatever it is.

private final class WeakPlayer: @unchecked Sendable {
  var onEnd: () -> Void = {}
}

private final class WeakScreen: @unchecked Sendable {
  // MARK: good

  func oneOfTheTwo(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      api.ping { [weak player] in
        guard let player else { return c.resume() }  // ok: completed
        print(player)
        c.resume()
      }
    }
  }

  func onlyShows(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      api.ping { [weak player] in
        if let player { print(player) }
        c.resume()  // ok: either way
      }
    }
  }

  func heldByTheCall(_ source: API) async {
    await withCheckedContinuation { c in
      source.ping { [weak source] in
        guard let source else { return }  // ok: it is there to call back
        print(source)
        c.resume()
      }
    }
  }

  func keptByItself(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      player.onEnd = { [weak player] in
        guard let player else { return }  // ok: it has the closure
        print(player)
        c.resume()
      }
    }
  }

  func unowned(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      api.ping { [unowned player] in
        print(player)
        c.resume()  // ok: it is there, or the program ends
      }
    }
  }

  // MARK: bad

  func another(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      api.ping { [weak player] in
        guard let player else { return }  // expect: missing-resume
        print(player)
        c.resume()
      }
    }
  }

  func underAnotherName(_ player: WeakPlayer) async {
    await withCheckedContinuation { c in
      api.ping { [weak other = player] in
        if other == nil { return }  // expect: missing-resume
        c.resume()
      }
    }
  }
}
