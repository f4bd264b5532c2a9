import Bitext
import TestSupport
import Testing

@testable import Terminology

@Suite struct TermMatcherTests {
  /// Terms found, each with its concept: "cessez-le-feu/ceasefire".
  private func found(_ matcher: TermMatcher, _ text: String) -> [String] {
    matcher.occurrences(in: text).map { "\($0.surface)/\($0.concept)" }
  }

  @Test(
    "apostrophes, hyphens, spaces and line breaks are free",
    arguments: [
      "le droit à l'autodétermination", "le droit à l’autodétermination", "du droit\u{A0}à l’autodétermination",
      "DROIT À L'AUTODÉTERMINATION", "DROIT A L'AUTODETERMINATION", "le droit\nà l'autodétermination",
    ])
  func spellings(text: String) throws {
    let matcher = try Fixture.matcher("fr", "right: fr=droit à l'autodétermination")
    #expect(matcher.occurrences(in: text).map(\.concept) == ["right"])
  }

  @Test func elisionAndPossessiveStandOutside() throws {
    let french = try Fixture.matcher("fr", "staff: fr=état-major")
    #expect(
      found(french, "L'état-major, qu’états-majors; jusqu'à l’Etat-major.") == [
        "état-major/staff", "états-majors/staff", "Etat-major/staff",
      ])
    let english = try Fixture.matcher("en", "pm: en=Prime Minister")
    #expect(
      found(english, "the prime minister's office, the Prime Ministers’ offices") == [
        "prime minister/pm", "Prime Ministers/pm",
      ])
  }

  @Test func theMoreExactSpellingWins() throws {
    let matcher = try Fixture.matcher(
      "fr", "ceasefire: fr=cessez-le-feu; fr.deprecated=cessez le feu; fr.admitted=trêve")
    let hits = matcher.occurrences(in: "Le cessez-le-feu, le cessez le feu, Cessez-le-feu, les trêves.")
    #expect(hits.map(\.term) == ["cessez-le-feu", "cessez le feu", "cessez-le-feu", "trêve"])
    #expect(hits.map(\.status) == [.preferred, .deprecated, .preferred, .admitted])
    #expect(hits.map(\.how) == [.exact, .exact, .folded, .inflected])
  }

  @Test func theLongestMatchWinsAndTheRestAreAlternatives() throws {
    let matcher = try Fixture.matcher(
      "fr", "force: fr=forces de maintien de la paix russes", "peacekeeping: fr=maintien de la paix", "peace: fr=paix")
    let text = "Les forces de maintien de la paix russes partent; le maintien de la paix, la paix."
    #expect(
      found(matcher, text) == [
        "forces de maintien de la paix russes/force", "maintien de la paix/peacekeeping", "paix/peace",
      ])
    #expect(matcher.alternatives(in: text).count == 6)
  }

  @Test func namesAndTermsAreTwoLayers() throws {
    let matcher = try Fixture.matcher("fr", "corridor: fr=couloir de Latchine", "lachin place: fr=Latchine")
    #expect(found(matcher, "Le couloir de Latchine est fermé.") == ["couloir de Latchine/corridor", "Latchine/lachin"])
  }

  @Test func capitalsCountInNamesAndAcronyms() throws {
    let matcher = try Fixture.matcher(
      "en", "un org: en=UN", "nice place: en=Nice", "pow: en=POW", "turkey place: en=Turkey")
    #expect(
      found(matcher, "The UN and un, Nice and nice, POWs and pow, TURKEY and turkey") == [
        "UN/un", "Nice/nice", "POWs/pow", "TURKEY/turkey",
      ])
  }

  @Test func aPartOfACompoundIsAnotherWord() throws {
    let matcher = try Fixture.matcher("fr", "fire: fr=feu", "pm: fr=Premier ministre", "neg: fr=négociateur")
    #expect(
      found(matcher, "cessez-le-feu, vice-Premier ministre, ex-négociateurs, mot-feu, le négociateur-t-il") == [
        "Premier ministre/pm", "négociateurs/neg", "négociateur/neg",
      ])
  }

  @Test func punctuationPartsWords() throws {
    let matcher = try Fixture.matcher("fr", "line: fr=ligne de contact", "treaty: fr=traité de paix")
    #expect(found(matcher, "la ligne, de contact; ligne de « contact »; traité. De paix").isEmpty)
    #expect(found(matcher, "«ligne de contact»") == ["ligne de contact/line"])
  }

  @Test func marksInsideATermMustBeTheSame() throws {
    let matcher = try Fixture.matcher("en", "att org: en=AT&T", "talks: en=3+3 talks")
    #expect(found(matcher, "AT&T and AT, T; the 3+3 talks, 3, 3 talks") == ["AT&T/att", "3+3 talks/talks"])
  }

  @Test func anOriginIsAPersonWithACapital() throws {
    let matcher = try Fixture.matcher("fr", "armenian: fr=Arménien", "kurd: fr=Kurde", "lorry: fr=camion")
    #expect(
      found(matcher, "Les Arméniens arméniens, un Kurde kurde, un camion") == [
        "Arméniens/armenian", "Kurde/kurd", "camion/lorry",
      ])
  }

  @Test func aContractionSwallowsTheArticleOfAName() throws {
    let matcher = try Fixture.matcher("fr", "cairo place: fr=Le Caire")
    #expect(
      found(matcher, "Le Caire, du Caire, au Caire, de Caire") == ["Le Caire/cairo", "Caire/cairo", "Caire/cairo"])
  }

  @Test func decomposedLettersAreComposed() throws {
    let matcher = try Fixture.matcher("fr", "refugee: fr=réfugié")
    let hit = try #require(matcher.occurrences(in: "les re\u{301}fugie\u{301}s").first)
    #expect(hit.bytes == 4..<16)
    #expect(hit.surface.unicodeScalars.count == 10)
  }

  @Test func nothingIsFoundInNothing() throws {
    let matcher = try Fixture.matcher("fr", "a: fr=paix")
    #expect(matcher.occurrences(in: "").isEmpty)
    #expect(matcher.occurrences(in: " \n\u{202F}\u{301}'-.").isEmpty)
    #expect(TermMatcher(glossary: Glossary(), language: "fr", inflection: .none).occurrences(in: "paix").isEmpty)
  }

  @Test func aLongTextIsReadInBlocks() throws {
    let matcher = try Fixture.matcher("fr", "line: fr=ligne de contact")
    let sentence = "Sur la ligne de contact, les lignes de contact; rien. "
    let hits = matcher.occurrences(in: String(repeating: sentence, count: 5_000))
    #expect(hits.count == 10_000)
    #expect(hits.last?.bytes.lowerBound == sentence.utf8.count * 4_999 + 29)
  }

  @Test func everyHitLiesInItsTextWhereItSays() throws {
    let matcher = try Fixture.matcher("fr", "a: fr=cessez-le-feu", "b: fr=séparatiste arménien", "c place: fr=Érevan")
    let pieces = [
      "cessez", "le", "feu", "-", " ", "’", "séparatistes", "arméniens", "Erevan", "é", "\u{301}", ".", "\u{A0}", "\n",
    ]
    var generator = SeededGenerator(for: "TermMatcherTests")
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in pieces.randomElement() ?? "" }.joined()
      let bytes = Array(text.utf8)
      var last = [Concept.Kind: Int]()
      for hit in matcher.occurrences(in: text) {
        #expect(String(decoding: bytes[hit.bytes], as: UTF8.self) == hit.surface)
        #expect(hit.bytes.lowerBound >= last[hit.kind, default: 0])
        last[hit.kind] = hit.bytes.upperBound
      }
    }
  }

  @Test func placesAreTheOccurrencesAsNumbers() throws {
    let matcher = try Fixture.matcher("fr", "treaty: fr=traité de paix", "Erevan place: fr=Erevan")
    let text = "Les traités de paix, le Traité de paix; à Erevan, un traité de paix."
    let places = matcher.places(in: text)
    #expect(places.map { matcher.occurrence($0, in: text) } == matcher.occurrences(in: text))
    #expect(places.map(\.how) == [.inflected, .folded, .exact, .exact])
    #expect(matcher.count(in: text) == 4)
  }

  @Test func aLongTermIsComparedWordByWord() throws {
    let name = "un deux trois quatre cinq six sept huit neuf dix onze douze"
    let matcher = try Fixture.matcher("fr", "long: fr=\(name)", "short: fr=un deux")
    #expect(found(matcher, "le \(name), un-deux") == ["\(name)/long", "un-deux/short"])
  }
}
