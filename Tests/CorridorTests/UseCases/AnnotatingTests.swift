import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct AnnotatingTests {
  @Test func eachSentenceHasItsTermsAndNames() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let document = try workspace.segment(
      text: "Le cessez-le-feu tient à Erevan. Nikol Pachinian l’a dit.\n", file: "a.fr.txt")
    let found = try workspace.annotate(document)
    #expect(found.map(\.sentence) == [0, 1])
    #expect(found[0].terms.map(\.concept) == ["ceasefire"])
    // Names are not given as terms too.
    #expect(found[0].names.map(\.surface) == ["Erevan"])
    #expect(found[1].terms.isEmpty)
    #expect(found[1].names.map(\.name) == ["pashinyan_nikol"])
  }
}
