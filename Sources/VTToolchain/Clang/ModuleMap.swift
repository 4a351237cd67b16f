/// What a `module.modulemap` says: the modules at its top level, with the headers of all that is in them.
///
///     module CNet [system] { umbrella header "CNet.h"  requires cplusplus  module Ext { header "ext.h" } }
struct ModuleMap {
  struct Module: Equatable {
    var name: String
    /// Relative to the file's folder, or absolute.
    var headers: [String] = []
    var umbrellaFolders: [String] = []
    var excluded: [String] = []
    var requirements: [String] = []
  }

  private(set) var modules: [Module] = []

  init(_ text: [UInt8]) {
    var reader = Reader(tokens: ModuleMap.tokens(of: text))
    modules = reader.modules()
  }

  private enum Token: Equatable {
    case word(String), text(String), open, close, other
  }

  private struct Reader {
    let tokens: [Token]
    var place = 0

    private var next: Token? { place < tokens.count ? tokens[place] : nil }

    mutating func modules() -> [Module] {
      var modules: [Module] = []
      while next != nil {
        if next == .word("module") {
          // `extern module Name "file"` has no body here.
          let isExtern = place > 0 && tokens[place - 1] == .word("extern")
          place += 1
          if case .word(let name)? = next, !isExtern {
            var module = Module(name: name)
            if skipToBody() { readBody(into: &module, depth: 0) }
            modules.append(module)
          }
        } else {
          place += 1
        }
      }
      return modules
    }

    /// Goes behind the bracket that opens a body; false when another module begins before.
    private mutating func skipToBody() -> Bool {
      while let token = next, token != .word("module") {
        place += 1
        if token == .open { return true }
      }
      return false
    }

    /// Bodies in bodies, beyond which nobody writes any.
    private static let nesting = 32

    private mutating func readBody(into module: inout Module, depth: Int) {
      if depth > Self.nesting { return skipBody() }
      while let token = next {
        place += 1
        switch token {
        case .close: return
        case .open: readBody(into: &module, depth: depth + 1)
        case .word("header"): takeHeader(into: &module)
        case .word("umbrella"):
          if case .text(let folder)? = next {
            module.umbrellaFolders.append(folder)
            place += 1
          }
        case .word("requires"):
          if case .word(let requirement)? = next { module.requirements.append(requirement) }
        case .word("module"):
          if skipToBody() { readBody(into: &module, depth: depth + 1) }
        default: break
        }
      }
    }

    private mutating func skipBody() {
      var open = 1
      while open > 0, let token = next {
        place += 1
        if token == .open { open += 1 } else if token == .close { open -= 1 }
      }
    }

    private mutating func takeHeader(into module: inout Module) {
      guard case .text(let path)? = next else { return }
      let before = place >= 2 ? tokens[place - 2] : .other
      place += 1
      switch before {
      case .word("exclude"): module.excluded.append(path)
      // A textual header is read where another one includes it.
      case .word("textual"): break
      default: module.headers.append(path)
      }
    }
  }

  private static func tokens(of text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), 0x80...: true
      default: false
      }
    }
    while index < text.count {
      let byte = text[index]
      let rest = text[index...]
      if rest.starts(with: "//".utf8) {
        index = rest.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      } else if rest.starts(with: "/*".utf8) {
        index += 2
        while index < text.count, !text[index...].starts(with: "*/".utf8) { index += 1 }
        index += 2
      } else if byte == UInt8(ascii: "\"") {
        let end = rest.dropFirst().firstIndex(of: byte) ?? text.count
        tokens.append(.text(String(decoding: text[(index + 1)..<end], as: UTF8.self)))
        index = end + 1
      } else if isWord(byte) {
        let end = rest.firstIndex { !isWord($0) } ?? text.count
        tokens.append(.word(String(decoding: text[index..<end], as: UTF8.self)))
        index = end
      } else {
        switch byte {
        case UInt8(ascii: "{"): tokens.append(.open)
        case UInt8(ascii: "}"): tokens.append(.close)
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
        default: tokens.append(.other)
        }
        index += 1
      }
    }
    return tokens
  }
}
