import Bitext
import Rules
import Testing

@testable import Names

@Suite struct NameTrainerTests {
  private static let pairs = [
    NamePair(["fr": ["Tchernov"], "en": ["Chernov"]], native: "Чернов", language: "ru"),
    NamePair(["fr": ["Chamine"], "en": ["Shamin"]], native: "Шамин", language: "ru"),
    NamePair(["fr": ["Joutov"], "en": ["Zhutov"]], native: "Жутов", language: "ru"),
    NamePair(["fr": ["Babaïan"], "en": ["Babayan"]], native: "Բաբայան", language: "hy"),
    NamePair(["fr": ["Tchoubarian"], "en": ["Chubaryan"]], native: "Չուբարյան", language: "hy"),
  ]

  @Test func theSamePairsGiveTheSameFile() throws {
    let trainer = NameTrainer(try ShippedModel.get())
    let text = trainer.train(Self.pairs, remarks: ["five pairs"])
    #expect(text == trainer.train(Self.pairs, remarks: ["five pairs"]))
    #expect(text.hasPrefix("# five pairs\n"))
    let weights = try NameWeights(text: text, file: "weights.tsv")
    #expect(!weights.isEmpty)
    #expect(weights.remarks == ["five pairs"])
  }

  @Test func whatIsLearnedIsPreferred() throws {
    // The rules and the lexicon prefer -yan; these pairs keep -ian.
    let model = try ShippedModel.get()
    let pairs = [
      ("Tchavouchian", "Chavushian"), ("Chirinian", "Shirinian"), ("Boudakian", "Budakian"), ("Djerdjian", "Jerjian"),
      ("Tachdjian", "Tashjian"), ("Chamlian", "Shamlian"), ("Mouchian", "Mushian"), ("Guiragossian", "Giragosian"),
      ("Boyadjian", "Boyajian"), ("Tchakerian", "Chakerian"), ("Choukourian", "Shukurian"), ("Bouroutian", "Burutian"),
    ].map { NamePair(["fr": [$0], "en": [$1]], language: "hy") }
    let weights = try NameWeights(text: NameTrainer(model).train(pairs), file: "weights.tsv")
    func share(_ model: NameModel) -> Double {
      NamePredictor(model).predict("Tabirian", from: "fr", to: "en", origin: "hy").candidates
        .first { $0.text == "Tabirian" }?.confidence ?? 0
    }
    let without = try NameWeights(text: NameTrainer(model).train([]), file: "weights.tsv")
    #expect(share(NameModel(model, weights: weights)) > 2 * share(NameModel(model, weights: without)))
  }

  @Test func placesThatKeepTheirEnglishLabelTeachNothing() throws {
    let trainer = NameTrainer(try ShippedModel.get())
    #expect(
      !trainer.isPressForm(
        NamePair(["fr": ["Achajur"], "en": ["Achajur"]], native: "Աչաջուր", language: "hy", weight: 0.3)))
    #expect(
      trainer.isPressForm(
        NamePair(["fr": ["Atchadjour"], "en": ["Achajur"]], native: "Աչաջուր", language: "hy", weight: 0.3)))
  }

  @Test func brokenWeightsAreNamedByLine() throws {
    let error = #expect(throws: RulesErrors.self) { try NameWeights(text: "# ok\nfr>en\tch>sh\n", file: "w.tsv") }
    #expect(error?.description.hasPrefix("w.tsv:2:1: error: three fields") == true)
  }
}
