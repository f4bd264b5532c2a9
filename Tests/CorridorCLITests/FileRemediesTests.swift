import Bitext
import Corridor
import Testing

@testable import CorridorCLI
@testable import Files

@Suite struct FileRemediesTests {
  private func text(_ reason: FileError.Reason, _ message: String, units: Int? = nil) -> String {
    FileRemedies.text(
      .refused(FileError(reason, message, at: SourcePosition(file: "a; b"), salvageableUnits: units)))
  }

  @Test func adviceOfTheCommandTakesThePlaceOfTheGeneral() {
    #expect(
      text(.unknownFormat(known: ["tmx", "po"]), "its format is not known; name one of tmx, po")
        == "a; b: error: its format is not known; name one of tmx, po with --format")
    #expect(
      text(.noUnits(.plainText), "plain text, no translation; align it")
        == "a; b: error: plain text, no translation; align it with its translation, with 'align --save'")
    #expect(text(.languageMissing, "the target language is not known; name it").contains("name it with --target, or"))
  }

  @Test func whatASalvageKeepsIsSaidWithItsOption() {
    #expect(
      text(.malformed, "no end; get the whole file", units: 2)
        == "a; b: error: no end; get the whole file (2 complete units stand before it; --salvage keeps those)")
    #expect(text(.malformed, "no end; get the whole file") == "a; b: error: no end; get the whole file")
  }
}
