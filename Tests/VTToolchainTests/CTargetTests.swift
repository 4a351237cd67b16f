// Which C targets a package has, and which of them have to do with one-shot values.
import Foundation
import Testing
import VTCatalogue
import VTPlatform

@testable import VTToolchain

/// A package in a folder of its own.
private final class Package {
  let folder: Path
  private let url: URL

  init(_ files: [String: String]) throws {
    let made = FileManager.default.temporaryDirectory.appending(path: "vtlint-package-\(UUID().uuidString)")
    for (name, text) in files {
      let file = made.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    url = made.resolvingSymlinksInPath()
    folder = Path(url.path)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var targets: [CTarget] { CTargetFinder(package: folder).targets() }

  func relative(_ path: Path) -> String { String(decoding: path.relative(to: folder) ?? [], as: UTF8.self) }
}

@Suite("C targets") struct CTargetTests {
  @Test func areFoundByTheirFolders() throws {
    let package = try Package([
      "Package.swift": "",
      "Sources/CNet/include/net.h": "", "Sources/CNet/include/sub/more.h": "", "Sources/CNet/net.c": "",
      "Sources/C-Plus/include/C_Plus.h": "", "Sources/C-Plus/include/other.h": "", "Sources/C-Plus/a.cpp": "",
      "Sources/App/App.swift": "", "Sources/Empty/include/README": "",
    ])
    #expect(package.targets.map(\.name) == ["C_Plus", "CNet"])
    let (plus, net) = (package.targets[0], package.targets[1])
    #expect(plus.language == .cxx)
    #expect(plus.headers.map(package.relative) == ["Sources/C-Plus/include/C_Plus.h"])
    #expect(plus.allHeaders.count == 2)
    #expect(plus.arguments.first == "-std=gnu++17")
    #expect(net.language == .c)
    #expect(net.headers.map(package.relative) == ["Sources/CNet/include/net.h", "Sources/CNet/include/sub/more.h"])
  }

  @Test func areFoundByTheManifest() throws {
    let package = try Package([
      "Package.swift": """
        let package = Package(targets: [
          .target(
            name: "Vendor", path: "third/party", publicHeadersPath: "api",
            cSettings: [.define("A", to: "1"), .headerSearchPath("deps")])
        ], cLanguageStandard: .c17)
        """,
      "third/party/api/v.h": "", "third/party/deps/d.h": "", "third/party/m.m": "",
    ])
    let target = try #require(package.targets.first)
    #expect(package.targets.count == 1)
    #expect(target.language == .objectiveC)
    #expect(target.headers.map(package.relative) == ["third/party/api/v.h"])
    let searched = "\(package.folder.text)/third/party/deps"
    #expect(target.arguments == ["-std=c17", "-I", target.headerFolder.text, "-D", "A=1", "-I", searched])
  }

  @Test func areFoundByTheirModuleMaps() throws {
    let package = try Package([
      "Package.swift": "",
      "Sources/System/module.modulemap": "module CSystem [system] { header \"shim.h\" header \"/usr/include/stdio.h\" }",
      "Sources/System/shim.h": "",
      "Sources/Net/include/module.modulemap":
        "module One { umbrella \"one\" exclude header \"one/b.h\" requires cplusplus } module Two { header \"two.h\" }",
      "Sources/Net/include/one/a.h": "", "Sources/Net/include/one/b.h": "", "Sources/Net/include/two.h": "",
    ])
    #expect(package.targets.map(\.name) == ["One", "Two", "CSystem"])
    let (one, two, system) = (package.targets[0], package.targets[1], package.targets[2])
    #expect(one.headers.map(package.relative) == ["Sources/Net/include/one/a.h"])
    #expect(one.language == .cxx)
    #expect(two.headers.map(package.relative) == ["Sources/Net/include/two.h"])
    #expect(two.language == .c)
    #expect(system.headers.map(\.text) == ["\(package.folder.text)/Sources/System/shim.h", "/usr/include/stdio.h"])
  }

  @Test func aWordOfOneSelectsIt() throws {
    let package = try Package([
      "Package.swift": "",
      "Sources/A/include/a.h": "#define ONCE __attribute__((swift_attr(\"vtlint:value-future\")))",
      "Sources/B/include/b.h": "ONCE struct op;", "Sources/C/include/c.h": "int f(void); // in the future",
      "Sources/D/include/d.h": "std::future<int> f();", "Sources/E/include/e.h": "using namespace std; future<int> f();",
      "Sources/F/include/f.h": "void f(std::shared_future g);",
    ])
    let words = HeaderWords(.builtIn)
    #expect(words.select(among: package.targets) { _ in true }.map(\.name) == ["A", "B", "D", "E"])
    #expect(words.select(among: package.targets) { $0.name == "B" }.map(\.name) == ["B"])
    #expect(words.select(among: package.targets) { _ in false }.isEmpty)
  }
}
