import Testing

@testable import Names

@Suite struct NameDirectionTests {
  @Test func everyPressMeetsEveryOther() {
    #expect(
      NameDirection.all(["fr", "en", "de"]).map(\.label) == [
        "fr>en", "fr>de", "en>fr", "en>de", "de>fr", "de>en", "native>fr", "native>en", "native>de",
      ])
    #expect(NameDirection.all([]).isEmpty)
  }
}
