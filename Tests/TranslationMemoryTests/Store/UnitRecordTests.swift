import Bitext
import FoundationEssentials
import Testing

@testable import TranslationMemory

@Suite struct UnitRecordTests {
  @Test(arguments: [
    ("20201110T120000Z", 1_605_009_600), ("20201110", 1_604_966_400), ("20000229T235959Z", 951_868_799),
    ("19700101T000000Z", 0), ("19691231T235959", -1),
  ])
  func datesAsTMXWritesThem(text: String, seconds: Int) {
    #expect(Date(tmx: text)?.timeIntervalSince1970 == Double(seconds))
  }

  @Test(arguments: ["", "2020", "2020-11-10", "20201310T000000Z", "20201110T12", "20201110T120000+0100", "2020111０"])
  func otherTextsAreNoDates(text: String) { #expect(Date(tmx: text) == nil) }

  @Test func whatIsGivenStandsAboveTheAttributes() {
    let unit = TranslationUnit(
      attributes: [Attribute("creationid", "a")],
      variants: [
        Variant(language: "fr", attributes: [Attribute("changedate", "20200101T000000Z")], content: []),
        Variant(language: "en", attributes: [Attribute("changedate", "20210101T000000Z")], content: []),
      ])
    let record = UnitRecord(unit, changer: "b")
    #expect(record.creator == "a")
    #expect(record.changer == "b")
    #expect(record.created == nil)
    #expect(record.changed == Date(tmx: "20210101"))
    #expect(UnitRecord(unit, creator: "c").creator == "c")
  }
}
