import VTPlatform

/// Swift text that is read for what it declares to others, and never linted: a dependency's source, the interface of a
/// module, the headers of a C target written as Swift.
package struct DeclarationText: Sendable {
  /// Where it comes from; what stands first is trusted first.
  package enum Origin: UInt8, CaseIterable, Sendable {
    case dependency, interface, header
  }

  package enum Content: Sendable {
    case bytes([UInt8])
    case file(Path)
  }

  /// For people: a path, or words such as "headers of CStore".
  package var name: String
  /// The module that declares it, as `import` names it; empty: nobody knows.
  package var module: String
  package var origin: Origin
  package var content: Content

  package init(name: String, module: String, origin: Origin, content: Content) {
    self.name = name
    self.module = module
    self.origin = origin
    self.content = content
  }
}

/// What a source of types has to say about its work.
package struct ToolchainNote: Hashable, Sendable {
  package var text: String
  /// For `--verbose` only: the user can do nothing about it, or need not.
  package var isDetail: Bool

  package init(_ text: String, isDetail: Bool = false) {
    self.text = text
    self.isDetail = isDetail
  }
}

/// What a source of types knows.
package struct ToolchainAnswer: Sendable {
  package var texts: [DeclarationText]
  package var notes: [ToolchainNote]

  package init(texts: [DeclarationText] = [], notes: [ToolchainNote] = []) {
    self.texts = texts
    self.notes = notes
  }

  package static func + (a: ToolchainAnswer, b: ToolchainAnswer) -> ToolchainAnswer {
    ToolchainAnswer(texts: a.texts + b.texts, notes: a.notes + b.notes)
  }
}
