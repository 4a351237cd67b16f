// swift-tools-version: 6.2
// A package of its own, so that the product needs nothing of libFuzzer. The modules under test are linked in from the root
// package (the folders in Sources but for fuzz and CFuzzer are links), because all of a fuzzer's code has to be built with its
// instruments.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "vtlint-fuzz",
  platforms: [.macOS(.v13)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
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
      name: "VTToolchain", dependencies: ["VTPlatform", "VTCatalogue", "VTSyntax", "CClang", "CIndexStore"],
      swiftSettings: strict),
    .target(
      name: "VTDriver",
      dependencies: [
        "VTDiagnostics", "VTPlatform", "VTCatalogue", "VTSyntax", "VTFlow", "VTRules", "VTReport", "VTToolchain",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", "VTDiagnostics", "VTCatalogue", "VTSyntax", "VTFlow", "VTRules", "VTReport", "VTDriver"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
