import VTDiagnostics

/// A dictionary by name that is filled once and then only read: names are hashes already, so nothing is hashed again.
///
/// Whoever writes sources could choose names that fall on one place; a table that came out uneven asks a dictionary
/// instead, whose places nobody can foresee.
struct NameMap<Value: Sendable>: Sendable {
  private static var longestProbe: Int { 32 }

  /// Places in `keys` and `values`; `.max` for none. A power of two.
  private var slots: [UInt32] = []
  private var keys: [Name] = []
  private var values: [Value] = []
  private var shift: UInt64 = 64
  private var fallback: [Name: Value]?

  init(_ dictionary: [Name: Value] = [:]) { self.init(unique: dictionary.map { ($0, $1) }) }

  /// - Parameter pairs: each key once.
  init(unique pairs: [(key: Name, value: Value)]) {
    if pairs.isEmpty { return }
    var count = 2
    shift = 63
    while count < pairs.count * 2 {
      count *= 2
      shift -= 1
    }
    slots = [UInt32](repeating: .max, count: count)
    keys.reserveCapacity(pairs.count)
    values.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      guard let slot = freeSlot(for: key) else {
        fallback = Dictionary(uniqueKeysWithValues: pairs)
        return
      }
      slots[slot] = UInt32(keys.count)
      keys.append(key)
      values.append(value)
    }
  }

  private func freeSlot(for key: Name) -> Int? {
    var slot = home(of: key)
    for _ in 0..<NameMap.longestProbe {
      if slots[slot] == .max { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func home(of key: Name) -> Int { Int(truncatingIfNeeded: (key.raw &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  subscript(_ key: Name) -> Value? {
    if let fallback { return fallback[key] }
    if slots.isEmpty { return nil }
    var slot = home(of: key)
    while slots[slot] != .max {
      let place = Int(slots[slot])
      if keys[place] == key { return values[place] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func contains(_ key: Name) -> Bool { self[key] != nil }

  /// In no particular order.
  var all: [(key: Name, value: Value)] {
    if let fallback { return fallback.map { ($0.key, $0.value) } }
    return zip(keys, values).map { ($0, $1) }
  }
}
