// What needs no libclang: names, attributes, module maps, manifests, requests.
import Testing
import VTCatalogue

@testable import VTToolchain

@Suite("Imported names") struct ImportedNameTests {
  @Test(arguments: [
    ("fetch(_:)", "fetch", [""], [], ImportedName.Kind.function, nil),
    ("Operation.wait(self:for:)", "wait", ["for"], ["Operation"], .function, 0),
    ("Operation.wait(for:self:)", "wait", ["for"], ["Operation"], .function, 1),
    ("getter:Net.Operation.isReady(self:)", "isReady", [], ["Net", "Operation"], .getter, 0),
    ("setter:Operation.limit(self:newValue:)", "limit", ["newValue"], ["Operation"], .setter, 0),
    ("Operation.init(id:_:)", "init", ["id", ""], ["Operation"], .initializer, nil),
    ("Color.red", "red", [], ["Color"], .plain, nil),
    ("start()", "start", [], [], .function, nil),
    ("self(self:)", "self", ["self"], [], .function, nil),
    ("", "", [], [], .plain, nil),
    ("a(", "a", [], [], .function, nil),
  ] as [(String, String, [String], [String], ImportedName.Kind, Int?)])
  func readsSwiftName(text: String, base: String, labels: [String], owner: [String], kind: ImportedName.Kind, receiver: Int?) {
    let name = ImportedName(text)
    #expect(name.base == base)
    #expect(name.labels == labels)
    #expect(name.owner == owner)
    #expect(name.kind == kind)
    #expect(name.receiver == receiver)
  }

  @Test(arguments: [
    ("fetchWithID:completion:", "fetch", ["withID", "completion"]), ("close", "close", []), ("open:", "open", [""]),
    ("initWithName:", "init", ["name"]), ("initWithURLString:limit:", "init", ["urlString", "limit"]), ("init", "init", []),
    ("initialise:", "initialise", [""]), ("withID:", "withID", [""]),
  ])
  func readsSelectors(selector: String, base: String, labels: [String]) {
    let name = ImportedName(selector: selector)
    #expect(name.base == base)
    #expect(name.labels == labels)
  }
}

