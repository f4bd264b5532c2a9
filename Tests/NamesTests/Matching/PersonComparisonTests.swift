import Testing

@testable import Names

@Suite struct PersonComparisonTests {
  private func match(_ a: String, _ b: String) throws -> NameMatch {
    NameMatcher(try ShippedModel.get()).matchPersons(a, b)
  }

  @Test(
    "an omitted part makes it less sure",
    arguments: [
      ("Valery Nikolaevich Ermakov", "Valery Ermakov"), ("Валерий Николаевич Ермаков", "Valery Ermakov"),
      ("Vladimir Vladimirovitch Poutine", "Vladimir Putin"), ("George W. Bush", "George Bush"),
      ("Nicolas Maduro Moros", "Nicolás Maduro"), ("Aiman Muhammed Rabi al-Zawahiri", "Ayman al-Zawahiri"),
    ])
  func omitted(a: String, b: String) throws {
    let found = try match(a, b)
    #expect(found.verdict == .same && found.score > 0.6 && found.score <= 0.93, "\(found)")
  }

  @Test(
    "order, capitals, titles, languages",
    arguments: [
      ("PUTIN, Vladimir", "Vladimir Poutine"), ("PACHINIAN Nikol", "Nikol Pashinyan"), ("Orbán Viktor", "Viktor Orban"),
      ("President Vladimir Putin", "Vladimir Putin"), ("Mouammar Kadhafi", "Muammar Gaddafi"),
      ("Oleksandr Syrsky", "Alexander Syrsky"), ("Qasem Soleimani", "Kasim Sulaymani"),
      ("Kim Jong-un", "Kim Chong-un"), ("Mao Tse-tung", "Mao Zedong"),
      ("Abd al-Aziz Butaflika", "Abdelaziz Bouteflika"),
    ])
  func same(a: String, b: String) throws {
    let found = try match(a, b)
    #expect(found.verdict == .same && found.score >= 0.8 && found.score <= 0.95, "\(found)")
  }

  @Test(
    "two persons",
    arguments: [
      ("Valery Nikolaevich Ermakov", "Valery Konstantinovich Ermakov"), ("Martin Dupont", "Martine Dupont"),
      ("Kim Jong-un", "Kim Jong-il"), ("Charles III", "Charles II"), ("Bashar al-Assad", "Maher al-Assad"),
      ("Qusay Saddam Hussein", "Saddam Hussein"), ("Mohammed bin Salman", "Mohammed bin Zayed"),
      ("Sergei Ivanov", "Anna Ivanova"), ("Mikhail Ivanov", "Sergei Ivanov"),
    ])
  func different(a: String, b: String) throws { #expect(try match(a, b).verdict == .different) }

  @Test func orderOfArgumentsDoesNotMatter() throws {
    for (a, b) in [("PUTIN, Vladimir", "V. V. Putin"), ("Kim Jong Un", "Kim Jongun"), ("Ali Hassan", "Hassan Ali")] {
      #expect(abs(try match(a, b).score - match(b, a).score) < 0.001)
    }
  }
}
