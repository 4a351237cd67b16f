// Handlers that a loop without an end tells something in each round: they listen to what comes.

protocol PacketSource: Sendable {
  func next() async throws -> [Int]
}

final class PacketLink: Sendable {
  private let source: any PacketSource
  init(source: any PacketSource) { self.source = source }

  // MARK: good

  func setReadHandler(_ handler: @escaping @Sendable ([Int]?, (any Error)?) -> Void) {
    Task.detached { [weak self] in
      while true {
        do {
          let packets = try await self?.source.next()
          guard !Task.isCancelled else { return }  // ok: it is told of no end
          handler(packets, nil)  // ok: of each packet
        } catch {
          handler(nil, error)  // ok: and that there will be no more
          return
        }
      }
    }
  }

  func read(completion: @escaping @Sendable ([Int]?, (any Error)?) -> Void) {
    Task {
      while !Task.isCancelled {
        do { completion(try await source.next(), nil) } catch { return completion(nil, error) }  // ok: the same
      }
    }
  }

  // MARK: bad

  func readOnce(completion: @escaping @Sendable ([Int]?, (any Error)?) -> Void) {
    Task {
      for _ in 0..<3 {
        do {
          completion(try await source.next(), nil)  // expect: double-resume
        } catch {
          completion(nil, error)  // expect: double-resume
        }
      }
    }
  }

  func readUntilItEnds(completion: @escaping @Sendable ([Int]?, (any Error)?) -> Void) {
    Task {
      while true {
        guard let packets = try? await source.next() else { break }
        if packets.isEmpty {
          completion(packets, nil)
          break
        }
      }
      completion(nil, nil)  // expect: double-resume
    }
  }

  func wait() async -> [Int] {
    await withCheckedContinuation { c in  // expect: missing-resume
      Task {
        while true {
          guard let packets = try? await source.next() else { continue }
          c.resume(returning: packets)  // expect: double-resume
        }
      }
    }
  }
}
