import Testing

@testable import Corridor

@Suite struct LookingUpTests {
  @Test func aFormLeadsToItsConcept() throws {
    let found = try Fixture.workspace.lookup("couloirs de Latchine", from: "fr", to: "en")
    #expect(found.first?.how == .inflected)
    #expect(found.first?.concept.preferred(in: "en")?.text == "Lachin corridor")
  }

  @Test func whatTheGlossaryLacksIsNotFound() throws {
    #expect(try Fixture.workspace.lookup("xyzzyxyzzy").isEmpty)
  }
}
