import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct OmegaTGlossaryFormatTests {
  @Test func columnsCommentsAndOddLines() throws {
    let text = "# comment\n mot \tword\tsaid\tmore\nseul\n\tempty\n\nautre\tother\n"
    let result = try ConversionTests.convert(text, named: "a.tab", to: "omegat")
    #expect(result.text == "mot\tword\tsaid more\nautre\tother\n")
    #expect(
      result.findings.map { "\($0.position?.line ?? 0) \($0.check) \($0.effect)" } == [
        "2 omegat-columns kept", "3 omegat-fields dropped", "4 omegat-fields dropped",
      ])
  }

  @Test func commaFilesMayQuoteTheirFields() throws {
    let text = "\"mot, dit\",word,\"a \"\"b\"\"\"\n"
    #expect(try ConversionTests.convert(text, named: "a.csv", to: "omegat").text == "mot, dit\tword\ta \"b\"\n")
  }

  @Test func encodingsAreMarkedOrNamed() throws {
    let marked: [UInt8] =
      [0xFF, 0xFE] + "été\tsummer\n".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let magic = Array("# -*- coding: iso-8859-1 -*-\n".utf8) + [0xE9, 0x74, 0xE9] + Array("\tsummer\n".utf8)
    for bytes in [marked, magic] {
      let sink = MemorySink()
      let context = ReadingContext(source: "fr", target: "en")
      _ = try Conversion.run(
        from: MemorySource(bytes, name: "a.utf8"), to: sink, as: OmegaTGlossaryFormat(), context: context)
      #expect(sink.text == "été\tsummer\n")
    }
  }

  @Test func aTextIsAGlossaryOnlyIfEveryLineHasATab() throws {
    #expect(try ExchangeFormats.detect(MemorySource(Array("a\tb\n".utf8), name: "a.txt")).format.name == "omegat")
    #expect(try ExchangeFormats.detect(MemorySource(Array("a\tb\nc\n".utf8), name: "a.txt")).format.name == "text")
  }

  @Test(arguments: [
    "col;pass;a, b\ntunnel;tunnel;c\n", "col|pass|a, b\ntunnel|tunnel|c\n", "col\tpass\ta, b\ntunnel\ttunnel\tc\n",
    "# n, o\ncol,pass,\"a, b\"\ntunnel,tunnel,c\n",
  ]) func theSeparatorIsTheOneThatCutsTheRowsAlike(text: String) throws {
    let result = try ConversionTests.convert(text, named: "a.csv", to: "omegat")
    #expect(result.text == "col\tpass\ta, b\ntunnel\ttunnel\tc\n")
  }
}
