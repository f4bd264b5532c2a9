import Bitext
import Testing

@testable import TranslationMemory

@Suite struct UnitDigestTests {
  private func digest(_ record: UnitRecord) -> Int64 {
    var scratch: [UInt8] = [9]
    return UnitDigest.of(record, scratch: &scratch)
  }

  @Test func contentAndContextCountAndOriginAndTagsDoNot() {
    let unit = Fixture.unit("Il part.", "He leaves.")
    let plain = digest(UnitRecord(unit))
    #expect(digest(UnitRecord(unit, origin: UnitOrigin(name: "f"), tags: ["a"], isReviewed: true)) == plain)
    let other =
      [
        UnitRecord(Fixture.unit("Il part.", "He left.")), UnitRecord(Fixture.unit("Il part.", "He leaves.", id: "1")),
        UnitRecord(unit, context: DocumentContext(language: "fr", previous: nil, next: nil)),
        UnitRecord(unit, context: DocumentContext(language: "fr", previous: "", next: nil)),
        UnitRecord(unit, context: DocumentContext(language: "fr", previous: nil, next: "")),
      ].map(digest) + [plain]
    #expect(Set(other).count == other.count)
  }

  @Test(arguments: [("fr", "fr"), ("FR-ca", "fr"), ("en_US", "en"), ("ast", "ast"), ("", "")])
  func theBaseOfATagHasNoRegion(tag: String, base: String) { #expect(LanguageBase.of(tag) == base) }
}
