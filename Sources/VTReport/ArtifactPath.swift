// Paths as code hosts want them: relative to the folder that was linted from, so that a report says nothing about
// the machine that made it.

/// The path relative to the folder, without `.` and `..` parts, where it lies in it; else an absolute path.
func artifactPath(_ path: String, in folder: String) -> String {
  var parts: [Substring] = path.hasPrefix("/") ? [] : folder.split(separator: "/")
  for part in path.split(separator: "/") {
    if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
  }
  let base = folder.split(separator: "/")
  if parts.count > base.count, parts.starts(with: base) { return parts[base.count...].joined(separator: "/") }
  return "/" + parts.joined(separator: "/")
}

/// The path as a URI reference: UTF-8, percent-encoded but for the characters that any URI may hold.
func artifactURI(_ path: String) -> String {
  let encoded = percentEncoded(path)
  return path.hasPrefix("/") ? "file://" + encoded : encoded
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
