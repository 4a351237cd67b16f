// The last round of a loop, which completes or hands over what the rounds before only pass by.

private struct Piece {
  let number: Int
  let continuation: CheckedContinuation<Void, any Error>?
}

private final class Pieces {
  var waiting: [Piece] = []

  // MARK: good

  func lastOneCarriesIt(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    guard !numbers.isEmpty else { return continuation.resume() }
    for (place, number) in numbers.enumerated() {
      let isLast = place == numbers.count - 1
      waiting.append(Piece(number: number, continuation: isLast ? continuation : nil))  // ok: there is a last one
    }
  }

  func lastOneCarriesItOrNobody(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    for (place, number) in numbers.enumerated() {
      waiting.append(Piece(number: number, continuation: place == numbers.count - 1 ? continuation : nil))
    }
    if numbers.isEmpty { continuation.resume() }  // ok: there was none
  }

  func lastOneOfItsOwnList(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    var pieces: [Piece] = []
    for (place, number) in numbers.enumerated() {
      let isLast = place == numbers.count - 1
      pieces.append(Piece(number: number, continuation: isLast ? continuation : nil))
    }
    guard !pieces.isEmpty else { return continuation.resume() }
    waiting += pieces  // ok: the last one has it
  }

  func lastPlaceCompletes(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    for place in 0..<numbers.count {
      if place == numbers.count - 1 { continuation.resume() }
    }
    if numbers.isEmpty { continuation.resume() }  // ok: no place at all
  }

  // MARK: bad

  func firstOfNobody(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    for (place, number) in numbers.enumerated() {  // expect: missing-resume
      let isLast = place == numbers.count - 1
      waiting.append(Piece(number: number, continuation: isLast ? continuation : nil))
    }
  }

  func aCertainOneCarriesIt(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    guard !numbers.isEmpty else { return continuation.resume() }
    for (place, number) in numbers.enumerated() {  // expect: missing-resume
      waiting.append(Piece(number: number, continuation: place == 3 ? continuation : nil))
    }
  }

  func leavesBeforeTheLast(_ numbers: [Int], _ continuation: CheckedContinuation<Void, any Error>) {
    guard !numbers.isEmpty else { return continuation.resume() }
    for (place, number) in numbers.enumerated() {
      if number < 0 { break }  // expect: missing-resume
      if place == numbers.count - 1 { continuation.resume() }
    }
  }
}
