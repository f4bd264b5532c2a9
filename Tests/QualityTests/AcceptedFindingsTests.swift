import Bitext
import Rules
import Testing

@testable import Quality

@Suite struct AcceptedFindingsTests {
  private func finding(_ surface: String, _ expected: String, check: String = "name-variant") -> Finding {
    Finding(
      check: check, severity: .warning, message: "", place: .words(side: .target, sentence: 0, bytes: 0..<1),
      surface: surface, suggestions: [expected])
  }

  @Test func whatIsAcceptedIsFoundAgainInItsTable() throws {
    var accepted = AcceptedFindings()
    let isNew = accepted.add(finding("Kocharian", "Kocharyan"), language: "en", why: "his own, \"as signed\"")
    #expect(isNew)
    let isNewAgain = accepted.add(finding("kocharian", "Kocharyan"), language: "en")
    #expect(!isNewAgain)
    let again = try AcceptedFindings(text: accepted.text, file: "accepted.csv")
    #expect(again == accepted)
    #expect(again.contains(finding("Kocharian", "Kocharyan"), language: "en-GB"))
    #expect(!again.contains(finding("Kocharian", "Kocharyan"), language: "fr"))
    #expect(!again.contains(finding("Kocharian", "Kocharov"), language: "en"))
    #expect(!again.contains(finding("Kocharian", "Kocharyan", check: "name-misspelt"), language: "en"))
  }

  @Test func emptyCellsMeanAny() throws {
    let accepted = try AcceptedFindings(text: "surface\nPachinian\n", file: "a.csv")
    #expect(accepted.contains(finding("Pachinian", "Pashinyan", check: "name-untransliterated"), language: "en"))
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
