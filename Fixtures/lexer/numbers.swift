// Numbers, and what only looks like one.
let integers = [0, 12, 1_000_000, 0x1F, 0xFF_FF, 0o17, 0b1010_0101, 007]
let floats = [1.5, 1e10, 1.5e-3, 1_0.0_1, 0x1p3, 0x1.8p-2, 0xAp+1, 2E5]
let members = 1.description, hex = 0xff.description, feed = 0xff.feed, pair = x.0.1, tuple = x.0.e1
let ranges = 1...2, half = 1..<2, open = 1...
let malformed = [0x, 0xg, 0b2, 0b12, 0o8, 0o18, 12ab, 1e, 1e+, 1e_, 1.5ab, 0x1p, 0x1pz, 1__]
