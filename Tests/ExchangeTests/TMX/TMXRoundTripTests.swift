import Bitext
import TestSupport
import Testing

@testable import Exchange
@testable import Files

/// Whatever units go into a TMX come out of it: random ones, with everything that text and attributes may hold.
@Suite struct TMXRoundTripTests {
  private static let scalars: [Unicode.Scalar] = [
    "a", "é", " ", "\t", "\n", "\r", "&", "<", ">", "\"", "'", "]", "\u{A0}", "\u{202F}", "\u{301}", "\u{85}",
    "\u{2028}",
    "\u{FEFF}", "\u{E000}", "\u{FFFD}", "Ձ", "🙂", "\u{10FFFF}", "\u{200E}", ";", "#", "-", "?", "!",
  ]

  private func text(_ generator: inout SeededGenerator, _ most: Int = 12) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...most, using: &generator) {
      view.append(Self.scalars.randomElement(using: &generator) ?? "a")
    }
    return String(view)
  }

  private func attributes(_ generator: inout SeededGenerator, _ names: [String]) -> [Attribute] {
    names.filter { _ in Bool.random(using: &generator) }.map { Attribute($0, text(&generator)) }
  }

  private func content(_ generator: inout SeededGenerator, depth: Int = 0) -> [Inline] {
    var pieces: [Inline] = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      if Bool.random(using: &generator) || depth > 4 {
        let text = text(&generator)
        // Two texts in a row are one, and an empty one is none.
        if case .text? = pieces.last { continue }
        if !text.isEmpty { pieces.append(.text(text)) }
      } else {
        let name = ["bpt", "ept", "ph", "it", "hi", "sub", "ut", "g", "x-é"].randomElement(using: &generator) ?? "ph"
        pieces.append(
          .code(
            name: name, attributes: attributes(&generator, ["i", "x", "type", "x-own"]),
            content: content(&generator, depth: depth + 1)))
      }
    }
    return pieces
  }

  private func remarks(_ generator: inout SeededGenerator) -> [Remark] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      switch Int.random(in: 0...2, using: &generator) {
      case 0: .property(type: text(&generator), value: text(&generator), attributes: attributes(&generator, ["lang"]))
      case 1: .note(text(&generator), attributes: attributes(&generator, ["o-encoding"]))
      default: .element(name: "x-tool", attributes: attributes(&generator, ["a"]), content: content(&generator))
      }
    }
  }

  private func unit(_ generator: inout SeededGenerator) -> TranslationUnit {
    TranslationUnit(
      attributes: attributes(&generator, ["tuid", "creationdate", "x-own"]), remarks: remarks(&generator),
      variants: (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Variant(
          language: ["fr", "FR_ca", "en-US", "zz-nonsense-"].randomElement(using: &generator) ?? "fr",
          attributes: attributes(&generator, ["changeid", "usagecount"]), remarks: remarks(&generator),
          content: content(&generator))
      })
  }

  @Test(arguments: 1...12) func whatGoesInComesOut(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let units = (0..<60).map { _ in unit(&generator) }
    let header = TMXHeader(
      attributes: [Attribute("srclang", "*all*"), Attribute("x-own", text(&generator))], remarks: remarks(&generator))

    func written(_ header: TMXHeader, _ units: [TranslationUnit]) throws -> [UInt8] {
      let sink = MemorySink()
      var writer = try TMXWriter(header: header, sink: sink)
      for unit in units { try writer.write(unit) }
      try writer.finish()
      return sink.bytes
    }
    let bytes = try written(header, units)
    let reader = try TMXReader(MemorySource(bytes, name: "a.tmx", chunk: 1 + seed * 7))
    var read: [TranslationUnit] = []
    while let unit = try reader.next() { read.append(unit) }
    #expect(reader.header.remarks == header.remarks && reader.header.attributes == header.attributes)
    for (index, (there, back)) in zip(units, read).enumerated() { #expect(there == back, "unit \(index)") }
    #expect(read.count == units.count)
    #expect(try written(reader.header, read) == bytes)
  }
}
