// docs/rules.schema.json: the JSON Schema of a rules.yaml, for editors that complete and check while one types. Made from
// the shape that the reader itself holds a file against.
//
// Draft 7, because editors know no newer one whole. Numbers and booleans are allowed where a text is meant: YAML calls `5`
// and `true` so, and the reader takes what is written.
import VTCatalogue
import VTDriver
import VTReport

func catalogueSchema(rules: [RuleInfo]) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("$schema", "http://json-schema.org/draft-07/schema#")
    json.member("title", "rules.yaml of vtlint")
    json.member("description", "One-shot types, what runs a closure, and the words of the rules. Merged over the built-in file.")
    json.entry(Shape.catalogue)
    json.object("definitions") { json in
      json.object("text") { json in
        json.strings("type", ["string", "number", "boolean"])
        json.member("pattern", "\\S")
      }
      json.object("texts") { json in
        json.array("anyOf") { json in
          json.object { json in json.reference("text") }
          json.object { json in
            json.member("type", "array")
            json.member("minItems", 1)
            json.object("items") { json in json.reference("text") }
          }
        }
      }
      json.object("rule") { json in json.strings("enum", rules.map(\.id.text)) }
    }
  }
  json.end()
  return String(decoding: json.bytes, as: UTF8.self)
}

extension JSONWriter {
  fileprivate mutating func entry(_ entry: EntryShape) {
    member("type", "object")
    member("additionalProperties", false)
    let required = entry.fields.filter(\.isRequired).map(\.key)
    if !required.isEmpty { strings("required", required) }
    object("properties") { json in
      for field in entry.fields {
        json.object(field.key) { json in
          json.shape(field.shape)
          json.member("description", field.summary)
        }
      }
    }
    if !entry.alternatives.isEmpty {
      array("oneOf") { json in
        for key in entry.alternatives { json.object { json in json.strings("required", [key]) } }
      }
    }
  }

  private mutating func shape(_ shape: Shape) {
    switch shape {
    case .text: reference("text")
    case .texts: reference("texts")
    case .rule: reference("rule")
    case .flag: member("type", "boolean")
    case .word(let words): strings("enum", words)
    case .version(let version): member("const", version)
    case .list(let shape):
      member("type", "array")
      object("items") { json in json.shape(shape) }
    case .entry(let shape): entry(shape)
    case .pairs(let key, let value):
      member("type", "object")
      object("propertyNames") { json in json.shape(key) }
      object("additionalProperties") { json in json.shape(value) }
    case .either(let shape, let pairs):
      array("anyOf") { json in
        json.object { json in json.shape(shape) }
        json.object { json in json.shape(pairs) }
      }
    }
  }

  /// In `allOf`, because what stands beside a reference does not count.
  fileprivate mutating func reference(_ name: String) {
    array("allOf") { json in json.object { json in json.member("$ref", "#/definitions/\(name)") } }
  }

  fileprivate mutating func strings(_ key: String, _ values: [String]) {
    array(key) { json in for value in values { json.string(value) } }
  }
}
