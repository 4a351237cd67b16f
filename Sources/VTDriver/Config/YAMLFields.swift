// A YAML node with the way to it: reads texts, lists, words of a fixed set and sub-entries, and says in full what is wrong
// with them. Scalars are read as they are written: `off` and `no` are words here, not booleans.
import Yams

/// One node of the file, and where it stands.
struct YAMLNode {
  let node: Node
  let path: String
  /// `types[2].kind`; empty at the top.
  let key: String

  func failure(_ message: String) -> CatalogueError {
    CatalogueError(path: path, line: node.mark?.line ?? 0, key: key, message: message)
  }

  func text() throws(CatalogueError) -> String {
    guard case .scalar(let scalar) = node else { throw failure("expected a text, found \(kindWord)") }
    var text = scalar.string
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { throw failure("expected a text, found nothing") }
    return text
  }

  /// One text, or a list of at least one.
  func texts() throws(CatalogueError) -> [String] {
    if case .scalar = node { return [try text()] }
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    guard !texts.isEmpty else { throw failure("expected a text or a list of texts, found an empty list") }
    return texts
  }

  func items() throws(CatalogueError) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else { throw failure("expected a list, found \(kindWord)") }
    return sequence.enumerated().map { YAMLNode(node: $1, path: path, key: "\(key)[\($0)]") }
  }

  func bool() throws(CatalogueError) -> Bool {
    switch try text() {
    case "true": true
    case "false": false
    case let other: throw failure("expected true or false, found '\(other)'")
    }
  }

  /// The value among `choices` that `word` gives this name; the error names the nearest.
  func choice<Value>(_ choices: [Value], _ word: (Value) -> String) throws(CatalogueError) -> Value {
    let text = try text()
    if let found = choices.first(where: { word($0) == text }) { return found }
    throw failure(unknownWord(text, choices.map(word)))
  }

  /// One of the cases of an enumeration, by its raw value.
  func choice<Value: RawRepresentable & CaseIterable>(
    _: Value.Type
  ) throws(CatalogueError) -> Value where Value.RawValue == String {
    try choice(Array(Value.allCases), \.rawValue)
  }

  /// The pairs of a mapping with free keys, in the order of the file.
  func pairs() throws(CatalogueError) -> [(key: YAMLNode, value: YAMLNode)] {
    guard case .mapping(let mapping) = node else { throw failure("expected keys with values, found \(kindWord)") }
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    for (keyNode, value) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        throw YAMLNode(node: keyNode, path: path, key: key).failure("expected a word as the key")
      }
      let way = key.isEmpty ? scalar.string : "\(key).\(scalar.string)"
      pairs.append((YAMLNode(node: keyNode, path: path, key: way), YAMLNode(node: value, path: path, key: way)))
    }
    return pairs
  }

  /// The mapping by its keys, which were held against the shape before.
  func fields(_ shape: EntryShape) throws(CatalogueError) -> YAMLFields {
    var values: [String: YAMLNode] = [:]
    for (key, value) in try pairs() { values[try key.text()] = value }
    return YAMLFields(whole: self, shape: shape, values: values)
  }

  private var kindWord: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "the text '\(scalar.string)'"
    case .sequence: "a list"
    case .mapping: "keys with values"
    case .alias: "an alias"
    }
  }
}

/// A mapping whose keys are known to be right.
struct YAMLFields {
  let whole: YAMLNode
  let shape: EntryShape
  let values: [String: YAMLNode]

  subscript(key: String) -> YAMLNode? {
    assert(shape.keys.contains(key), "the shape of the file does not know '\(key)'")
    return values[key]
  }

  func required(_ key: String) throws(CatalogueError) -> YAMLNode {
    guard let value = self[key] else { throw whole.failure("'\(key)' is missing") }
    return value
  }

  /// Replaces `target` when the key is there.
  func text(_ key: String, into target: inout String) throws(CatalogueError) {
    if let node = self[key] { target = try node.text() }
  }

  func texts(_ key: String, into target: inout [String]) throws(CatalogueError) {
    if let node = self[key] { target = try node.texts() }
  }

  func bool(_ key: String, into target: inout Bool) throws(CatalogueError) {
    if let node = self[key] { target = try node.bool() }
  }

  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, into target: inout Value
  ) throws(CatalogueError) where Value.RawValue == String {
    if let node = self[key] { target = try node.choice(Value.self) }
  }
}

/// `unknown key 'typ'; did you mean 'type'? Known: …`
func unknownWord(_ word: String, _ known: [String], what: String = "word") -> String {
  let listed = known.joined(separator: ", ")
  guard let nearest = nearestWord(to: word, in: known) else { return "unknown \(what) '\(word)'; expected one of \(listed)" }
  return "unknown \(what) '\(word)'; did you mean '\(nearest)'? Expected one of \(listed)"
}
