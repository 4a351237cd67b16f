import VTDiagnostics

// What stands between tokens: blanks, line ends, comments, conflict markers, and bytes that Swift reads over with an
// error (each a problem). Nothing is stored but two flags on the next token.

extension Lexer {
  mutating func skipBlanks() {
    pending.insert(.spaceBefore)
    cursor.offset += 1
    cursor.skipSpaces()
  }

  mutating func skipBlank(length: Int) {
    pending.insert(.spaceBefore)
    cursor.offset += length
  }

  mutating func skipLineEnd() {
    if lineEndEndsString { return endStringAtLineEnd() }
    pending.formUnion([.startsLine, .spaceBefore])
    cursor.offset += 1
    cursor.skipSpaces()
  }

  mutating func skipUnknown(length: Int, _ what: String) {
    let start = cursor.offset
    skipBlank(length: length)
    report("skipped \(what)", from: start)
  }

  /// At a slash. Returns false, without moving, if no comment begins here.
  mutating func skipComment() -> Bool {
    switch cursor.byte(ahead: 1) {
    case Byte.slash:
      cursor.skipToLineEnd()
      pending.insert(.spaceBefore)
      return true
    case Byte.star:
      skipBlockComment()
      return true
    default:
      return false
    }
  }

  private mutating func skipBlockComment() {
    let start = cursor.offset
    pending.insert(.spaceBefore)
    var place = start + 2
    var depth = 1
    while depth > 0 {
      switch cursor.byte(at: place) {
      case Byte.star where cursor.byte(at: place + 1) == Byte.slash:
        depth -= 1
        place += 2
      case Byte.slash where cursor.byte(at: place + 1) == Byte.star:
        depth += 1
        place += 2
      case Byte.lineFeed, Byte.carriageReturn:
        pending.insert(.startsLine)
        place += 1
      case 0 where place == cursor.end:
        cursor.offset = place
        return report("a comment that nothing closes", from: start)
      default:
        place += 1
      }
    }
    cursor.offset = place
  }

  /// Skips the text from a version control conflict's first marker to the end of its last one's line. Returns false,
  /// without moving, where there is none.
  mutating func skipConflictMarker() -> Bool {
    let start = cursor.offset
    guard isLineStart(start) else { return false }
    let end: Int?
    if startsConflict(at: start, Byte.less, count: 7) {
      end = endOfConflict(from: start + 8)
    } else if startsConflict(at: start, Byte.greater, count: 4) {
      end = endOfPerforceConflict(from: start + 5)
    } else {
      return false
    }
    guard let end else { return false }
    cursor.offset = end
    cursor.skipToLineEnd()
    pending.insert(.spaceBefore)
    report("skipped a conflict that version control left", from: start)
    return true
  }

  private func isLineStart(_ place: Int) -> Bool {
    if place == 0 { return true }
    let before = cursor.byte(at: place - 1)
    return before == Byte.lineFeed || before == Byte.carriageReturn || before == 0
  }

  /// Whether the byte stands there that many times, then a space.
  private func startsConflict(at place: Int, _ byte: UInt8, count: Int) -> Bool {
    for index in 0..<count where cursor.byte(at: place + index) != byte { return false }
    return cursor.byte(at: place + count) == Byte.space
  }

  /// Behind the next `>>>>>>> ` that begins a line, if there is one.
  private mutating func endOfConflict(from start: Int) -> Int? {
    if memory.noConflictEnd { return nil }
    var place = start
    while place < cursor.end {
      if cursor.byte(at: place) == Byte.greater, isLineStart(place), startsConflict(at: place, Byte.greater, count: 7) {
        return place + 8
      }
      place += 1
    }
    memory.noConflictEnd = true
    return nil
  }

  /// Behind the next `<<<<` that is a line of its own, line end included, as the compiler has it, if there is one.
  private mutating func endOfPerforceConflict(from start: Int) -> Int? {
    if memory.noPerforceConflictEnd { return nil }
    var place = start
    while place < cursor.end {
      if cursor.byte(at: place) == Byte.less, isLineStart(place), cursor.eightBytes(at: place, length: 5) == 0x0A_3C3C_3C3C {
        return place + 5
      }
      place += 1
    }
    memory.noPerforceConflictEnd = true
    return nil
  }
}
