import Bitext
import Testing

@testable import Names

@Suite struct GlossaryNamesTests {
  private static let place = SourcePosition(file: "t", line: 1, column: 1)
  private static let concepts = [
    concept("war", .term, "guerre"), concept("pashinyan", .person, "Nikol Pachinian"),
    concept("shushi", .place, "Chouchi"),
  ]

  private static func concept(_ id: String, _ kind: Concept.Kind, _ text: String) -> Concept {
    Concept(
      id: id, kind: kind, terms: [Term(language: "fr", text: text, status: .preferred, position: place)],
      position: place)
  }

  @Test func termsAreNoNames() {
    let names = GlossaryNames(Self.concepts)
    #expect((0..<names.count).map { names[$0].id } == ["pashinyan", "shushi"])
    #expect(Array(names.bySpelling["chouchi"]) == [1])
    #expect(names.bySpelling["guerre"].isEmpty)
  }

  @Test func theCompiledFormSaysTheSame() throws {
    let bytes = GlossaryNames(Self.concepts).bytes
    let names = try #require(GlossaryNames(bytes, count: 3) { Self.concepts[$0] })
    #expect((0..<names.count).map { names[$0].id } == ["pashinyan", "shushi"])
    #expect(Array(names.bySpelling["nikol pachinian"]) == [0])
    #expect(GlossaryNames(bytes, count: 2) { Self.concepts[$0] } == nil, "another glossary")
    #expect(GlossaryNames(Array(bytes.dropLast()), count: 3) { Self.concepts[$0] } == nil)
  }
}
