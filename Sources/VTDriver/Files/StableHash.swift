/// A hash that is the same in every run and on every machine: FNV-1a over parts that are kept apart by their lengths.
struct StableHash: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes + Array(String(bytes.count).utf8) + [0] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// FNV mixes the last bytes poorly; this spreads them.
  var mixed: UInt64 {
    var mixed = value
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    return mixed
  }

  var hexadecimal: String {
    let digits = String(mixed, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
