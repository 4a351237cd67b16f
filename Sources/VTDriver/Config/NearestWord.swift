// "Did you mean …": the known word that is closest to a misspelt one.

/// The word of `words` with the fewest edits to `typed`, letter case aside; nil when none is close.
/// Close means at most one edit for each three letters, so that `eror` finds `error` and `foo` finds nothing.
package func nearestWord(to typed: String, in words: [String]) -> String? {
  // The cost grows with the square of the length, and nobody types such a word.
  if typed.utf8.count > longestWord { return nil }
  let typed = Array(typed.lowercased().utf8)
  let limit = max(1, typed.count / 3)
  var best: (word: String, distance: Int)?
  for word in words where abs(word.utf8.count - typed.count) <= limit {
    let distance = editDistance(typed, Array(word.lowercased().utf8))
    if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
  }
  return best?.word
}

private let longestWord = 100

/// Insertions, deletions, replacements and swaps of neighbours, in bytes, that lead from one word to the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
