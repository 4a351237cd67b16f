// MARK: good - compared first

final class Checked: FutureSource, @unchecked Sendable {
  private var current = 0
  private var result = 0

  func getResult(_ token: Int) throws -> Int {
    precondition(token == current, "consumed twice")  // ok: a late reader traps
    current += 1
    return result
  }
}

// MARK: bad - any token will do

final class Unchecked: FutureSource, @unchecked Sendable {
  private var current = 0
  private var result = 0

  func getResult(_ token: Int) throws -> Int {  // expect: unchecked-token
    current += 1
    return result
  }
}
