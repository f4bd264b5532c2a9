import Testing

@testable import Names

@Suite struct NameKeyTests {
  @Test(
    "spellings of one name share a key",
    arguments: [
      ("Pachinian", "Pashinyan"), ("Khrouchtchev", "Khrushchev"), ("Gousseïnov", "Huseynov"),
      ("Kotcharian", "Kocharyan"),
      ("Djabraïl", "Jabrayil"), ("Ordjonikidzé", "Ordzhonikidze"), ("Poutine", "Putin"), ("Zaporijjia", "Zaporizhzhia"),
      ("Tsaroukian", "Tsarukyan"), ("Anouar", "Anwar"), ("Bedrossian", "Petrosyan"), ("Akopian", "Hakobyan"),
      ("Şuşa", "Choucha"), ("Araghtchi", "Araghchi"),
    ])
  func shared(pair: (String, String)) {
    #expect(!Set(NameKey.keys(forWord: pair.0)).isDisjoint(with: NameKey.keys(forWord: pair.1)), "\(pair)")
  }

  @Test func otherConsonantsGiveOtherKeys() {
    #expect(NameKey.keys(forWord: "Sarkissian") != NameKey.keys(forWord: "Kotcharian"))
    #expect(NameKey.anchor(for: "Nikol Pachinian") == NameKey.anchor(for: "Pashinyan"))
    #expect(NameKey.anchor(for: "Aoi") == "aoi")
    #expect(NameKey.anchor(for: "12") == nil)
  }
}
