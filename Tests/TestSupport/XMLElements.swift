// An XML document as a list of elements, read by the system's parser: what it refuses, others refuse too.
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

package final class XMLElements: NSObject, XMLParserDelegate {
  package struct Element {
    package var name: String
    package var attributes: [String: String]
    package var text = ""
  }
  private var list: [Element] = []

  package static func parse(_ text: String) throws -> [Element] {
    let parser = XMLParser(data: Data(text.utf8))
    let elements = XMLElements()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return elements.list
  }

  package func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    list.append(Element(name: name, attributes: attributes))
  }

  package func parser(_ parser: XMLParser, foundCharacters text: String) { list[list.count - 1].text += text }
}