@Suite("Marks of declarations") struct DeclarationMarksTests {
  @Test func readsWhatStandsBeforeAndBehind() {
    let behind = DeclarationMarks(
      text: #"int vt_await(op *o) __attribute__((swift_name("op.wait(self:)"))) __attribute__((swift_attr("vtlint:single-pass")))"#)
    #expect(behind.swiftName == "op.wait(self:)")
    #expect(behind.mark == "single-pass")
    #expect(DeclarationMarks(text: #"__attribute__((annotate("vtlint:value-future"))) op *f(int id)"#).mark == "value-future")
    #expect(DeclarationMarks(text: #"struct [[clang::annotate("vtlint:continuation", 1)]] op {"#).mark == "continuation")
  }

  @Test func leavesToParametersWhatIsTheirs() {
    let marks = DeclarationMarks(
      text: #"void f(int a __attribute__((swift_attr("vtlint:value-future"))), void (*g)(int b __attribute__((noescape))))"#)
    #expect(marks.mark == nil)
    #expect(!marks.isNoEscape)
  }

  @Test func readsWhatHappensToACompletionHandler() {
    #expect(DeclarationMarks(text: "void (^done)(int) __attribute__((called_once))").isCalledOnce)
    #expect(DeclarationMarks(text: "__attribute__((noescape)) void (^done)(int)").isNoEscape)
    #expect(DeclarationMarks(text: #"- (void)f __attribute__((swift_async("not_swift_private", 2)))"#).asyncParameter == 2)
    #expect(DeclarationMarks(text: #"- (void)f __attribute__((swift_async("none")))"#).asyncParameter == 0)
  }

  @Test(arguments: [
    #"int f __attribute__((swift_attr("vtlint:unknown")))"#, #"int f __attribute__((swift_attr("@MainActor")))"#,
    #"int f = "__attribute__((annotate(\"vtlint:value-future\")))""#, "int f __attribute__((", "__attribute__((annotate(",
    "[[clang::", "\"",
    "[[clang::annotate(\"vtlint:value-future",
  ])
  func saysNothingOfTheRest(text: String) {
    #expect(DeclarationMarks(text: text).mark == nil)
  }
}

@Suite("Module maps") struct ModuleMapTests {
  @Test func readsHeadersOfAModuleAndWhatIsInIt() {
    let map = ModuleMap(
      Array(
        """
        // module Comment { header "no.h" }
        module Net [system] [extern_c] {
          requires cplusplus, objc
          umbrella header "Net.h"
          exclude header "old.h"
          textual header "x.def"
          module Inner { private header "inner.h" export * }
          umbrella "all"
          link "net"
        }
        extern module Other "other.modulemap"
        framework module Kit { header "Kit.h" { size 10 } }
        """.utf8))
    #expect(
      map.modules == [
        .init(
          name: "Net", headers: ["Net.h", "inner.h"], umbrellaFolders: ["all"], excluded: ["old.h"], requirements: ["cplusplus"]),
        .init(name: "Kit", headers: ["Kit.h"]),
      ])
  }

  @Test(arguments: [
    "", "module", "module {", "module A", "module A { header", "module A { header \"x", "/*", "}{}{", "module A module B {",
  ])
  func endsOnAnything(text: String) {
    #expect(ModuleMap(Array(text.utf8)).modules.allSatisfy { $0.headers.allSatisfy { $0 == "x" } })
  }

  @Test func nestingHasABound() {
    for deep in [String(repeating: "module A { ", count: 100_000), "module A " + String(repeating: "{", count: 200_000)] {
      #expect(ModuleMap(Array("\(deep) header \"a.h\"".utf8)).modules == [.init(name: "A")])
    }
    let shallow = String(repeating: "module A { ", count: 10)
    #expect(ModuleMap(Array("\(shallow) header \"a.h\"".utf8)).modules.first?.headers == ["a.h"])
    // What stands behind a body that is too deep is read all the same.
    let closed = "module A { " + String(repeating: "{", count: 100) + String(repeating: "}", count: 100) + " header \"b.h\" }"
    #expect(ModuleMap(Array(closed.utf8)).modules.first?.headers == ["b.h"])
  }
}

@Suite("Manifests") struct TargetManifestTests {
  @Test func readsTargetsAndStandards() {
    let manifest = TargetManifest(
      Array(
        """
        let package = Package(
          name: "P",
          targets: [
            .target(name: "CNet", path: "Vendor/net", publicHeadersPath: "api",
              cSettings: [.define("FAST"), .define("LEVEL", to: "2"), .headerSearchPath("deps"), .unsafeFlags(["-w"])],
              cxxSettings: [.headerSearchPath("more", .when(platforms: [.linux]))]),
            .target(name: "App", dependencies: [.target(name: "CNet")]),
            .systemLibrary(name: "CSQLite", path: "Libraries/CSQLite"),
          ],
          cLanguageStandard: .gnu17,
          cxxLanguageStandard: .gnucxx20)
        """.utf8))
    #expect(manifest.cxxStandard == "gnu++20")
    #expect(manifest.cStandard == "gnu17")
    #expect(
      manifest.targets.first { $0.name == "CNet" && $0.path != nil }
        == .init(
          name: "CNet", path: "Vendor/net", publicHeaders: "api", definitions: ["FAST", "LEVEL=2"],
          searchPaths: ["deps", "more"]))
    #expect(manifest.targets.contains { $0 == .init(name: "CSQLite", path: "Libraries/CSQLite") })
  }
}

@Suite("Header requests") struct HeaderRequestTests {
  @Test func comeBackFromTheirWords() throws {
    var request = HeaderRequest()
    request.libraries = ["/usr/lib/libclang.so", "libclang.so.1"]
    request.arguments = ["-x", "c++", "-D", "header=1"]
    request.headers = ["/a b/c.h"]
    request.folders = ["/a b"]
    request.imported = ["std::future": "std.future", "op": "op"]
    #expect(HeaderRequest(words: request.words) == request)
    #expect(HeaderRequest(words: ["library"]) == nil)
    #expect(HeaderRequest(words: ["verbose", "yes"]) == nil)
  }

  @Test func namesTheCataloguesImportedTypes() {
    let names = importedTypes(of: .builtIn)
    #expect(names["std::future"] == "std.future")
    #expect(names["std::__1::future"] == "std.future")
    #expect(names["std::shared_future"] == nil)
    #expect(Match(importedNames: ["struct vt_op"]).importedTypes.map(\.spelling) == ["vt_op"])
    #expect(Match(importedNames: ["struct vt_op"]).importedTypes.map(\.swiftName) == ["vt_op"])
  }
}
