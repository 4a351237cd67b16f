// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "App",
  dependencies: [.package(path: "Dependency")],
  targets: [.target(name: "App", dependencies: [.product(name: "Storage", package: "Dependency")])]
)
