import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct UTXFormatTests {
  private static let text = """
    #UTX 1.20; fr/en; 2024-05-01T10:00:00Z; copyright: nobody; license: CC BY 4.0\r
    #description: cols\r
    #src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\r
    col\tpass\tnoun\tapproved\tc1\tof a mountain\r
    # a remark\r
    tunnel\ttunnel\tnoun\tforbidden\r

    """

  @Test func headAndTermsComeBack() throws {
    let result = try ConversionTests.convert(Self.text, named: "a.utx", to: "utx")
    #expect(result.text.hasPrefix("#UTX 1.20; fr/en; 2024-05-01T10:00:00Z; copyright: nobody; license: CC BY 4.0\r\n"))
    #expect(result.text.contains("\r\n#description: cols\r\n"))
    #expect(result.text.contains("\r\ncol\tpass\tnoun\t\tapproved\tc1\tof a mountain\r\n"))
    #expect(result.text.hasSuffix("\r\ntunnel\ttunnel\tnoun\t\tforbidden\r\n"))
    #expect(try ConversionTests.convert(result.text, named: "a.utx", to: "utx").text == result.text)
  }

  @Test func aForbiddenTermStaysForbiddenInTheTable() throws {
    let table = try ConversionTests.convert(Self.text, named: "a.utx", to: "csv")
    #expect(table.text.contains("en,tunnel,forbidden"))
    #expect(table.text.contains("en,pass,preferred"))
  }

  @Test func whatIsOddIsToldByLine() throws {
    let odd =
      "\u{FEFF}#UTX-S 1.00; fr/en\n#src\ttgt\tterm status\ncol\tpass\tbogus\n\tno source\ncol\nx\ty\tapproved\tz\n"
    let result = try ConversionTests.convert(odd, named: "a.utx", to: "utx")
    #expect(
      result.findings.map { "\($0.position?.line ?? 0) \($0.check) \($0.effect.rawValue)" } == [
        "1 utx-mark kept", "3 utx-status kept", "4 utx-fields dropped", "5 utx-fields dropped", "6 utx-columns kept",
      ])
    #expect(result.text.contains("col\tpass\t\t\tbogus\r\n"))
  }

  @Test func anythingElseIsNoUTX() {
    let error = #expect(throws: FileError.self) {
      let format = try #require(ExchangeFormats.named("utx"))
      _ = try Conversion.run(
        from: MemorySource(Array("col\tpass\n".utf8), name: "a.utx"), reading: format, to: MemorySink(), as: format)
    }
    #expect(error?.message.contains("no '#UTX' at the head") == true)
  }
}
