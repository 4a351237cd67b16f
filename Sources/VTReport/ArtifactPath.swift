// Paths as code hosts want them: relative to the folder that was linted from, so that a report says nothing about
// the machine that made it.

/// The path relative to the folder, without `.` and `..` parts, where it lies in it; else an absolute path.
func artifactPath(_ path: String, in report: Report) -> String {
  let slash = UInt8(ascii: "/")
  let isAbsolute = path.utf8.first == slash
  var parts = isAbsolute ? [] : report.folder.utf8.split(separator: slash)
  for part in path.utf8.split(separator: slash) {
    if part.elementsEqual("..".utf8) { _ = parts.popLast() } else if !part.elementsEqual(".".utf8) { parts.append(part) }
  }
  for folder in [report.folder, report.otherFolder].compactMap(\.self) {
    let base = folder.utf8.split(separator: slash)
    if parts.count > base.count, zip(parts, base).allSatisfy({ $0.elementsEqual($1) }) {
      return text(of: parts[base.count...])
    }
  }
  return "/" + text(of: parts[...])
}

private func text(of parts: ArraySlice<Substring.UTF8View>) -> String { parts.map { String($0)! }.joined(separator: "/") }

/// The path as a URI reference: UTF-8, percent-encoded but for the characters that any URI may hold.
func artifactURI(_ path: String) -> String {
  let encoded = percentEncoded(path)
  return path.utf8.first == UInt8(ascii: "/") ? "file://" + encoded : encoded
}

private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var result: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"):
      result.append(byte)
    default:
      result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}
