import Bitext
import FoundationEssentials
import TestSupport
import Testing

@testable import Terminology

@Suite struct LookupTests {
  private func lookup(romanizations: (@Sendable (String) -> [String])? = nil) throws -> Lookup {
    let glossary = Fixture.glossary(
      "lachin_corridor: fr=couloir de Latchine; fr.deprecated=passage de Latchine; en=Lachin corridor",
      "shusha place: fr=Choucha; fr.admitted=Chouchi; en=Shusha; en.admitted=Shushi; hy=Շուշի; az=Şuşa; ru=Шуша",
      "azerbaijan place: fr=Azerbaïdjan; en=Azerbaijan; az=Azərbaycan",
      "observer: fr=observateur; en=observer", "monastery: fr=monastère; en=monastery",
      "ceasefire: fr=cessez-le-feu; en=ceasefire")
    return Lookup(glossary: glossary, inflection: try Fixture.inflection.get(), romanizations: romanizations)
  }

  @Test(
    "a query finds its concept and says how",
    arguments: [
      ("couloir de Latchine", "exact lachin_corridor"), ("COULOIR DE LATCHINE", "folded lachin_corridor"),
      ("couloirs de Latchine", "inflected lachin_corridor"), ("passage de Latchine", "exact lachin_corridor"),
      ("Lachin corridor", "exact lachin_corridor"), ("l’Azerbaïdjan", "inflected azerbaijan"),
      ("Azerbaidjan", "folded azerbaijan"), ("azerbaijan", "folded azerbaijan"), ("Azerbaijjan", "near azerbaijan"),
      ("Շուշի", "exact shusha"), ("Şuşa", "exact shusha"), ("Susa", "folded shusha"), ("Шуша", "exact shusha"),
      ("Chuocha", "near shusha"), ("observatrices", "inflected observer"), ("monasteries", "inflected monastery"),
      ("cessez le feu", "folded ceasefire"), ("cease-fire", "near ceasefire"),
    ])
  func ways(query: String, expected: String) throws {
    let first = try #require(try lookup().find(query, from: "fr", to: "en").first)
    #expect("\(first.how.rawValue) \(first.concept.id)" == expected)
  }

  @Test("what is in no glossary is not found", arguments: ["", "  ", "observation", "xyz", "couloirs", "paix durable"])
  func misses(query: String) throws { #expect(try lookup().find(query, from: "fr").isEmpty) }

  @Test func aRomanizationLeadsToAConcept() throws {
    let result = try lookup(romanizations: { $0 == "Шоуча" ? ["Chouchy", "Choucha"] : [] }).find("Шоуча")
    #expect(result.map(\.how) == [.romanized])
    #expect(result.first?.term.text == "Choucha")
  }

  @Test func aRomanizationMayBeNear() throws {
    let result = try lookup(romanizations: { $0 == "შუშაში" ? ["Chouchachi", "Shusham"] : [] }).find("შუშაში")
    #expect(result.map(\.how) == [.near])
    #expect(result.first?.concept.id == "shusha")
  }

  @Test func compiledBytesHoldTheWholeGlossary() throws {
    let position = SourcePosition(file: "a.csv", line: 7, column: 3)
    let term = Term(
      language: "hy", text: "Շուշի", status: .superseded, note: "n", partOfSpeech: "proper", number: "singular",
      source: "s",
      from: "1992", until: "2020-11", position: position)
    let concept = Concept(
      id: "a", kind: .org, terms: [term], relations: [.init(kind: .samePlace, concept: "b")], position: position)
    let glossary = Glossary([Fixture.concept("x: fr=un; en=one"), concept])
    let compiled = try #require(CompiledGlossary(CompiledGlossary(glossary).data))
    #expect(compiled.conceptCount == 2)
    #expect(compiled.concept(1) == concept)
    #expect(compiled.concept(0).terms == glossary.concepts[0].terms)
  }

  @Test func onlyLanguagesThatTheQueryMayBeInAreAsked() throws {
    let compiled = CompiledGlossary(
      Fixture.glossary("a: fr-CA=un; en=one; hy=մեկ; ru=один; az=bir", "b: fr=deux; ka=ორი"))
    #expect(compiled.languages.map(\.description) == ["fr", "en", "hy", "ru", "az", "ka"])
    let writing = try Fixture.writing.get()
    #expect(compiled.languages(for: "deux", writing: writing).map(\.description) == ["fr", "en", "az"])
    #expect(compiled.languages(for: "один", writing: writing).map(\.description) == ["ru", "az"])
    #expect(compiled.languages(for: "մեկ", writing: writing).map(\.description) == ["hy"])
    #expect(compiled.languages(for: "12", writing: writing).count == 6)
  }

  @Test func damagedBytesAreRefusedOrHarmless() throws {
    let data = CompiledGlossary(Fixture.glossary("a: fr=un; en=one", "b place: fr=Choucha; hy=Շուշի")).data
    for length in 0..<data.count { #expect(CompiledGlossary(data.prefix(length)) == nil) }
    var generator = SeededGenerator(for: "LookupTests")
    for _ in 0..<200 {
      var damaged = data
      damaged[Int.random(in: 0..<data.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      guard let compiled = CompiledGlossary(damaged) else { continue }
      _ = Lookup(compiled, inflection: .none).find("Chuocha")
    }
  }

  @Test func aPersonIsFoundByTheSurnameAlone() throws {
    let glossary = Fixture.glossary(
      "pm person: fr=Nikol Pachinian; en=Nikol Pashinyan; hy=Նիկոլ Փաշինյան", "a person: en=Ilham Aliyev",
      "b person: en=Heydar Aliyev", "pope person: fr=Jean-Paul II")
    let lookup = Lookup(CompiledGlossary(glossary), inflection: .none)
    #expect(lookup.find("Pachinian").map(\.concept.id) == ["pm"])
    #expect(lookup.find("Փաշինյան").map(\.concept.id) == ["pm"])
    #expect(lookup.find("ALIYEV").map(\.concept.id) == ["a", "b"])
    #expect(lookup.find("Pashinian").map(\.how) == [.near])
    #expect(lookup.find("II").isEmpty)
    #expect(lookup.findAsWritten("Pachinians").isEmpty)
  }
}
