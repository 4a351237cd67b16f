import VTDiagnostics
import VTFlow
import VTReport
import VTSyntax

/// What a run has found out about the files of a large island, and what came of it: when some of them have changed, the
/// others need not be read again.
package struct IslandRecord: Sendable {
  struct File: Sendable {
    var stamp: ContentStamp
    /// `SyntaxTree.tokenDigest`, if it was read.
    var tokens: UInt64
    /// What it declares; nil: nobody asks.
    var declarations: ArraySlice<UInt8>?
    /// What its functions do that summaries are made of.
    var functions: ArraySlice<UInt8>?
    /// The result, as `ByteWriter` writes it.
    var result: ArraySlice<UInt8>
    /// It has to do with one-shot values.
    var isConcerned: Bool
    /// The files that remarks of the result lead to.
    var leadsTo: [UInt32]
  }

  /// All that the results depend on beside texts: another one is of no use.
  let frame: UInt64
  /// `SymbolIndex.interestDigest`.
  let interest: UInt64
  /// In the order of the island's files.
  let files: [File]

  // MARK: what stands in it

  func declarations(at place: Int) -> DeclarationRecord? {
    guard let bytes = files[place].declarations else { return nil }
    var reader = ByteReader(bytes)
    guard let content = try? reader.numbers(), let places = try? reader.numbers(), let bits = try? reader.numbers(),
      let names = NameFilter(bits: bits), reader.isAtEnd
    else { return nil }
    return DeclarationRecord(content: content, places: places, names: names)
  }

  func functions(at place: Int, declarations: Int) -> FunctionRecord? {
    guard let bytes = files[place].functions else { return nil }
    var reader = ByteReader(bytes)
    guard let numbers = try? reader.numbers(), reader.isAtEnd else { return nil }
    return FunctionRecord(numbers[...], declarations: declarations)
  }

  func result(at place: Int, path: String) -> LintedFile? {
    var reader = ByteReader(files[place].result)
    guard let result = try? reader.lintedFile(path: path), reader.isAtEnd else { return nil }
    return result
  }

  static func bytes(of declarations: FileDeclarations) -> ArraySlice<UInt8> {
    let record = DeclarationRecord(declarations)
    var writer = ByteWriter()
    writer.write(numbers: record.content)
    writer.write(numbers: record.places)
    writer.write(numbers: record.names.bits)
    return writer.bytes[...]
  }

  static func bytes(of functions: FunctionRecord) -> ArraySlice<UInt8> {
    var writer = ByteWriter()
    writer.write(numbers: functions.numbers)
    return writer.bytes[...]
  }

  static func bytes(of result: LintedFile) -> ArraySlice<UInt8> {
    var writer = ByteWriter()
    writer.write(result)
    return writer.bytes[...]
  }

  init(frame: UInt64, interest: UInt64, files: [File]) { (self.frame, self.interest, self.files) = (frame, interest, files) }

  // MARK: bytes

  func bytes(maker: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(frame)
    writer.write(interest)
    writer.write(files) { writer, file in
      writer.write(file.stamp.length)
      writer.write(file.stamp.hash)
      writer.write(file.tokens)
      writer.write(file.declarations) { $0.write($1) }
      writer.write(file.functions) { $0.write($1) }
      writer.write(file.result)
      writer.write(file.isConcerned)
      writer.write(file.leadsTo) { $0.write(UInt64($1)) }
    }
    return CacheFrame.bytes("island", maker: maker, content: writer.bytes)
  }

  /// - Throws: when it is something else, or was cut or changed.
  init(_ bytes: [UInt8], maker: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(try CacheFrame.content("island", bytes, maker: maker))
    (frame, interest) = (try reader.number(), try reader.number())
    files = try reader.list { reader throws(CorruptBytes) in
      File(
        stamp: ContentStamp(length: try reader.count(), hash: try reader.number()), tokens: try reader.number(),
        declarations: try reader.optional { reader throws(CorruptBytes) in try reader.bytes() },
        functions: try reader.optional { reader throws(CorruptBytes) in try reader.bytes() }, result: try reader.bytes(),
        isConcerned: try reader.flag(), leadsTo: try reader.list { reader throws(CorruptBytes) in try reader.offset() })
    }
    guard reader.isAtEnd else { throw CorruptBytes() }
  }
}
