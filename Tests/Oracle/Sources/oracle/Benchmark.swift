import Foundation
import SwiftParser

/// Times swift-syntax's parser on one thread, without reading or visiting: the least processor time of five passes over all
/// files, as other work on the machine must not count. Then `vtlint-dev bench` times our stages on the same files.
func benchmark(_ files: [String], _ options: Options) throws {
  let sources = files.compactMap { FileManager.default.contents(atPath: $0).map(Array.init) }
  let bytes = sources.reduce(0) { $0 + $1.count }
  onLargeStacks(threads: 1) {
    var seconds = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      for source in sources { parse(source) }
      seconds = min(seconds, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    let speed = Double(bytes) / seconds / 1e6
    print("swift-syntax: \(sources.count) files, \(bytes) bytes, \(seconds) s, \(speed) MB/s")
    fflush(nil)
  }
  let ours = Process()
  ours.executableURL = URL(fileURLWithPath: options.vtlintDev)
  ours.arguments = ["bench"] + options.paths
  try ours.run()
  ours.waitUntilExit()
}

/// A file that cannot be read counts as empty.
func parseFile(_ path: String) { parse(FileManager.default.contents(atPath: path).map(Array.init) ?? []) }

private func parse(_ source: [UInt8]) { _ = source.withUnsafeBufferPointer { Parser.parse(source: $0) } }
