import VTPlatform
import VTSyntax

/// What a `Package.swift` says about its targets, as far as it is written out: names, folders, what the C compiler is told.
///
/// The manifest is a program that could compute all of this. What is computed is not seen; the usual folders are looked at all
/// the same.
struct TargetManifest {
  struct Target: Equatable {
    var name = ""
    /// `path:`, relative to the package.
    var path: String?
    var publicHeaders: String?
    /// `-DNAME=value`
    var definitions: [String] = []
    /// Relative to the target.
    var searchPaths: [String] = []
  }

  private(set) var targets: [Target] = []
  /// `-std=…` of C++, of C.
  private(set) var cxxStandard: String?
  private(set) var cStandard: String?

  init(_ text: [UInt8]) {
    let tree = SyntaxTree.parse(text)
    for place in tree.nodes.indices {
      let node = NodeID(UInt32(place))
      if tree.kind(node) == .argument { readStandard(node, tree) }
      guard tree.kind(node) == .callExpr, TargetManifest.kinds.contains(tree.calleeName(of: node)) else { continue }
      let target = TargetManifest.target(node, tree)
      if !target.name.isEmpty { targets.append(target) }
    }
  }

  private static let kinds: Set<String> = ["target", "systemLibrary", "executableTarget"]

  private mutating func readStandard(_ argument: NodeID, _ tree: SyntaxTree) {
    let label = tree.text(of: tree[argument].mainToken)
    guard label == "cxxLanguageStandard" || label == "cLanguageStandard" else { return }
    // `.gnucxx20`, `CXXLanguageStandard.cxx17`
    let name = tree.text(tree.range(of: argument)).split(separator: ".").last.map(String.init) ?? ""
    if label == "cxxLanguageStandard" {
      let number = name.drop { !$0.isNumber }
      cxxStandard = number.isEmpty ? nil : (name.hasPrefix("gnu") ? "gnu++" : "c++") + number
    } else if name.allSatisfy({ $0.isLetter || $0.isNumber }) {
      cStandard = name
    }
  }

  private static func target(_ call: NodeID, _ tree: SyntaxTree) -> Target {
    var target = Target()
    for argument in tree.children(of: call) where tree.kind(argument) == .argument {
      let value = tree[argument].firstChild
      switch tree.text(of: tree[argument].mainToken) {
      case "name": target.name = tree.plainString(value) ?? ""
      case "path": target.path = tree.plainString(value)
      case "publicHeadersPath": target.publicHeaders = tree.plainString(value)
      case "cSettings", "cxxSettings": readSettings(value, tree, into: &target)
      default: break
      }
    }
    return target
  }

  /// Conditions are not asked: a name defined too much rarely hides a declaration.
  private static func readSettings(_ list: NodeID, _ tree: SyntaxTree, into target: inout Target) {
    if list.isNone { return }
    for element in tree.children(of: list) {
      guard tree.kind(element) == .callExpr else {
        readSettings(element, tree, into: &target)
        continue
      }
      var texts: [String: String] = [:]
      for argument in tree.children(of: element) where tree.kind(argument) == .argument {
        if let text = tree.plainString(tree[argument].firstChild) { texts[tree.text(of: tree[argument].mainToken)] = text }
      }
      guard let first = texts[""] else { continue }
      switch tree.calleeName(of: element) {
      case "define": target.definitions.append(texts["to"].map { "\(first)=\($0)" } ?? first)
      case "headerSearchPath": target.searchPaths.append(first)
      default: break
      }
    }
  }
}

extension SyntaxTree {
  /// `target` of `.target(…)`.
  fileprivate func calleeName(of call: NodeID) -> String {
    let callee = self[call].firstChild
    return callee.isNone || kind(callee) != .memberExpr ? "" : text(of: self[callee].mainToken)
  }

  /// What stands between the quotes of a plain string; nil for anything else.
  fileprivate func plainString(_ node: NodeID) -> String? {
    guard !node.isNone, kind(node) == .stringExpr else { return nil }
    let text = text(range(of: node))
    guard text.count >= 2, text.hasPrefix("\""), !text.hasPrefix("\"\"\""), !text.contains("\\") else { return nil }
    return String(text.dropFirst().dropLast())
  }
}
