import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct AligningTests {
  private static let french = "Le cessez-le-feu tient depuis lundi. Douze soldats sont rentrés.\n"
  private static let english = "The ceasefire has held since Monday. Twelve soldiers came home.\n"

  @Test func whatWasFoundMeetsAsAnchors() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let aligned = try workspace.align(
      workspace.segment(text: Self.french, file: "a.fr.txt"), workspace.segment(text: Self.english, file: "a.en.txt"))
    #expect(aligned.beads.map { [$0.source, $0.target] } == [[[0], [0]], [[1], [1]]])
    #expect(aligned.anchors == [["concept:ceasefire"], ["number:12"]])
    #expect(aligned.refusal == nil)
  }

  @Test func aCheckHasTheSameBeads() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let source = try workspace.segment(text: Self.french, file: "a.fr.txt")
    let target = try workspace.segment(text: Self.english, file: "a.en.txt")
    let beads = workspace.beads(
      try workspace.annotated(source, Workspace.anchorParts), try workspace.annotated(target, Workspace.anchorParts))
    #expect(beads == (try workspace.align(source, target)).beads)
  }

  @Test func swappedLanguagesAreNamed() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let aligned = try workspace.align(
      workspace.segment(text: Self.english, file: "a.fr.txt"), workspace.segment(text: Self.french, file: "a.en.txt"))
    #expect(aligned.refusal == "the languages are swapped: a.fr.txt is in 'en', a.en.txt in 'fr'")
  }
}
