import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct HouseStylesTests {
  @Test func theInstalledStylesAreFoundByName() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    #expect(workspace.houseStyleNames.contains("un"))
    #expect(try workspace.houseStyles().map(\.id).count == workspace.houseStyleNames.count)
    #expect(throws: CorridorError.self) { try workspace.houseStyle("tabloid") }
  }

  @Test func aQuotationMayHoldWhatTheWriterMayNotSay() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let document = try workspace.segment(
      text: "Les troupes sont entrées à Chouchi. « Chouchi est à nous », dit-il.\n", file: "a.fr.txt")
    let text = try workspace.annotated(document, [.terms, .quotations])
    let found = try workspace.styleFindings(
      try workspace.houseStyle("agency-neutral"), in: text, side: .target, date: "")
    #expect(found.map(\.surface) == ["Chouchi"])
    #expect(found.first?.words?.sentence == 0)
    #expect(found.first?.check == "term-forbidden" && found.first?.suggestions == ["Choucha"])
  }
}
