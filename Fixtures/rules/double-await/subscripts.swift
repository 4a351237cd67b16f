// Subscripts that give a value future: inherited, of a protocol's extension, of a generic parameter, of the type itself.

protocol Shelves: Sendable {
  func at(_ place: Int) -> ValueFuture<User>
}

extension Shelves {
  subscript(named name: String) -> ValueFuture<User> { at(name.count) }
}

struct Cellar: Shelves {
  func at(_ place: Int) -> ValueFuture<User> { store.load(place) }
}

class Rack {
  subscript(place: Int) -> ValueFuture<User> { store.load(place) }
}

class WideRack: Rack {}
final class WidestRack: WideRack {
  func ofItself() async throws {
    let f = self[3]
    _ = try await f.value
    _ = try await f.value  // expect: double-await
  }
}

enum Newest {
  static subscript(place: Int) -> ValueFuture<User> { store.load(place) }
  static subscript(named name: String) -> Int { name.count }
}

struct TwoSubscripts {
  subscript(place: Int) -> ValueFuture<User> { store.load(place) }
  static subscript(place: Int) -> Int { place }
}

// MARK: good

func eachNew(_ cellar: Cellar, _ rack: WidestRack) async throws {
  _ = try await cellar[named: "a"].value
  _ = try await cellar[named: "a"].value  // ok: made anew
  _ = try await rack[1].value
  _ = try await rack[1].value  // ok
  _ = try await Newest[1].value
  _ = try await Newest[1].value  // ok
}

func otherSubscripts(_ both: TwoSubscripts) async throws {
  let number = TwoSubscripts[1]
  let name = Newest[named: "a"]
  print(number, name)
  _ = try await both[number].value  // ok
}

// MARK: bad

func ofAnExtension(_ cellar: Cellar) async throws {
  let f = cellar[named: "a"]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func ofAParameter<S: Shelves>(_ shelves: S) async throws {
  let f = shelves[named: "a"]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func inherited(_ rack: WidestRack) async throws {
  let f = rack[1]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func ofTheType() async throws {
  let f = Newest[1]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}

func ofTheValue(_ both: TwoSubscripts) async throws {
  let f = both[1]
  _ = try await f.value
  _ = try await f.value  // expect: double-await
}
