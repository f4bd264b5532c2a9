import Foundation
import Testing

@testable import Corridor

@Suite struct ConvertingTests {
  @Test func theEndingOfTheOutputNamesTheFormat() throws {
    try Fixture.withMemory { workspace, _, folder in
      let output = try Output(path: folder + "/pairs.tmx")
      let report = try workspace.convert(InputFile(folder + "/pairs.tsv"), to: output)
      try output.finish()
      #expect(report.from == "tsv" && report.to == "tmx" && report.written == 2 && report.losses.isEmpty)
      var found: [Finding] = []
      let validated = try workspace.validate(InputFile(folder + "/pairs.tmx")) { finding, _ in found.append(finding) }
      #expect(validated.isClean && found.isEmpty && validated.items == 2)
    }
  }

  @Test func withoutAFormatTheKnownOnesAreListed() throws {
    try Fixture.withMemory { workspace, _, folder in
      let input = InputFile(folder + "/pairs.tsv")
      #expect(throws: CorridorError.noFormat(known: Workspace.exchangeFormats)) {
        try workspace.convert(input, to: Output(path: folder + "/pairs.xyz"))
      }
      var options = ExchangeOptions()
      options.to = "word"
      #expect(throws: CorridorError.unknownFormat("word", known: Workspace.exchangeFormats)) {
        try workspace.convert(input, to: Output(path: folder + "/pairs.xyz"), options)
      }
    }
  }
}
