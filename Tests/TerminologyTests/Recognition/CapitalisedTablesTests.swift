import Bitext
import Testing

@testable import Terminology

@Suite struct CapitalisedTablesTests {
  @Test func aWordWithACapitalIsAnotherThingWithoutIt() throws {
    let matcher = try Fixture.matcher("en", "polish: en=Polish", "mia: en=MIA", "may: en=May", "deal: en=Peace Deal")
    let found = matcher.occurrences(in: "They may polish it, Mia said. MIA and Polish envoys made a peace deal in May.")
    #expect(found.map(\.surface) == ["MIA", "Polish", "peace deal", "May"])
  }

  @Test func lettersInCapitalsThroughoutServe() throws {
    let matcher = try Fixture.matcher("fr", "state: fr=État")
    #expect(matcher.occurrences(in: "L'ÉTAT SE TAIT").count == 1)
    #expect(matcher.occurrences(in: "Dans un état grave.").isEmpty)
  }

  @Test func aTableThatBeginsEveryTermWithACapitalSaysNothingByIt() throws {
    let words = ["Truce", "Trench", "Convoy", "Siege", "Border", "Tank", "Mortar", "Drone", "Curfew"]
    let lines = words.map { "\($0.lowercased()): en=\($0)" }
    let glossary = Glossary(lines.enumerated().map { Fixture.concept($1, line: $0 + 2) })
    let matcher = TermMatcher(glossary: glossary, language: "en", inflection: try Fixture.inflection.get())
    #expect(matcher.occurrences(in: "A truce, a convoy and two drones.").count == 3)
  }

  @Test func theTableMayAskForItsOwnCase() throws {
    func matcher(_ text: String, _ letterCase: Term.LetterCase) throws -> TermMatcher {
      let place = SourcePosition(file: "t.csv", line: 2, column: 1)
      let term = Term(language: "en", text: text, status: .preferred, letterCase: letterCase, position: place)
      let concept = Concept(id: "a", kind: .term, terms: [term], position: place)
      return TermMatcher(glossary: Glossary([concept]), language: "en", inflection: try Fixture.inflection.get())
    }
    let small = try matcher("march", .exact)
    #expect(small.count(in: "The march in March.") == 1)
    #expect(small.count(in: "It rained. March of the students.") == 1)
    let capital = try matcher("State Duma", .exact)
    #expect(capital.count(in: "The State Duma and a state duma.") == 1)
    #expect(try matcher("Polish", .free).count(in: "polish and Polish") == 2)
  }
}
