// swift-tools-version: 6.2
// A package of its own: it runs vtlint and the compiler as child processes and needs nothing of the root package.
import PackageDescription

let package = Package(
  name: "vtlint-execution",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(name: "execution", swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
