import Bitext
import TestSupport
import Testing

@testable import Exchange
@testable import Files

/// What every format must do. One that is added to `ExchangeFormats.all` is tested here without another line but its sample.
@Suite struct FormatSuiteTests {
  private static let names = ExchangeFormats.all.map(\.name)

  private func format(_ name: String) throws -> (format: any ExchangeFormat, sample: FormatSample) {
    (
      try #require(ExchangeFormats.named(name)),
      try #require(FormatSample.all[name], "a format needs a row in FormatSample.all")
    )
  }

  private func read(
    _ bytes: [UInt8], _ format: any ExchangeFormat, named name: String, salvages: Bool = false,
    limits: ReadingLimits = ReadingLimits(), chunk: Int = 1 << 16
  ) throws(FileError) -> [ExchangeItem] {
    let context = ReadingContext(
      limits: limits, salvages: salvages, validates: true, source: "fr", target: "en", namesLanguages: true)
    let reader = try format.reader(PrefixedSource(MemorySource(bytes, name: name, chunk: chunk)), context: context)
    var items: [ExchangeItem] = []
    while let item = try reader.nextItem() { items.append(item) }
    return items
  }

  private func written(
    _ items: [ExchangeItem], _ format: any ExchangeFormat
  ) throws(FileError) -> (bytes: [UInt8], losses: [String]) {
    let sink = MemorySink()
    var options = WritingOptions()
    options.source = "fr"
    options.target = "en"
    let writer = try format.writer(sink, options: options)
    for item in items { try writer.write(item) }
    try writer.finish()
    return (sink.bytes, writer.losses.counts.map(\.name))
  }

  @Test func everyFormatHasASample() { #expect(Set(FormatSample.all.keys) == Set(Self.names)) }

  @Test(arguments: names) func whatGoesInComesOut(name: String) throws {
    let (format, sample) = try format(name)
    var generator = SeededGenerator(for: "FormatSuite \(name)")
    let items = RandomItems.plain(format, &generator)
    let first = try written(items, format)
    #expect(first.losses == [])
    let back = try read(first.bytes, format, named: sample.file)
    #expect(back.flatMap(RandomItems.essence) == items.flatMap(RandomItems.essence))
    #expect(try written(back, format).bytes == first.bytes)
  }

  @Test(arguments: names) func theSecondWritingGivesTheSameBytes(name: String) throws {
    let (format, sample) = try format(name)
    let once = try written(try read(Array(sample.text.utf8), format, named: sample.file), format).bytes
    let twice = try written(try read(once, format, named: sample.file), format).bytes
    #expect(String(decoding: twice, as: UTF8.self) == String(decoding: once, as: UTF8.self))
  }

  @Test(arguments: names) func whatAFormatCannotHoldIsListed(name: String) throws {
    let (format, sample) = try format(name)
    guard format.content != .rules else { return #expect(sample.losses == []) }
    let losses = try written([RandomItems.head(format), RandomItems.rich(format)], format).losses
    #expect(losses == sample.losses, "\(losses)")
  }

  @Test(arguments: names) func aLongSegmentGoesOverTheLimit(name: String) throws {
    let (format, sample) = try format(name)
    var limits = ReadingLimits()
    limits.segmentBytes = 2_000
    let long = sample.text.replacing(
      name == "xliff" || name == "tmx" ? "Un " : name == "text" ? "Une" : "trêve",
      with: String(repeating: "é", count: 3_000))
    guard sample.limitsSegments else {
      #expect(throws: Never.self) { try read(Array(long.utf8), format, named: sample.file, limits: limits) }
      return
    }
    let error = #expect(throws: FileError.self) {
      try read(Array(long.utf8), format, named: sample.file, limits: limits)
    }
    #expect(error?.reason == .limit(.segmentBytes))
    #expect((error?.position.line ?? 0) > 0)
  }

  /// Hostile files are read or refused with a place; nothing else.
  private func expectRefusedWithAPlace(_ bytes: [UInt8], _ format: any ExchangeFormat, _ sample: FormatSample) {
    for salvages in [false, true] {
      do throws(FileError) { _ = try read(bytes, format, named: sample.file, salvages: salvages, chunk: 17) } catch {
        #expect(
          error.position.line > 0 && error.position.column > 0,
          "\(error) for \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test(arguments: names) func aFileCutAnywhereIsReadOrRefused(name: String) throws {
    let (format, sample) = try format(name)
    let bytes = Array(sample.text.utf8)
    for end in bytes.indices { expectRefusedWithAPlace(Array(bytes[..<end]), format, sample) }
  }

  @Test(arguments: names, [0x00, 0xFF, 0xC3, 0x1B] as [UInt8])
  func aByteThatDoesNotBelongIsReadOrRefused(name: String, byte: UInt8) throws {
    let (format, sample) = try format(name)
    let bytes = Array(sample.text.utf8)
    for place in bytes.indices {
      expectRefusedWithAPlace(Array(bytes[..<place]) + [byte] + Array(bytes[place...]), format, sample)
    }
  }

  @Test(arguments: names) func aHugeLineIsReadOrRefused(name: String) throws {
    let (format, sample) = try format(name)
    expectRefusedWithAPlace(Array(repeating: UInt8(ascii: "a"), count: 20 << 20), format, sample)
    expectRefusedWithAPlace(
      Array(sample.text.utf8) + Array(repeating: UInt8(ascii: "<"), count: 100_000), format, sample)
  }

  @Test(arguments: names) func thePiecesInWhichAFileComesDoNotMatter(name: String) throws {
    let (format, sample) = try format(name)
    let bytes = Array(sample.text.utf8)
    let whole = try read(bytes, format, named: sample.file).map { "\($0)" }
    for chunk in [1, 2, 3, 7, 61, 1_024, 1 << 16] {
      #expect(try read(bytes, format, named: sample.file, chunk: chunk).map { "\($0)" } == whole, "pieces of \(chunk)")
    }
  }

  @Test(arguments: names) func aFileIsKnownByItsContentElseByItsName(name: String) throws {
    let (_, sample) = try format(name)
    let bytes = Array(sample.text.utf8)
    #expect(try ExchangeFormats.detect(MemorySource(bytes, name: sample.file)).format.name == name)
    let claimed = ExchangeFormats.all.filter { $0.claims(sample.text) }.map(\.name)
    #expect(claimed == (sample.isClaimed ? [name] : []))
  }
}
