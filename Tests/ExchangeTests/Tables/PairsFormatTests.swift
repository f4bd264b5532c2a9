import Bitext
import Testing

@testable import Exchange
@testable import Files

/// Read from French into English, as `ConversionTests.convert` does.
@Suite struct PairsFormatTests {
  @Test func withoutAHeaderTheFirstColumnIsTheSource() throws {
    let result = try ConversionTests.convert("un\tone\tnote\nfr\tdeux\n", named: "a.tsv", to: "tsv")
    #expect(result.text == "un\tone\tnote\nfr\tdeux\n")
  }

  @Test(arguments: ["en\tfr\none\tun\n", "en-GB\tfr-CA\tnote\none\tun\n", "id\ten\tfr\n7\tone\tun\n"])
  func aFirstLineOfLanguageCodesNamesTheColumns(text: String) throws {
    let result = try ConversionTests.convert(text, named: "a.tsv", to: "tsv")
    #expect(result.text.hasPrefix("un\tone"))
    #expect(result.text.split(separator: "\n").count == 1)
  }

  @Test func aLineWithTooFewColumnsIsLeftOutAndTold() throws {
    let result = try ConversionTests.convert("id\ten\tfr\n1\tone\tun\n2\ttwo\n", named: "a.tsv", to: "tsv")
    #expect(result.text == "un\tone\t1\n")
    #expect(result.findings.map(\.check) == ["tsv-fields"])
  }

  @Test func columnsOfAnotherLanguageAreAnError() throws {
    let error = #expect(throws: FileError.self) {
      _ = try ConversionTests.convert("de\tfr\neins\tun\n", named: "a.tsv", to: "tsv")
    }
    #expect(
      error?.description
        == "a.tsv:1:1: error: the columns are named 'de' and 'fr', not 'fr' and 'en'; say which languages are meant")
  }
}
