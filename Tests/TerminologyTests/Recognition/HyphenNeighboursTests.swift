import Bitext
import Testing

@testable import Terminology

@Suite struct HyphenNeighboursTests {
  @Test func aHyphenLeavesTheTermOnlyBetweenWordsThatTheRulesName() throws {
    let matcher = try Fixture.matcher("fr", "a: fr=président", "b: fr=feu", "c: fr=azerbaïdjanais")
    func found(_ text: String) -> [String] { matcher.occurrences(in: text).map(\.surface) }
    #expect(found("l'ex-président, dit-il; le président-t-il") == ["président", "président"])
    #expect(found("un cessez-le-feu") == [])
    #expect(found("le conflit arméno-azerbaïdjanais") == ["azerbaïdjanais"])
    // The same neighbours again and again, as in a long text.
    let text = String(repeating: "ex-président, sous-président, vice-président-là. ", count: 30)
    #expect(found(text).count == 60)
  }
}
