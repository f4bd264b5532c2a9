import Testing

@testable import Files

@Suite struct InflatedSourceTests {
  @Test func aDamagedStreamIsRefused() {
    var packed = ContainerFixture.gzip(Array("abc".utf8))
    packed[10] = 7
    let source = InflatedSource(PrefixedSource(MemorySource(packed, name: "a.gz")), context: ReadingContext())
    let error = #expect(throws: FileError.self) { try source.readAll() }
    #expect(error?.description == "a.gz: error: the compressed data is damaged; get the file again")
  }

  @Test func aBombGoesOverTheRatioOnlyPastTheFirstMegabyte() throws {
    let limits = ReadingLimits()
    try InflationGuard.check(bytesIn: 1, bytesOut: 1 << 20, limits, "a")
    let error = #expect(throws: FileError.self) {
      try InflationGuard.check(bytesIn: 1, bytesOut: (1 << 20) + 1, limits, "a")
    }
    #expect(error?.reason == .limit(.inflationRatio))
  }
}
