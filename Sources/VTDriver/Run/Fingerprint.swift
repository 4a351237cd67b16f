import VTDiagnostics
import VTSyntax

/// Gives each finding of a file a name that stays when the code around it moves: a hash of the rule, the names of the
/// declarations around it and the text of its line with blanks squeezed, and for equal ones a number in their order.
///
/// Neither line numbers nor the path are in it: lines above may come and go, functions may change places, files and
/// checkouts may be renamed. What does change it is a change of the line itself, or of the name of its function.
struct FingerprintMaker {
  private struct Key: Hashable {
    var rule: RuleID
    var declarations: [UInt8]
    var line: [UInt8]
  }

  private let tree: SyntaxTree
  private var occurrences: [Key: Int] = [:]

  init(tree: SyntaxTree) { self.tree = tree }

  /// Findings must come in the order of their places.
  mutating func fingerprint(rule: RuleID, extent: Extent) -> String {
    let key = Key(
      rule: rule, declarations: declarationPath(around: extent.range.start), line: squeezed(extent.firstLine))
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    var hash = Hash()
    for part in [Array(rule.text.utf8), key.declarations, key.line, Array(String(occurrence).utf8)] { hash.combine(part) }
    return hash.hexadecimal
  }

  /// `Cache.load(id:)`: the words that name the types and functions around a place, with argument labels so that
  /// overloads are told apart.
  private func declarationPath(around offset: UInt32) -> [UInt8] {
    var path: [UInt8] = []
    var node = tree.root
    while !node.isNone {
      let inner = tree.children(of: node).first { tree.range(of: $0).contains(offset) }
      guard let inner else { return path }
      if let label = label(of: inner) {
        path += label
        path.append(UInt8(ascii: "."))
      }
      node = inner
    }
    return path
  }

  private func label(of node: NodeID) -> [UInt8]? {
    switch tree.kind(node) {
    case .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl, .subscriptDecl, .deinitDecl, .accessorDecl:
      return text(of: tree[node].mainToken)
    case .extensionDecl:
      let extended = tree.children(of: node).first { tree.kind($0) != .modifiers }
      return extended.map { squeezed(bytes(tree.range(of: $0))) }
    case .functionDecl, .initDecl:
      var label = text(of: tree[node].mainToken)
      let parameters = tree.child(.parameters, of: node)
      if parameters.isNone { return label }
      for parameter in tree.children(of: parameters) {
        label += text(of: tree[parameter].firstToken)
        label.append(UInt8(ascii: ":"))
      }
      return label
    case .patternBinding:
      return tree.child(.accessorBlock, of: node).isNone ? nil : text(of: tree[node].firstToken)
    default:
      return nil
    }
  }

  private func text(of token: TokenID) -> [UInt8] { token.isNone ? [] : bytes(tree.token(token).range) }

  private func bytes(_ range: ByteRange) -> [UInt8] { Array(tree.source[Int(range.start)..<Int(range.end)]) }
}

/// Without blanks at either end, and with one for each run of them: a new indentation is no new line.
private func squeezed(_ line: [UInt8]) -> [UInt8] {
  Array(line.split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))
}

/// FNV-1a over parts that are kept apart by their lengths.
private struct Hash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes + Array(String(bytes.count).utf8) + [0] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  var hexadecimal: String {
    // FNV mixes the last bytes poorly; the finaliser spreads them.
    var mixed = value
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    let digits = String(mixed, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
