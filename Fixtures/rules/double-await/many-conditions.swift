// Many independent conditions: remembered up to a limit, never multiplied.

// MARK: bad

func sixtyIndependentBranches(flags: [Bool]) async throws {
  let f = store.load(1)
  if random() { _ = try await f.value }
  if flags[0] { print(0) }
  if flags[1] { print(1) }
  if flags[2] { print(2) }
  if flags[3] { print(3) }
  if flags[4] { print(4) }
  if flags[5] { print(5) }
  if flags[6] { print(6) }
  if flags[7] { print(7) }
  if flags[8] { print(8) }
  if flags[9] { print(9) }
  if flags[10] { print(10) }
  if flags[11] { print(11) }
  if flags[12] { print(12) }
  if flags[13] { print(13) }
  if flags[14] { print(14) }
  if flags[15] { print(15) }
  if flags[16] { print(16) }
  if flags[17] { print(17) }
  if flags[18] { print(18) }
  if flags[19] { print(19) }
  if flags[20] { print(20) }
  if flags[21] { print(21) }
  if flags[22] { print(22) }
  if flags[23] { print(23) }
  if flags[24] { print(24) }
  if flags[25] { print(25) }
  if flags[26] { print(26) }
  if flags[27] { print(27) }
  if flags[28] { print(28) }
  if flags[29] { print(29) }
  if flags[30] { print(30) }
  if flags[31] { print(31) }
  if flags[32] { print(32) }
  if flags[33] { print(33) }
  if flags[34] { print(34) }
  if flags[35] { print(35) }
  if flags[36] { print(36) }
  if flags[37] { print(37) }
  if flags[38] { print(38) }
  if flags[39] { print(39) }
  if flags[40] { print(40) }
  if flags[41] { print(41) }
  if flags[42] { print(42) }
  if flags[43] { print(43) }
  if flags[44] { print(44) }
  if flags[45] { print(45) }
  if flags[46] { print(46) }
  if flags[47] { print(47) }
  if flags[48] { print(48) }
  if flags[49] { print(49) }
  if flags[50] { print(50) }
  if flags[51] { print(51) }
  if flags[52] { print(52) }
  if flags[53] { print(53) }
  if flags[54] { print(54) }
  if flags[55] { print(55) }
  if flags[56] { print(56) }
  if flags[57] { print(57) }
  if flags[58] { print(58) }
  if flags[59] { print(59) }
  _ = try await f.value  // expect: double-await
}

// MARK: good

func sixtyBranchesOverSixFlags(c0: Bool, c1: Bool, c2: Bool, c3: Bool, c4: Bool, c5: Bool) async throws {
  let f = store.load(1)
  if c0 { print(0) }
  if c1 { print(1) }
  if c2 { print(2) }
  if c3 { print(3) }
  if c4 { print(4) }
  if c5 { print(5) }
  if c0 { print(6) }
  if c1 { print(7) }
  if c2 { print(8) }
  if c3 { print(9) }
  if c4 { print(10) }
  if c5 { print(11) }
  if c0 { print(12) }
  if c1 { print(13) }
  if c2 { print(14) }
  if c3 { print(15) }
  if c4 { print(16) }
  if c5 { print(17) }
  if c0 { print(18) }
  if c1 { print(19) }
  if c2 { print(20) }
  if c3 { print(21) }
  if c4 { print(22) }
  if c5 { print(23) }
  if c0 { print(24) }
  if c1 { print(25) }
  if c2 { print(26) }
  if c3 { print(27) }
  if c4 { print(28) }
  if c5 { print(29) }
  if c0 { print(30) }
  if c1 { print(31) }
  if c2 { print(32) }
  if c3 { print(33) }
  if c4 { print(34) }
  if c5 { print(35) }
  if c0 { print(36) }
  if c1 { print(37) }
  if c2 { print(38) }
  if c3 { print(39) }
  if c4 { print(40) }
  if c5 { print(41) }
  if c0 { print(42) }
  if c1 { print(43) }
  if c2 { print(44) }
  if c3 { print(45) }
  if c4 { print(46) }
  if c5 { print(47) }
  if c0 { print(48) }
  if c1 { print(49) }
  if c2 { print(50) }
  if c3 { print(51) }
  if c4 { print(52) }
  if c5 { print(53) }
  if c0 { print(54) }
  if c1 { print(55) }
  if c2 { print(56) }
  if c3 { print(57) }
  if c4 { print(58) }
  if c5 { print(59) }
  _ = try await f.value  // ok: the only one
}
