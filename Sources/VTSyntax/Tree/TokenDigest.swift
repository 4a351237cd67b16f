extension SyntaxTree {
  /// A number that tells texts apart by their tokens: what stands between two of them counts only where it is of importance
  /// whether something does.
  package var tokenDigest: UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for token in tokens {
      hash = (hash ^ UInt64(token.length) << 16 ^ UInt64(token.flags.rawValue)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      for byte in source[Int(token.start)..<Int(token.end)] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
