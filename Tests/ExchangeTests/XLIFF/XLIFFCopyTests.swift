import Bitext
import Testing

@testable import Exchange
@testable import Files

/// From XLIFF to XLIFF nothing is taken apart.
@Suite struct XLIFFCopyTests {
  private static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool">
    <file original="a.txt" source-language="fr" target-language="en" datatype="plaintext"><header><skl><internal-file>x</internal-file></skl></header><body>
    <group id="g" t:own="1"><trans-unit id="1" approved="yes"><source>Le <g id="1" ctype="x-b">col</g>.</source>
    <target state="final">The <g id="1" ctype="x-b">pass</g>.</target><alt-trans match-quality="80"><target>A pass.</target></alt-trans>
    <t:meta>kept</t:meta></trans-unit></group></body></file></xliff>

    """

  @Test func groupsAlternativesAndOwnElementsStay() throws {
    let copy = try ConversionTests.convert(Self.text, named: "a.xlf", to: "xliff")
    #expect(copy.text == Self.text && copy.losses == [])
  }

  @Test func whatTheSchemaForbidsIsLeftOutAndCounted() throws {
    let odd = Self.text.replacing("approved=\"yes\"", with: "approved=\"maybe\" own=\"x\"")
      .replacing("state=\"final\"", with: "state=\"done\"").replacing("<body>", with: "<body><own/>")
    let copy = try ConversionTests.convert(odd, named: "a.xlf", to: "xliff")
    #expect(!copy.text.contains("own=\"x\"") && !copy.text.contains("<own/>") && !copy.text.contains("maybe"))
    #expect(copy.text.contains("state=\"x-done\""))
    #expect(
      Set(copy.losses) == [
        "element own: 1", "approved=\"maybe\": 1", "attribute own of trans-unit: 1", "spelling of state=\"done\": 1",
      ])
  }

  @Test func anotherVersionIsTakenApart() throws {
    let second = try ConversionTests.convert(Self.text, named: "a.xlf", to: "xliff") { $0.xliffVersion = "2.0" }
    #expect(second.text.contains("<xliff version=\"2.0\"") && second.text.contains("<segment"))
    #expect(second.text.contains("state=\"final\""))
  }

  /// Standard input can be read once; a file three times. Both must come to the same.
  @Test func whatCanBeReadOnceIsCopiedToo() throws {
    final class Once: ByteSource {
      let name = "-"
      private var rest: [UInt8]
      init(_ bytes: [UInt8]) { rest = bytes }
      func read() -> [UInt8] {
        defer { rest.removeFirst(min(11, rest.count)) }
        return Array(rest.prefix(11))
      }
    }
    let format = try #require(ExchangeFormats.named("xliff"))
    for version in [nil, "2.0"] {
      var options = WritingOptions()
      options.xliffVersion = version
      let sink = MemorySink()
      _ = try Conversion.run(from: Once(Array(Self.text.utf8)), to: sink, as: format, options: options)
      let other = try ConversionTests.convert(Self.text, named: "a.xlf", to: "xliff") { $0.xliffVersion = version }
      #expect(sink.text == other.text)
    }
  }
}
