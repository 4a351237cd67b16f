// A function that gives a value or an error, as a pair: its caller asks for both.

private struct Entry {}

// MARK: good

private final class Decoding {
  private static func decode(_ text: String) -> (Entry?, (any Error)?) {
    if text.isEmpty { return (nil, StoreError.closed) }
    if text.count > 3 { return (Entry(), nil) }
    return (nil, nil)
  }

  static func byPlaces(_ text: String, completion: @escaping (Entry?, (any Error)?) -> Void) {
    let pair = decode(text)
    if let entry = pair.0 { completion(entry, nil) }
    if let error = pair.1 { completion(nil, error) }  // expect: missing-resume
  }

  static func byNames(_ text: String, completion: @escaping (Entry?, (any Error)?) -> Void) {
    let (entry, error) = decode(text)
    if let entry { completion(entry, nil) }
    if let error { completion(nil, error) }  // expect: missing-resume
  }
}

// MARK: bad

private final class DecodingBoth {
  private static func both(_ text: String, last: Entry?) -> (Entry?, (any Error)?) {
    if text.isEmpty { return (last, StoreError.closed) }
    return (Entry(), nil)
  }

  static func byPlaces(_ text: String, completion: @escaping (Entry?, (any Error)?) -> Void) {
    let pair = both(text, last: nil)
    if let entry = pair.0 { completion(entry, nil) }
    if let error = pair.1 { completion(nil, error) }  // expect: double-resume, missing-resume
  }

  static func afterAnError(_ text: String, completion: @escaping (Entry?, (any Error)?) -> Void) {
    let (entry, error) = both(text, last: nil)
    if let error { completion(nil, error) }
    completion(entry, nil)  // expect: double-resume
  }
}
