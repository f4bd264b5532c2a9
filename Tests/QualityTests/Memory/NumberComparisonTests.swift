import Testing

@testable import Quality

@Suite struct NumberComparisonTests {
  private func difference(_ french: String, _ english: String) throws -> String? {
    let profiles = try Profiles.shipped("fr", "en")
    return NumberComparison.difference(french, profiles[0], english, profiles[1])
  }

  @Test(arguments: [
    ("Quatorze soldats ont péri.", "14 soldiers died."), ("1 960 km", "1,960 km"), ("7,6 millions", "7.6 million"),
    ("Le 10 novembre 2020, tout changea.", "On November 10, 2020, all changed."),
    // A number of an article is no decimal, but the same figures.
    ("au sens de l’article 53.7 de la Loi", "within the meaning of section 53.7 of the Act"),
    ("Rien.", "Nothing."),
  ])
  func theSameNumbers(pair: (String, String)) throws {
    #expect(try difference(pair.0, pair.1) == nil)
  }

  @Test func aNumberThatIsLostOrAddedIsNamed() throws {
    #expect(
      try difference("Il y eut 14 morts.", "There were deaths.") == "'14' of the source is not in the translation")
    #expect(try difference("Il y eut des morts.", "14 people died.") == "'14' of the translation is not in the source")
    #expect(try difference("le 9 décembre 2020", "on 9 December 2021") != nil)
  }
}
