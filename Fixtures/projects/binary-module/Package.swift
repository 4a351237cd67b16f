// swift-tools-version: 6.0
// The module `Storage` comes without sources: build.sh makes it, and puts it where a build would have it.
import PackageDescription

let package = Package(name: "App", targets: [.target(name: "App")])
