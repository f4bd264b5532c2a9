import Testing

@testable import Names

@Suite struct PersonNameTests {
  private func name(_ text: String) throws -> PersonName {
    let matcher = NameMatcher(try ShippedModel.get())
    return PersonName(matcher.prepare(text), matcher)
  }

  @Test func titlesAndParticlesFall() throws {
    #expect(try name("M. Pachinian").words.map(\.key) == ["pachinian"])
    #expect(try name("President Vladimir Putin").words.map(\.key) == ["vladimir", "putin"])
    #expect(try name("Osama bin Laden").words.map(\.key) == ["osama", "laden"])
    #expect(try name("General").words.map(\.key) == ["general"])
  }

  @Test func commasAndCapitalsShowTheSurname() throws {
    #expect(try name("Putin, Vladimir").words.map(\.isSurname) == [true, false])
    #expect(try name("PACHINIAN Nikol").words.map(\.isSurname) == [true, false])
    #expect(try !name("NIKOL PACHINIAN").showsSurname)
  }

  @Test func partsAreKnown() throws {
    #expect(try name("Abd al-Rahman Karim").words.count == 2)
    #expect(try name("Valery Nikolaevich Ermakov").words.map(\.isPatronymic) == [false, true, false])
    #expect(try name("İlham Heydər oğlu Əliyev").words.map(\.isPatronymic) == [false, true, false])
    #expect(try name("George W. Bush").words.map(\.isInitial) == [false, true, false])
    #expect(try name("Louis XVI").generation == 16)
    #expect(try name("John Smith Jr.").generation == 2)
    #expect(try name("김정은").words.count == 2)
  }
}
