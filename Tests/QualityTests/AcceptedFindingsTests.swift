import Bitext
import Rules
import TestSupport
import Testing

@testable import Quality

@Suite struct AcceptedFindingsTests {
  private func finding(_ surface: String, _ expected: String, check: String = "name-variant") -> Finding {
    Finding(
      check: check, severity: .warning, message: "", place: .words(side: .target, sentence: 0, bytes: 0..<1),
      surface: surface, suggestions: [expected])
  }

  private func context(
    _ language: LanguageTag = "en", from source: LanguageTag? = "fr", text: String = "a.en.txt",
    fingerprint: String = "00aa", mark: String = ""
  ) -> FindingContext {
    FindingContext(language: language, source: source, text: text, fingerprint: fingerprint, mark: mark)
  }

  @Test func whatIsAcceptedIsFoundAgainInItsTable() throws {
    var accepted = AcceptedFindings()
    let isNew = accepted.add(finding("Kocharian", "Kocharyan"), context(), scope: .pair, why: "his own, \"as signed\"")
    #expect(isNew)
    let isNewAgain = accepted.add(finding("kocharian", "Kocharyan"), context("en-GB"), scope: .pair, why: "")
    #expect(!isNewAgain)
    let again = try AcceptedFindings(text: accepted.text, file: "accepted.csv")
    #expect(again.text == accepted.text)
    #expect(again.contains(finding("Kocharian", "Kocharyan"), context("en-GB")))
    #expect(!again.contains(finding("Kocharian", "Kocharyan"), context("fr")))
    #expect(!again.contains(finding("Kocharian", "Kocharyan"), context("en", from: "ru")))
    #expect(!again.contains(finding("Kocharian", "Kocharov"), context()))
    #expect(!again.contains(finding("Kocharian", "Kocharyan", check: "name-misspelt"), context()))
  }

  @Test(arguments: AcceptedFindings.Scope.allCases)
  func anAcceptanceReachesAsFarAsItWasAsked(scope: AcceptedFindings.Scope) throws {
    var accepted = AcceptedFindings()
    let new = accepted.add(finding("Chouchi", "Shusha"), context(), scope: scope, why: "a quotation")
    #expect(new)
    accepted = try AcceptedFindings(text: accepted.text, file: "a.csv")
    func silences(_ context: FindingContext) -> Bool { accepted.contains(finding("Chouchi", "Shusha"), context) }
    #expect(silences(context()))
    // Elsewhere in the text, in another text, in another pair.
    #expect(silences(context(fingerprint: "00bb")) == (scope != .place))
    #expect(silences(context(text: "b.en.txt", fingerprint: "00bb")) == (scope == .pair || scope == .always))
    #expect(silences(context("de", from: "fr", text: "b.de.txt", fingerprint: "00bb")) == (scope == .always))
  }

  @Test func whatIsMissingIsAcceptedByWhatWasExpected() {
    var accepted = AcceptedFindings()
    let missing = finding("", "peace treaty", check: "term-missing")
    let new = accepted.add(missing, context(), scope: .text, why: "a deal it is")
    #expect(new)
    #expect(accepted.contains(missing, context(fingerprint: "00bb")))
    #expect(!accepted.contains(finding("", "ceasefire", check: "term-missing"), context()))
  }

  @Test func aHashtagIsNotTheWordBehindIt() {
    var accepted = AcceptedFindings()
    let new = accepted.add(finding("Arménie", "Armenia"), context(mark: "#"), scope: .always, why: "their hashtag")
    #expect(new && accepted.entries.first?.surface == "#Arménie")
    #expect(accepted.contains(finding("Arménie", "Armenia"), context(fingerprint: "00bb", mark: "#")))
    #expect(!accepted.contains(finding("Arménie", "Armenia"), context(fingerprint: "00bb")))
  }

  @Test func whatTwoAddMergesLineByLine() throws {
    func table(_ surfaces: [String]) -> AcceptedFindings {
      var accepted = AcceptedFindings()
      for surface in surfaces { accepted.add(.init(check: "name-variant", surface: surface, why: "so signed")) }
      return accepted
    }
    let mine = table(["Zourabichvili", "Pachinian"])
    let theirs = table(["Pachinian", "Mirzoïan"])
    // Rows in order, so that additions are lines of their own; a merge that keeps both sides of everything is read as one.
    #expect(
      mine.text.split(separator: "\n").map { $0.prefix(18) } == [
        "check,from,lang,su", "name-variant,,,Pac", "name-variant,,,Zou",
      ])
    let merged = try AcceptedFindings(text: mine.text + theirs.text, file: "a.csv")
    #expect(merged.entries.map(\.surface).sorted() == ["Mirzoïan", "Pachinian", "Zourabichvili"])
  }

  @Test func tablesComeBackAsTheyWere() throws {
    var random = SeededGenerator(for: "accepted findings")
    let cells = ["", "a", "a,b", "\"q\"", "é", "\u{301}x", "two\nlines", " blank "]
    for _ in 0..<200 {
      var accepted = AcceptedFindings()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        func cell() -> String { cells.randomElement(using: &random) ?? "" }
        accepted.add(
          .init(check: cell(), surface: "s" + cell(), expected: cell(), text: cell(), place: cell(), why: cell()))
      }
      let again = try AcceptedFindings(text: accepted.text, file: "a.csv")
      #expect(again.text == accepted.text && Set(again.entries) == Set(accepted.entries))
    }
  }

  @Test func columnsThatAreNotOursAreKept() throws {
    let text = "surface,who,why\nPachinian,Anna,so signed\n"
    let accepted = try AcceptedFindings(text: text, file: "a.csv")
    #expect(accepted.contains(finding("Pachinian", "Pashinyan", check: "name-untransliterated"), context()))
    #expect(
      accepted.text == "check,from,lang,surface,expected,text,place,why,who\n,,,Pachinian,,,,so signed,Anna\n")
    #expect(try AcceptedFindings(text: "", file: "a.csv").entries.isEmpty)
  }

  @Test func faultsAreReportedWithTheirPlace() throws {
    #expect(throws: RulesErrors.self) { try AcceptedFindings(text: "check,lang\n", file: "a.csv") }
    do {
      _ = try AcceptedFindings(text: "surface,why\n,no\n", file: "a.csv")
      Issue.record("an empty spelling was accepted")
    } catch {
      #expect("\(error.faults[0])".hasPrefix("a.csv:2:1"))
    }
  }
}
