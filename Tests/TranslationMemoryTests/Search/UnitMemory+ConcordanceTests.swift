import Bitext
import FoundationEssentials
import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct UnitMemoryConcordanceTests {
  let folder: TemporaryFolder
  let memory: UnitMemory

  init() throws {
    folder = try TemporaryFolder()
    memory = try UnitMemory(path: folder.path("memory.db"))
  }

  private func add(_ pairs: [(String, String)]) throws {
    try memory.store.write("import", by: nil) { transaction in
      for (french, english) in pairs { _ = try transaction.add(Fixture.record(french, english)) }
    }
  }

  /// Hits as people see them: each place in brackets.
  private func shown(_ query: ConcordanceQuery) throws -> [String] {
    try memory.concordance(query).hits.map { hit in
      hit.unit.record.unit.variants.enumerated().map { number, variant in
        var bytes = Array(variant.plainText.utf8)
        for place in hit.places.reversed() where place.variant == number {
          bytes.insert(contentsOf: Array("⟧".utf8), at: place.bytes.upperBound)
          bytes.insert(contentsOf: Array("⟦".utf8), at: place.bytes.lowerBound)
        }
        return String(decoding: bytes, as: UTF8.self)
      }.joined(separator: " | ")
    }
  }

  private func news() throws {
    try add([
      ("Le couloir de Latchine est fermé.", "The Lachin corridor is closed."),
      ("Les couloirs, de Latchine à Goris", "Corridors from Lachin to Goris"),
      ("L’Arménie et le Haut-Karabakh", "Armenia and Nagorno-Karabakh"),
      ("Il ferme la route.", "He closes the road. Le couloir!"),
    ])
  }

  @Test func aPhraseIsFoundWordByWord() throws {
    try news()
    let query = ConcordanceQuery("COULOIR de latchine", language: "fr-FR")
    #expect(try shown(query) == ["Le ⟦couloir de Latchine⟧ est fermé. | The Lachin corridor is closed."])
    #expect(try shown(ConcordanceQuery("couloir latchine", language: "fr")).isEmpty)
    #expect(try shown(ConcordanceQuery("couloi", language: "fr")).isEmpty)
    #expect(
      try shown(ConcordanceQuery("Haut  - Karabakh")) == [
        "L’Arménie et le ⟦Haut-Karabakh⟧ | Armenia and Nagorno-Karabakh"
      ])
    #expect(try shown(ConcordanceQuery("")).isEmpty)
    #expect(try shown(ConcordanceQuery("\u{200B} ")).isEmpty)
  }

  @Test func wordsAreFoundInAnyOrder() throws {
    try news()
    let query = ConcordanceQuery("Latchine couloir", language: "fr", kind: .words)
    #expect(try shown(query) == ["Le ⟦couloir⟧ de ⟦Latchine⟧ est fermé. | The Lachin corridor is closed."])
  }

  @Test func everyLanguageIsSearchedUnlessOneIsNamed() throws {
    try news()
    #expect(
      try shown(ConcordanceQuery("karabakh"))
        == ["L’Arménie et le Haut-⟦Karabakh⟧ | Armenia and Nagorno-⟦Karabakh⟧"])
    #expect(
      try shown(ConcordanceQuery("karabakh", language: "en"))
        == ["L’Arménie et le Haut-Karabakh | Armenia and Nagorno-⟦Karabakh⟧"])
    #expect(try shown(ConcordanceQuery("le couloir")).count == 2)
    #expect(try shown(ConcordanceQuery("le couloir", language: "fr")).count == 1)
    #expect(try shown(ConcordanceQuery("karabakh", language: "ka")).isEmpty)
  }

  @Test func otherFormsCountWhereAskedFor() throws {
    try news()
    #expect(try shown(ConcordanceQuery("couloirs", language: "fr")).count == 1)
    let forms = try shown(ConcordanceQuery("couloirs", language: "fr", isInflected: true))
    #expect(
      forms == [
        "Le ⟦couloir⟧ de Latchine est fermé. | The Lachin corridor is closed.",
        "Les ⟦couloirs⟧, de Latchine à Goris | Corridors from Lachin to Goris",
      ])
    #expect(try shown(ConcordanceQuery("fermer", language: "fr", isInflected: true)).count == 2)
    #expect(try shown(ConcordanceQuery("armenie", language: "fr")).isEmpty)
    #expect(try shown(ConcordanceQuery("armenie", language: "fr", isInflected: true)).count == 1)
    #expect(try shown(ConcordanceQuery("corridor", isInflected: true)).count == 2)
  }

  @Test func patternsAreICUs() throws {
    try news()
    #expect(
      try shown(ConcordanceQuery("[Cc]ouloirs?\\b", kind: .pattern)) == [
        "Le ⟦couloir⟧ de Latchine est fermé. | The Lachin corridor is closed.",
        "Les ⟦couloirs⟧, de Latchine à Goris | Corridors from Lachin to Goris",
        "Il ferme la route. | He closes the road. Le ⟦couloir⟧!",
      ])
    #expect(try shown(ConcordanceQuery("(?i)l.+e$", language: "fr", kind: .pattern)).isEmpty)
    #expect(throws: MemoryError.self) { try memory.concordance(ConcordanceQuery("(a", kind: .pattern)) }
    let limited = try memory.concordance(ConcordanceQuery("e", kind: .pattern, limit: 2))
    #expect(limited.hits.map(\.unit.id) == [1, 2])
    #expect(limited.total == 4)
  }

  @Test func aPatternThatNeverEndsIsStopped() throws {
    try add([(String(repeating: "a", count: 60), "x"), ("aab", "y")])
    let found = try memory.concordance(ConcordanceQuery("(a|aa|a?a)+b", language: "fr", kind: .pattern))
    #expect(found.hits.map(\.unit.id) == [2])
    #expect(!found.isComplete)
  }

  @Test func theLimitLeavesTheCountWhole() throws {
    try add((0..<700).map { ("phrase numéro \($0)", "sentence") })
    let found = try memory.concordance(ConcordanceQuery("numéro", limit: 3))
    #expect(found.hits.map(\.unit.id) == [1, 2, 3])
    #expect(found.total == 700)
    #expect(try memory.concordance(ConcordanceQuery("numéro")).hits.count == 700)
    #expect(try memory.concordance(ConcordanceQuery("numéro", limit: 0)).hits.isEmpty)
  }

  @Test func editsAndDeletionsAreSeenAtOnce() throws {
    try news()
    #expect(try memory.concordance(ConcordanceQuery("couloir", language: "fr")).total == 1)
    try memory.store.write("edit", by: nil) {
      try $0.replace(1, with: Fixture.record("Rien", "Nothing"))
      try $0.replace(4, with: Fixture.record("Un couloir", "A corridor"))
    }
    #expect(try memory.concordance(ConcordanceQuery("couloir", language: "fr")).hits.map(\.unit.id) == [4])
    try memory.store.write("delete", by: nil) { try $0.delete(4) }
    #expect(try memory.concordance(ConcordanceQuery("couloir", language: "fr")).hits.isEmpty)
  }

  @Test func rareAndCommonWordsAreFoundAlike() throws {
    // More words than 16 bits number: the rarest stand aside.
    func word(_ unit: Int, _ place: Int) -> String {
      let letters = Array("abcdefghij")
      return "u" + String("\(unit)x\(place)".map { $0.wholeNumberValue.map { letters[$0] } ?? $0 })
    }
    try add((0..<500).map { unit in ((0..<140).map { word(unit, $0) }.joined(separator: " ") + " commun", "x") })
    func total(_ text: String, _ kind: ConcordanceQuery.Kind = .phrase) throws -> Int {
      try memory.concordance(ConcordanceQuery(text, language: "fr", kind: kind, limit: 1)).total
    }
    for (unit, place) in [(0, 0), (7, 139), (250, 70), (499, 139)] {
      let found = try memory.concordance(ConcordanceQuery(word(unit, place), language: "fr"))
      #expect(found.hits.map(\.unit.id) == [Int64(unit + 1)])
    }
    #expect(try total("\(word(9, 139)) commun") == 1)
    #expect(try total("\(word(9, 138)) commun") == 0)
    #expect(try total("\(word(9, 8)) \(word(9, 9))") == 1)
    #expect(try total("commun \(word(9, 9))", .words) == 1)
    #expect(try total("\(word(8, 9)) \(word(9, 9))", .words) == 0)
    #expect(try total("commun") == 500)
  }

  @Test(arguments: 0..<6) func theIndexFindsWhatReadingFinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = ["a", "b", "é", "mot", "mots", "Motif", "-", "12"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let texts = (0..<200).map { _ in text(9) }
    try memory.store.write("import", by: nil) { transaction in
      for (i, text) in texts.enumerated() { _ = try transaction.add(Fixture.record(text, "\(i)")) }
    }
    for _ in 0..<30 {
      let query = text(3)
      let wanted = SlowMatching.words(query)
      let phrase = texts.indices.filter { i in
        let words = SlowMatching.words(texts[i])
        return words.indices.contains { words[$0...].starts(with: wanted) }
      }
      let all = texts.indices.filter { Set(wanted).isSubset(of: SlowMatching.words(texts[$0])) }
      #expect(
        try memory.concordance(ConcordanceQuery(query, language: "fr")).hits.map { Int($0.unit.id) - 1 } == phrase)
      #expect(
        try memory.concordance(ConcordanceQuery(query, language: "fr", kind: .words)).hits.map { Int($0.unit.id) - 1 }
          == all)
    }
  }
}
