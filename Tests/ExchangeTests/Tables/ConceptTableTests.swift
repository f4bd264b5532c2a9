import Bitext
import Rules
import Testing

@testable import Exchange

@Suite struct ConceptTableTests {
  private let head = "concept,lang,term,status,kind,note\n"

  private func faults(_ text: String) -> [String] {
    let error = #expect(throws: RulesErrors.self) { try ConceptTable.read(text, file: "t.csv") }
    return error?.faults.map(\.description) ?? []
  }

  @Test func rowsBecomeConceptsInOrder() throws {
    let concepts = try ConceptTable.read(
      #"""
      note,term,lang,concept,kind,status,relations,owner
      ,mairie,fr,town_hall,term,preferred,related:mayor; broader:building,me
      ,maire,fr,mayor,,,,me
      "said ""so""",town hall,EN,town_hall,term,admitted,,me
      """#, file: "t.csv")
    #expect(concepts.map(\.id) == ["town_hall", "mayor"])
    #expect(concepts[0].terms.map(\.text) == ["mairie", "town hall"])
    #expect(concepts[0].terms[1].note == "said \"so\"" && concepts[0].terms[1].status == .admitted)
    #expect(concepts[0].terms[1].language.description == "EN")
    #expect(concepts[0].relations.map(\.kind) == [.related, .broader])
    #expect(concepts[1].kind == .term && concepts[1].terms[0].status == .preferred)
    #expect(concepts[1].terms[0].position == SourcePosition(file: "t.csv", line: 3, column: 2))
  }

  @Test func nothingIsNoFault() throws {
    #expect(try ConceptTable.read("", file: "t.csv") == [])
    #expect(try ConceptTable.read(head, file: "t.csv") == [])
  }

  @Test func allFaultsAtOnceInTheirPlaces() {
    let text =
      head
        + """
        a,fr_FR,mot,preferred,term,
        a,fr,,preferred,term,
        a,fr,mot,liked,term,
        b,fr,mot,preferred,thing,
        c,fr,mot,preferred,term
        ,fr,mot,preferred,term,
        a,fr,été,preferred,place,
        """
    #expect(
      faults(text) == [
        "t.csv:2:3: error: 'fr_FR' is no language tag; write one of BCP 47, such as 'fr' or 'fr-CA'",
        "t.csv:3:6: error: the term is empty; write it or delete the row",
        "t.csv:4:10: error: unknown status 'liked'; known are preferred, admitted, deprecated, superseded, forbidden",
        "t.csv:5:20: error: unknown kind 'thing'; known are term, person, place, org",
        "t.csv:6:1: error: 5 fields where the header has 6; quote a field that holds a comma",
        "t.csv:7:1: error: the concept is empty; give its id",
        "t.csv:8:20: error: concept 'a' is of kind 'place' here and 'term' at t.csv:2:1; write one kind",
      ])
  }

  @Test func aMissingColumnIsNamed() {
    #expect(
      faults("concept,lang,term,kind\na,fr,b,term\n") == [
        "t.csv:1:1: error: column 'status', 'note' is missing; the first row must name concept,lang,term,status,kind,note"
      ])
  }

  @Test func anOpenQuotationDoesNotHideOtherFaults() {
    #expect(faults(head + "a,fr_FR,mot,preferred,term,\nb,fr,\"mot,preferred,term,\n").count == 2)
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    let text = #"""
      concept,lang,term,status,kind,note,pos,relations
      x,fr,"a, ""b""",preferred,place, keep,noun,same-place:y
      x,en,c,forbidden,place,,,
      y,fr,d,preferred,place,,,

      """#
    let concepts = try ConceptTable.read(text, file: "t.csv")
    let written = ConceptTable.write(concepts)
    let again = try ConceptTable.read(written, file: "t.csv")
    #expect(again.map { $0.terms.map(\.text) } == [["a, \"b\"", "c"], ["d"]])
    #expect(written == text.replacing(" keep", with: "keep"))
    #expect(again[0].relations == concepts[0].relations)
  }

  @Test func importanceAndCaseAreReadAndWritten() throws {
    let table = """
      concept,lang,term,status,kind,note,importance,case
      truce,fr,trêve,preferred,term,,key,
      truce,en,truce,preferred,term,,,
      pole,en,Polish,preferred,term,,,exact

      """
    let concepts = try ConceptTable.read(table, file: "t.csv")
    #expect(concepts.map(\.importance) == [.key, .normal])
    #expect(concepts[1].terms[0].letterCase == .exact && concepts[0].terms[0].letterCase == nil)
    #expect(ConceptTable.write(concepts) == table)
    #expect(
      faults("concept,lang,term,status,kind,note,importance,case\na,fr,b,preferred,term,,high,x\n").sorted() == [
        "t.csv:2:24: error: unknown importance 'high'; known are background, normal, key",
        "t.csv:2:29: error: unknown case 'x'; known are exact, free",
      ])
  }

  @Test func aRowMayEndAfterTheRequiredColumns() throws {
    let table = "concept,lang,term,status,kind,note,pos\na,fr,b,preferred,term,seen,noun\nc,fr,d,preferred,term,\n"
    let concepts = try ConceptTable.read(table, file: "t.csv")
    #expect(concepts.map(\.id) == ["a", "c"] && concepts[1].terms[0].partOfSpeech.isEmpty)
  }
}
