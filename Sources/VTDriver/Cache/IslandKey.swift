import VTDiagnostics
import VTFlow
import VTSyntax

extension ResultCache.Key {
  /// - Parameters:
  ///   - files: an island's, in the order of their places; `swept` is what was found in them.
  ///   - standard: for files without settings of their own.
  /// - Returns: nil when a file of it could not be read.
  init?(of files: [SourceFile], _ swept: [SweptFile], standard: FileSettings, options: LintOptions) {
    var writer = ByteWriter()
    var stamps = ByteWriter()
    writer.write(options.readsAll)
    writer.write(options.countsFunctions)
    var modules: [ModuleName: Int] = [:]
    for (file, found) in zip(files, swept) {
      guard let stamp = found.stamp else { return nil }
      writer.write(file.path)
      stamps.write(stamp.length)
      stamps.write(stamp.hash)
      writer.write((file.settings ?? standard).stamp)
      let module = modules[found.module] ?? modules.count
      writer.write(module)
      guard module == modules.count else { continue }
      modules[found.module] = module
      writer.write(found.module.words) { $0.write($1.raw) }
    }
    var island = StableHash()
    island.combine(Array((files.first?.path ?? "").utf8))
    let all = writer.bytes + stamps.bytes
    var content = StableHash()
    content.combine(all)
    self.init(island: island.mixed, frame: contentHash(of: writer.bytes), content: [content.mixed, contentHash(of: all)])
  }
}
