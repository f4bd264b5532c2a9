import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct UnitReadingTests {
  private func read(_ text: String, _ name: String) throws -> [String] {
    var lines: [String] = []
    let report = try UnitReading.run(
      MemorySource(Array(text.utf8), name: name), context: ReadingContext(source: "fr", target: "en")
    ) { unit, header, format, position in
      lines.append("\(format) \(position) \(header?.sourceLanguage ?? "-") \(unit.variants.map(\.plainText))")
    }
    #expect(report.units == lines.count && report.dropped == 0)
    return lines
  }

  @Test func everyUnitComesWithItsPlace() throws {
    #expect(
      try read("a\tb\n\nc\td\n", "a.tsv") == ["tsv a.tsv:1:1 fr [\"a\", \"b\"]", "tsv a.tsv:3:1 fr [\"c\", \"d\"]"])
  }

  @Test(arguments: [
    ("#UTX 1.20; fr/en\n#src\ttgt\na\tb\n", "a.utx", FileError.Content.glossary),
    ("<srx version='2.0'/>", "a.srx", .rules), ("Une phrase.\n", "a.txt", .plainText),
  ])
  func whatHoldsNoUnitsIsRefusedByWhatItIs(text: String, name: String, content: FileError.Content) {
    let error = #expect(throws: FileError.self) { try read(text, name) }
    #expect(error?.reason == .noUnits(content))
  }
}
