import VTReport

/// A compiled file-name pattern. `.gitignore`, `--exclude` and `.editorconfig` have different notations
/// (`IgnoreRules.swift`, `Config/SectionGlob.swift`) and share this machine.
///
/// A pattern is a list of steps. Matching explores pairs of (step, place in the text) and never visits a pair twice, so
/// the worst pattern costs the product of both lengths; backtracking matchers take exponential time on
/// `*a*a*a*a*b` and on nested braces.
package struct Glob: Sendable {
  package enum Step: Sendable {
    /// Exactly this character.
    case character(UInt32)
    /// Any one character but `/`.
    case anyButSlash
    /// Any number of characters but `/`.
    case starButSlash
    /// Any number of characters.
    case star
    /// One character of the ranges, or (negated) one of none of them; never `/`.
    case oneOf([ClosedRange<UInt32>], negated: Bool)
    /// A decimal number in the range, without leading zeros.
    case number(ClosedRange<Int>)
    /// Goes on at each of these steps.
    case split([Int])
  }

  package var steps: [Step] = []

  package init() {}

  /// Whether the whole text matches.
  package func matches(_ text: [UInt32]) -> Bool {
    // Most patterns say with their first character that they are not meant.
    var plain = 0
    while plain < steps.count, case .character(let character) = steps[plain] {
      guard plain < text.count, text[plain] == character else { return false }
      plain += 1
    }
    let width = text.count + 1
    var seen = [Bool](repeating: false, count: (steps.count + 1) * width)
    var pending: [(step: Int, place: Int)] = [(plain, plain)]
    while let (step, place) = pending.popLast() {
      if seen[step * width + place] { continue }
      seen[step * width + place] = true
      if step == steps.count {
        if place == text.count { return true }
        continue
      }
      switch steps[step] {
      case .character(let character):
        if place < text.count, text[place] == character { pending.append((step + 1, place + 1)) }
      case .anyButSlash:
        if place < text.count, text[place] != slash { pending.append((step + 1, place + 1)) }
      case .starButSlash:
        if place < text.count, text[place] != slash { pending.append((step, place + 1)) }
        pending.append((step + 1, place))
      case .star:
        if place < text.count { pending.append((step, place + 1)) }
        pending.append((step + 1, place))
      case .oneOf(let ranges, let negated):
        if place < text.count, text[place] != slash, ranges.contains(where: { $0.contains(text[place]) }) != negated {
          pending.append((step + 1, place + 1))
        }
      case .number(let range):
        for end in ends(ofNumberIn: range, at: place, of: text) { pending.append((step + 1, end)) }
      case .split(let targets):
        for target in targets { pending.append((target, place)) }
      }
    }
    return false
  }

  private func ends(ofNumberIn range: ClosedRange<Int>, at start: Int, of text: [UInt32]) -> [Int] {
    var place = start
    let isNegative = place < text.count && text[place] == UInt32(UInt8(ascii: "-"))
    if isNegative { place += 1 }
    let firstDigit = place
    var value = 0
    var ends: [Int] = []
    while place < text.count, (0x30...0x39).contains(text[place]) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.addingReportingOverflow(Int(text[place] - 0x30))
      if overflow || overflow2 || (place > firstDigit && text[firstDigit] == 0x30) { break }
      value = sum
      place += 1
      if range.contains(isNegative ? -value : value) { ends.append(place) }
    }
    return ends
  }
}

private let slash = UInt32(UInt8(ascii: "/"))

/// The characters of a path as the matcher sees them: Unicode scalars, so that `?` is one character and not one byte.
/// A byte that is not UTF-8 becomes a number that no character has.
package func globText(_ bytes: some Collection<UInt8>) -> [UInt32] {
  if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { UInt32($0) } }
  return scalars(of: bytes).map { $0.scalar?.value ?? 0xDC00 + UInt32($0.bytes[0]) }
}
