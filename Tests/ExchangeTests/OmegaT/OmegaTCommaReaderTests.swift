import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct OmegaTCommaReaderTests {
  @Test func aQuotedFieldMayHoldLinesMarksAndSeparators() throws {
    let text = "\"col\",\"pass,\r\nor \"\"saddle\"\"\"\r\n\r\n5\" gun,cannon,\"a\nb\"\nlast,one"
    let result = try ConversionTests.convert(text, named: "a.csv", to: "tmx")
    for piece in ["<seg>pass,\nor \"saddle\"</seg>", "<seg>5\" gun</seg>", "<note>a\nb</note>", "<seg>last</seg>"] {
      #expect(result.text.contains(piece), "\(piece) in \(result.text)")
    }
    #expect(result.findings == [])
  }

  @Test func faultsStandOnTheLineOfTheFile() throws {
    let rows = String(repeating: "col,pass\n", count: 30)
    let open = #expect(throws: FileError.self) {
      try ConversionTests.convert(rows + "a,\"b\nc,d\n", named: "a.csv", to: "tmx")
    }
    #expect(open?.position == SourcePosition(file: "a.csv", line: 31, column: 3))
    let after = #expect(throws: FileError.self) {
      try ConversionTests.convert(rows + "\"a\nb\"c,d\n", named: "a.csv", to: "tmx")
    }
    #expect(after?.position == SourcePosition(file: "a.csv", line: 32, column: 3))
    let short = try ConversionTests.convert(rows + "\"x\ny\",z\nalone\n", named: "a.csv", to: "tmx")
    #expect(short.findings.map(\.position?.line) == [33])
  }

  @Test func aFieldWithoutEndIsBounded() throws {
    var limits = ReadingLimits()
    limits.segmentBytes = 100
    let text = "a,\"" + String(repeating: "endless line\n", count: 50)
    let format = try #require(ExchangeFormats.named("omegat"))
    let error = #expect(throws: FileError.self) {
      _ = try Conversion.run(
        from: MemorySource(Array(text.utf8), name: "a.csv"), reading: format, to: MemorySink(), as: format,
        context: ReadingContext(limits: limits))
    }
    #expect(error?.reason == .limit(.segmentBytes) && error?.position.line == 1)
  }
}
