// swift-tools-version: 6.2
// One line per target; the module table in docs/ARCHITECTURE.md says what each is for, and a test
// compares the imports of every folder with that table.
import PackageDescription

/// Every warning is an error, in every build: CI and a newcomer's first build see the same thing.
let tested: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// What is shipped says besides where it does what the compiler cannot check to be safe.
let strict: [SwiftSetting] = tested + [.strictMemorySafety()]

let package = Package(
  name: "vtlint",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "vtlint", targets: ["vtlint"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "VTDiagnostics", swiftSettings: strict),
    .target(name: "VTPlatform", swiftSettings: strict),
    .target(name: "VTCatalogue", dependencies: ["VTDiagnostics"], swiftSettings: strict),
    .target(name: "VTSyntax", dependencies: ["VTDiagnostics"], swiftSettings: strict),
    .target(name: "VTFlow", dependencies: ["VTDiagnostics", "VTCatalogue", "VTSyntax"], swiftSettings: strict),
    .target(name: "VTRules", dependencies: ["VTDiagnostics", "VTCatalogue", "VTSyntax", "VTFlow"], swiftSettings: strict),
    .target(name: "VTReport", dependencies: ["VTDiagnostics", "VTCatalogue"], swiftSettings: strict),
    .target(name: "CIndexStore", publicHeadersPath: "."),
    .target(name: "CClang"),
    .target(
      name: "VTToolchain", dependencies: ["VTPlatform", "VTCatalogue", "VTSyntax", "CClang", "CIndexStore"], swiftSettings: strict),
    .target(
      name: "VTDriver",
      dependencies: [
        "VTDiagnostics", "VTPlatform", "VTCatalogue", "VTSyntax", "VTFlow", "VTRules", "VTReport", "VTToolchain",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "vtlint",
      dependencies: ["VTPlatform", "VTDriver", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(
      name: "vtlint-dev",
      dependencies: [
        "VTDiagnostics", "VTPlatform", "VTCatalogue", "VTSyntax", "VTFlow", "VTRules", "VTReport", "VTDriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["VTDiagnostics", "VTSyntax", "VTDriver"],
      path: "Tests/TestSupport", swiftSettings: tested),
    .testTarget(name: "VTDiagnosticsTests", dependencies: ["VTDiagnostics"], swiftSettings: tested),
    .testTarget(
      name: "VTCatalogueTests", dependencies: ["VTCatalogue", "VTDriver", "vtlint-dev", "TestSupport"], swiftSettings: tested),
    .testTarget(name: "VTSyntaxTests", dependencies: ["VTSyntax", "TestSupport"], swiftSettings: tested),
    .testTarget(name: "VTFlowTests", dependencies: ["VTFlow", "vtlint-dev", "TestSupport"], swiftSettings: tested),
    .testTarget(
      name: "VTRulesTests", dependencies: ["VTDiagnostics", "VTRules", "VTDriver", "TestSupport"], swiftSettings: tested),
    .testTarget(name: "VTReportTests", dependencies: ["VTReport", "TestSupport"], swiftSettings: tested),
    // Compares README.md and docs/ARCHITECTURE.md with the sources.
    .testTarget(
      name: "StructureTests", dependencies: ["VTCatalogue", "VTReport", "VTDriver", "TestSupport"], swiftSettings: tested),
    // Runs the built command as a process.
    .testTarget(name: "CommandTests", dependencies: ["vtlint", "VTDriver", "TestSupport"], swiftSettings: tested),
    .testTarget(name: "VTToolchainTests", dependencies: ["VTPlatform", "VTCatalogue", "VTToolchain"], swiftSettings: tested),
    .testTarget(name: "VTDriverTests", dependencies: ["VTPlatform", "VTDriver", "VTRules", "TestSupport"], swiftSettings: tested),
  ],
  swiftLanguageModes: [.v6]
)
