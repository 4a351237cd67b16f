// An XML document as a list of elements, read by the system's parser: what it refuses, others refuse too.
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

final class XMLElements: NSObject, XMLParserDelegate {
  struct Element { var name: String, attributes: [String: String], text = "" }
  private(set) var list: [Element] = []

  static func parse(_ text: String) throws -> [Element] {
    let parser = XMLParser(data: Data(text.utf8))
    let elements = XMLElements()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return elements.list
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    list.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { list[list.count - 1].text += text }
}
