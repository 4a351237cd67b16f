import VTDiagnostics

/// A function or member as the catalogue writes it: `HTTPClientResponse.Body.collect(upTo:)`. Each run reads some hundred
/// of them before it reads a file, so they are read as bytes.
struct CataloguePath {
  /// The type whose member it is; nil for `*.name` and a name alone.
  var owner: Name?
  /// That type by its own name: `Body`.
  var ownersName: Name?
  var name: Name
  /// `.none` for `_`; empty without brackets.
  var labels: [Name] = []

  init(_ text: String) {
    let bytes = text.utf8
    let plain = bytes.prefix { $0 != UInt8(ascii: "(") }
    if plain.count < bytes.count {
      let inBrackets = bytes[plain.endIndex...].dropFirst().prefix { $0 != UInt8(ascii: ")") }
      labels = inBrackets.split(separator: UInt8(ascii: ":")).map { label in
        label.elementsEqual([UInt8(ascii: "_")]) ? .none : Name(Substring(label))
      }
    }
    let parts = plain.split(separator: UInt8(ascii: "."))
    name = parts.last.map { Name(Substring($0)) } ?? .none
    let owners = parts.dropLast()
    if owners.isEmpty || owners.elementsEqual(["*".utf8[...]], by: { $0.elementsEqual($1) }) { return }
    owner = owners.reduce(Name.none) { .joined($0, Name(Substring($1))) }
    ownersName = owners.last.map { Name(Substring($0)) }
  }
}

extension Name {
  /// The name of a dotted path as text: `AsyncStream.Continuation`.
  package static func dotted(_ path: String) -> Name {
    if !path.utf8.contains(UInt8(ascii: ".")) { return Name(path) }
    return path.utf8.split(separator: UInt8(ascii: ".")).reduce(.none) { joined($0, Name(Substring($1))) }
  }
}
