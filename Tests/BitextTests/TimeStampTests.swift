import Bitext
import TestSupport
import Testing

@Suite struct TimeStampTests {
  @Test(arguments: [
    ("19700101T000000Z", 0), ("20201110T120000Z", 1_605_009_600), ("20201110", 1_604_966_400),
    ("20240229T235959", 1_709_251_199), ("19691231T235959Z", -1), ("00010101T000000Z", -62_135_596_800),
  ])
  func isRead(text: String, seconds: Int64) { #expect(TimeStamp(text)?.seconds == seconds) }

  @Test(arguments: [
    "", "2020-11-10", "20201310", "20201100", "20201110T1200", "20201110 120000Z", "20201110T120000+", "é0201110",
  ])
  func anythingElseIsNone(text: String) { #expect(TimeStamp(text) == nil) }

  @Test func whatIsWrittenIsReadAgain() {
    var generator = SeededGenerator(for: "TimeStamp")
    for _ in 0..<2_000 {
      let stamp = TimeStamp(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &generator))
      #expect(TimeStamp(stamp.description) == stamp && TimeStamp.isStrict(stamp.description))
    }
  }

  @Test(arguments: [
    ("20240229T235959Z", true), ("20230229T000000Z", false), ("20000229T000000Z", true), ("19000229T000000Z", false),
    ("20201110T120000", false), ("20201110", false), ("20201110T240000Z", false), ("20200431T000000Z", false),
  ])
  func asTMXLaysItDown(text: String, isStrict: Bool) { #expect(TimeStamp.isStrict(text) == isStrict) }
}
