import Testing

@testable import Exchange
@testable import Files

@Suite struct ValidationTests {
  private func validate(_ text: String, named name: String) throws -> (report: Validation.Report, findings: [String]) {
    var findings: [String] = []
    let report = try Validation.run(MemorySource(Array(text.utf8), name: name), from: "fr", to: "en") {
      findings.append("\($1) \($0)")
    }
    return (report, findings)
  }

  @Test func aMalformedFileIsAFindingAndNoError() throws {
    let result = try validate("<tmx version='1.4'><header/><body><tu></body></tmx>", named: "a.tmx")
    #expect(result.report.format == "tmx" && result.report.schema > 0)
    #expect(result.findings.last?.hasPrefix("schema a.tmx:1:39: error: end tag </body> where </tu> is due") == true)
  }

  @Test func anUnknownFormatIsAnError() {
    #expect(throws: FileError.self) { try validate("?", named: "a.xyz") }
  }

  @Test func everyFaultOfATableIsAFinding() throws {
    let table = "concept,lang,term,status,kind,note\na,fr_FR,b,preferred,term,\na,fr,,preferred,term,\n"
    let result = try validate(table, named: "a.csv")
    #expect(result.findings.map { String($0.prefix(15)) } == ["schema a.csv:2:", "schema a.csv:3:"])
  }

  @Test func aCleanFileHasNone() throws {
    #expect(try validate("#UTX 1.20; fr/en\r\n#src\ttgt\r\nmot\tword\r\n", named: "a.utx").report.isClean)
    #expect(
      try validate("#UTX 1.20; fr/en\n#src\ttgt\tterm status\nmot\tword\tbogus\n", named: "a.utx").findings.count == 1)
  }
}
