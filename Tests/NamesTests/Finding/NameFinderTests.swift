import Bitext
import Testing

@testable import Names

@Suite struct NameFinderTests {
  private func found(_ language: LanguageTag, _ sentences: [String], concepts: [Concept] = []) throws -> [String] {
    let finder = NameFinder(language: language, model: try ShippedModel.get(), concepts: concepts)
    return finder.find(in: sentences).map { "\($0.surface)/\($0.kind.rawValue)/\($0.name)" }
  }

  @Test func titlesAndOfficesAreNoPartOfAName() throws {
    #expect(
      try found("fr", ["Le ministre arménien de la Défense Davit Tonoïan a reçu M.Kazarian à Goris."]) == [
        "Davit Tonoïan/person/Davit Tonoïan", "Kazarian/person/Kazarian", "Goris/place/Goris",
      ])
    #expect(
      try found("en", ["Armenian Defence Minister Davit Tonoyan met Mr Ghazaryan in Goris."]) == [
        "Davit Tonoyan/person/Davit Tonoyan", "Ghazaryan/person/Ghazaryan", "Goris/place/Goris",
      ])
  }

  @Test func aSurnameJoinsThePersonItBelongsTo() throws {
    let names = try found(
      "en",
      [
        "Karen Abrahamyan spoke first.", "Abrahamyan left early.", "Then Nina Abrahamyan answered.",
        "Abrahamyan smiled.",
      ])
    #expect(
      names == [
        "Karen Abrahamyan/person/Karen Abrahamyan", "Abrahamyan/person/Karen Abrahamyan",
        "Nina Abrahamyan/person/Nina Abrahamyan", "Abrahamyan/person/Nina Abrahamyan",
      ])
  }

  @Test func aTownThatIsAFamilyTooIsAPersonsAfterAFirstName() throws {
    let place = SourcePosition(file: "t", line: 1, column: 1)
    let town = Concept(
      id: "abovyan", kind: .place,
      terms: [Term(language: "en", text: "Abovyan", status: .preferred, note: "", source: "", position: place)],
      relations: [], position: place)
    #expect(
      try found("en", ["Armen Abovyan drove to Abovyan."], concepts: [town]) == [
        "Armen Abovyan/person/Armen Abovyan", "Abovyan/place/abovyan",
      ])
  }

  @Test func organisationsKeepTheirWords() throws {
    #expect(
      try found("fr", ["Le Comité international de la Croix-Rouge (CICR) s'est rendu à Stepanakert."]) == [
        "Comité international de la Croix-Rouge/org/Comité international de la Croix-Rouge", "CICR/org/CICR",
        "Stepanakert/place/Stepanakert",
      ])
    #expect(
      try found("en", ["The International Committee of the Red Cross (ICRC) went to Stepanakert."]) == [
        "International Committee of the Red Cross/org/International Committee of the Red Cross", "ICRC/org/ICRC",
        "Stepanakert/place/Stepanakert",
      ])
  }

  @Test func aWeaponIsNoBody() throws {
    #expect(try found("fr", ["Les S-300, des BM-21 et un TB2 ont tiré, selon l'OSCE."]) == ["OSCE/org/OSCE"])
    #expect(try found("en", ["COVID-19 spread, and BM-21 rockets hit Goris."]) == ["Goris/place/Goris"])
  }

  @Test func wordsThatOnlyBeginASentenceAreNoNames() throws {
    #expect(try found("fr", ["Lundi, les Arméniens ont voté.", "Plusieurs soldats sont rentrés."]) == [])
    #expect(try found("en", ["On Monday, Armenians voted.", "Several soldiers came home.", ""]) == [])
  }

  @Test func offsetsAreBytesOfTheSentence() throws {
    let finder = NameFinder(language: "fr", model: try ShippedModel.get())
    let sentence = "Près d’Erevan, Sousanna Mkhoïan attend."
    let names = finder.find(in: ["Rien.", sentence])
    #expect(names.map(\.sentence) == [1, 1])
    for name in names { #expect(String(decoding: Array(sentence.utf8)[name.bytes], as: UTF8.self) == name.surface) }
  }
}
