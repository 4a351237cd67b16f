// What one comparison with a literal says about another, held against trying the numbers.
import Testing

@testable import VTFlow

@Suite struct IntervalTests {
  /// Comparisons with small literals, each with the question that it is.
  private static let comparisons: [(interval: Interval, holds: @Sendable (Double) -> Bool)] = (-2...2).flatMap {
    literal -> [(Interval, @Sendable (Double) -> Bool)] in
    let number = Double(literal)
    return [
      (.equal(to: literal), { $0 == number }),
      (.below(literal), { $0 < number }),
      (.above(literal), { $0 > number }),
      (.range(from: literal, to: nil, isClosed: true), { $0 >= number }),
      (.range(from: nil, to: literal, isClosed: true), { $0 <= number }),
      (.range(from: literal, to: literal + 2, isClosed: true), { $0 >= number && $0 <= number + 2 }),
      (.range(from: literal, to: literal + 2, isClosed: false), { $0 >= number && $0 < number + 2 }),
    ]
  }

  /// Numbers on, between and beyond the literals.
  private static let numbers = stride(from: -6.0, through: 6.0, by: 0.5)

  @Test func oneImpliesTheOther() {
    for (first, holdsFirst) in Self.comparisons {
      for (second, holdsSecond) in Self.comparisons {
        let implied = Self.numbers.allSatisfy { !holdsFirst($0) || holdsSecond($0) }
        #expect(second.contains(first) == implied, "\(first) in \(second)")
      }
    }
  }

  @Test func oneExcludesTheOther() {
    for (first, holdsFirst) in Self.comparisons {
      for (second, holdsSecond) in Self.comparisons {
        let excluded = !Self.numbers.contains { holdsFirst($0) && holdsSecond($0) }
        #expect(first.isDisjoint(with: second) == excluded, "\(first) and \(second)")
      }
    }
  }

  @Test func oneOfThemHolds() {
    for (first, holdsFirst) in Self.comparisons {
      for (second, holdsSecond) in Self.comparisons {
        let isComplete = Self.numbers.allSatisfy { holdsFirst($0) || holdsSecond($0) }
        #expect(first.completes(second) == isComplete, "\(first) or \(second)")
      }
    }
  }
}
