import Testing

@testable import Linguistics

@Suite struct PlaceNamesTests {
  @Test func countriesHaveTheirNamesInManyLanguages() {
    #expect(PlaceNames.regions(in: "fr")["DE"] == "Allemagne")
    #expect(PlaceNames.regions(in: "uk")["PL"] == "Польща")
    #expect(PlaceNames.regions(in: "fr-CA")["DE"] == "Allemagne")
    #expect(PlaceNames.regions(in: "xx").isEmpty)
  }

  @Test func citiesAreThoseOfTimeZones() {
    #expect(PlaceNames.cities(in: "fr")["Europe:Warsaw"] == "Varsovie")
    #expect(PlaceNames.usualCities()["Pacific:Truk"] == "Chuuk")
    #expect(PlaceNames.city(ofZone: "America:New_York") == "New York")
  }
}
