import Bitext
import Testing

@testable import Names

@Suite struct NameOriginTests {
  @Test(
    "endings, letters and first names tell",
    arguments: [
      ("Tchilinguirian", "hy"), ("Kvaratskhelia", "ka"), ("Tsiklaouri", "ka"), ("Djaparidzé", "ka"),
      ("Mirzazadé", "az"),
      ("Starovoïtov", "ru"), ("Jean-Baptiste Lemoyne", "und"), ("Ahmadinejad", "fa"),
    ])
  func told(pair: (String, String)) throws {
    let origins = try ShippedModel.get().origins(of: pair.0, in: "fr")
    #expect(origins.first?.language.language == pair.1, "\(pair) \(origins.prefix(3))")
    #expect(origins.reduce(0) { $0 + $1.probability } <= 1.0001)
  }

  @Test func ownScriptLeavesOnlyItsLanguages() throws {
    let origins = try ShippedModel.get().origins(of: "Թումանյան", in: "und")
    #expect(origins.map(\.language) == ["hy"])
  }

  @Test func theDocumentCanMakeALanguageLikelier() throws {
    let model = try ShippedModel.get()
    func share(_ document: [LanguageTag: Double]) -> Double {
      model.origins(of: "Nazarov", in: "fr", document: document).first { $0.language == "tg" }?.probability ?? 0
    }
    #expect(share(["tg": 4]) > share([:]))
  }
}
