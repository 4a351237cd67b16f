import VTDiagnostics

/// Which module a file belongs to, how others import that, and where it stands.
package struct ModuleName: Hashable, Sendable {
  /// The same for the files of one module only; `.none`: nothing is known.
  package let identity: Name
  /// By which it is imported; `.none`: it is a folder whose files belong together.
  package let name: Name
  /// The path of the folder that holds its package's manifest, part by part; nil: it stands in no package.
  package let package: [Name]?
  /// What the manifest calls the package's targets; nil where no manifest says which folders are modules.
  let targets: Set<Name>?
  /// It stands below `Tests`: nobody imports it.
  let isForTests: Bool

  package static let unknown = ModuleName(.none, package: nil, identity: .none)

  /// - Parameters:
  ///   - name: `.none` for what stands in a package's folder, or beside all packages, but in no module's folder.
  ///   - package: see `package`; its manifest's, or the top of a repository without one.
  package init(_ name: Name, package: [Name]? = nil, targets: Set<Name>? = [], isForTests: Bool = false) {
    let folder = (package ?? []).reduce(package == nil ? Name("*") : Name("/")) { .joined($0, $1) }
    self.init(
      name, package: package, targets: package == nil ? nil : targets, isForTests: isForTests, identity: .joined(folder, name))
  }

  private init(_ name: Name, package: [Name]?, targets: Set<Name>? = nil, isForTests: Bool = false, identity: Name) {
    self.name = name
    self.package = package
    self.targets = targets
    self.isForTests = isForTests
    self.identity = identity
  }

  /// All that it is made of: equal names have equal words, in every run.
  package var words: [Name] {
    let kind = Name((targets == nil ? "" : "Package") + (isForTests ? "Tests" : ""))
    return [identity, name, kind] + (package ?? []) + (targets ?? []).sorted { $0.raw < $1.raw }
  }

  package static func == (a: ModuleName, b: ModuleName) -> Bool { a.identity == b.identity }
  package func hash(into hasher: inout Hasher) { hasher.combine(identity) }

  /// How near another module's package is: the length of the path that both share.
  func nearness(to other: ModuleName) -> Int {
    guard let package, let theirs = other.package else { return package == other.package ? .max : 0 }
    return package == theirs ? .max : zip(package, theirs).prefix { $0 == $1 }.count
  }
}
